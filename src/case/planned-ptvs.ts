import type { OrganMatch } from '../constraints/organ-names';
import { type Finding, makeFinding } from '../findings/finding';

/** Words of a name that make it one of an earlier course: `PTV_old`, `PTV 2019`, `PTV_1st`, `既往PTV`. */
const EARLIER = /old|prior|prev|former|first|1st|init|orig|past|(?:^|[^a-z])(?:rt|c|course)\s*1(?!\d)/i;
const YEAR = /(?:^|\D)(?:19|20)\d\d(?=$|\D)/;
const EARLIER_EAST = /旧|舊|既往|首程|首次|一程|前次|前回|初回|既照射|過去/;

/** An ROI by the name that no other has, and what its structure set says that it is. */
interface NamedType {
  readonly name: string;
  readonly interpretedType?: string | undefined;
}

const looksEarlier = (name: string): boolean =>
  EARLIER.test(name.replace(/[\s_-]+/g, ' ')) || YEAR.test(name) || EARLIER_EAST.test(name);

/**
 * The PTVs of the planned course among the ROIs of the anatomy: of the targets that the case names for it those that are
 * PTVs by type or by name; where it names none, the PTVs of the structure set, unless one of them may be of an earlier
 * course. A CTV is none, and neither is a PTV of which it is not sure whose it is: what lies outside of it would be
 * called outside the target. Where there is none, and the organ that asks for them is there, that is a finding.
 */
export function plannedPtvs(
  { planned: named, prior }: { readonly planned: readonly string[]; readonly prior: readonly string[] },
  rois: readonly NamedType[],
  matches: readonly OrganMatch[],
): { readonly ptvs: readonly string[]; readonly findings: readonly Finding[] } {
  const isPtv = ({ name, interpretedType }: NamedType) => {
    const organ = matches.find(({ roi }) => roi === name)?.organ;
    return organ === undefined ? interpretedType === 'PTV' : organ === 'PTV';
  };
  const drawn = rois.filter(isPtv).map(({ name }) => name);
  const isAsked = matches.some(({ organ }) => organ === 'Esophagus');
  const none = (why: 'no-ptv-named' | 'perhaps-earlier') => ({
    ptvs: [],
    findings: isAsked
      ? [makeFinding('planned-ptv-not-known', 'warning', { why, rois: why === 'no-ptv-named' ? named : drawn })]
      : [],
  });
  if (named.length > 0) {
    const ptvs = drawn.filter((name) => named.includes(name));
    return ptvs.length > 0 ? { ptvs, findings: [] } : none('no-ptv-named');
  }
  if (drawn.length === 0) return { ptvs: [], findings: [] };
  const isUnsure = drawn.some((name) => looksEarlier(name) || prior.includes(name));
  return isUnsure ? none('perhaps-earlier') : { ptvs: drawn, findings: [] };
}
