import { join } from 'node:path';
import { buildWhatIsStale } from './start.mjs';

// Runs one of the built programs: `node apps/api/run.mjs cli migrate`.
const [program, ...rest] = process.argv.slice(2);
buildWhatIsStale();
const file = join(import.meta.dirname, `../../dist/apps/api/${program}.js`);
process.argv = [process.execPath, file, ...rest];
await import(file);
