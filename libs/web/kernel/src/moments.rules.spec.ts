import { clockIn, dayIn, momentIn, plainDateWords } from './moments.rules.ts';

const chicago = 'America/Chicago';
const now = Date.parse('2026-11-24T20:00:00Z');

describe('moments in the words of the office', () => {
  it('fall on the day of the organisation, not of the browser', () => {
    expect(dayIn(chicago, '2026-11-25T03:00:00Z')).toBe('2026-11-24');
    expect(dayIn('Asia/Tokyo', '2026-11-24T20:00:00Z')).toBe('2026-11-25');
  });

  it('leave out what goes without saying', () => {
    expect(momentIn(chicago, '2026-11-24T16:41:07Z', now)).toBe('10:41 AM');
    expect(momentIn(chicago, '2026-11-20T16:41:07Z', now)).toBe('20 Nov, 10:41 AM');
    expect(momentIn(chicago, '2025-11-20T16:41:07Z', now)).toBe('20 Nov 2025, 10:41 AM');
  });

  it('name the zone where it counts', () => {
    expect(clockIn(chicago, '2026-11-24T16:42:07Z', true)).toBe('10:42:07 AM CT');
  });

  it('write plain dates without a zone moving them', () => {
    expect(plainDateWords('2026-01-05')).toBe('5 Jan 2026');
  });
});
