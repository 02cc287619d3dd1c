import { Bench } from './fuzzed-case';
import { runMutation } from './run-mutation';

/* The process that runs mutations for `main.ts`, which ends it where one hangs or takes too much memory. */

const [seed, from, to] = process.argv.slice(2).map(Number);
// Without the one who watches, nobody would end what hangs.
process.on('disconnect', () => process.exit());
const bench = new Bench();
for (let index = from; index < to; index++) {
  const ran = await runMutation(bench, seed, index);
  await new Promise((sent) => process.send!(ran, sent));
}
process.disconnect();
