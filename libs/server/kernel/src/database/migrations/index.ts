import { Kernel1764000000001 } from './0001-kernel.ts';
import { Events1764000000002 } from './0002-events.ts';
import { Audit1764000000003 } from './0003-audit.ts';
import { Identity1764000000004 } from './0004-identity.ts';
import { Records1764000000005 } from './0005-records.ts';
import { Worklist1764000000006 } from './0006-worklist.ts';
import { Billing1764000000007 } from './0007-billing.ts';
import { Denials1764000000008 } from './0008-denials.ts';
import { Charts1764000000009 } from './0009-charts.ts';
import { Threads1764000000010 } from './0010-threads.ts';
import { Coding1764000000011 } from './0011-coding.ts';
import { Acknowledgements1764000000012 } from './0012-acknowledgements.ts';
import { FollowUp1764000000013 } from './0013-follow-up.ts';
import { PatientAccounts1764000000014 } from './0014-patient-accounts.ts';
import { Reporting1764000000015 } from './0015-reporting.ts';
import { ClaimLineage1764000000016 } from './0016-claim-lineage.ts';
import { EarlyAnswers1764000000017 } from './0017-early-answers.ts';
import { PatientKeys1764000000018 } from './0018-patient-keys.ts';
import { LaterPayers1764000000019 } from './0019-later-payers.ts';

/** Every migration of every module, in the order they run: listed by hand so that a bundle holds them all. */
export const MIGRATIONS = [
  Kernel1764000000001,
  Events1764000000002,
  Audit1764000000003,
  Identity1764000000004,
  Records1764000000005,
  Worklist1764000000006,
  Billing1764000000007,
  Denials1764000000008,
  Charts1764000000009,
  Threads1764000000010,
  Coding1764000000011,
  Acknowledgements1764000000012,
  FollowUp1764000000013,
  PatientAccounts1764000000014,
  Reporting1764000000015,
  ClaimLineage1764000000016,
  EarlyAnswers1764000000017,
  PatientKeys1764000000018,
  LaterPayers1764000000019,
];
