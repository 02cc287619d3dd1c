import { itemMatrix } from '../dicom/item-matrix';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import { affineMap, composeMaps, matrixOfMap, type PointMap, SAME_POINTS } from '../geometry/point-map';
import { invert } from '../geometry/transform';
import { InputError } from '../input-error';
import type { Acceptance } from './acceptance';
import { deformableMap } from './deformable-map';
import type { SourcedTransform } from './frame-path';
import { mapsDiffer } from './maps-differ';

export type RegistrationObject = SpatialRegistration | DeformableSpatialRegistration;

/** The map of each item of a registration object in the object's own direction, with the item's frame. */
export function itemMaps(object: RegistrationObject): { frameUid: string; map: PointMap }[] {
  return object.kind === 'registration'
    ? object.items.map((item) => ({ frameUid: item.sourceFrameOfReferenceUid, map: affineMap(itemMatrix(item)) }))
    : object.items.map((item) => ({ frameUid: item.sourceFrameOfReferenceUid, map: deformableMap(item) }));
}

/**
 * What a registration object maps: a Spatial Registration from each source frame to the registered frame (PS3.3
 * C.20.2.1.1), a deformable one from the registered frame to each source frame (C.20.3.1.1). An item of the registered
 * frame itself maps that frame's own points too: what the others map is then seen from there. Items that name no frame,
 * or map a frame onto itself, join nothing.
 * @throws InputError where the registered frame's own points are mapped in two ways or by a deformation, and other
 *   frames are joined to them.
 */
export function transformsOf(object: RegistrationObject, accepted?: Acceptance): SourcedTransform[] {
  const common = { source: object.file, method: 'dicom', accepted } as const;
  const registered = object.frameOfReferenceUid!;
  const items = itemMaps(object);
  const others = items.filter(({ frameUid }) => frameUid !== '' && frameUid !== registered);
  if (others.length === 0) return [];
  const toOwn = ownPoints(
    object,
    items.filter(({ frameUid }) => frameUid === registered).map(({ map }) => map),
  );
  return others.map(({ frameUid, map }) =>
    object.kind === 'registration'
      ? { fromFrameUid: frameUid, toFrameUid: registered, map: composeMaps(map, toOwn), ...common }
      : { fromFrameUid: registered, toFrameUid: frameUid, map: composeMaps(toOwn, map), ...common },
  );
}

/** From the common space of all items to the registered frame's own points, or for a deformation from those to it. */
function ownPoints(object: RegistrationObject, own: readonly PointMap[]): PointMap {
  if (own.length === 0 || own.every((map) => !mapsDiffer(map, SAME_POINTS))) return SAME_POINTS;
  const refused = (found: string) =>
    new InputError({
      file: object.file,
      where: object.kind === 'registration' ? '(0070,0308) RegistrationSequence' : '(0064,0002) DeformableRegistrationSequence',
      found: `${found} the registered frame ${object.frameOfReferenceUid} itself, and other frames joined to it`,
      needed: 'one matrix for the registered frame; a frame of reference of its own for each scan',
    });
  const matrix = matrixOfMap(own[0]);
  if (!matrix) throw refused('a deformation of');
  if (own.some((map) => mapsDiffer(map, own[0]))) throw refused(`${own.length} items that move points differently within`);
  return affineMap(invert(matrix, object.file));
}
