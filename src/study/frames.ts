import type { DicomHeader } from '../dicom/dicom-header';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import { type Finding, makeFinding } from '../findings/finding';

/** Frames of reference that registrations join, directly or over others. */
export type FrameGroup = readonly string[];

/** Which frames can be reached from which, through the registrations given. */
export function joinedFrames(
  frameUids: readonly string[],
  registrations: readonly (SpatialRegistration | DeformableSpatialRegistration)[],
): FrameGroup[] {
  const groupOf = new Map<string, Set<string>>();
  const group = (uid: string) => groupOf.get(uid) ?? groupOf.set(uid, new Set([uid])).get(uid)!;
  for (const uid of frameUids) group(uid);
  for (const { frameOfReferenceUid, items } of registrations) {
    for (const { sourceFrameOfReferenceUid } of items) {
      if (sourceFrameOfReferenceUid === '') continue;
      const into = group(frameOfReferenceUid);
      for (const uid of group(sourceFrameOfReferenceUid)) {
        into.add(uid);
        groupOf.set(uid, into);
      }
    }
  }
  return [...new Set(groupOf.values())].map((uids) => [...uids]);
}

/** Doses and structure sets that cannot be brought together for want of a registration. */
export function frameFindings(objects: readonly DicomHeader[], groups: readonly FrameGroup[]): Finding[] {
  const used = groups.map((uids) =>
    objects.filter(({ frameOfReferenceUid }) => frameOfReferenceUid && uids.includes(frameOfReferenceUid)),
  );
  const apart = used.filter((those) => those.length > 0);
  if (apart.length < 2) return [];
  const frames = apart.map((those) => ({ frame: those[0].frameOfReferenceUid!, files: those.map(({ file }) => file) }));
  return [makeFinding('frames-not-joined', 'warning', { frames })];
}
