import { ChannelFollower } from './channel-follower.ts';

const frame = (prev: number, seq: number, epoch = 'e1') => ({ prev, seq, epoch });

describe('following a channel', () => {
  it('applies frames that continue where it stands', () => {
    const follower = new ChannelFollower(10, 'e1');
    expect(follower.onFrame(frame(7, 12))).toBe('apply');
    expect(follower.since).toBe(12);
  });

  it('ignores what it has already', () => {
    const follower = new ChannelFollower(10, 'e1');
    expect(follower.onFrame(frame(5, 10))).toBe('ignore');
    expect(follower.since).toBe(10);
  });

  it('sees a hole when a frame starts later than it stands, and does not move', () => {
    const follower = new ChannelFollower(10, 'e1');
    expect(follower.onFrame(frame(11, 14))).toBe('gap');
    expect(follower.since).toBe(10);
  });

  it('sees a hole when a head stays ahead, not when it is merely early', () => {
    const follower = new ChannelFollower(10, 'e1');
    expect(follower.onHead(12, 1000)).toBe('ignore');
    expect(follower.onHead(12, 2600)).toBe('gap');
  });

  it('forgets a head that was early once its frame came', () => {
    const follower = new ChannelFollower(10, 'e1');
    follower.onHead(12, 1000);
    follower.onFrame(frame(10, 12));
    expect(follower.onHead(14, 9000)).toBe('ignore');
  });

  it('loads afresh in another epoch', () => {
    expect(new ChannelFollower(10, 'e1').onFrame(frame(10, 11, 'e2'))).toBe('resync');
  });

  it('does not take the head for seen while a replay is still to be applied', () => {
    const follower = new ChannelFollower(10, 'e1');
    follower.acknowledge(20, 'e1', true);
    expect(follower.onFrame(frame(10, 20))).toBe('apply');
  });
});
