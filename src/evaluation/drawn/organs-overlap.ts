import type { CaseInputs } from '../../case/case-inputs';
import { wholeOf } from '../../case/required-organs';
import type { OrganInOthers } from '../../findings/drawn';
import { type Finding, makeFinding } from '../../findings/finding';
import { INSIDE, insideStack, stackTest } from '../../geometry/inside-stack';
import { areOverlapping, boxOf } from '../../geometry/stack-box';
import type { DosedOrgan } from '../prepared-region';

/** Organs that have a place of their own; what may be drawn through or within another (airways, vessels) is not among them. */
const SOLID =
  /^(SpinalCord|SpinalCanal|Brainstem|Esophagus|Trachea|A_Aorta|Heart|Lungs|Lung_[LR]|Liver|Kidneys|Kidney_[LR]|Stomach)$/;
/** Pairs that are drawn with a part of one in the other, and a cord and its canal. */
const TOGETHER: readonly RegExp[] = [
  /^(SpinalCord|SpinalCanal|Brainstem)$/,
  /^(Heart|A_Aorta)$/,
  /^(Trachea|Lungs|Lung_[LR])$/,
  /^(Esophagus|Stomach)$/,
];
/** So much of an organ in another is no matter of borders; a bound of this program's own. */
const NO_BORDER = 1 / 3;
/** What the other has to have of it for being told of too. */
const NOTICEABLE = 0.1;

/**
 * Organs of which one is drawn in the place of another: more than a third of it lies there. Which of the two is wrong
 * nobody can tell from the contours; told is of each that has a tenth of itself in the other.
 */
export function overlapFindings(
  { structures: { file } }: Pick<CaseInputs, 'structures'>,
  organs: readonly DosedOrgan[],
): Finding[] {
  const drawn = organs.filter(
    ({ region: { organ, derived } }) => organ !== undefined && SOLID.test(organ) && derived === undefined,
  );
  const boxes = drawn.map(({ region }) => boxOf(region.stack));
  const found = new Map<DosedOrgan, OrganInOthers['others'][number][]>();
  drawn.forEach((one, n) => {
    for (let m = n + 1; m < drawn.length; m++) {
      const other = drawn[m];
      if (areTogether(one, other) || !areOverlapping(boxes[n], boxes[m])) continue;
      const cc = sharedCc(one, other);
      if (!(cc > NO_BORDER * Math.min(one.samples.totalCc, other.samples.totalCc))) continue;
      for (const [told, by] of [[one, other] as const, [other, one] as const]) {
        const share = cc / told.samples.totalCc;
        if (share > NOTICEABLE) found.set(told, [...(found.get(told) ?? []), { roi: by.region.name, cc, share }]);
      }
    }
  });
  return drawn.flatMap((one): Finding[] => {
    const others = found.get(one);
    const { name: roi } = one.region;
    return others ? [makeFinding('organs-overlap', 'warning', { roi, others }, { file, roi })] : [];
  });
}

function areTogether({ region: a }: DosedOrgan, { region: b }: DosedOrgan): boolean {
  const [one, other] = [a.organ!, b.organ!];
  if (one === other || wholeOf(one) === other || wholeOf(other) === one) return true;
  return TOGETHER.some((pair) => pair.test(one) && pair.test(other) && !(isSide(one) && isSide(other)));
}

/** Two sides of an organ are two places. */
const isSide = (organ: string): boolean => /_[LR]$/.test(organ);

/** The volume that two organs share, cc: of the samples of the one that has fewer, those in the other's solid. */
function sharedCc(a: DosedOrgan, b: DosedOrgan): number {
  const [few, many] = a.samples.count <= b.samples.count ? [a, b] : [b, a];
  const { count, positionsMm, volumeCc } = few.samples;
  const state = new Uint8Array(count);
  insideStack(stackTest(many.region.stack), new Float64Array(positionsMm), count, state);
  let cc = 0;
  for (let n = 0; n < count; n++) if (state[n] === INSIDE) cc += volumeCc[n];
  return cc;
}
