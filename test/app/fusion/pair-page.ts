import { type PictureSizes, ViewsPage } from '../viewer/views-page';

/** Of the plain pair: 256 mm each way, 240 mm from head to feet. */
const SIZES: PictureSizes = {
  middle: { axial: [0, 20], coronal: [0, 0], sagittal: [20, 0] },
  size: { axial: [256, 256], coronal: [256, 240], sagittal: [256, 240] },
};

/** The views of the plain pair. */
export const pairPage = () => new ViewsPage('../fusion/page', '', SIZES);
