import type { Tx } from '@caseboard/server/kernel';

/** One entry of a case's history; each is a version of the case. */
export interface StageMove<Act extends string, Stage extends string> {
  version: number;
  at: Date;
  actor: string;
  act: Act;
  fromStage: Stage | null;
  toStage: Stage;
  reason: string | null;
}

/** A case that stands in a column of a board, with the dollars it adds to it. */
interface StagedCase<Stage extends string> {
  id: string;
  version: number;
  stage: Stage;
  amountCents: number;
}

/** What one transaction did to a case; `before` is undefined when it was opened. */
interface Recorded<Act extends string, Case> {
  act: Act;
  before?: Case | undefined;
  after: Case;
  reason?: string | undefined;
}

/** The history of the cases of a board, and the totals of its columns. */
export class StageMoves<Act extends string, Stage extends string> {
  /** `table` keeps the history: a row for each version of a case. */
  constructor(
    private readonly table: string,
    private readonly board: string,
  ) {}

  /** Keeps what happened to cases and moves those that changed their stage between the column totals. */
  async record(tx: Tx, moves: readonly Recorded<Act, StagedCase<Stage>>[]): Promise<void> {
    await tx.execute(
      `INSERT INTO ${this.table} (org_id, case_id, version, at, actor, act, from_stage, to_stage, reason)
       SELECT $1, m.case_id, m.version, $2, $3, m.act, m.from_stage, m.to_stage, m.reason
       FROM unnest($4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[]) AS m(case_id, version, act, from_stage, to_stage, reason)`,
      [
        tx.orgId,
        tx.now,
        tx.actor,
        moves.map(({ after }) => after.id),
        moves.map(({ after }) => after.version),
        moves.map(({ act }) => act),
        moves.map(({ before }) => before?.stage ?? null),
        moves.map(({ after }) => after.stage),
        moves.map(({ reason }) => reason ?? null),
      ],
    );
    for (const { before, after } of moves) this.count(tx, before, after);
  }

  /** A case's history, oldest first; at most 500 entries. */
  of(tx: Tx, caseId: string): Promise<StageMove<Act, Stage>[]> {
    return tx.query<StageMove<Act, Stage>>(
      `SELECT version, at, actor, act, from_stage AS "fromStage", to_stage AS "toStage", reason FROM ${this.table}
       WHERE org_id = $1 AND case_id = $2 ORDER BY version LIMIT 500`,
      [tx.orgId, caseId],
    );
  }

  private count(tx: Tx, before: StagedCase<Stage> | undefined, after: StagedCase<Stage>): void {
    if (before?.stage === after.stage) return;
    if (before) tx.count(this.board, `stage:${before.stage}`, { count: -1, cents: -before.amountCents });
    tx.count(this.board, `stage:${after.stage}`, { count: 1, cents: after.amountCents });
  }
}
