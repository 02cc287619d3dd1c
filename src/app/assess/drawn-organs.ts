import type { CaseFile } from '../../case/case-file';
import { namedEntry } from '../../case/named-entry';
import { baseOf, sidesOf, wholeOf } from '../../case/required-organs';
import type { Inspection } from '../../inspection/inspect';

/** Contours of an organ, or of a margin around it, in one structure set. */
export interface DrawnOrgan {
  readonly file: string;
  readonly rois: readonly string[];
}

/** Where an organ is drawn that somebody is about to say the patient does not have. */
export interface DrawnWhere {
  /** In a set of the planned course: then the patient has it. */
  readonly planned: readonly DrawnOrgan[];
  /** In any other set: it may have been removed since. */
  readonly earlier: readonly DrawnOrgan[];
}

type Sets = Pick<Inspection, 'structureSets'> | undefined;
type Case = Pick<CaseFile, 'courses' | 'structures' | 'organs'>;

/** @param organ its id, as in `absent`. */
export function drawnWhere(organ: string, inspection: Sets, { courses, structures, organs = {} }: Case): DrawnWhere {
  const wanted = baseOf(organ) ?? organ;
  const isOfIt = (id: string | null) => {
    const own = id === null ? undefined : (baseOf(id) ?? id);
    return own !== undefined && (own === wanted || wholeOf(own) === wanted);
  };
  const drawn = (inspection?.structureSets ?? []).flatMap(({ file, rois }): DrawnOrgan[] => {
    const own = rois.filter(({ contours, name, organ: id }) => contours > 0 && isOfIt(namedEntry(organs, [name])?.organ ?? id));
    return own.length > 0 ? [{ file, rois: own.map(({ name }) => name) }] : [];
  });
  const ofPlan = new Set([
    structures,
    ...courses.flatMap((course) => (course.role === 'planned' ? (course.structures ?? []) : [])),
  ]);
  return { planned: drawn.filter(({ file }) => ofPlan.has(file)), earlier: drawn.filter(({ file }) => !ofPlan.has(file)) };
}

/**
 * The side of a pair that is not drawn where the other one is: all that the patient can be without, since the organ as a
 * whole is there. Undefined where neither, both or more than one side is drawn.
 * @param organ its id, as in `absent`.
 */
export function sideNotDrawn(organ: string, inspection: Sets, caseFile: Case): string | undefined {
  if (wholeOf(organ) !== organ) return undefined;
  const roisOf = (id: string) => drawnWhere(id, inspection, caseFile).planned.flatMap(({ rois }) => rois);
  const missing = sidesOf(organ).filter((side) => roisOf(side).length === 0);
  const [other] = sidesOf(organ).filter((side) => !missing.includes(side));
  if (missing.length !== 1 || roisOf(organ).length !== roisOf(other).length) return undefined;
  return missing[0];
}
