import type { ImportKind, Role } from '@caseboard/contracts';
import type { Tx, UnitOfWork } from '@caseboard/server/kernel';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from '../src/import-handler.ts';
import { importFaultOf } from '../src/import-refusal.ts';
import type { Patients } from '../src/patients.service.ts';

const CHUNK = 2;

/**
 * A format of the stories: `LINES`, then one person a line, in chunks of two. Each becomes a patient without
 * card or birth date, so that a line applied twice is two patients. A line `BAD` spoils the whole file.
 */
export class LineImports implements ImportHandler {
  readonly kinds: readonly ImportKind[] = ['835'];
  readonly roles: readonly Role[] = ['biller', 'admin'];
  readonly settled: string[] = [];
  checks = 0;
  /** Runs after the commit of a chunk. */
  afterChunk: (cursor: number, run: ImportRun) => Promise<void> = async () => undefined;
  /** Runs inside the transaction of a chunk, after everything was written. */
  inChunk: () => void = () => undefined;
  private readonly uow: UnitOfWork;
  private readonly patients: Patients;

  constructor(uow: UnitOfWork, patients: Patients) {
    this.uow = uow;
    this.patients = patients;
  }

  detect(head: Uint8Array): Detection | undefined {
    const start = Buffer.from(head).toString('latin1', 0, 6);
    if (start === 'LINES!')
      return { kind: 'unknown', fault: importFaultOf('lines-version', 'This version of LINES is not taken.') };
    return start.startsWith('LINES') ? { kind: '835' } : undefined;
  }

  async check(run: ImportRun): Promise<ImportVerdict> {
    this.checks += 1;
    const people = await peopleOf(run);
    const bad = people.flatMap((name, at) =>
      name === 'BAD' ? [{ ...importFaultOf('bad-line', 'This line is bad.'), line: at + 2 }] : [],
    );
    return {
      accepted: bad.length === 0,
      counts: { claims: people.length },
      faults: bad,
      plan: { people: people.length },
    };
  }

  async settle(_: Tx, run: ImportRun): Promise<void> {
    this.settled.push(run.importId);
  }

  async apply(run: ImportRun): Promise<void> {
    const people = await peopleOf(run);
    const { people: planned } = run.plan as { people: number };
    if (planned !== people.length) throw new Error('The plan is not that of this file.');
    for (let from = run.cursor; from < people.length; from += CHUNK) {
      const to = Math.min(from + CHUNK, people.length);
      await this.uow.actAs(run.orgId, 'rule:lines', { action: 'rule.lines', kind: 'import' }, async (tx) => {
        await this.patients.findOrAddMany(
          tx,
          people.slice(from, to).map((lastName) => nameless(lastName)),
        );
        await run.saveCursor(tx, to, { patients: to });
        this.inChunk();
      });
      await run.progress(to, people.length, `Applied ${to} of ${people.length} lines`);
      await this.afterChunk(to, run);
    }
  }
}

const nameless = (lastName: string) => ({
  payerId: '',
  memberId: null,
  lastName,
  firstName: 'X',
  birthDate: null,
  sex: null,
});

async function peopleOf(run: ImportRun): Promise<string[]> {
  let text = '';
  for await (const piece of run.open()) text += Buffer.from(piece).toString('latin1');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
}

/** A file of the format with so many people; `mark` makes it another file. */
export const linesOf = (count: number, mark = 'A'): string =>
  ['LINES', ...Array.from({ length: count }, (_, at) => `${mark}${at + 1}`)].join('\n');
