import type { ParameterMap } from './engine';
import type { GridImage } from './grid-image';

/** So that the same two scans give the same result, bit for bit. */
const SEED = '20261121';

/** No smoothing: the voxels as they are. */
const FINEST = 0;
const RIGID_LEVELS_MM = [8, 4, FINEST];
/** Of a region whose patient is already aligned; and of the alignment before it. */
export const REGION_LEVELS_MM = [4, FINEST];
export const BEFORE_REGION_LEVELS_MM = [8, 4];

/** Longest step of one iteration: half of what is looked at, but never below 1 mm, where it would end too early. */
const longestSteps = (levelsMm: readonly number[]): number[] => levelsMm.map((mm) => Math.max(1, mm / 2));

/** Random points off the voxel grid: few are enough, and grid artefacts average out. */
const SAMPLER = 'RandomCoordinate';

type Values = readonly (string | number)[];

const asStrings = (map: Readonly<Record<string, Values>>): ParameterMap =>
  Object.fromEntries(Object.entries(map).map(([name, values]) => [name, values.map(String)]));

/** Smoothing of one image, level after level, in voxels: as if they were about as wide as asked. 1 is none. */
function pyramid({ spacingMm }: Pick<GridImage, 'spacingMm'>, levelsMm: readonly number[]): number[] {
  return levelsMm.flatMap((mm) => spacingMm.map((spacing) => Math.max(1, Math.round(mm / spacing))));
}

/** What both kinds have in common. */
function common(
  fixed: GridImage,
  moving: GridImage,
  levelsMm: readonly number[],
  iterations: readonly number[],
): Record<string, Values> {
  return {
    FixedInternalImagePixelType: ['float'],
    MovingInternalImagePixelType: ['float'],
    FixedImageDimension: [3],
    MovingImageDimension: [3],
    // Patient coordinates, whichever way the grids lie in them.
    UseDirectionCosines: ['true'],
    // The moving image is laid where the start puts it before elastix sees it: nothing is left to be guessed.
    AutomaticTransformInitialization: ['false'],
    HowToCombineTransforms: ['Compose'],
    NumberOfResolutions: [levelsMm.length],
    MaximumNumberOfIterations: iterations,
    // Smoothed, never shrunk: ITK's shrinking picks voxels half a voxel aside, seen as 1.6 mm in the result.
    FixedImagePyramid: ['FixedSmoothingImagePyramid'],
    MovingImagePyramid: ['MovingSmoothingImagePyramid'],
    FixedImagePyramidSchedule: pyramid(fixed, levelsMm),
    MovingImagePyramidSchedule: pyramid(moving, levelsMm),
    // Fresh points at every iteration.
    NewSamplesEveryIteration: ['true'],
    RandomSeed: [SEED],
    Interpolator: ['LinearInterpolator'],
    // Robbins-Monro steps whose size is estimated from the images (Klein 2009); no step size to be tuned by hand.
    Optimizer: ['AdaptiveStochasticGradientDescent'],
    AutomaticParameterEstimation: ['true'],
    ASGDParameterEstimationMethod: ['DisplacementDistribution'],
    // For that estimate: the usual 100 000 points took longer than all iterations and gave no better step.
    NumberOfSamplesForExactGradient: [5000],
    // A prior scan of another length is matched over what both show; how much that is, is checked before.
    RequiredRatioOfValidSamples: [0.05],
    // Only the transform is wanted.
    WriteResultImage: ['false'],
    ResampleInterpolator: ['FinalLinearInterpolator'],
    Resampler: ['DefaultResampler'],
    DefaultPixelValue: [-1000],
  };
}

export interface Schedule {
  readonly parameters: ParameterMap;
  /** How often elastix reads the clock in all its iterations together, which shows how far it is. */
  readonly clockReadings: number;
}

/**
 * Rigid: three angles about the middle of the fixed image, three shifts.
 * Mutual information, not squared differences: contrast medium, a lobe that fills, a tube voltage that differs change
 * Hounsfield units between courses that lie years apart.
 */
export function rigidParameters(fixed: GridImage, moving: GridImage, levelsMm: readonly number[] = RIGID_LEVELS_MM): Schedule {
  const iterations = levelsMm.map(() => 200);
  return {
    clockReadings: 4 * iterations.reduce((sum, n) => sum + n, 0),
    parameters: asStrings({
      ...common(fixed, moving, levelsMm, iterations),
      Registration: ['MultiResolutionRegistration'],
      Transform: ['EulerTransform'],
      // Radians and mm are brought to the same effect on the image.
      AutomaticScalesEstimation: ['true'],
      Metric: ['AdvancedMattesMutualInformation'],
      NumberOfHistogramBins: [32],
      ImageSampler: [SAMPLER],
      NumberOfSpatialSamples: [5000],
      MaximumStepLength: longestSteps(levelsMm),
    }),
  };
}

/**
 * Deformable: a cubic B-spline over what the rigid part left, its control points 80, 40 and then 25 mm apart: finer
 * ones follow noise and slide organs along the chest wall that in truth do not move.
 * The bending energy (Rueckert 1999) keeps it smooth where nothing in the image says how it moves.
 */
export function deformableParameters(fixed: GridImage, moving: GridImage): Schedule {
  const levelsMm = [8, 4, FINEST];
  const iterations = [150, 150, 150];
  const finalMm = 25;
  const grid = [80, 40, 25].flatMap((mm) => [mm / finalMm, mm / finalMm, mm / finalMm]);
  return {
    clockReadings: 12 * iterations.reduce((sum, n) => sum + n, 0),
    parameters: asStrings({
      ...common(fixed, moving, levelsMm, iterations),
      Registration: ['MultiMetricMultiResolutionRegistration'],
      Transform: ['BSplineTransform'],
      BSplineTransformSplineOrder: [3],
      FinalGridSpacingInPhysicalUnits: [finalMm, finalMm, finalMm],
      GridSpacingSchedule: grid,
      Metric: ['AdvancedMattesMutualInformation', 'TransformBendingEnergyPenalty'],
      Metric0Weight: [1],
      Metric1Weight: [2000],
      NumberOfHistogramBins: [32],
      // The bending, smooth as it is, is felt by far fewer points than the images; each costs more.
      ImageSampler: [SAMPLER, SAMPLER],
      ImageSampler0NumberOfSpatialSamples: [2000],
      ImageSampler1NumberOfSpatialSamples: [300],
      MaximumStepLength: longestSteps(levelsMm),
    }),
  };
}
