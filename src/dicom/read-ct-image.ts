import type { CtImage } from './ct-image';
import type { DataSet } from './data-set';
import type { DicomHeader } from './dicom-header';
import { passedOver } from './passed-over';
import { given } from './read-header';
import { readImagePlane } from './read-image-plane';
import { pixelFault, readPixelShape, readPixels } from './read-pixels';
import type { TransferSyntax } from './transfer-syntax';

/** Takes off what stands above BitsStored: overlay bits of old scanners, or a sign that was not extended (PS3.5 8.1.1). */
function withinBitsStored(values: Uint16Array | Int16Array, bitsStored: number): void {
  const shift = 16 - bitsStored;
  if (shift <= 0 || shift >= 16) return;
  // A typed array of its own sign takes back the right sign on shifting down.
  const unsigned = values instanceof Uint16Array;
  for (let n = 0; n < values.length; n++) {
    const raised = (values[n] << shift) & 0xffff;
    values[n] = unsigned ? raised >>> shift : ((raised << 16) >> 16) >> shift;
  }
}

/**
 * Reads a CT image (PS3.3 A.3, C.8.2.1). Pixels are read when `storedValues` is called.
 * @throws InputError on a missing size, spacing, position, orientation or rescale.
 */
export function readCtImage(data: DataSet, header: DicomHeader, syntax: TransferSyntax): CtImage {
  const shape = readPixelShape(data, [16]);
  const rescale = (keyword: 'RescaleSlope' | 'RescaleIntercept') => {
    const value = data.decimal(keyword);
    if (value === undefined) throw data.refuse(keyword, 'nothing', 'the scale of the Hounsfield units');
    if (keyword === 'RescaleSlope' && value === 0) throw data.refuse(keyword, '0', 'a scale that tells values apart');
    return value;
  };
  const centre = passedOver(data, () => data.decimal('WindowCenter'));
  const width = passedOver(data, () => data.decimal('WindowWidth'));
  return {
    ...header,
    kind: 'ct',
    rows: shape.rows,
    columns: shape.columns,
    ...readImagePlane(data),
    rescaleSlope: rescale('RescaleSlope'),
    rescaleIntercept: rescale('RescaleIntercept'),
    ...given(
      'instanceNumber',
      passedOver(data, () => data.integer('InstanceNumber')),
    ),
    ...(data.code('ImageType').split('\\').includes('LOCALIZER') && { isLocalizer: true }),
    ...given('window', centre === undefined || width === undefined ? undefined : { centre, width }),
    ...given('pixelFault', pixelFault(data, syntax, { ...shape, frames: 1 })),
    storedValues: () => {
      const values = readPixels(data, syntax, { ...shape, frames: 1 }) as Uint16Array | Int16Array;
      withinBitsStored(values, data.unsignedShort('BitsStored') ?? 16);
      return values;
    },
  };
}
