import { cpus, totalmem } from 'node:os';
import { buildWhatIsStale } from '../../apps/api/start.mjs';
import { judge } from './figures.ts';

// `npm run bench -- NAME [--json]`: our path and its limit or peer in one run, each mark beside its figure.
const BENCHES = {
  x12: () => import('./x12.bench.ts'),
  start: () => import('./start.bench.ts'),
  answers: () => import('./answers.bench.ts'),
  import: () => import('../../dist/apps/api/import-bench.js'),
};

const [name] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isJson = process.argv.includes('--json');
if (!Object.hasOwn(BENCHES, name ?? '')) {
  console.error(`Which one? ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}

buildWhatIsStale();
const bench = (await BENCHES[name]()).default;
const measured = await bench.run();
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
};
const { figures, ratios, targets } = measured;
const met = judge(measured);

if (isJson) {
  console.log(JSON.stringify({ name, machine, figures, ratios, targets, met }));
} else {
  console.log(`${name} on ${machine.cores} × ${machine.cpu}, Node ${machine.node}`);
  for (const [kind, values] of Object.entries({ figures, ratios })) {
    for (const [key, value] of Object.entries(values)) {
      const target = targets[`${kind}.${key}`];
      console.log(
        `  ${`${kind}.${key}`.padEnd(36)} ${String(value).padStart(14)}  ${target ? `${target} ${met[`${kind}.${key}`] ? 'met' : 'NOT met'}` : ''}`,
      );
    }
  }
}
process.exit(0);
