import { leaveWords, refusalOf, uploadsAfter } from './uploads.rules.ts';
import type { Upload } from './uploads.rules.ts';

const one: Upload = { key: 'a', name: 'a.edi', share: 0 };
const two: Upload = { key: 'b', name: 'b.edi', share: 0 };

describe('files on their way', () => {
  it('show how much is sent and leave when the import has them', () => {
    const sent = uploadsAfter([one, two], { type: 'sent', key: 'a', share: 0.4 });
    expect(sent[0]?.share).toBe(0.4);
    expect(uploadsAfter(sent, { type: 'left', key: 'a' })).toEqual([two]);
  });

  it('stay with their reason when refused, and start over when sent again', () => {
    const refused = uploadsAfter([one], {
      type: 'refused',
      key: 'a',
      refusal: { text: 'The file is empty.', canRetry: false },
    });
    expect(refused[0]?.refusal?.text).toBe('The file is empty.');
    expect(uploadsAfter(refused, { type: 'again', key: 'a' })).toEqual([one]);
  });

  it('are offered again only where another try can help', () => {
    const words = { text: 'The file is empty.', traceId: '7c1e' };
    expect(refusalOf(words, 422)).toEqual({ text: 'The file is empty.', canRetry: false });
    expect([0, 429, 503].map((status) => refusalOf(words, status))).toEqual(
      Array(3).fill({ ...words, canRetry: true }),
    );
  });

  it('say whether the window may be closed', () => {
    expect(leaveWords([])).toBe('Imports go on if you leave this page');
    expect(leaveWords([one, { ...two, refusal: { text: 'x', canRetry: true } }])).toBe(
      '1 file is still on the way: keep this window open',
    );
  });
});
