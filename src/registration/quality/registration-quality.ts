import { affinePart, type PointMap } from '../../geometry/point-map';
import { sampleRoi } from '../../geometry/roi-samples';
import type { SlabStack } from '../../geometry/slab-stack';
import { determinant3 } from '../../geometry/transform';
import type { Vec3 } from '../../geometry/vec3';
import { type LandmarkErrors, type LandmarkPair, landmarkErrors } from './landmark-error';
import { type FieldFolding, foldedCellsIn, mapFolding } from './map-folding';
import { type OrganDeformation, organDeformation } from './organ-deformation';
import { type Overlap, overlapOf } from './overlap';
import { type RigidMotion, rigidMotionOf } from './six-degrees';

export interface QualityQuestion {
  /** From points of the planned anatomy to points of the prior course's frame. */
  readonly map: PointMap;
  /** Solids with one slab at least: an organ without volume has no quality. */
  readonly organs: readonly {
    readonly name: string;
    readonly planned: SlabStack;
    /** The same organ as the prior course contoured it, in its own frame. */
    readonly prior?: SlabStack | undefined;
  }[];
  readonly landmarks: readonly LandmarkPair[];
  /** What the motion is told about, in the planned frame: the middle of the body, say. */
  readonly centreMm?: Vec3 | undefined;
}

export interface OrganQuality {
  readonly name: string;
  readonly plannedCc: number;
  /** Share of the planned organ's volume (0 to 1) where the map is unknown. */
  readonly unknownShare: number;
  /** Absent where the map is known nowhere in the organ. */
  readonly deformation?: OrganDeformation;
  /** Cells of the map's fields that fold and have their middle in the planned organ. */
  readonly foldedCells: number;
  /** Absent where the prior course has no contours of the organ. */
  readonly overlap?: Overlap;
}

/** How far a registration is to be trusted, in numbers; plain data. Lengths in mm, volumes in cc, shares from 0 to 1. */
export interface RegistrationQuality {
  readonly organs: readonly OrganQuality[];
  readonly landmarks: LandmarkErrors;
  /** For each displacement field of the map; empty for matrices alone. */
  readonly fields: readonly FieldFolding[];
  readonly affine: {
    /** Of the map's matrices: 1 for a rigid motion, below 0 for a mirror image. */
    readonly determinant: number;
    /** Absent where no centre was given, or where the matrices together are not rigid. */
    readonly motion?: RigidMotion;
  };
}

/**
 * The figures of a registration (docs/physics.md, "Quality of a registration").
 * @throws InputError where the map's matrices have no inverse.
 */
export function registrationQuality({ map, organs, landmarks, centreMm }: QualityQuestion): RegistrationQuality {
  const matrix = affinePart(map);
  const folding = mapFolding(map);
  const motion = centreMm && rigidMotionOf(matrix, centreMm);
  return {
    organs: organs.map(({ name, planned, prior }) => {
      const points = sampleRoi(planned, []);
      return {
        name,
        plannedCc: points.totalCc,
        ...organDeformation(map, points),
        foldedCells: foldedCellsIn(planned, folding),
        ...(prior && { overlap: overlapOf(planned, prior, map) }),
      };
    }),
    landmarks: landmarkErrors(map, landmarks),
    fields: folding.fields,
    affine: { determinant: determinant3(matrix), ...(motion && { motion }) },
  };
}
