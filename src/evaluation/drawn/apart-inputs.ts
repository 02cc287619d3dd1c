import type { CaseCourseInput, CaseInputs, OrganPart, Region } from '../../case/case-inputs';
import { type CoursePaths, coursePaths } from '../../case/course-paths';
import { matchOf } from '../../case/known-roi';
import { organInName } from '../../case/organ-parts';
import { organsAskedWhole } from '../../case/organs-asked-whole';
import type { OwnRoi } from '../../case/own-stacks';
import { keptNames } from '../../geometry/derived/kept-names';

/**
 * The case of a course that is not carried onto the anatomy by itself: its dose on its own contours, as if these were the
 * anatomy.
 */
export function apartInputs(whole: CaseInputs, course: CaseCourseInput): { inputs: CaseInputs; paths: CoursePaths } {
  const { structures = whole.structures, ownRois = [], ownStacks } = course;
  const [frame] = course.phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid.frameOfReferenceUid] : []));
  const goals = [...whole.constraintSets.flatMap(({ constraints }) => constraints), ...whole.ownGoals];
  const asked = organsAskedWhole(whole.caseFile, goals);
  // Of an organ that several claim no dose is taken, and that is said.
  const isTaken = ({ match: { organ, kind }, stack }: OwnRoi) =>
    organ !== undefined && (kind === 'target' || ownStacks?.get(organ) === stack);
  const unknown = ownRois.filter(({ match }) => match.organ === undefined);
  const parts = unknown.flatMap(({ name, called, stack }): OrganPart[] => {
    const organ = organInName(called, asked);
    return organ === undefined ? [] : [{ name, organ, stack }];
  });
  const inputs: CaseInputs = {
    ...whole,
    courses: [{ ...course, isApart: false }],
    structures,
    frameOfReferenceUid: frame ?? whole.frameOfReferenceUid,
    regions: ownRois.filter(isTaken).map(regionOf),
    undrawn: { unusable: [], unmatched: unknown.map(({ name }) => name), parts },
    transforms: [],
  };
  return { inputs, paths: coursePaths(inputs) };
}

const regionOf = ({ name, called, match, stack, number, expression }: OwnRoi): Region => ({
  name,
  names: [...new Set([name, called, match.organ ?? name])],
  roi: number === undefined ? undefined : { number },
  organ: match.organ,
  tissueOrgan: match.organ,
  tissueFrom: [],
  match: expression === undefined ? matchOf(match, undefined) : { code: 'made-by-program', facts: {} },
  stack,
  madeOf: expression === undefined ? [name] : keptNames(expression),
  derived: expression === undefined ? undefined : { expression, byProgram: true, makes: name },
});
