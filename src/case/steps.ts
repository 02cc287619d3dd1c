import { slabsOfRoi } from '../geometry/contours-to-slabs';
import { evaluateDerived } from '../geometry/derived/evaluate-derived';
import { MarginWork, MOST_SWEPT } from '../geometry/derived/margin-work';
import { parseDerived } from '../geometry/derived/parse-derived';
import type { DoseGrid } from '../geometry/dose-grid';
import { surveyDose } from '../geometry/dose-survey';
import { resampleDose } from '../geometry/interpolate';
import { unmappedPoints } from '../geometry/point-map';
import { sampleRoi } from '../geometry/roi-samples';
import type { SlabStack } from '../geometry/slab-stack';
import { readDeformation } from '../registration/deformation-text';
import { mapFolding } from '../registration/quality/map-folding';
import { registrationQuality } from '../registration/quality/registration-quality';
import { transformsOf } from '../registration/transforms-of';
import { FileMemory } from './file-memory';
import { type Memory, makeMemory } from './remember';

/** A solid, and of how many points its margins were made. */
type Derived = SlabStack & { readonly swept: number };

/** A derived structure from the solids that its expression names, with margins of no more points than that. */
function derivedStack(expression: string, operands: Readonly<Record<string, SlabStack>>, mostSwept = MOST_SWEPT): Derived {
  const work = new MarginWork(mostSwept);
  const lookUp = (name: string) => (Object.hasOwn(operands, name) ? operands[name] : undefined);
  const stack = evaluateDerived(parseDerived(expression), lookUp, expression, work);
  return { ...stack, swept: work.swept };
}

/**
 * The steps of an assessment that take long, each a function of exactly what it takes. A session has them remembering;
 * asked once they are plain.
 */
export const PLAIN_STEPS = {
  slabsOfRoi,
  derivedStack,
  readDeformation,
  transformsOf,
  sampleRoi,
  surveyDose,
  unmappedPoints,
  registrationQuality,
  mapFolding,
  resampleDose,
  /** The grid of a phase, known by the content of its files and their scales. */
  doseGrid: (_of: readonly { readonly sha256: string; readonly scale: number }[], make: () => DoseGrid): DoseGrid => make(),
  files: undefined as FileMemory | undefined,
};

export type Steps = typeof PLAIN_STEPS;

/**
 * The same steps, remembering.
 * @param beforeSampling called before anything is sampled that was not before.
 * @param sample how an ROI is sampled.
 */
export function rememberingSteps(
  memory: Memory = makeMemory(),
  beforeSampling: () => void = () => {},
  sample: typeof sampleRoi = sampleRoi,
): Steps {
  const { remember } = memory;
  let make: (() => DoseGrid) | undefined;
  const grid = remember((_of: readonly { readonly sha256: string; readonly scale: number }[]) => make!());
  return {
    slabsOfRoi: remember(slabsOfRoi),
    derivedStack: remember(derivedStack),
    readDeformation: remember(readDeformation),
    transformsOf: remember(transformsOf),
    sampleRoi: remember((...args: Parameters<typeof sampleRoi>) => {
      beforeSampling();
      return sample(...args);
    }),
    surveyDose: remember(surveyDose),
    unmappedPoints: remember(unmappedPoints),
    registrationQuality: remember(registrationQuality),
    mapFolding: remember(mapFolding),
    resampleDose: remember(resampleDose),
    doseGrid: (of, how) => {
      make = how;
      try {
        return grid(of);
      } finally {
        // It holds the pixels that the grid is made of.
        make = undefined;
      }
    },
    files: new FileMemory(),
  };
}
