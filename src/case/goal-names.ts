import type { Constraint } from '../constraints/constraint';
import { goalOrgan, nearestNames, nearestWords } from '../constraints/goal-organ';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import type { Anatomy } from './anatomy';

/*
 * A goal is for whom its organ's name says, and that is read as an ROI's is: a goal that nothing is held to because it
 * says `spinal cord` would be lost without a word.
 */

/** Gives a goal of the case the name by which its organ is known here. @throws InputError where it is nobody's. */
export function ownGoalFor(goal: Constraint, anatomy: Anatomy, rois: readonly string[], where: string, file: string): Constraint {
  const organ = nameHere(goal.organ, anatomy, rois);
  if (organ !== undefined) return { ...goal, organ };
  throw new InputError({
    file,
    where: `${where}.organ`,
    found: `"${goal.organ}", which is no organ, ROI or derived structure that is known here`,
    needed: `a known name${nearestWords(goal.organ, rois)}`,
  });
}

/** The goals of a user's table by the names known here; a name that is nobody's stays, is counted and told. */
export function tableGoalsFor(
  goals: readonly Constraint[],
  anatomy: Anatomy,
  rois: readonly string[],
  file: string,
): { readonly constraints: readonly Constraint[]; readonly findings: readonly Finding[] } {
  const names = new Map([...new Set(goals.map(({ organ }) => organ))].map((organ) => [organ, nameHere(organ, anatomy, rois)]));
  const renamed = (organ: string) => names.get(organ) ?? organ;
  // Two names of one organ in one row are one goal.
  const told = new Set<string>();
  const isNew = ({ organ, among, goal }: Constraint, n: number) => {
    const key = `${organ} ${among === undefined ? n : among.join()} ${goal.text}`;
    return !told.has(key) && told.add(key);
  };
  return {
    constraints: goals
      .map((goal) => ({
        ...goal,
        organ: renamed(goal.organ),
        ...(goal.among && { among: [...new Set(goal.among.map(renamed))] }),
      }))
      .filter(isNew),
    findings: [...names].flatMap(([organ, known]) =>
      known === undefined
        ? [makeFinding('goal-organ-unknown', 'error', { organ, nearest: nearestNames(organ, rois) }, { file })]
        : [],
    ),
  };
}

/** By which name this case knows an organ that a goal names; undefined where it does not. */
function nameHere(name: string, { regions, undrawn }: Anatomy, rois: readonly string[]): string | undefined {
  if (regions.some(({ names }) => names.includes(name))) return name;
  const isThere = rois.includes(name) || undrawn.unusable.some((roi) => roi.name === name);
  return goalOrgan(name) ?? (isThere ? name : undefined);
}
