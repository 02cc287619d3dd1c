import { itemMatrix } from '../dicom/item-matrix';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import { affineMap } from '../geometry/point-map';
import type { Acceptance } from './acceptance';
import { deformableMap } from './deformable-map';
import type { SourcedTransform } from './frame-path';

/**
 * What a registration object maps, in its own direction: a Spatial Registration from each source frame to the
 * registered frame (PS3.3 C.20.2.1.1), a deformable one from the registered frame to each source frame (C.20.3.1.1).
 * Items that name no frame, or map a frame onto itself, join nothing.
 */
export function transformsOf(
  object: SpatialRegistration | DeformableSpatialRegistration,
  accepted?: Acceptance,
): SourcedTransform[] {
  const common = { source: object.file, method: 'dicom', accepted } as const;
  const registered = object.frameOfReferenceUid!;
  const transforms =
    object.kind === 'registration'
      ? object.items.map((item) => ({
          fromFrameUid: item.sourceFrameOfReferenceUid,
          toFrameUid: registered,
          map: affineMap(itemMatrix(item)),
          ...common,
        }))
      : object.items.map((item) => ({
          fromFrameUid: registered,
          toFrameUid: item.sourceFrameOfReferenceUid,
          map: deformableMap(item),
          ...common,
        }));
  return transforms.filter(({ fromFrameUid, toFrameUid }) => fromFrameUid !== '' && fromFrameUid !== toFrameUid);
}
