import type { CaseCourseInput, CaseInputs, Region } from '../../case/case-inputs';
import { sidesOf } from '../../case/required-organs';
import { type Finding, makeFinding } from '../../findings/finding';
import type { RecordedPart } from '../../findings/plausibility';
import { type DerivedExpression, parseDerived } from '../../geometry/derived/parse-derived';

/** Records have doses to a tenth of a Gy: what differs by less says nothing. */
const ROUNDING_GY = 0.1;

/**
 * Recorded maxima of one phase of which one lies in the other and is higher: a side of a pair, what a planning volume is
 * made around, a part that is derived of the whole. No part can have more than the whole.
 */
export function recordedPartFindings(course: CaseCourseInput, { regions }: Pick<CaseInputs, 'regions'>): Finding[] {
  const above = course.phases.flatMap(({ dose }) => (dose.kind === 'record' ? partsAbove(dose.organMaximaGy, regions) : []));
  if (above.length === 0) return [];
  const { name } = course;
  return [makeFinding('record-part-above-whole', 'error', { course: name, above }, { course: name, answerable: true })];
}

function partsAbove(maximaGy: Readonly<Record<string, number>>, regions: readonly Region[]): RecordedPart[] {
  const recorded = Object.keys(maximaGy).flatMap((name) => {
    const region = regionOf(name, regions);
    return region ? [{ name, gy: maximaGy[name], region }] : [];
  });
  return recorded.flatMap((part) =>
    recorded
      .filter((whole) => whole !== part && part.gy > whole.gy + ROUNDING_GY && liesIn(part.region, whole.region, regions))
      .map((whole) => ({ part: part.name, partGy: part.gy, whole: whole.name, wholeGy: whole.gy })),
  );
}

const regionOf = (name: string, regions: readonly Region[]): Region | undefined =>
  regions.find((each) => each.name === name) ?? regions.find(({ names }) => names.includes(name));

/** Whether one region lies in another for sure: by what they are, or by how they are made. */
function liesIn(part: Region, whole: Region, regions: readonly Region[]): boolean {
  if (whole.organ !== undefined && part.organ !== undefined) {
    if (sidesOf(whole.organ).includes(part.organ) || whole.organ === `${part.organ}_PRV`) return true;
    // A name of a part: `Lungs-GTV`, `Esophagus_in_PTV`.
    if (part.organ.startsWith(`${whole.organ}-`) || part.organ.startsWith(`${whole.organ}_in_`)) return true;
  }
  return containedIn(whole, regions).has(part) || containing(part, regions).has(whole);
}

/** The regions that a derived one contains whole. */
function containedIn(whole: Region, regions: readonly Region[]): ReadonlySet<Region> {
  return reached(whole, regions, ({ kind, of }) => (kind === 'union' ? of : kind === 'expand' ? [of] : []));
}

/** The regions that a derived one lies in. */
function containing(part: Region, regions: readonly Region[]): ReadonlySet<Region> {
  return reached(part, regions, ({ kind, of }) => {
    if (kind === 'intersection') return of;
    return kind === 'difference' ? [of[0]] : kind === 'contract' ? [of] : [];
  });
}

type Made = Exclude<DerivedExpression, { kind: 'structure' }>;

/** The regions that are come to from one by its expression, and from these by theirs. */
function reached(from: Region, regions: readonly Region[], goesOnTo: (made: Made) => readonly DerivedExpression[]) {
  const found = new Set<Region>();
  const visit = (expression: DerivedExpression): void => {
    if (expression.kind !== 'structure') {
      goesOnTo(expression).forEach(visit);
      return;
    }
    const region = regionOf(expression.name, regions);
    if (!region || found.has(region)) return;
    found.add(region);
    if (region.derived) visit(parseDerived(region.derived.expression));
  };
  if (from.derived) visit(parseDerived(from.derived.expression));
  return found;
}
