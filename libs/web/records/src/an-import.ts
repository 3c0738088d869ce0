import type { ImportFault, ImportJob } from '@caseboard/contracts';

/** An import for stories: an 835 of 214 claims that is done, unless told otherwise. */
export const anImport = (change: Partial<ImportJob> = {}): ImportJob => ({
  id: '0198f3c0-0000-7000-8000-000000000001',
  fileName: '835_NLHMO_20261120.edi',
  kind: '835',
  state: 'done',
  progress: 1,
  progressText: 'Done',
  counts: { transactions: 1, claims: 214, denials: 12 },
  errors: [],
  sha256: '9f2c'.padEnd(64, '0'),
  bytes: 48_219,
  byUserId: null,
  createdAt: '2026-11-24T16:38:00.000Z',
  finishedAt: null,
  ...change,
});

/** A line that is 25.00 short, as the server tells it. */
export const aShortLine = (change: Partial<ImportFault> = {}): ImportFault => ({
  code: 'remittance/unbalanced',
  message:
    'Line 1 of claim CLM-003977 does not add up: SVC02 − Σ CAS = SVC03. It is $25.00 short (segments 1410 to 1412).',
  severity: 'error',
  segment: 1410,
  balance: {
    level: 'line',
    ids: ['CLM-003977', '1'],
    expectedCents: 22_500,
    foundCents: 20_000,
    differenceCents: -2500,
  },
  ...change,
});

/** A fault of the reader. */
export const aFault = (code: string, change: Partial<ImportFault> = {}): ImportFault => ({
  code,
  message: 'Something is wrong.',
  severity: 'error',
  ...change,
});
