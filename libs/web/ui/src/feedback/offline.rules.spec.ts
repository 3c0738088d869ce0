import { offlineWords, waitingWords } from './offline.rules.ts';

describe('the offline banner', () => {
  it('says how long in the largest fitting unit', () => {
    expect([3, 59.9, 60, 150, 3600].map(offlineWords)).toEqual([
      'Offline for 3 s.',
      'Offline for 59 s.',
      'Offline for 1 min.',
      'Offline for 2 min.',
      'Offline for 1 h.',
    ]);
  });

  it('counts waiting changes in grammar', () => {
    expect([0, 1, 2].map(waitingWords)).toEqual(['', ' 1 change waits.', ' 2 changes wait.']);
  });
});
