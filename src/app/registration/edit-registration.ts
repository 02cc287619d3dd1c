import type { CaseFile, CaseLandmark, CaseRegistration } from '../../case/case-file';
import { setRegistrations } from '../../case/edit/edit-anatomy';
import { setCourse } from '../../case/edit/edit-case';
import { registrationFileOf, writtenRegistration } from '../../case/registration-entry';
import type { Acceptance } from '../../registration/acceptance';
import type { CourseScene } from '../engine/course-scene';

/* Changes of a case that the registration screen makes. */

type Link = CourseScene['links'][number];

/** What an entry is known by in the result: its file, or its note and its frames, since two may have one note. */
const isLink = (entry: CaseRegistration, index: number, { links }: CourseScene): boolean => {
  const file = registrationFileOf(entry);
  const written = writtenRegistration(entry);
  const isBetween = ({ fromFrameUid, toFrameUid }: Link) =>
    !written || (written.from === fromFrameUid && written.to === toFrameUid);
  return links.some((link) => link.source === (file ?? sourceOf(entry, index)) && isBetween(link));
};

/** A file is accepted as a whole, whatever frames it joins; a written map is its own. */
const isSameLink = (a: Link, b: Link): boolean =>
  a.source === b.source && (a.method === 'dicom' || (a.fromFrameUid === b.fromFrameUid && a.toFrameUid === b.toFrameUid));

/** Whether nothing carries a course yet, or what does is not accepted. */
const isOpen = ({ anatomyFrameUid, courseFrameUid, map, links }: CourseScene): boolean =>
  courseFrameUid !== undefined &&
  courseFrameUid !== anatomyFrameUid &&
  (map === undefined || !links.every(({ accepted }) => accepted));

/** The course to begin with: one that is still to be registered or accepted, where there is one. */
export const firstToShow = (scenes: readonly CourseScene[]): CourseScene => scenes.find(isOpen) ?? scenes[0];

/** The names of the courses that an acceptance of what carries one is of: this one, and those that the same carries. */
export function coveredBy(scene: CourseScene, scenes: readonly CourseScene[]): readonly string[] {
  const isCovered = ({ links }: CourseScene) => links.some((link) => scene.links.some((own) => isSameLink(link, own)));
  return [scene.name, ...scenes.filter((each) => each.course !== scene.course && isCovered(each)).map(({ name }) => name)];
}

/** The names of the courses that a map between the frames of one carries: this one, and those on its frame. */
export const carriedWith = (scene: CourseScene, scenes: readonly CourseScene[]): readonly string[] => [
  scene.name,
  ...scenes
    .filter(({ course, courseFrameUid }) => course !== scene.course && courseFrameUid === scene.courseFrameUid)
    .map(({ name }) => name),
];

/** As the engine names an entry. */
export function sourceOf(entry: CaseRegistration, index: number): string {
  if (typeof entry === 'string' || 'file' in entry) return registrationFileOf(entry)!;
  return entry.note ?? `the ${entry.deformation ? 'deformation' : 'matrix'} registrations[${index}] of the case file`;
}

/** Which entry of the case, from 1, a map without a note is: what it is called then is the program's own word for it. */
export function numberWithoutNote({ registrations = [] }: Pick<CaseFile, 'registrations'>, source: string): number | undefined {
  const n = registrations.findIndex((entry, at) => {
    const written = writtenRegistration(entry);
    return written !== undefined && written.note === undefined && sourceOf(entry, at) === source;
  });
  return n < 0 ? undefined : n + 1;
}

/** Puts an entry in place of what joins the anatomy and the course directly now; a chain over other frames stays. */
export function withEntry(caseFile: CaseFile, entry: CaseRegistration, scene: CourseScene): CaseFile {
  const used = caseFile.registrations ?? [];
  const isReplaced = (old: CaseRegistration, n: number) => scene.links.length === 1 && isLink(old, n, scene);
  const kept = used.filter((old, n) => !isReplaced(old, n) && !joinsDirectly(old, scene));
  return setApart(setRegistrations(caseFile, [...kept, entry]), scene.course, false);
}

function joinsDirectly(entry: CaseRegistration, { anatomyFrameUid, courseFrameUid }: CourseScene): boolean {
  if (typeof entry === 'string' || 'file' in entry) return false;
  return [entry.from, entry.to].every((uid) => uid === anatomyFrameUid || uid === courseFrameUid);
}

/**
 * Accepts what carries a course, or takes the acceptance back.
 * @param hashes of the files as they are: a file that changes later is then not accepted any more.
 */
export function setAccepted(
  caseFile: CaseFile,
  scene: CourseScene,
  accepted: Acceptance | undefined,
  hashes: Readonly<Record<string, string>>,
): CaseFile {
  const entries = (caseFile.registrations ?? []).map((entry, n): CaseRegistration => {
    if (!isLink(entry, n, scene)) return entry;
    const file = registrationFileOf(entry);
    if (file === undefined) {
      const { accepted: _, ...written } = writtenRegistration(entry)!;
      return accepted ? { ...written, accepted } : written;
    }
    if (!accepted) return file;
    return { file, accepted: { ...accepted, ...(hashes[file] && { sha256: hashes[file] }) } };
  });
  return setRegistrations(caseFile, entries);
}

/**
 * A scene with the acceptances of a case that is newer than the one it was made of: who accepts a registration sees at
 * once that it is accepted, long before the case is evaluated again. Where the acceptance is the same in both, the
 * scene's own stands, since it knows whether the file is still the one that was accepted.
 */
export function withNewerAcceptances(scene: CourseScene, of: CaseFile, newer: CaseFile): CourseScene {
  if (of === newer) return scene;
  const links = scene.links.map((link) => {
    const entry = newer.registrations?.find((each, n) => isLink(each, n, { ...scene, links: [link] }));
    const before = of.registrations?.find((each, n) => isLink(each, n, { ...scene, links: [link] }));
    const [now, then] = [acceptedIn(entry), acceptedIn(before)];
    if (entry === undefined || JSON.stringify(now) === JSON.stringify(then)) return link;
    const { accepted: _, ...plain } = link;
    return now ? { ...plain, accepted: now } : plain;
  });
  return { ...scene, links };
}

const acceptedIn = (entry: CaseRegistration | undefined): Acceptance | undefined =>
  typeof entry === 'object' && entry.accepted ? (entry.accepted as Acceptance) : undefined;

/** Says that a course cannot be placed, or that it can. */
export const setApart = (caseFile: CaseFile, course: number, isApart: boolean): CaseFile =>
  setCourse(caseFile, course, { registration: isApart ? 'none' : undefined });

export const setLandmarks = (caseFile: CaseFile, course: number, landmarks: readonly CaseLandmark[]): CaseFile =>
  setCourse(caseFile, course, { landmarks: landmarks.length > 0 ? [...landmarks] : undefined });
