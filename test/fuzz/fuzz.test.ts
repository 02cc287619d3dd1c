import { describe, expect, it } from 'vitest';
import { Bench, CASE_COUNT } from './fuzzed-case';
import { JSON_KINDS } from './mutate-case';
import { DICOM_KINDS } from './mutate-dicom';
import { type Ran, runMutation } from './run-mutation';
import { faultLine, faultsOf, Tally } from './tally';

/** Another seed is as good: `npm run fuzz -- 20000 --seed 2`. */
const SEED = 1;
const COUNT = 500;

describe('mutated files', { timeout: 240_000 }, () => {
  it('end in a refusal that names file and place, or in a result, and never in a fault', async () => {
    const bench = new Bench();
    const tally = new Tally();
    const kinds = new Set<string>();
    for (let index = 0; index < COUNT; index++) {
      const ran: Ran = await runMutation(bench, SEED, index);
      tally.add(ran);
      kinds.add(ran.kind);
    }
    expect(tally.faulty.map((ran) => faultLine(SEED, ran))).toEqual([]);
    expect([...DICOM_KINDS, ...JSON_KINDS].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('are the same for the same seed and number, whatever was run before', async () => {
    const told = ({ ms: _, cpuMs: __, rssMb: ___, ...ran }: Ran) => ran;
    const bench = new Bench();
    for (const index of [7, 3, 11]) {
      const first = told(await runMutation(bench, SEED, index));
      expect(told(await runMutation(new Bench(), SEED, index))).toEqual(first);
      expect(faultsOf(await runMutation(bench, SEED, index))).toEqual([]);
    }
  });

  it('start from cases of which nothing is asked', async () => {
    const bench = new Bench();
    for (let index = 0; index < CASE_COUNT; index++) {
      const { said, figures } = await bench.soundResult(index);
      expect([...said].filter((each) => each.includes(' error '))).toEqual([]);
      const verdicts = [...figures].filter(([at]) => at.startsWith('SpinalCord') && at.endsWith(' verdict'));
      expect(verdicts.map(([, verdict]) => verdict)).toContain('met');
    }
  });
});
