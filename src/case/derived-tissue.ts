import { TARGET_KINDS } from '../constraints/target-names';
import type { DerivedExpression } from '../geometry/derived/parse-derived';
import { tissueFor } from '../radiobiology/tissue-table';
import type { TissueSource } from './case-inputs';

/*
 * What tissue lies in a derived structure, as far as its expression says. The order in which operands stand says nothing:
 * what an organ and a target share is organ, whichever is named first.
 */

/** What a structure is made of, by what it is for the tissue within. */
type Role =
  | 'organ'
  | 'target'
  /** A target with a margin: what lies about the target belongs to it. */
  | 'grown target'
  /** What is left of a margin about a target without the target: any tissue. */
  | 'ring'
  /** All of the patient: what is shared with it is what it was. */
  | 'body'
  | 'unknown';

/** The tissue of a structure. */
export interface MadeTissue {
  readonly role: Role;
  /** The organ or target whose values apply; undefined of a ring, and where nothing says. */
  readonly organ: string | undefined;
  /** Whose entries in the case apply with it. */
  readonly from: readonly TissueSource[];
  /** Organs that were taken out of it: what takes it away leaves them. */
  readonly without: readonly string[];
}

const UNKNOWN: MadeTissue = { role: 'unknown', organ: undefined, from: [], without: [] };
const TARGETS: readonly string[] = TARGET_KINDS;
const BODY: readonly string[] = ['Body', 'External'];

/** The tissue of what is drawn, or goes by the name of an organ. */
export function tissueOfOrgan(organ: string | undefined, source: TissueSource): MadeTissue {
  if (organ === undefined) return UNKNOWN;
  const role = TARGETS.includes(organ) ? 'target' : BODY.includes(organ) ? 'body' : 'organ';
  return { role, organ, from: [source], without: [] };
}

/** The tissue of an expression. @param of that of each structure that it names. */
export function tissueOfExpression(expression: DerivedExpression, of: (name: string) => MadeTissue): MadeTissue {
  switch (expression.kind) {
    case 'structure':
      return of(expression.name);
    case 'contract':
      return tissueOfExpression(expression.of, of);
    case 'expand': {
      const inner = tissueOfExpression(expression.of, of);
      return inner.role === 'target' ? { ...inner, role: 'grown target' } : inner;
    }
    default: {
      const [a, b] = expression.of.map((part) => tissueOfExpression(part, of));
      return COMBINED[expression.kind](a, b);
    }
  }
}

/** Whether the values of the tissue table are the same for two organs. */
export const isOneTissue = (a: string, b: string): boolean => tissueFor(a).id === tissueFor(b).id;

const isTarget = ({ role }: MadeTissue): boolean => role === 'target' || role === 'grown target';

/** Two parts of one tissue, each with what the case says of it. */
function joined(a: MadeTissue, b: MadeTissue, role: Role): MadeTissue {
  const organ = [a.organ, b.organ].filter((each) => each !== undefined).sort()[0];
  const from = [...a.from, ...b.from.filter(({ name }) => !a.from.some((each) => each.name === name))];
  return { role, organ, from, without: [...a.without, ...b.without] };
}

const both = (a: MadeTissue, b: MadeTissue, role: Role): boolean => a.role === role && b.role === role;

const COMBINED: Record<'union' | 'intersection' | 'difference', (a: MadeTissue, b: MadeTissue) => MadeTissue> = {
  union(a, b) {
    if (isTarget(a) && isTarget(b)) return joined(a, b, both(a, b, 'target') ? 'target' : 'grown target');
    if (both(a, b, 'ring') || both(a, b, 'body')) return joined(a, b, a.role);
    return both(a, b, 'organ') && isOneTissue(a.organ!, b.organ!) ? joined(a, b, 'organ') : UNKNOWN;
  },
  intersection(a, b) {
    const without = [...a.without, ...b.without];
    if (a.role === 'unknown' || b.role === 'unknown') return UNKNOWN;
    if (both(a, b, 'organ')) return isOneTissue(a.organ!, b.organ!) ? joined(a, b, 'organ') : UNKNOWN;
    const role = NARROWEST.find((each) => a.role === each || b.role === each)!;
    if (both(a, b, role)) return joined(a, b, role);
    return { ...(a.role === role ? a : b), without };
  },
  difference(a, b) {
    // A target less all that is no organ is that organ.
    if (isTarget(a) && b.role !== 'organ' && b.without.length > 0) return UNKNOWN;
    if (a.role === 'grown target' && b.role !== 'organ') return { ...UNKNOWN, role: 'ring' };
    return b.role === 'organ' ? { ...a, without: [...a.without, b.organ!] } : a;
  },
};

/** Which of two different things says what they share. */
const NARROWEST: readonly Role[] = ['organ', 'target', 'ring', 'grown target', 'body'];
