import { ChunkPace } from './chunk-pace.ts';

describe('the pace of chunks', () => {
  it('grows slowly while chunks are quick and shrinks at once when one is slow', () => {
    const pace = new ChunkPace({ first: 60, least: 10, most: 300 });
    pace.took(60, 5);
    expect(pace.size).toBe(90);
    for (let chunk = 0; chunk < 20; chunk += 1) pace.took(pace.size, 5);
    expect(pace.size).toBe(300);
    pace.took(300, 660);
    expect(pace.size).toBe(50);
    pace.took(50, 60_000);
    expect(pace.size).toBe(10);
  });
});
