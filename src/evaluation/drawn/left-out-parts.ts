import type { CaseInputs, OrganPart, Region } from '../../case/case-inputs';
import { wholeOf } from '../../case/required-organs';
import { type Finding, makeFinding } from '../../findings/finding';
import { isSameStack, type SlabStack } from '../../geometry/slab-stack';
import type { DosedOrgan } from '../prepared-region';
import { hottestEqd2Gy } from './hottest-dose';
import { unforgivenTissue } from './unforgiven-tissue';

/** Rounding, and what a margin about an organ may have more than the organ without being a part of it. */
const TOLERANCE_GY = 0.5;
const TOLERANCE_SHARE = 0.02;
/** What is named after a target too is drawn for the target, not left out of the organ. */
const TARGET = /[gcip]tv/i;

/**
 * ROIs that are named like a required organ and belong to nothing that is evaluated as it: an organ that was drawn in
 * two pieces would lose one. Where one has more dose than the organ, it asks.
 */
export function partFindings(
  inputs: CaseInputs,
  prepared: readonly DosedOrgan[],
  prepare: (region: Region) => DosedOrgan,
): Finding[] {
  const { regions, undrawn, structures } = inputs;
  const { file } = structures;
  const organs = [...new Set(undrawn.parts.map(({ organ }) => organ))];
  return organs.flatMap((organ): Finding[] => {
    const its = regions.filter((region) => region.organ !== undefined && wholeOf(region.organ) === organ);
    const left = undrawn.parts.filter((part) => part.organ === organ && !its.some(({ madeOf }) => madeOf.includes(part.name)));
    // That an organ is missing is said, with these names.
    if (its.length === 0 || left.length === 0) return [];
    const ofOrgan = prepared.filter(({ region }) => its.includes(region));
    const maxGy = Math.max(...ofOrgan.map((each) => hottestGy(each, inputs)));
    const maximumGy = onceOfSolid((part: OrganPart) => hottestGy(prepare(regionOf(part)), inputs));
    const parts = left.map((part) => ({ roi: part.name, maxGy: maximumGy(part) })).sort((a, b) => b.maxGy - a.maxGy);
    const isMore = (gy: number) => gy > maxGy * (1 + TOLERANCE_SHARE) + TOLERANCE_GY;
    const hotter = parts.filter(({ roi, maxGy: gy }) => isMore(gy) && !TARGET.test(roi));
    const other = parts.filter((part) => !hotter.includes(part));
    const wholes = its.filter((region) => region.organ === organ);
    const judged = wholes.length > 0 ? wholes : its;
    const all = judged.map(({ name }) => name).join(', ');
    return [
      ...(other.length > 0
        ? [makeFinding('organ-part-left-out', 'warning', { organ, roi: all, maxGy, parts: other, isHotter: false }, { file })]
        : []),
      ...(hotter.length > 0 ? judged : []).map(({ name: roi }) => {
        const facts = { organ, roi, maxGy, parts: hotter, isHotter: true };
        return makeFinding('organ-part-left-out', 'error', facts, { file, roi, answerable: true });
      }),
    ];
  });
}

/** The same function, asked once of parts with one outline: of one organ they differ in their names alone. */
function onceOfSolid(of: (part: OrganPart) => number): (part: OrganPart) => number {
  const known: { readonly stack: SlabStack; readonly value: number }[] = [];
  return (part) => {
    const same = known.find(({ stack }) => isSameStack(stack, part.stack));
    if (same) return same.value;
    const value = of(part);
    known.push({ stack: part.stack, value });
    return value;
  };
}

const regionOf = ({ name, organ, stack }: OrganPart): Region => ({
  name,
  names: [name],
  roi: undefined,
  organ: undefined,
  tissueOrgan: organ,
  tissueFrom: [],
  match: { code: 'not-matched', facts: {} },
  stack,
  madeOf: [name],
  derived: undefined,
});

/** Of a part by the model of the organ that it is of. */
const hottestGy = ({ region, samples }: DosedOrgan, inputs: CaseInputs): number =>
  hottestEqd2Gy(samples, unforgivenTissue(region, inputs), inputs.courses, 'cumulative');
