import type { CasePhaseInput, Region } from '../case/case-inputs';
import { namedEntry } from '../case/named-entry';
import { type DerivedExpression, parseDerived } from '../geometry/derived/parse-derived';
import { NO_CHECK } from './own-anatomy';

type RecordedDose = Extract<CasePhaseInput['dose'], { kind: 'record' }>;

/**
 * The most that any point of a region can have had of a course that only a record tells of, in Gy; undefined where the
 * record says nothing of it. It is the dose of all planned fractions, as a dose file's is, of which the share that was
 * delivered counts: a maximum that is already of the delivered ones stands for so much more. A part of a recorded organ had no more than the organ, a union no more than its parts, and
 * nothing had more than the prescription times the hot-spot factor that the user has confirmed.
 */
export function recordedMostGy(
  region: Region,
  regions: readonly Region[],
  { organMaximaGy, organMaximaAre, totalDoseGy, hotSpotFactor }: RecordedDose,
  deliveredShare: number,
): number | undefined {
  const ofName = (name: string): number | undefined => {
    const own = region.name === name ? region : regionNamed(name, regions);
    const recorded = namedEntry(organMaximaGy, own?.names ?? [name]);
    if (recorded !== undefined) return organMaximaAre === 'delivered' ? recorded / deliveredShare : recorded;
    if (!own?.derived) return undefined;
    return ofExpression(parseDerived(own.derived.expression));
  };
  const ofExpression = (expression: DerivedExpression): number | undefined => {
    switch (expression.kind) {
      case 'structure':
        return ofName(expression.name);
      case 'contract':
        return ofExpression(expression.of);
      case 'expand':
        return undefined;
      case 'difference':
        return ofExpression(expression.of[0]);
      case 'union':
        return mostOf(expression.of.map(ofExpression));
      case 'intersection':
        return leastOf(expression.of.map(ofExpression));
    }
  };
  const everywhere = totalDoseGy !== undefined && hotSpotFactor !== undefined ? totalDoseGy * hotSpotFactor : undefined;
  return ofName(region.name) ?? everywhere;
}

/**
 * The dose that some point of a region has had of such a course, for its maximum is reached somewhere; in Gy of all planned
 * fractions, as above. Undefined but for the drawn organ that the record is of as a whole: in a part of it, a derived
 * structure, a planning volume or a target of today the hottest place may be or not.
 */
export function recordedReachedGy(
  { name, names, organ, derived }: Region,
  regions: readonly Region[],
  { organMaximaGy, organMaximaAre }: RecordedDose,
  deliveredShare: number,
): number | undefined {
  const key = names.find((each) => Object.hasOwn(organMaximaGy, each));
  if (key === undefined || derived || NO_CHECK.test(organ ?? name)) return undefined;
  // Of several ROIs that are taken for one organ, nobody knows which has it.
  const isShared = key !== name && regions.filter((each) => !each.derived && each.names.includes(key)).length > 1;
  if (isShared) return undefined;
  return organMaximaAre === 'delivered' ? organMaximaGy[key] / deliveredShare : organMaximaGy[key];
}

/** Of drawn ROIs an expression may have any of their names. */
const regionNamed = (name: string, regions: readonly Region[]): Region | undefined =>
  regions.find((each) => each.name === name) ?? regions.find((each) => each.roi && each.names.includes(name));

/** A union is bounded only where each of its parts is. */
const mostOf = (bounds: readonly (number | undefined)[]): number | undefined =>
  bounds.includes(undefined) ? undefined : Math.max(...(bounds as number[]));

const leastOf = (bounds: readonly (number | undefined)[]): number | undefined => {
  const known = bounds.filter((bound) => bound !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};
