import { matchOrgan } from '../constraints/organ-names';
import { type Finding, makeFinding } from '../findings/finding';
import type { CaseCourseInput, Region } from './case-inputs';
import { sidesOf, wholeOf } from './required-organs';

/*
 * Who drew an organ for a prior course gave it dose to look at. If today's set has it under no name that is known, it
 * has not left the patient: it has to be looked for.
 */

/** The organs that the prior courses' own structure sets have contours of, by their ids, each with the courses. */
export function organsDrawnThen(courses: readonly CaseCourseInput[]): ReadonlyMap<string, readonly string[]> {
  const drawn = new Map<string, string[]>();
  for (const { name, role, structures } of courses) {
    if (role !== 'prior' || !structures) continue;
    const matches = structures.rois.filter(({ contours }) => contours.length > 0).map((roi) => matchOrgan(roi.name));
    const organs = matches.flatMap(({ organ, kind }) => (organ !== undefined && kind === 'organ' ? [organ] : []));
    for (const organ of new Set(organs)) drawn.set(organ, [...(drawn.get(organ) ?? []), name]);
  }
  return drawn;
}

/** Of those, the ones that no region of the planned anatomy is, as a whole or by its sides. */
export function organsLost(
  courses: readonly CaseCourseInput[],
  regions: readonly Region[],
): ReadonlyMap<string, readonly string[]> {
  const here = new Set(regions.flatMap(({ names, organ }) => (organ === undefined ? names : [...names, organ])));
  const isHere = (organ: string) => here.has(organ) || here.has(wholeOf(organ)) || sidesOf(organ).every((side) => here.has(side));
  return new Map([...organsDrawnThen(courses)].filter(([organ]) => !isHere(organ)));
}

/** The findings of the anatomy; names that are not known are no side note where an organ of a prior course is looked for. */
export function withLostOrgans(findings: readonly Finding[], lost: ReadonlyMap<string, readonly string[]>): Finding[] {
  if (lost.size === 0) return [...findings];
  return findings.map((finding) =>
    finding.code === 'roi-not-matched' ? makeFinding('roi-not-matched', 'warning', finding.facts, placeOf(finding)) : finding,
  );
}

const placeOf = ({ file }: Finding) => (file === undefined ? {} : { file });
