import { isHelpStructure } from '../constraints/help-structures';
import { matchOrgan, type OrganMatch } from '../constraints/organ-names';
import type { PtvNotKnown } from '../findings/anatomy';
import { type Finding, makeFinding } from '../findings/finding';
import { isLevelOver } from './target-levels';

/** Words of a name that make it one of an earlier course: `PTV_old`, `PTV 2019`, `PTV_1st`, `既往PTV`. */
const EARLIER = /old|prior|prev|former|first|1st|init|orig|past|(?:^|[^a-z])(?:rt|c|course)\s*1(?!\d)/i;
const YEAR = /(?:^|\D)(?:19|20)\d\d(?=$|\D)/;
const EARLIER_EAST = /旧|舊|既往|首程|首次|一程|前次|前回|初回|既照射|過去/;

/** An ROI by the name that no other has, and what its structure set and the case say that it is. */
export interface NamedType {
  readonly name: string;
  readonly interpretedType?: string | undefined;
  /** The case says of this ROI which organ or target it is. */
  readonly isSaid?: boolean | undefined;
}

/** What is asked of the planned PTVs. */
export interface PtvsAsked {
  /** The targets that the case names. */
  readonly targets: { readonly planned: readonly string[]; readonly prior: readonly string[] };
  readonly rois: readonly NamedType[];
  readonly matches: readonly OrganMatch[];
  /** Whether one ROI has another within it and is larger than that by more than how it was drawn (see `isWithin`). */
  readonly hasWithin: (outer: string, inner: string) => boolean;
}

const looksEarlier = (name: string): boolean =>
  EARLIER.test(name.replace(/[\s_-]+/g, ' ')) || YEAR.test(name) || EARLIER_EAST.test(name);

/** A help structure by its words, or a difference with something that is known: `PTV-Lung`. */
const isHelp = (name: string): boolean =>
  isHelpStructure(name) ||
  name
    .split('-')
    .slice(1)
    .some((part) => matchOrgan(part).organ !== undefined);

/**
 * The PTVs of the planned course among the ROIs of the anatomy: of the targets that the case names for it those that are
 * PTVs by type or by name; where it names none, those that nothing speaks against: not their type, where the structure
 * set gives one, not a name of help structures, not that one may be of an earlier course, and not that one has another
 * within it without a name that tells of a lower level. A CTV is none, and neither is a PTV of which it is not sure
 * what it is: what lies outside of it would be called outside the target. Where there is none, and the organ that asks
 * for them is there, that is a finding.
 */
export function plannedPtvs({ targets, rois, matches, hasWithin }: PtvsAsked): {
  readonly ptvs: readonly string[];
  readonly findings: readonly Finding[];
} {
  const organOf = new Map(matches.map(({ roi, organ }) => [roi, organ]));
  const isAsked = matches.some(({ organ }) => organ === 'Esophagus');
  const none = (facts: PtvNotKnown) => ({
    ptvs: [],
    findings: isAsked ? [makeFinding('planned-ptv-not-known', 'warning', facts)] : [],
  });
  const isPtv = ({ name, interpretedType }: NamedType): boolean => {
    const organ = organOf.get(name);
    return organ === undefined ? interpretedType === 'PTV' : organ === 'PTV';
  };
  const ptvs = rois.filter(isPtv);
  if (targets.planned.length > 0) {
    const named = ptvs.map(({ name }) => name).filter((name) => targets.planned.includes(name));
    return named.length > 0 ? { ptvs: named, findings: [] } : none({ why: 'no-ptv-named', rois: targets.planned });
  }
  const isContradicted = ({ name, interpretedType, isSaid }: NamedType): boolean =>
    !isSaid && ((interpretedType !== undefined && interpretedType !== '' && interpretedType !== 'PTV') || isHelp(name));
  const drawn = ptvs.filter((roi) => !isContradicted(roi)).map(({ name }) => name);
  if (drawn.length === 0) {
    const called = rois.filter((roi) => isPtv(roi) || (organOf.get(roi.name) === undefined && /ptv/i.test(roi.name)));
    return called.length > 0 ? none({ why: 'help-only', rois: called.map(({ name }) => name) }) : { ptvs: [], findings: [] };
  }
  const isUnsure = drawn.some((name) => looksEarlier(name) || targets.prior.includes(name));
  if (isUnsure) return none({ why: 'perhaps-earlier', rois: drawn });
  for (const outer of drawn) {
    const inner = drawn.find((name) => name !== outer && !isLevelOver(outer, name) && hasWithin(outer, name));
    if (inner !== undefined) return none({ why: 'one-within-another', rois: drawn, outer, inner });
  }
  return { ptvs: drawn, findings: [] };
}
