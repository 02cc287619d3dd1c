import type { DoseHeader } from '../dicom/rt-dose';
import { type Finding, makeFinding } from '../findings/finding';
import { sameVoxels } from '../geometry/dose-grid';
import { InputError } from '../input-error';
import type { CaseCourseInput, CasePhaseInput } from './case-inputs';
import { haveEqualDoses } from './equal-doses';

/** How far from 1 the shares of one dose may add up, for shares written with few digits (1/3 as 0.333). */
const ROUNDING = 0.005;

/** What a dose is the whole dose of: plans, fraction groups of them, or only itself. */
function wholeOf(header: DoseHeader): string {
  const plans = header.referencedPlans.map(
    ({ sopInstanceUid, fractionGroups }) => `${sopInstanceUid} ${fractionGroups.map(({ number }) => number).join()}`,
  );
  return plans.length > 0 ? plans.sort().join(' ') : header.sopInstanceUid || header.file;
}

/** Whether two doses are, in part at least, of one plan: of the whole of it, or of the same of its fraction groups. */
function areOfOne(a: DoseHeader, b: DoseHeader): boolean {
  if (a.referencedPlans.length === 0 || b.referencedPlans.length === 0) {
    return (a.sopInstanceUid || a.file) === (b.sopInstanceUid || b.file);
  }
  return a.referencedPlans.some(({ sopInstanceUid, fractionGroups: groups }) =>
    b.referencedPlans.some((other) => {
      if (other.sopInstanceUid !== sopInstanceUid) return false;
      if (groups.length === 0 || other.fractionGroups.length === 0) return true;
      return groups.some(({ number }) => other.fractionGroups.some((group) => group.number === number));
    }),
  );
}

/**
 * Refuses a course in which one plan's dose would be counted twice, or in part.
 * @param shares `doseShare` of each phase, in order.
 * @throws InputError for two phases with the dose of one plan, unless their shares add up to 1.
 */
export function refuseDoubleCounting(
  phases: readonly { readonly header: DoseHeader | undefined }[],
  shares: readonly (number | undefined)[],
  where: string,
): void {
  const uses: number[][] = [];
  for (const [n, { header }] of phases.entries()) {
    if (!header) continue;
    const [first, ...more] = uses.filter((those) => those.some((m) => areOfOne(phases[m].header!, header)));
    if (first) first.push(...more.flatMap((those) => uses.splice(uses.indexOf(those), 1)[0]), n);
    else uses.push([n]);
  }
  for (const those of uses) {
    const given = those.flatMap((n) => shares[n] ?? []);
    if (those.length === 1 && given.length === 0) continue;
    const files = [...new Set(those.map((n) => phases[n].header!.file))];
    const isOne = new Set(those.map((n) => wholeOf(phases[n].header!))).size === 1;
    if (given.length < those.length || !isOne) {
      throw new InputError({
        file: files.at(-1),
        where: `${where}.phases[${those.at(-1)}].dose`,
        found: `a second dose of the same plan (${files.join(' and ')})`,
        needed: isOne
          ? 'one dose for each plan, or `doseShare` in each phase where phases share one dose'
          : 'what is given once: one dose of the whole, or one of each of its parts',
      });
    }
    const sum = given.reduce((a, b) => a + b, 0);
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new InputError({
        file: files[0],
        where: `${where}.phases[${those[0]}].doseShare`,
        found: `shares of one dose that add up to ${Number(sum.toFixed(4))}`,
        needed: 'shares that add up to 1: all of the dose, once',
      });
    }
  }
}

/**
 * Doses of two courses that are one: the same object in both, or another whose voxels hold the same values. Each is most
 * likely a slip, and asks; within one course doses are told apart by their plans.
 */
export function sameDoseInTwoCourses(courses: readonly CaseCourseInput[]): Finding[] {
  const placed = courses.flatMap((course, c) => course.phases.flatMap((phase) => (phase.header ? [{ c, course, phase }] : [])));
  return placed.flatMap(({ c, course, phase }, n): Finding[] => {
    const before = placed.slice(0, n).filter((other) => other.c !== c);
    const { file } = phase.header!;
    const place = { file, answerable: true } as const;
    const same = before.find((other) => isSameDose(other.phase, phase));
    if (same) {
      const courses = [same.course.name, course.name] as const;
      return [makeFinding('same-dose-in-two-courses', 'error', { courses }, place)];
    }
    const equal = before.find((other) => hasSameValues(other.phase, phase));
    if (!equal) return [];
    const facts = { courses: [equal.course.name, course.name] as const, sameAs: equal.phase.header!.file };
    return [makeFinding('same-voxels-in-two-courses', 'error', facts, place)];
  });
}

function hasSameValues({ dose: a }: CasePhaseInput, { dose: b }: CasePhaseInput): boolean {
  return a.kind === 'grid' && b.kind === 'grid' && haveEqualDoses(a.grid, b.grid);
}

/** Whether two phases are of one dose, and not of two that some program wrote under one identifier. */
function isSameDose(a: CasePhaseInput, b: CasePhaseInput): boolean {
  const uid = ({ header }: CasePhaseInput) => header!.sopInstanceUid || header!.file;
  if (uid(a) !== uid(b)) return false;
  const sha256 = ({ files, header }: CasePhaseInput) => files.find(({ path }) => path === header?.file)?.sha256;
  if (sha256(a) !== undefined && sha256(a) === sha256(b)) return true;
  if (a.dose.kind !== 'grid' || b.dose.kind !== 'grid' || !sameVoxels(a.dose.grid, b.dose.grid)) return false;
  const { doseGy } = b.dose.grid;
  return a.dose.grid.doseGy.every((value, n) => value === doseGy[n]);
}
