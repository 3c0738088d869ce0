import type { Message, Thread } from '@caseboard/contracts';
import {
  audienceWords,
  bytesWords,
  caseHrefOf,
  daysOf,
  firstNewOf,
  inReadingOrder,
  readersOf,
} from './conversation.rules.ts';

const said = (ordinal: number, authorId: string, at = '2026-11-24T10:00:00.000Z') =>
  ({ id: `m${ordinal}`, ordinal, authorId, at }) as Message;
const talk = [said(1, 'ana'), said(2, 'cora'), said(3, 'ana')];
const aThread = (over: Partial<Thread>) =>
  ({
    id: 't',
    state: 'open',
    recipientId: null,
    messageCount: 3,
    askedAt: '2026-11-24T10:00:00.000Z',
    lastMessageAt: null,
    reads: [],
    ...over,
  }) as unknown as Thread;

describe('the "New" line', () => {
  it('stands before the first message of somebody else after the mark', () => {
    expect(firstNewOf(talk, 0, 'ana')).toBe('m2');
    expect(firstNewOf(talk, 2, 'ana')).toBeUndefined();
    expect(firstNewOf(talk, 2, 'cora')).toBe('m3');
  });
});

describe('who has read how far', () => {
  it('stands at the last message each has read, not at their own and never for oneself', () => {
    const reads = [
      { userId: 'ana', upTo: 3 },
      { userId: 'cora', upTo: 3 },
      { userId: 'ben', upTo: 1 },
      { userId: 'new', upTo: 0 },
    ];
    expect(readersOf({ reads }, talk, 'ana')).toEqual(
      new Map([
        ['m3', ['cora']],
        ['m1', ['ben']],
      ]),
    );
    expect(readersOf({ reads: [{ userId: 'cora', upTo: 2 }] }, talk, 'ana')).toEqual(new Map());
  });
});

describe('days', () => {
  it('are said once, before their first message', () => {
    const messages = [
      said(1, 'a', '2026-11-23T10:00:00Z'),
      said(2, 'a', '2026-11-24T10:00:00Z'),
      said(3, 'a', '2026-11-24T11:00:00Z'),
    ];
    expect([
      ...daysOf(
        messages,
        (at) => at.slice(0, 10),
        (day) => `on ${day}`,
      ),
    ]).toEqual([
      ['m1', 'on 2026-11-23'],
      ['m2', 'on 2026-11-24'],
    ]);
  });
});

describe('the list of conversations', () => {
  it('has the unread first, then the newest', () => {
    const read = aThread({ id: 'read', lastMessageAt: '2026-11-24T12:00:00.000Z', reads: [{ userId: 'me', upTo: 3 }] });
    const old = aThread({ id: 'old', lastMessageAt: '2026-11-20T12:00:00.000Z', reads: [{ userId: 'me', upTo: 2 }] });
    const asked = aThread({
      id: 'asked',
      state: 'sent',
      recipientId: 'me',
      messageCount: 0,
      reads: [{ userId: 'me', upTo: 0 }],
    });
    expect(inReadingOrder([read, old, asked], 'me').map(({ id }) => id)).toEqual(['asked', 'old', 'read']);
  });

  it('opens cases that have a page', () => {
    expect(caseHrefOf({ subjectType: 'denial', subjectId: '7' })).toBe('/denials?case=7');
    expect(caseHrefOf({ subjectType: 'toy', subjectId: '7' })).toBeUndefined();
  });
});

describe('words', () => {
  it('say sizes and who sees it', () => {
    expect([bytesWords(12), bytesWords(12_400), bytesWords(1_240_000)]).toEqual(['12 bytes', '12 kB', '1.2 MB']);
    expect(audienceWords(0)).toBe('Open to everybody on this case');
    expect(audienceWords(2)).toContain('3 people');
  });
});
