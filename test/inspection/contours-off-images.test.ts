import { expect, it } from 'vitest';
import type { CtHeader } from '../../src/dicom/ct-image';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import { contoursOffImages } from '../../src/inspection/contours-off-images';

const PLANES = [-30, -27, -24, 3];
const image = (z: number, changes: Partial<CtHeader> = {}) =>
  ({
    sopInstanceUid: `image ${z}`,
    frameOfReferenceUid: '1.9',
    imagePositionMm: [-100, -100, z],
    imageOrientation: [1, 0, 0, 0, 1, 0],
    ...changes,
  }) as CtHeader;
const drawn = (planes: readonly number[]) =>
  ({
    file: 'RS.dcm',
    frameOfReferenceUid: '1.9',
    rois: [
      {
        number: 1,
        name: 'PTV',
        contours: planes.map((z) => ({
          geometricType: 'CLOSED_PLANAR',
          pointsMm: Float64Array.of(0, 0, z, 5, 0, z, 5, 5, z),
          imageSopInstanceUid: `image ${z}`,
        })),
      },
    ],
  }) as unknown as RtStructureSet;
const found = (images: readonly CtHeader[]) => contoursOffImages([drawn(PLANES)], [{ images }]);

it('contours in the planes of their images are no finding, nor are images that are not here or lie in another frame', () => {
  expect(found(PLANES.map((z) => image(z)))).toEqual([]);
  expect(found(PLANES.map((z) => image(z, { imagePositionMm: [-100, -100, z + 0.9] })))).toEqual([]);
  expect(found([image(7)])).toEqual([]);
  expect(found(PLANES.map((z) => image(z, { imagePositionMm: [0, 0, -z], frameOfReferenceUid: '1.8' })))).toEqual([]);
});

it('images whose places along the slices are negated are told, with how far the contours are from them', () => {
  const mirrored = PLANES.map((z) => image(z, { imagePositionMm: [-100, -100, -z] }));
  expect(found(mirrored)).toMatchObject([
    {
      code: 'contours-off-their-images',
      severity: 'warning',
      file: 'RS.dcm',
      // Twice 30 mm.
      facts: { contours: 4, compared: 4, mostMm: 60 },
    },
  ]);
});

it('one image that was moved is told, of images that lie across the body too', () => {
  const sagittal = { imageOrientation: [0, 1, 0, 0, 0, -1] } as const;
  const [first, ...others] = PLANES.map((z) => image(z));
  const moved = { ...first, imagePositionMm: [-100, -100, -24] as const };
  expect(found([moved, ...others])).toMatchObject([{ facts: { contours: 1, compared: 4, mostMm: 6 } }]);
  // Their planes are along x: contours at x 0 lie 100 mm from an image at -100.
  expect(found([{ ...first, ...sagittal }])).toMatchObject([{ facts: { contours: 1, compared: 1, mostMm: 100 } }]);
});
