import { type PictureSizes, ViewsPage } from './views-page';

const SIZES: PictureSizes = {
  middle: { axial: [0, 20], coronal: [0, -0.75], sagittal: [20, -0.75] },
  size: { axial: [256, 256], coronal: [256, 118.5], sagittal: [256, 118.5] },
};

/** The views of the plain scene. */
export const plainPage = () => new ViewsPage('page', '?plain', SIZES);
