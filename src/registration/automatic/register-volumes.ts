import { compose, type FrameTransform, invert, type Matrix4, reversed } from '../../geometry/transform';
import { InputError } from '../../input-error';
import { bodyOnly } from './body';
import { countingClockReadings } from './clock-readings';
import { type DisplacementGrid, displacementGrid } from './displacement-grid';
import { type Elastix, type ItkTransform, toItk } from './engine';
import { average, crop, type GridImage } from './grid-image';
import { BEFORE_REGION_LEVELS_MM, deformableParameters, REGION_LEVELS_MM, rigidParameters, type Schedule } from './parameters';
import { prepareImage } from './prepare-image';
import { boxOfRegion, padded, type Region } from './region';
import { matrixOfEuler } from './rigid-matrix';
import { type BodyPoints, bodyPoints, moved, type Similarity, similarity } from './similarity';
import { type Lattice, splineOf } from './spline';
import { startPosition } from './start-position';
import type { RegistrationVolume } from './volume';

export type RegistrationKind = 'rigid' | 'deformable';

export interface RegistrationRequest {
  /** The scan that stays: the planned course's. */
  readonly fixed: RegistrationVolume;
  /** The scan that is laid on it: the prior course's. */
  readonly moving: RegistrationVolume;
  readonly kind: RegistrationKind;
  /** Only what is in here is matched; without it the whole patient. */
  readonly region?: Region | undefined;
  /** Where to start, in place of a search: maps fixed points to moving points. */
  readonly start?: Matrix4 | undefined;
}

export type Stage = 'preparing' | 'rigid' | 'region' | 'deformable';

/** How far the work is: the stage, and the share of all stages that is done, 0 to 1. */
export interface Progress {
  readonly stage: Stage;
  readonly share: number;
}

/**
 * A registration by the computer, unaccepted. With the planned CT as fixed and the prior one as moving, `fixedToMoving`
 * is plannedToPrior: it tells for a point of today's anatomy where the prior dose is to be read. It is what elastix
 * gives. `movingToFixed` is its exact inverse (priorToPlanned, the way a DICOM Spatial Registration and a case file map).
 */
export interface RegistrationResult {
  readonly kind: RegistrationKind;
  /** The rigid part, and all of it where `displacement` is missing. */
  readonly fixedToMoving: FrameTransform;
  readonly movingToFixed: FrameTransform;
  /** Deformable only: a fixed point p lies at fixedToMoving · p + displacement(p). It has no inverse in closed form. */
  readonly displacement?: DisplacementGrid;
  /** Voxels of the finest images that were matched, along the fixed image's axes. */
  readonly resolutionMm: readonly [number, number, number];
  /** Of the rigid part, on voxels of about 8 mm, over the whole patient. */
  readonly similarity: { readonly atStart: Similarity; readonly atEnd: Similarity };
}

const COARSE_MM = 8;
/** Room about the body, so that its skin is seen against air. */
const FIXED_MARGIN_MM = 10;
/** Fixed points past the moving image are not matched: there must be room for what the registration moves. */
const MOVING_MARGIN_MM = 50;
/** Less common ground than this is no basis for a registration. */
const LEAST_OVERLAP = 0.25;
/** Correlation may fall by so much where mutual information knows better. */
const MAY_FALL = 0.02;

/**
 * Registers two CTs. Blocks its thread for seconds to a minute: call it in a worker.
 * @param elastix runs elastix, in Node or in a browser.
 * @throws InputError where a volume holds no patient, the region is not in it, or the scans do not fit each other.
 */
