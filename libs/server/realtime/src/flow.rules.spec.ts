import { Flow, spreadMs } from './flow.rules.ts';

describe('the flow of a channel', () => {
  it('lets a thousand rows a second through', () => {
    const flow = new Flow();
    const floods = Array.from({ length: 100 }, (_, tick) => flow.isFlood(20, tick * 20));
    expect(floods.includes(true)).toBe(false);
  });

  it('is a flood above that, and slows to one delivery a second until it calms', () => {
    const flow = new Flow();
    expect(flow.isFlood(600, 0)).toBe(false);
    expect(flow.isFlood(600, 500)).toBe(true);
    expect(flow.tickMs(10, 600)).toBe(1000);
    expect(flow.isFlood(600, 1600)).toBe(false);
    expect(flow.tickMs(10, 1600)).toBe(20);
  });

  it('ticks slower for a crowd', () => {
    expect(new Flow().tickMs(1000, 0)).toBe(20);
    expect(new Flow().tickMs(1001, 0)).toBe(100);
  });

  it('spreads the reload of a crowd over longer', () => {
    expect([10, 1000, 5000].map(spreadMs)).toEqual([1000, 5000, 10_000]);
  });
});
