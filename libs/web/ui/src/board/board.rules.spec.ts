import { cellsOf, laneHeight, neighbourOf, type BoardMap } from './board.rules.ts';
import type { BoardCardData } from './board.types.ts';

const aCard = (id: string, laneId: string, stage: string): BoardCardData => ({
  id,
  laneId,
  stage,
  number: `DEN-${id}`,
  patient: 'RM \u2022\u20224471',
  cents: 100,
  code: 'CO-16',
  words: '',
  remark: '',
  detail: '',
  due: {},
  owner: null,
});

const cards = [
  aCard('a1', 'aetna', 'new'),
  aCard('a2', 'aetna', 'new'),
  aCard('a3', 'aetna', 'waiting'),
  aCard('m1', 'medicare', 'waiting'),
  aCard('m2', 'medicare', 'waiting'),
  aCard('s1', 'summit', 'new'),
];
const map: BoardMap = {
  laneIds: ['aetna', 'medicare', 'summit'],
  stages: ['new', 'triaged', 'waiting'],
  cells: cellsOf(cards),
  shownIn: () => 20,
};
const from = (id: string) => cards.find((card) => card.id === id) as BoardCardData;

describe('arrows on the board', () => {
  it('walk down a stage and on into the next lane that has cards there', () => {
    expect(neighbourOf(map, from('a1'), 'down')?.id).toBe('a2');
    expect(neighbourOf(map, from('a2'), 'down')?.id).toBe('s1');
    expect(neighbourOf(map, from('s1'), 'up')?.id).toBe('a2');
    expect(neighbourOf(map, from('s1'), 'down')).toBeUndefined();
  });

  it('skip empty stages sideways and stay within the lane', () => {
    expect(neighbourOf(map, from('a2'), 'right')?.id).toBe('a3');
    expect(neighbourOf(map, from('a3'), 'left')?.id).toBe('a1');
    expect(neighbourOf(map, from('m1'), 'left')).toBeUndefined();
  });

  it('never lead to a card that is not drawn', () => {
    const capped: BoardMap = { ...map, shownIn: () => 1 };
    expect(neighbourOf(capped, from('m1'), 'down')).toBeUndefined();
  });
});

describe('a lane off screen', () => {
  it('keeps the height of its tallest cell, with the line for the rest', () => {
    expect(
      laneHeight([
        { shown: 2, rest: 0 },
        { shown: 1, rest: 5 },
      ]),
    ).toBe(250);
    expect(laneHeight([{ shown: 20, rest: 3 }])).toBe(2528);
  });
});
