/** What every case on a shared board has; denials and follow-up are two. */
export interface BoardCase {
  id: string;
  number: string;
  stage: string;
  payerId: string;
  payerName: string;
  amountCents: number;
  priority: number;
  dueOn: string | null;
  ownerId: string | null;
  workItemId: string;
  workItemVersion: number;
  /** Actor of the last move. */
  movedBy: string | null;
  version: number;
}

/** What a board knows of its kind of case beyond the rows. */
export interface BoardKind<Case extends BoardCase> {
  /** Every stage, in the order of the columns; the last is the strip of what is over. */
  stages: readonly Case['stage'][];
  over: Case['stage'];
  /** The stage's word on the board. */
  stageWord(stage: Case['stage']): string;
  /** Where a case may go from a stage, and why not elsewhere. */
  movesFrom(stage: Case['stage']): readonly { stage: Case['stage']; isAllowed: boolean; because: string | null }[];
  /** What an event of this kind says in words, beside those of owners; by event name. */
  newsOf: Readonly<Record<string, (who: string, number: string, stage: string) => string>>;
}
