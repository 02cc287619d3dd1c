import type { PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import type { OnPlane } from '../viewer/drawing';
import type { CtVolume, CtWindow, Outline, ViewedScene } from '../viewer/scene';
import type { CarriedRole } from '../words/of-role';
import type { FusionLook } from './look';

/** The same place seen in both courses, each in its own frame, mm. Numbered by its place in the list, from 1. */
export interface Landmark {
  /** Undefined while only the prior place was chosen. */
  readonly plannedMm?: Vec3 | undefined;
  readonly priorMm?: Vec3 | undefined;
}

/** Two CTs over each other. `ct` is the planned one; positions are in its frame where nothing else is said. */
export interface FusionScene extends ViewedScene {
  /** In its own frame. Undefined where there is none: the planned CT is then shown hatched all over. */
  readonly prior: CtVolume | undefined;
  /** From points of the planned frame to points of the prior frame; undefined where none is known yet. */
  readonly plannedToPrior: PointMap | undefined;
  /** Whose CT `prior` is; a prior course's where it is left out. */
  readonly carried?: CarriedRole;
  /** `plannedToPrior` is tried, and is not the case's. */
  readonly isTried?: boolean;
  readonly outlines: readonly Outline[];
  /** In the prior frame. */
  readonly priorOutlines: readonly Outline[];
  readonly landmarks: readonly Landmark[];
}

/** A scene with how it is looked at. */
export interface LookedAt extends FusionScene {
  readonly look: FusionLook;
  /** While something is dragged, the prior CT and its outlines are made of fewer points. */
  readonly isDragged: boolean;
}

/** What one picture shows. */
export interface FusionContent extends OnPlane {
  readonly scene: LookedAt;
  readonly picture: number;
  readonly window: CtWindow;
}
