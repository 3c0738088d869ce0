import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Chore } from './chores.ts';

const HOUR = 3_600_000;

/** Idempotency keys are kept 24 hours (draft-ietf-httpapi-idempotency-key-header, 2.3). */
export const forgetOldKeys = (uow: UnitOfWork): Chore => ({
  name: 'kernel.forget-keys',
  everyMs: HOUR,
  run: async (orgId) => {
    await uow.actAs(orgId, 'rule:forget-keys', { action: 'rule.forget-keys', kind: 'idempotency' }, (tx) =>
      tx.execute("DELETE FROM kernel.idempotency WHERE org_id = $1 AND created_at < now() - interval '24 hours'", [
        orgId,
      ]),
    );
  },
});
