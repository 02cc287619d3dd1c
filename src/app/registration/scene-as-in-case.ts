import type { CaseFile, CaseRegistration } from '../../case/case-file';
import { writtenRegistration } from '../../case/registration-entry';
import { InputError } from '../../input-error';
import type { SourcedTransform } from '../../registration/frame-path';
import type { CourseScene } from '../engine/course-scene';
import { candidateOf } from '../state/candidate';
import { sourceOf, withNewerAcceptances } from './edit-registration';

/** A scene of the case as it stands, with what is still awaited of it. */
export interface SceneInCase extends CourseScene {
  /** The case carries the course otherwise than the engine has read yet; or it cannot be read as it is. */
  readonly awaited?: 'computed' | 'refused';
}

/**
 * A scene that was made of one case, as a newer case has it. Until that is read, nothing of the old registration is
 * shown for the case's: what the newer case itself writes out between the two frames is, and otherwise nothing.
 * @param isRefused the newer case was looked at and cannot be read.
 */
export function sceneAsInCase(scene: CourseScene, of: CaseFile, newer: CaseFile, isRefused = false): SceneInCase {
  if (of === newer || isCarriedAlike(scene, of, newer)) return withNewerAcceptances(scene, of, newer);
  const isPlaceKept = placesOf(of, scene) === placesOf(newer, scene);
  const link = isPlaceKept && !isRefused ? writtenLink(scene, newer) : undefined;
  return { ...scene, map: link?.map, links: link ? [link] : [], awaited: isRefused ? 'refused' : 'computed' };
}

/** Whether nothing that carries a course was changed but who accepted it. */
function isCarriedAlike(scene: CourseScene, of: CaseFile, newer: CaseFile): boolean {
  const [before, now] = [of.registrations ?? [], newer.registrations ?? []];
  return (
    before.length === now.length &&
    before.every((entry, n) => entry === now[n] || withoutAcceptance(entry) === withoutAcceptance(now[n])) &&
    placesOf(of, scene) === placesOf(newer, scene)
  );
}

function withoutAcceptance(entry: CaseRegistration): string {
  if (typeof entry === 'string') return JSON.stringify({ file: entry });
  const { accepted: _, ...others } = entry;
  return JSON.stringify(others);
}

/** What says on which frames of reference the anatomy and a course lie. */
const placesOf = ({ structures, courses }: CaseFile, { course }: CourseScene): string =>
  JSON.stringify([structures, courses[course]?.name, courses[course]?.role, courses[course]?.phases.map(({ dose }) => dose)]);

/** The one map that the case writes out from the anatomy to the course. */
function writtenLink({ anatomyFrameUid, courseFrameUid }: CourseScene, { registrations = [] }: CaseFile) {
  const links = registrations.flatMap((entry, n): SourcedTransform[] => {
    const written = writtenRegistration(entry);
    if (written?.from !== anatomyFrameUid || written.to !== courseFrameUid) return [];
    const { method = 'written', accepted } = written;
    const map = mapOf(entry);
    const frames = { fromFrameUid: written.from, toFrameUid: written.to };
    return map ? [{ ...frames, map, source: sourceOf(entry, n), method, ...(accepted && { accepted }) }] : [];
  });
  return links.length === 1 ? links[0] : undefined;
}

function mapOf(entry: CaseRegistration): CourseScene['map'] {
  try {
    return candidateOf(entry).map;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
