import type { CaseInputs, Region } from '../../case/case-inputs';
import { sidesOf } from '../../case/required-organs';
import type { Steps } from '../../case/steps';
import { type Finding, makeFinding } from '../../findings/finding';
import { stackVolumeMm3 } from '../../geometry/stack-volume';

/** A bound of this program's own: what is left out of lungs as a rule (tumour, vessels, bronchi) is less of them. */
const NOTICEABLE_SHARE = 0.1;

/**
 * Paired organs that are drawn as a whole and side by side, and not alike: the whole may lack a side or have what is of
 * neither, and the goals are those of the whole. Where one side alone is drawn beside the whole, the whole has to have it.
 */
export function pairFindings(
  { regions, structures: { file } }: Pick<CaseInputs, 'regions' | 'structures'>,
  { derivedStack }: Pick<Steps, 'derivedStack'>,
): Finding[] {
  return regions.flatMap((whole): Finding[] => {
    if (whole.organ === undefined || whole.derived?.byProgram) return [];
    const sides = sidesOf(whole.organ).map((side) => regions.filter(({ organ }) => organ === side));
    const drawn = sides.flat();
    if (drawn.length === 0) return [];
    const { name: roi, stack } = whole;
    const operands = { whole: stack, ...Object.fromEntries(drawn.map((side, n) => [`side${n}`, side.stack])) };
    const union = drawn.map((_, n) => `side${n}`).join(' + ');
    const ccOf = (expression: string) => stackVolumeMm3(derivedStack(expression, operands)) / 1000;
    const unionCc = ccOf(union);
    const lackingCc = ccOf(`(${union}) - whole`);
    const isPair = sides.every((side) => side.length > 0);
    const beyondCc = isPair ? ccOf(`whole - (${union})`) : 0;
    if (Math.max(lackingCc, beyondCc) <= NOTICEABLE_SHARE * unionCc) return [];
    const facts = { roi, sides: drawn.map(nameOf), wholeCc: stackVolumeMm3(stack) / 1000, unionCc, lackingCc, beyondCc };
    return [makeFinding('pair-contradicts-sides', 'error', facts, { file, roi, answerable: true })];
  });
}

const nameOf = ({ name }: Region): string => name;
