import type { TissueField } from '../case/tissue-entry';
import type { OrganResult } from '../evaluation/assessment';

/** α/β is not among them: its source says whose it is. */
const FIELDS: Readonly<Partial<Record<TissueField, string>>> = {
  recovery: 'recovery',
  repairHalfTimeHours: 'half-time of repair',
  lqL: 'LQ-L',
  repopulation: 'overall-time correction',
};

/** What of a structure's tissue is set for what it is made from, one sentence for each of those. */
export function inheritedWords({ inherited = [] }: OrganResult): string[] {
  const whose = [...new Set(inherited.map(({ from }) => from.join(' and ')))];
  return whose.flatMap((from) => {
    const its = inherited.filter((each) => each.from.join(' and ') === from).flatMap(({ field }) => FIELDS[field] ?? []);
    return its.length > 0 ? [`${its.join(', ')} as ${from}, which it is made from`] : [];
  });
}
