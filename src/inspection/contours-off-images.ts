import type { CtHeader } from '../dicom/ct-image';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import type { CtSeries } from '../study/ct-series';
import { alongNormalMm } from '../study/stack-geometry';

/** A contour lies in the plane of its image; what is off by less is rounding of positions. */
const TOLERANCE_MM = 1;

/** Structure sets whose contours do not lie in the planes of the CT images that each of them says it was drawn on. */
export function contoursOffImages(
  structureSets: readonly RtStructureSet[],
  ctSeries: readonly Pick<CtSeries, 'images'>[],
): Finding[] {
  const images = new Map(ctSeries.flatMap((series) => series.images.map((image) => [image.sopInstanceUid, image])));
  return structureSets.flatMap(({ file, rois, frameOfReferenceUid }): Finding[] => {
    let [compared, off, mostMm] = [0, 0, 0];
    for (const roi of rois) {
      for (const { imageSopInstanceUid, pointsMm } of roi.contours) {
        const image = imageSopInstanceUid === undefined ? undefined : images.get(imageSopInstanceUid);
        const isHere = image?.frameOfReferenceUid === (roi.frameOfReferenceUid ?? frameOfReferenceUid);
        if (!image || !isHere || pointsMm.length < 3) continue;
        const awayMm = distanceMm(image, pointsMm);
        compared++;
        mostMm = Math.max(mostMm, awayMm);
        if (awayMm > TOLERANCE_MM) off++;
      }
    }
    return off > 0 ? [makeFinding('contours-off-their-images', 'warning', { contours: off, compared, mostMm }, { file })] : [];
  });
}

/** How far the first point of a contour is from the plane of an image. */
function distanceMm(image: CtHeader, [x, y, z]: Float64Array): number {
  const { imageOrientation } = image;
  return Math.abs(alongNormalMm(image) - alongNormalMm({ imageOrientation, imagePositionMm: [x, y, z] }));
}
