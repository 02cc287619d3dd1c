import type { OrganMatch } from '../constraints/organ-names';
import type { Finding } from '../finding';
import { TISSUES, tissueFor } from '../radiobiology/tissue-table';
import type { Region } from './case-inputs';

/** What was made of the names of a structure set: guessed, not known, made by the program, claimed twice, alpha/beta assumed. */
export function nameFindings(
  regions: readonly Region[],
  matches: readonly OrganMatch[],
  unmatched: readonly string[],
  usual: readonly { name: string; expression: string }[],
  empty: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const guessed = matches.filter((match) => match.organ !== undefined && match.how === 'synonym');
  if (guessed.length > 0) {
    findings.push({
      code: 'roi-names-guessed',
      severity: 'info',
      message: `Taken for organs by common names, not TG-263 names: ${guessed.map((match) => `${match.roi} as ${match.organ}`).join(', ')}. Check them; \`organs\` in the case file overrides.`,
    });
  }
  if (unmatched.length > 0) {
    findings.push({
      code: 'roi-not-matched',
      severity: 'info',
      message: `Not known as organs by name and not evaluated: ${unmatched.join(', ')}. Give an ROI an entry with \`alphaBetaGy\` under \`organs\` to evaluate it.`,
    });
  }
  const made = usual.filter(({ name }) => regions.some((region) => region.name === name));
  if (made.length > 0) {
    findings.push({
      code: 'derived-by-program',
      severity: 'info',
      message: `Made by the program because the constraint sets ask for them: ${made.map(({ name, expression }) => `${name} = ${expression}`).join('; ')}.`,
    });
  }
  if (empty.length > 0) {
    findings.push({
      code: 'derived-empty',
      severity: 'warning',
      message: `Derived structures that are empty and not evaluated: ${empty.join('; ')}.`,
    });
  }
  const claims = new Map<string, string[]>();
  for (const { organ, name } of regions) {
    if (organ === undefined || /^(I?GTV|I?CTV|ITV|PTV)$/.test(organ) || organ.endsWith('_PRV')) continue;
    claims.set(organ, [...(claims.get(organ) ?? []), name]);
  }
  for (const [organ, rois] of claims) {
    if (rois.length < 2) continue;
    findings.push({
      code: 'organ-ambiguous',
      severity: 'warning',
      message: `${rois.join(' and ')} are all taken for ${organ}; each is evaluated against its goals. Say which is meant under \`organs\`.`,
    });
  }
  const other = regions.filter(
    ({ tissueOrgan }) => tissueOrgan !== undefined && tissueFor(tissueOrgan).id === TISSUES[TISSUES.length - 1].id,
  );
  if (other.length > 0) {
    findings.push({
      code: 'alpha-beta-assumed',
      severity: 'warning',
      message: `No published alpha/beta is in the tissue table for ${other.map(({ name }) => name).join(', ')}; ${tissueFor(undefined).alphaBetaGy} Gy is assumed (${tissueFor(undefined).source}).`,
    });
  }
  return findings;
}
