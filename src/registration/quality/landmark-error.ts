import { mapPoint, type PointMap } from '../../geometry/point-map';
import { length, subtract, type Vec3 } from '../../geometry/vec3';

/** The same anatomical point, found on the planned and on the prior anatomy, each in its own frame. */
export interface LandmarkPair {
  readonly name: string;
  readonly plannedMm: Vec3;
  readonly priorMm: Vec3;
}

/** How far a map misses the landmarks, mm, over those where it is known. */
export interface LandmarkError {
  readonly meanMm: number;
  readonly maxMm: number;
  readonly rootMeanSquareMm: number;
}

export interface LandmarkErrors {
  /** In the order given; no error where the map is unknown. */
  readonly pairs: readonly { readonly name: string; readonly errorMm?: number }[];
  readonly unknown: number;
  /** Absent where the map is known at no landmark. */
  readonly all?: LandmarkError;
}

/** The distance of each planned landmark, mapped, from the prior one: the target registration error where it was not fitted. */
export function landmarkErrors(map: PointMap, landmarks: readonly LandmarkPair[]): LandmarkErrors {
  const pairs = landmarks.map(({ name, plannedMm, priorMm }) => {
    const mappedMm = mapPoint(map, plannedMm);
    return mappedMm ? { name, errorMm: length(subtract(mappedMm, priorMm)) } : { name };
  });
  const errors = pairs.flatMap(({ errorMm }) => errorMm ?? []);
  const unknown = pairs.length - errors.length;
  if (errors.length === 0) return { pairs, unknown };
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const rootMeanSquareMm = Math.sqrt(mean(errors.map((error) => error * error)));
  return { pairs, unknown, all: { meanMm: mean(errors), maxMm: Math.max(...errors), rootMeanSquareMm } };
}
