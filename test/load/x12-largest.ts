import { createReadStream } from 'node:fs';
import { checkClaimBalance, checkTransactionBalance, read835 } from '../../libs/x12/src/index.ts';

/** Reads the 835 named on the command line as an import does and prints claims, faults, time and peak memory. */
const started = performance.now();
let [claims, faults] = [0, 0];
for await (const item of read835(createReadStream(process.argv[2] ?? ''))) {
  if (item.type === 'claim') {
    claims += 1;
    faults += checkClaimBalance(item.claim).length;
  } else if (item.type === 'transaction-end') {
    if (checkTransactionBalance(item.header, item.totals) !== undefined) faults += 1;
  } else if (item.type === 'file-end') faults += item.faults.length;
}
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ claims, faults, seconds: (performance.now() - started) / 1000, peakMb }));
