import { defineConfig, mergeConfig } from 'vitest/config';
import everything from './vitest.config';

/** What needs no build, no browser and no whole patient: less than a minute. */
export default mergeConfig(
  everything,
  defineConfig({
    test: {
      // A fresh set of modules for each file would be half of the time.
      isolate: false,
      unstubGlobals: true,
      exclude: [
        'test/{app/engine,app/study/pages,assessment,cli,dicom-samples,e2e,electron,peers,registration,report}/**',
        'test/evaluation/{plausibility,robustness}/**',
        'test/geometry/{derived,peaks}/**',
        'test/{case/anatomy,evaluation/headroom}.test.ts',
        'test/**/*{browser,page,pages,screen,samples}*.test.ts',
      ],
    },
  }),
);
