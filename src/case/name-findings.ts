import type { OrganMatch } from '../constraints/organ-names';
import type { DerivedStructure } from '../constraints/usual-derived';
import type { Derived } from '../findings/anatomy';
import { type Finding, makeFinding } from '../findings/finding';
import { TISSUES, tissueFor } from '../radiobiology/tissue-table';
import type { Region } from './case-inputs';
import { losesNoOrgan, organByName } from './organ-by-name';

/** What was made of the names of a structure set: guessed, not known, made by the program, claimed twice, alpha/beta assumed. @param file that of the structure set. */
export function nameFindings(
  regions: readonly Region[],
  matches: readonly OrganMatch[],
  unmatched: readonly string[],
  usual: readonly DerivedStructure[],
  empty: readonly Derived[],
  file: string,
): Finding[] {
  const findings: Finding[] = [];
  const taken = matches.flatMap(({ roi, organ, how }) => (organ !== undefined && how === 'synonym' ? [{ roi, organ }] : []));
  if (taken.length > 0) findings.push(makeFinding('roi-names-guessed', 'info', { taken }));
  if (unmatched.length > 0) findings.push(makeFinding('roi-not-matched', 'info', { rois: unmatched }));
  findings.push(...regions.flatMap((region) => takenAgainstName(region, file)));
  const derived = usual
    .filter(({ name }) => regions.some((region) => region.name === name))
    .map(({ name, makes, expression }) => ({ name, expression, ...(name !== makes && { besides: makes }) }));
  if (derived.length > 0) findings.push(makeFinding('derived-by-program', 'info', { derived }));
  if (empty.length > 0) findings.push(makeFinding('derived-empty', 'warning', { derived: empty }));
  const claims = new Map<string, string[]>();
  for (const { organ, name, derived: made } of regions) {
    // The program's own part of an organ claims nothing: it stands beside what is drawn.
    if (organ === undefined || made?.byProgram || /^(I?GTV|I?CTV|ITV|PTV)$/.test(organ) || organ.endsWith('_PRV')) continue;
    claims.set(organ, [...(claims.get(organ) ?? []), name]);
  }
  for (const [organ, rois] of claims) {
    if (rois.length < 2) continue;
    findings.push(makeFinding('organ-ambiguous', 'warning', { rois, organ }));
  }
  const other = regions.filter(
    ({ tissueOrgan }) => tissueOrgan !== undefined && tissueFor(tissueOrgan).id === TISSUES[TISSUES.length - 1].id,
  );
  if (other.length > 0) {
    const { alphaBetaGy, source } = tissueFor(undefined);
    findings.push(makeFinding('alpha-beta-assumed', 'warning', { rois: other.map(({ name }) => name), alphaBetaGy, source }));
  }
  return findings;
}

/** An ROI taken for another organ than its name says: a wrong pick loses the organ that it is, so that it asks. */
function takenAgainstName(region: Region, file: string): Finding[] {
  const { name, names, organ: taken } = region;
  const named = organByName(region);
  if (named === undefined || taken === undefined) return [];
  const facts = { roi: name, named, taken, ...(names.includes(named) && { isHeldToBoth: true }) };
  if (losesNoOrgan(named, taken)) {
    const told = { ...facts, losesNoOrgan: true };
    return [makeFinding('roi-taken-against-its-name', 'warning', told, { roi: name })];
  }
  return [makeFinding('roi-taken-against-its-name', 'error', facts, { file, roi: name, answerable: true })];
}
