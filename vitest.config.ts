import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By itself vitest leaves one core idle, which of two is half of the machine. */
const maxWorkers = Math.max(1, Math.min(4, availableParallelism()));

/** What needs a build, a browser or a whole patient. All else is done in a minute. */
const WHOLE = [
  'test/{app/engine,app/study/pages,assessment,cli,dicom-samples,e2e,electron,fuzz,peers,registration,report}/**/*.test.ts',
  'test/evaluation/{plausibility,robustness}/**/*.test.ts',
  'test/geometry/{derived,peaks,pits}/**/*.test.ts',
  'test/case/{anatomy,contradicted-files,hollow-organs,slice-gaps}.test.ts',
  'test/evaluation/{deformation,goal-rules,headroom,in-target,organs-without-region}.test.ts',
  'test/app/{case/case-editor,fusion/fusion-views,fusion/fusion-input,viewer/ortho-views,viewer/ortho-views-input}.test.ts',
  'test/**/*{browser,page,pages,screen,samples}*.test.ts',
];

/** Minutes by themselves: begun first, or one core would be left with them at the end. */
const LONGEST = ['test/assessment/session.test.ts', 'test/e2e/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((of) => moduleId.includes(of));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: WHOLE,
          testTimeout: 60_000,
          // A fresh set of modules for each file would be half of the time.
          isolate: false,
          unstubGlobals: true,
        },
      },
      { test: { name: 'whole', include: WHOLE, testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
});
