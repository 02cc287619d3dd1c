import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import type { Study } from '../study/build-study';
import { type Missing, makeMissing } from './proposal-words';

type Registration = SpatialRegistration | DeformableSpatialRegistration;

/**
 * The registrations of a proposed case: those that join two frames alone. Where several objects join the same two, which
 * of them is right is the user's to say, and none of them is taken.
 */
export function proposeRegistrations(
  { registrations, deformableRegistrations }: Pick<Study, 'registrations' | 'deformableRegistrations'>,
  missing: Missing[],
): string[] {
  const all: readonly Registration[] = [...registrations, ...deformableRegistrations];
  const byPair = new Map<string, Set<string>>();
  for (const object of all) {
    for (const pair of pairsOf(object)) byPair.set(pair, (byPair.get(pair) ?? new Set()).add(object.file));
  }
  const contested = new Set<string>();
  for (const files of byPair.values()) {
    if (files.size < 2) continue;
    for (const file of files) contested.add(file);
    missing.push(makeMissing('registrations', 'one-registration', { files: [...files] }));
  }
  return all.map(({ file }) => file).filter((file) => !contested.has(file));
}

/** The pairs of frames that an object joins, whichever way round. */
const pairsOf = ({ frameOfReferenceUid: to, items }: Registration): string[] =>
  items
    .map(({ sourceFrameOfReferenceUid: from }) => from)
    .filter((from) => from !== '' && from !== to)
    .map((from) => [from, to].sort().join(' '));

/** Courses whose frame of reference no registration joins to that of the anatomy. */
export const missingRegistrations = (
  courses: readonly { readonly name: string; readonly frame: string }[],
  anatomyFrame: string,
  { frameGroups }: Pick<Study, 'frameGroups'>,
): Missing[] =>
  courses
    .filter(({ frame }) => frame !== anatomyFrame)
    .filter(({ frame }) => !frameGroups.some((uids) => uids.includes(frame) && uids.includes(anatomyFrame)))
    .map(({ name }) => makeMissing('registrations', 'no-registration', { name }));
