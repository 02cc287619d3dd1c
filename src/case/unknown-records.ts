import { InputError } from '../input-error';
import type { CaseFile } from './case-file';
import type { Region } from './case-inputs';

/** A dose of a record on an organ that the case does not have would be lost without a word. */
export function refuseUnknownRecords({ courses }: CaseFile, regions: readonly Region[], casePath: string): void {
  const known = new Set(regions.flatMap(({ names }) => names));
  for (const [c, course] of courses.entries()) {
    const places: [string, typeof course.organDoses][] = [
      [`courses[${c}].organDoses`, course.organDoses],
      ...course.phases.map((phase, p): [string, typeof course.organDoses] => [
        `courses[${c}].phases[${p}].organDoses`,
        phase.organDoses,
      ]),
    ];
    for (const [where, doses] of places) {
      const named = Object.keys(doses ?? {});
      for (const name of named) refuseShared(name, regions, `${where}.${name}`, casePath);
      const unknown = named.find((organ) => !known.has(organ));
      if (unknown === undefined) continue;
      throw new InputError({
        file: casePath,
        where: `${where}.${unknown}`,
        found: 'an organ that is not in the anatomy of the case',
        needed: `one of ${[...known].join(', ')}`,
      });
    }
  }
}

/** A record's maximum is of one ROI: where several have its name, it says of which. */
function refuseShared(name: string, regions: readonly Region[], where: string, file: string): void {
  const meant = regions.filter((region) => region.roi && region.names.includes(name) && region.name !== name);
  if (regions.some((region) => region.name === name) || meant.length < 2) return;
  if (!meant.every((region) => region.name.endsWith(`${name}#${region.roi?.number}`))) return;
  throw new InputError({
    file,
    where,
    found: `the name of ${meant.length} ROIs (numbers ${meant.map(({ roi }) => roi?.number).join(', ')})`,
    needed: `the one that is meant: ${meant.map((region) => `"${region.name}"`).join(' or ')}`,
  });
}
