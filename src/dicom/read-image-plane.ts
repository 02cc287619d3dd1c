import { refuseNowhere, refuseWidePixels } from './bodily-places';
import type { DataSet } from './data-set';
import { passedOver } from './passed-over';
import type { Keyword } from './tag';

/** Where an image lies in the patient (PS3.3 C.7.6.2). */
export interface ImagePlane {
  readonly imagePositionMm: readonly [number, number, number];
  readonly imageOrientation: readonly [number, number, number, number, number, number];
  readonly rowSpacingMm: number;
  readonly columnSpacingMm: number;
  readonly sliceThicknessMm?: number;
}

function exactly(data: DataSet, keyword: Keyword, count: number, what: string): number[] {
  const values = data.decimals(keyword);
  if (values?.length !== count) throw data.refuse(keyword, values ? `${values.length} values` : 'nothing', what);
  return Array.from(values);
}

/**
 * Position, orientation and spacing, as given. PixelSpacing's first value is the distance between rows.
 * @throws InputError where one is missing, has the wrong number of values, a spacing is not above 0, or
 * one is that of no patient.
 */
export function readImagePlane(data: DataSet): ImagePlane {
  const position = exactly(data, 'ImagePositionPatient', 3, 'x, y and z of the first voxel');
  const orientation = exactly(data, 'ImageOrientationPatient', 6, 'the directions of rows and columns');
  const spacing = exactly(data, 'PixelSpacing', 2, 'the distances between rows and between columns');
  if (!(spacing[0] > 0 && spacing[1] > 0)) throw data.refuse('PixelSpacing', spacing.join('\\'), 'distances above 0');
  refuseWidePixels(data, spacing);
  refuseNowhere(data, 'ImagePositionPatient', position);
  const thickness = passedOver(data, () => data.decimal('SliceThickness'));
  return {
    imagePositionMm: position as [number, number, number],
    imageOrientation: orientation as [number, number, number, number, number, number],
    rowSpacingMm: spacing[0],
    columnSpacingMm: spacing[1],
    ...(thickness === undefined ? {} : { sliceThicknessMm: thickness }),
  };
}
