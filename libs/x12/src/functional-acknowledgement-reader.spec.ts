import {
  read999,
  setErrorWords,
  setOutcome,
  writeInterchange,
  type AcknowledgedGroup,
  type AcknowledgedSet,
  type SegmentInput,
} from './index.ts';
import { allOf } from './remittance-file.factory.ts';

const aFile = (segments: SegmentInput[], id = '999') =>
  writeInterchange({
    senderId: 'CLEARING',
    receiverId: 'LAKESIDE',
    controlNumber: 7,
    at: new Date('2026-11-24T15:04:00Z'),
    groups: [
      {
        functionalId: 'FA',
        version: '005010X231A1',
        senderCode: 'CLEARING',
        receiverCode: 'LAKESIDE',
        transactions: [{ id, segments }],
      },
    ],
  });
async function answersIn(text: string): Promise<(AcknowledgedSet | AcknowledgedGroup)[]> {
  const answers: (AcknowledgedSet | AcknowledgedGroup)[] = [];
  for await (const item of read999([text])) {
    if (item.type === 'set') answers.push(item.set);
    else if (item.type === 'group') answers.push(item.group);
  }
  return answers;
}

describe('a 999', () => {
  const MIXED: SegmentInput[] = [
    ['AK1', 'HC', '17', '005010X222A1'],
    ['AK2', '837', '0001'],
    ['IK5', 'A'],
    ['AK2', '837', '0002'],
    ['IK3', 'CLM', '22', '', '8'],
    ['CTX', ['CLM01', 'PAT-7']],
    ['IK4', ['2', '1'], '782', '1', 'WHAT WAS SENT'],
    ['IK5', 'R', '5', 'I5'],
    ['AK9', 'P', '2', '2', '1'],
  ];

  it('says of each set what became of it, and then of the group', async () => {
    const [first, second, group] = await answersIn(aFile(MIXED));
    expect(first).toMatchObject({ ordinal: 1, groupControlNumber: '17', controlNumber: '0001', code: 'A' });
    expect(second).toMatchObject({ ordinal: 2, controlNumber: '0002', code: 'R', errorCodes: ['5', 'I5'] });
    expect(group).toMatchObject({ controlNumber: '17', code: 'P', included: 2, accepted: 1, sets: 2 });
  });

  it('names segment, claim and element of an error, and not what the element held', async () => {
    const [, second] = await answersIn(aFile(MIXED));
    expect(second).toMatchObject({
      segments: [
        {
          id: 'CLM',
          position: 22,
          code: '8',
          claimControlNumber: 'PAT-7',
          elements: [{ position: 2, component: 1, code: '1' }],
        },
      ],
    });
    expect(JSON.stringify(second)).not.toContain('WHAT WAS SENT');
  });

  it('may answer to the whole group without naming its sets', async () => {
    const answers = await answersIn(
      aFile([
        ['AK1', 'HC', '17'],
        ['AK9', 'R', '3', '3', '0'],
      ]),
    );
    expect(answers).toMatchObject([{ controlNumber: '17', code: 'R', sets: 0, ordinal: 1 }]);
  });

  it('is read the same when it is a 997', async () => {
    const segments = MIXED.map(([id, ...rest]): SegmentInput => [id.replace('IK', 'AK'), ...rest]);
    const [, second] = await answersIn(aFile(segments, '997'));
    expect(second).toMatchObject({ code: 'R', errorCodes: ['5', 'I5'], segmentCount: 1 });
  });

  it('that breaks off inside a set is at fault, and the set counts as rejected by nobody', async () => {
    const items = await allOf(
      read999([
        aFile([
          ['AK1', 'HC', '17'],
          ['AK2', '837', '0001'],
        ]),
      ]),
    );
    expect(items.at(-1)).toMatchObject({ type: 'file-end', hasErrors: true });
    expect(items.some(({ type }) => type === 'set')).toBe(false);
  });

  it('keeps no more of a set with thousands of errors than people read', async () => {
    const notes = Array.from({ length: 3000 }, (_, at): SegmentInput => ['IK3', 'NM1', String(at + 1), '', '8']);
    const [set] = await answersIn(
      aFile([['AK1', 'HC', '17'], ['AK2', '837', '0001'], ...notes, ['IK5', 'R', '5'], ['AK9', 'R', '1', '1', '0']]),
    );
    expect(set).toMatchObject({ segmentCount: 3000 });
    expect((set as AcknowledgedSet).segments).toHaveLength(50);
  });
});

it.each([
  ['A', 'accepted'],
  ['E', 'accepted-with-errors'],
  ['P', 'accepted-with-errors'],
  ['R', 'rejected'],
  ['X', 'rejected'],
  ['?', 'rejected'],
])('code %s of a set means %s', (code, outcome) => {
  expect(setOutcome(code)).toBe(outcome);
});

it('names an error of a set that it has no words for', () => {
  expect([setErrorWords('5'), setErrorWords('99')]).toEqual(['segments have errors', 'error 99']);
});