export async function registerVolumes(
  request: RegistrationRequest,
  elastix: Elastix,
  onProgress: (progress: Progress) => void = () => {},
): Promise<RegistrationResult> {
  const report = progressOf(request, onProgress);
  report('preparing', 0);
  const fixed = prepared(request.fixed, 'fixed', FIXED_MARGIN_MM);
  const moving = prepared(request.moving, 'moving', MOVING_MARGIN_MM);
  const region = request.region && crop(fixed, boxOfRegion(fixed, request.region));
  const [coarse, coarseMoving] = [coarser(fixed), coarser(moving)];
  const points = bodyPoints(coarse);
  let matrix = request.start ?? startPosition(coarse, coarseMoving);
  const atStart = requireOverlap(similarity(points, coarseMoving, matrix));

  const run = async (stage: Stage, image: GridImage, { parameters, clockReadings }: Schedule): Promise<ItkTransform> => {
    report(stage, 0);
    // Laid back by the start, the moving image needs no initial transform: elastix finds what is left, from 0.
    const there = toItk(moved(moving, invert(matrix)));
    const transforms = await countingClockReadings(
      (readings) => report(stage, Math.min(1, readings / clockReadings)),
      () => elastix(parameters, toItk(image), there),
    );
    report(stage, 1);
    return only(transforms);
  };

  if (!region || !request.start) {
    const found = await run('rigid', fixed, rigidParameters(fixed, moving, region ? BEFORE_REGION_LEVELS_MM : undefined));
    matrix = compose(matrixOfEuler(found), matrix);
  }
  if (region) {
    const found = await run('region', region, rigidParameters(region, moving, REGION_LEVELS_MM));
    matrix = compose(matrixOfEuler(found), matrix);
  }
  const atEnd = requireFit(points, coarseMoving, matrix, atStart, region !== undefined);
  const fixedToMoving: FrameTransform = {
    fromFrameUid: request.fixed.frameOfReferenceUid,
    toFrameUid: request.moving.frameOfReferenceUid,
    matrix,
  };
  const rigid: RegistrationResult = {
    kind: request.kind,
    fixedToMoving,
    movingToFixed: reversed(fixedToMoving),
    resolutionMm: fixed.spacingMm,
    similarity: { atStart, atEnd },
  };
  if (request.kind === 'rigid') return rigid;
  const image = region ?? fixed;
  const spline = splineOf(await run('deformable', image, deformableParameters(image, moving)));
  return { ...rigid, displacement: displacementGrid(spline, latticeOf(image), matrix) };
}

function prepared(volume: RegistrationVolume, which: string, marginMm: number): GridImage {
  const { image, box } = bodyOnly(prepareImage(volume, which), which);
  return crop(image, padded(image, box, marginMm));
}

function coarser(image: GridImage): GridImage {
  const factor = (n: number) => Math.max(1, Math.round(COARSE_MM / image.spacingMm[n]));
  return average(image, [factor(0), factor(1), factor(2)]);
}

const latticeOf = ({ size, spacingMm, originMm, axes }: GridImage): Lattice => ({ size, spacingMm, originMm, axes });

/** The package wraps what it found into a composite transform, listed before it. */
function only(transforms: readonly ItkTransform[]): ItkTransform {
  const found = transforms.filter(({ transformType }) => transformType.transformParameterization !== 'Composite');
  if (found.length !== 1) throw new Error(`elastix gave ${found.length} transforms in place of one`);
  return found[0];
}

function requireOverlap(found: Similarity): Similarity {
  if (found.overlap >= LEAST_OVERLAP) return found;
  throw new InputError({
    where: 'automatic registration',
    found: `${(100 * found.overlap).toFixed(0)} % of the fixed patient within the moving CT`,
    needed: `scans that share at least ${100 * LEAST_OVERLAP} %, or a start closer by`,
  });
}

function requireFit(points: BodyPoints, moving: GridImage, matrix: Matrix4, before: Similarity, isRegion: boolean): Similarity {
  const after = requireOverlap(similarity(points, moving, matrix));
  // What fits one region best may fit the rest of the patient less well.
  if (isRegion || after.correlation >= before.correlation - MAY_FALL) return after;
  throw new InputError({
    where: 'automatic registration',
    found: `a correlation of ${after.correlation.toFixed(3)} after and ${before.correlation.toFixed(3)} before`,
    needed: 'scans that become more alike by registering: start by hand, or register a region',
  });
}

/** Shares of the whole that the stages take, about as long as they do. */
function progressOf({ kind, region }: RegistrationRequest, onProgress: (progress: Progress) => void) {
  const weights: [Stage, number][] = [
    ['preparing', 1],
    ['rigid', 4],
    ['region', region ? 3 : 0],
    ['deformable', kind === 'deformable' ? 15 : 0],
  ];
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (stage: Stage, done: number) => {
    const place = weights.findIndex(([name]) => name === stage);
    const before = weights.slice(0, place).reduce((sum, [, weight]) => sum + weight, 0);
    onProgress({ stage, share: (before + done * weights[place][1]) / total });
  };
}
