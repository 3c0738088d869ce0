import { sessionExpiry } from './session-limits.rules.ts';

const at = (time: string) => new Date(`2026-03-${time}:00.000Z`);

describe('the end of a session', () => {
  it('comes twelve hours after its last use', () => {
    expect(sessionExpiry({ createdAt: at('02T08:00'), lastSeenAt: at('02T09:30') })).toEqual(at('02T21:30'));
  });

  it('comes a day after signing in, however busy it is', () => {
    expect(sessionExpiry({ createdAt: at('02T08:00'), lastSeenAt: at('03T07:59') })).toEqual(at('03T08:00'));
  });
});
