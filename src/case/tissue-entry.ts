import { isSame } from '../is-same';
import { tissueFor } from '../radiobiology/tissue-table';
import type { OrganOverride } from './case-file';
import type { Region, TissueSource } from './case-inputs';
import { namedEntry } from './named-entry';
import { isTarget } from './organ-by-name';

/*
 * What the case sets for the tissue of a structure: in its own entry, and for what that leaves out, in those of the
 * structures that it is made from.
 */

export type Organs = Readonly<Record<string, OrganOverride>>;

/** What of an organ's entry is of its tissue, and so of every part of it. */
export const TISSUE_FIELDS = ['alphaBetaGy', 'repairHalfTimeHours', 'lqL', 'recovery', 'repopulation'] as const;
export type TissueField = (typeof TISSUE_FIELDS)[number];

/** Of a field, which structures it is taken from. */
export interface InheritedField {
  readonly field: TissueField;
  readonly from: readonly string[];
}

/** An organ's entry with what it has from others, field by field. */
export interface TissueEntry extends OrganOverride {
  readonly inherited: readonly InheritedField[];
}

/** An entry of the case that has the field, and whose it is. */
type Given = readonly { readonly name: string; readonly entry: OrganOverride }[];
/** Structures that should be of one tissue and have different values of a field. */
export type Differing = { readonly parts: readonly { readonly name: string; readonly value: unknown }[] };

/**
 * The entry that counts for a region. Where what it is made from differs in a field, it has none of it: a case that says
 * so is refused (`refuseDifferingParts`).
 * @param ofCase the case's own entries, where `organs` has others that are tried: what is tried of one part of several
 *   changes the part, and the whole keeps what the case says.
 */
export function tissueEntry(region: Region, organs: Organs, ofCase: Organs = organs): TissueEntry {
  const own = namedEntry(organs, region.names) ?? {};
  const fields = TISSUE_FIELDS.flatMap((field) => {
    if (own[field] !== undefined) return [];
    const tried = inheritedField(region, field, organs);
    const found = isDiffering(tried) ? inheritedField(region, field, ofCase) : tried;
    return isDiffering(found) || found.length === 0 ? [] : [{ field, given: found }];
  });
  const values = fields.map(({ field, given }) => [field, given[0].entry[field]]);
  const sources = fields.flatMap(({ field, given }) => (field === 'alphaBetaGy' ? given.map(({ entry }) => entry) : []));
  const said = [...new Set(sources.flatMap(({ alphaBetaSource }) => alphaBetaSource ?? []))];
  return {
    ...own,
    ...Object.fromEntries(values),
    ...(sources.length > 0 && { alphaBetaSource: said.length > 0 ? said.join('; ') : undefined }),
    inherited: fields.map(({ field, given }) => ({ field, from: given.map(({ name }) => name) })),
  };
}

/** The field of what a region is made from: who sets it, or in what they differ. */
export function inheritedField(region: Region, field: TissueField, organs: Organs): Given | Differing {
  // What grows back is tumour.
  if (field === 'repopulation' && !isTargetTissue(region)) return [];
  return agreed(region.tissueFrom, field, organs, TABLE[field](region.tissueOrgan));
}

export const isDiffering = (found: Given | Differing): found is Differing => 'parts' in found;

/** Whether a region is target, or made of target alone. */
export const isTargetTissue = ({ tissueOrgan }: Region): boolean => tissueOrgan !== undefined && isTarget(tissueOrgan);

/** All names under which the case may set something for a region's tissue. */
export function tissueNames({ names, tissueFrom }: Region): readonly string[] {
  const of = (sources: readonly TissueSource[]): string[] => sources.flatMap((source) => [...source.names, ...of(source.from)]);
  return [...new Set([...names, ...of(tissueFrom)])];
}

/** What counts where no entry has the field. */
const TABLE: Record<TissueField, (organ: string | undefined) => unknown> = {
  alphaBetaGy: (organ) => tissueFor(organ).alphaBetaGy,
  repairHalfTimeHours: (organ) => tissueFor(organ).repair?.halfTimeHours,
  lqL: () => undefined,
  recovery: () => 0,
  repopulation: () => undefined,
};

function agreed(sources: readonly TissueSource[], field: TissueField, organs: Organs, table: unknown): Given | Differing {
  const each = sources.map(({ name, names, from }) => {
    const entry = namedEntry(organs, names);
    return { name, found: entry?.[field] === undefined ? agreed(from, field, organs, table) : [{ name, entry }] };
  });
  const differing = each.map(({ found }) => found).find(isDiffering);
  if (differing) return differing;
  const parts = each.map(({ name, found }) => ({ name, value: (found as Given)[0]?.entry[field] ?? table }));
  if (parts.some(({ value }) => !isSame(value, parts[0].value))) return { parts };
  const given = each.flatMap(({ found }) => found as Given);
  return given.filter(({ name }, n) => given.findIndex((other) => other.name === name) === n);
}
