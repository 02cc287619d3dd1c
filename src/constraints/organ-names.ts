import { withoutInvisible } from '../printable';
import { normalisedName, ORGAN_NAMES, type OrganEntry, type OrganNames } from './organ-name-table';
import { targetKind } from './target-names';

/** What an ROI's name says it is. */
export interface OrganMatch {
  readonly roi: string;
  /** Canonical id: an organ's, a target kind, or `SpinalCord_PRV`; undefined where the name is not known. */
  readonly organ: string | undefined;
  readonly how: 'TG-263 name' | 'synonym' | 'none';
  readonly kind: 'organ' | 'target' | 'PRV' | undefined;
  readonly laterality?: 'L' | 'R' | 'both' | undefined;
  /** For a planning risk volume: the organ around which it is drawn, and the margin where the name has it. */
  readonly prvOf?: string | undefined;
  readonly marginMm?: number | undefined;
}

/** Several ROIs that go by the name of one organ: the caller must ask which one is meant. */
export interface AmbiguousOrgan {
  readonly organ: string;
  readonly rois: readonly string[];
}

/** A run of signs between words, longer than three, says no more than three: each run is gone through again from each of its signs. */
const shortRuns = (text: string): string => text.replace(/[\s_-]{4,}/g, (run) => (run.trim() === '' ? '   ' : '___'));

const PRV_BEHIND = /^(.+?)[\s_-]*prv[\s_-]*(\d{1,2})?\s*(?:mm)?$/i;
const PRV_BEFORE = /^prv[\s_-]*(.+?)(?:[\s_-]+(\d{1,2})\s*(?:mm)?)?$/i;

/**
 * What one ROI is, by its name alone. The whole name has to be known (case, spaces, underscores, hyphens and what cannot be seen aside); no
 * part of a name is ever taken for the organ, so that `Cord_Ring` or `Heart_opt` match nothing. A planning risk volume
 * is a thing of its own: it has its organ's tissue values but not its limits.
 */
export function matchOrgan(roi: string, names: OrganNames = ORGAN_NAMES): OrganMatch {
  const seen = withoutInvisible(roi);
  const entry = lookUp(seen, names);
  if (entry) {
    // A name with signs that cannot be seen is no standard one: what it is taken for is said.
    const how = seen === roi ? entry.how : 'synonym';
    return { roi, organ: entry.found.organ, how, kind: 'organ', laterality: entry.found.laterality };
  }
  const target = targetKind(seen);
  if (target) return { roi, organ: target.kind, how: target.isTg263 && seen === roi ? 'TG-263 name' : 'synonym', kind: 'target' };
  const text = seen.normalize('NFKC').trim();
  const short = shortRuns(text);
  const behind = PRV_BEHIND.exec(short);
  const prv = behind ?? PRV_BEFORE.exec(short);
  const around = prv && lookUp(prv[1], names);
  if (prv && around) {
    const prvOf = around.found.organ;
    const how = behind && around.how === 'TG-263 name' && /_PRV\d{0,2}$/i.test(text) ? 'TG-263 name' : 'synonym';
    const marginMm = prv[2] === undefined ? undefined : Number(prv[2]);
    return { roi, organ: `${prvOf}_PRV`, how, kind: 'PRV', laterality: around.found.laterality, prvOf, marginMm };
  }
  return { roi, organ: undefined, how: 'none', kind: undefined };
}

/**
 * What the ROIs are, in their order, and which organs more than one of them claims to be. Several targets of a kind, and
 * PRVs of different margins, are usual and not ambiguous.
 */
export function matchOrgans(
  rois: readonly string[],
  names: OrganNames = ORGAN_NAMES,
): { readonly matches: readonly OrganMatch[]; readonly ambiguous: readonly AmbiguousOrgan[] } {
  const matches = rois.map((roi) => matchOrgan(roi, names));
  const claims = new Map<string, { organ: string; rois: string[] }>();
  for (const { roi, organ, kind, marginMm } of matches) {
    if (organ === undefined || kind === 'target') continue;
    const key = `${organ} ${marginMm ?? ''}`;
    const claim = claims.get(key);
    if (claim) claim.rois.push(roi);
    else claims.set(key, { organ, rois: [roi] });
  }
  return { matches, ambiguous: [...claims.values()].filter((claim) => claim.rois.length > 1) };
}

function lookUp(name: string, names: OrganNames): { found: OrganEntry; how: 'TG-263 name' | 'synonym' } | undefined {
  const tg263 = names.byTg263.get(name.trim().toLowerCase());
  if (tg263) return { found: tg263, how: 'TG-263 name' };
  const synonym = names.byName.get(normalisedName(name));
  return synonym && { found: synonym, how: 'synonym' };
}
