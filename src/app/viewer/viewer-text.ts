import type { ViewPlane } from './scene';

/** Every word that the views show. */
export interface ViewerText {
  readonly views: Readonly<Record<ViewPlane, string>>;
  readonly letters: Readonly<Record<'left' | 'right' | 'anterior' | 'posterior' | 'head' | 'feet', string>>;
  /** Where a picture lies: the patient coordinate along its normal. */
  readonly position: (view: ViewPlane, mm: number) => string;
  /** Name of the picture for a screen reader. */
  readonly pictureName: (view: ViewPlane) => string;
  readonly window: (centre: number, width: number) => string;
  readonly scaleBar: (mm: number) => string;
  readonly gy: (gy: number) => string;
  readonly hounsfield: (hu: number) => string;
  readonly outsideDose: string;
  readonly maximise: string;
  readonly restore: string;
  readonly fit: string;
}

const fixed = (value: number, digits: number) =>
  value
    .toFixed(digits)
    .replace(/^-(?=[0.]*$)/, '')
    .replace('-', '−');

const AXIS: Record<ViewPlane, string> = { axial: 'z', coronal: 'y', sagittal: 'x' };

/** English. */
export const VIEWER_TEXT: ViewerText = {
  views: { axial: 'Axial', coronal: 'Coronal', sagittal: 'Sagittal' },
  letters: { left: 'L', right: 'R', anterior: 'A', posterior: 'P', head: 'H', feet: 'F' },
  position: (view, mm) => `${AXIS[view]} ${fixed(mm, 1)} mm`,
  pictureName: (view) => `${VIEWER_TEXT.views[view]} view`,
  window: (centre, width) => `C ${fixed(centre, 0)} W ${fixed(width, 0)}`,
  scaleBar: (mm) => `${mm} mm`,
  gy: (gy) => `${fixed(gy, gy >= 100 ? 0 : 1)} Gy`,
  hounsfield: (hu) => `${fixed(hu, 0)} HU`,
  outsideDose: 'outside the dose grid',
  maximise: 'Enlarge this view',
  restore: 'Back to three views',
  fit: 'Fit to the window',
};
