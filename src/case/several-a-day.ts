import { InputError } from '../input-error';
import { tissueFor } from '../radiobiology/tissue-table';
import type { CaseFile } from './case-file';
import type { CaseCourseInput, Region } from './case-inputs';
import { tissueEntry } from './tissue-entry';

/**
 * Several fractions a day need a half-time of repair of each organ, and have no formula with LQ-L. All organs and courses
 * that this is about are named at once.
 * @throws InputError whose place is the fields that are to be written, or taken away.
 */
export function refuseUnreckonedRepair(
  { organs = {} }: CaseFile,
  courses: readonly CaseCourseInput[],
  regions: readonly Region[],
  file: string,
): void {
  const about = regions.flatMap((region) => {
    const its = courses.filter((course) => isSplit(course) && reaches(course, region));
    return its.length > 0 ? [{ region, entry: tissueEntry(region, organs), courses: its }] : [];
  });
  const lacking = about.filter(
    ({ region: { tissueOrgan }, entry }) =>
      (entry.repairHalfTimeHours ?? (tissueOrgan && tissueFor(tissueOrgan).repair?.halfTimeHours)) === undefined,
  );
  // What is made of others has theirs.
  const isNamed = (name: string) => lacking.some(({ region }) => region.name === name);
  const first = lacking.filter(
    ({ region: { tissueFrom } }) => tissueFrom.length === 0 || !tissueFrom.every(({ name }) => isNamed(name)),
  );
  if (first.length > 0) {
    throw new InputError({
      file,
      where: first.map(({ region }) => `organs.${region.name}.repairHalfTimeHours`).join(', '),
      found: `nothing, and the tissue table has no half-time of repair for ${first.length > 1 ? 'them' : 'it'}, with several fractions a day in ${courseNames(lacking)}`,
      needed: `for each of them the half-time of repair between fractions, in hours: "organs": { "${first[0].region.name}": { "repairHalfTimeHours": HOURS } }`,
    });
  }
  const linear = about.filter(({ entry }) => entry.lqL);
  const set = linear.filter(({ entry }) => !entry.inherited.some(({ field }) => field === 'lqL'));
  if (linear.length > 0) {
    throw new InputError({
      file,
      where: (set.length > 0 ? set : linear).map(({ region }) => `organs.${region.name}.lqL`).join(', '),
      found: `LQ-L together with several fractions a day in ${courseNames(linear)}`,
      needed: 'one or the other: no published formula joins them',
    });
  }
}

const isSplit = ({ phases }: CaseCourseInput): boolean => phases.some(({ schedule }) => schedule !== undefined);

/** A course that cannot be placed says something only of organs that its own structure set has. */
const reaches = ({ isApart, ownStacks }: CaseCourseInput, { organ }: Region): boolean =>
  !isApart || (organ !== undefined && ownStacks?.has(organ) === true);

const courseNames = (about: readonly { readonly courses: readonly CaseCourseInput[] }[]): string =>
  [...new Set(about.flatMap(({ courses }) => courses.map(({ name }) => `"${name}"`)))].join(', ');
