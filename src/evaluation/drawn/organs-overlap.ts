import type { CaseInputs } from '../../case/case-inputs';
import { wholeOf } from '../../case/required-organs';
import { type Finding, makeFinding } from '../../findings/finding';
import { INSIDE, insideStack, type StackTest, stackTest } from '../../geometry/inside-stack';
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
/** What the other has to have of it for being asked about too. */
const NOTICEABLE = 0.1;

/**
 * Organs of which one is drawn in the place of another: more than a third of it lies there. Which of the two is wrong
 * nobody can tell from the contours; asked is of each that has a tenth of itself in the other.
 */
export function overlapFindings(
  { structures: { file } }: Pick<CaseInputs, 'structures'>,
  organs: readonly DosedOrgan[],
): Finding[] {
  const drawn = organs.filter(
    ({ region: { organ, derived } }) => organ !== undefined && SOLID.test(organ) && derived === undefined,
  );
  const tests = new Map<DosedOrgan, StackTest>();
  const testOf = (of: DosedOrgan): StackTest => {
    const known = tests.get(of) ?? stackTest(of.region.stack);
    tests.set(of, known);
    return known;
  };
  return drawn.flatMap((one): Finding[] => {
    const others = drawn.flatMap((other) => {
      if (one === other || areTogether(one, other)) return [];
      const shares = [sharedCc(one, other, testOf) / one.samples.totalCc, sharedCc(other, one, testOf) / other.samples.totalCc];
      const [share] = shares;
      if (!(Math.max(...shares) > NO_BORDER && share > NOTICEABLE)) return [];
      return [{ roi: other.region.name, cc: share * one.samples.totalCc, share }];
    });
    const { name: roi } = one.region;
    return others.length > 0 ? [makeFinding('organs-overlap', 'error', { roi, others }, { file, roi, answerable: true })] : [];
  });
}

function areTogether({ region: a }: DosedOrgan, { region: b }: DosedOrgan): boolean {
  const [one, other] = [a.organ!, b.organ!];
  if (one === other || wholeOf(one) === other || wholeOf(other) === one) return true;
  return TOGETHER.some((pair) => pair.test(one) && pair.test(other) && !(isSide(one) && isSide(other)));
}

/** Two sides of an organ are two places. */
const isSide = (organ: string): boolean => /_[LR]$/.test(organ);

/** How much of the volume of an organ's samples lies in another's solid, cc. */
function sharedCc({ samples }: DosedOrgan, other: DosedOrgan, testOf: (of: DosedOrgan) => StackTest): number {
  const { count, positionsMm, volumeCc } = samples;
  const state = new Uint8Array(count);
  insideStack(testOf(other), Float64Array.from(positionsMm), count, state);
  let cc = 0;
  for (let n = 0; n < count; n++) if (state[n] === INSIDE) cc += volumeCc[n];
  return cc;
}
