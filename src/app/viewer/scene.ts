import type { DoseField } from '../../geometry/interpolate';
import type { SlabStack } from '../../geometry/slab-stack';
import type { Vec3 } from '../../geometry/vec3';
import type { RegistrationVolume } from '../../registration/automatic/volume';

/*
 * What the views draw. All positions are in the frame of reference of the anatomy (the planned course's), in mm.
 */

/** A CT series as one block of Hounsfield units. */
export interface CtVolume extends RegistrationVolume {
  readonly hounsfield: Int16Array;
}

/** The dose that lies over the CT. */
export interface DoseLayer {
  /** Its grid and the way into its frame; `grid.doseGy` holds the quantity that is shown (physical, EQD2 or BED). */
  readonly field: DoseField;
  readonly maxGy: number;
  /** Written on every picture: "cumulative EQD2, α/β 3 Gy". */
  readonly label: string;
  /** Line levels in Gy of the quantity shown, ascending, each with its colour. */
  readonly levels: readonly { readonly gy: number; readonly colour: string }[];
  /** 0 (lines only) to 1. */
  readonly opacity: number;
  /** Below this the wash is clear. */
  readonly fromGy: number;
}

/** A structure whose outline is drawn. */
export interface Outline {
  readonly name: string;
  readonly colour: string;
  readonly stack: SlabStack;
}

export type ViewPlane = 'axial' | 'coronal' | 'sagittal';

/** Hounsfield window. */
export interface CtWindow {
  readonly centre: number;
  readonly width: number;
}

/** What every scene has, whatever else its pictures show. */
export interface ViewedScene {
  readonly ct: CtVolume;
  readonly window: CtWindow;
  /** The point that all three views pass through. */
  readonly crosshairMm: Vec3;
}

/** A CT with its structures, and a dose over it. */
export interface Scene extends ViewedScene {
  readonly dose: DoseLayer | undefined;
  readonly outlines: readonly Outline[];
}
