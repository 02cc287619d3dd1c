import { absentOrgans } from '../../case/absent-organs';
import type { CaseFile, OrganOverride } from '../../case/case-file';
import { setOrganOverride } from '../../case/edit/edit-anatomy';
import { namedEntry } from '../../case/named-entry';
import { matchOrgan, type OrganMatch } from '../../constraints/organ-names';
import { type DerivedStructure, usualDerived } from '../../constraints/usual-derived';
import { namesIn, parseDerived } from '../../geometry/derived/parse-derived';
import type { Inspection } from '../../inspection/inspect';
import type { Guess } from '../../inspection/proposal-words';
import { type Tissue, tissueFor } from '../../radiobiology/tissue-table';
import { entryAt } from './entries';

/** A structure of the case: what it is taken for and how that is known. */
export interface OrganRow {
  readonly name: string;
  readonly kind: 'drawn' | 'derived' | 'made by the program' | 'not here';
  readonly expression?: string;
  /** The organ that counts: the user's word, else what the name says. */
  readonly organ: string | undefined;
  readonly how: OrganMatch['how'] | 'user';
  /** By the name alone. */
  readonly nameSays: string | undefined;
  /** The entry under `organs` that counts, and its key there. */
  readonly override: OrganOverride;
  readonly key: string;
  /** Undefined for a derived structure without an organ of its own: it has the tissue of its parts. */
  readonly tissue: Tissue | undefined;
  /** It has the alpha/beta of its parts: it sets none itself, and they do. */
  readonly isAsParts: boolean;
  readonly isEvaluated: boolean;
}

/** Organs that nothing is asked of unless the user names them. */
const NOT_BY_ITSELF = ['Body', 'External'];

/** ROIs of the chosen anatomy that have contours. */
export const drawnRois = (caseFile: CaseFile, inspection: Inspection): string[] => roisOf(inspection, caseFile.structures);

export const roisOf = (inspection: Inspection, structures: string | undefined): string[] =>
  namedRois(inspection, structures).map(({ name }) => name);

/** ROIs with the name that the case has for each: where several have one name, its number stands behind it. */
function namedRois(inspection: Inspection, structures: string | undefined): { name: string; written: string }[] {
  const drawn = (entryAt(inspection.structureSets, structures)?.rois ?? []).filter(({ contours }) => contours > 0);
  return drawn.map(({ name: written, number }) => {
    const isShared = drawn.filter(({ name }) => name === written).length > 1;
    return { name: isShared ? `${written}#${number}` : written, written };
  });
}

/** All structures of a case: drawn, derived, those the program makes, and names in the case that are none of them. */
export function organRows(caseFile: CaseFile, inspection: Inspection): OrganRow[] {
  const named = namedRois(inspection, caseFile.structures);
  const made = madeByProgram(
    caseFile,
    named.map(({ name }) => name),
  );
  const derived = Object.entries(caseFile.derived ?? {});
  const rows = [
    ...named.map(({ name, written }) => rowOf(caseFile, name, 'drawn', undefined, written)),
    ...derived.map(([name, expression]) => rowOf(caseFile, name, 'derived', expression)),
    ...made.map(({ name, makes, expression }) => rowOf(caseFile, name, 'made by the program', expression, makes)),
  ];
  const known = new Set(rows.flatMap(({ name, organ }) => (organ === undefined ? [name] : [name, organ])));
  const strays = Object.keys(caseFile.organs ?? {}).filter((name) => !known.has(name));
  return [...rows, ...strays.map((name) => rowOf(caseFile, name, 'not here'))];
}

/** What the program derives unasked: the same choice as the evaluation makes. */
export function madeByProgram(caseFile: CaseFile, drawn: readonly string[]): DerivedStructure[] {
  const matches = drawn.map((name) => {
    const organ = namedEntry(caseFile.organs ?? {}, [name])?.organ;
    return organ === undefined ? matchOrgan(name) : { ...matchOrgan(name), organ };
  });
  const planned = caseFile.courses.find(({ role }) => role === 'planned')?.targets?.map(({ roi }) => roi);
  const plannedPtvs = planned?.filter((roi) => drawn.includes(roi));
  const usual = usualDerived(matches, {
    ...(plannedPtvs && plannedPtvs.length > 0 && { plannedPtvs }),
    absent: absentOrgans(caseFile),
    taken: Object.keys(caseFile.derived ?? {}),
  });
  const own = caseFile.derived ?? {};
  return usual.filter(({ name }) => !Object.hasOwn(own, name) && !drawn.includes(name));
}

function rowOf(caseFile: CaseFile, name: string, kind: OrganRow['kind'], expression?: string, written: string = name): OrganRow {
  const match = matchOrgan(written);
  const organs = caseFile.organs ?? {};
  const byName = namedEntry(organs, [name]);
  const organ = byName?.organ ?? match.organ;
  const byOrgan = organ === undefined ? undefined : namedEntry(organs, [organ]);
  const override = byName ?? byOrgan ?? {};
  const isKnown = organ !== undefined && !NOT_BY_ITSELF.includes(organ);
  return {
    name,
    kind,
    ...(expression !== undefined && { expression }),
    organ,
    how: byName?.organ === undefined ? match.how : 'user',
    nameSays: match.organ,
    override,
    key: byName === undefined && byOrgan !== undefined ? organ! : name,
    tissue: organ === undefined && kind !== 'drawn' ? undefined : tissueFor(organ),
    isAsParts: override.alphaBetaGy === undefined && expression !== undefined && hasOwnParts(caseFile, expression),
    isEvaluated: kind !== 'not here' && (isKnown || byName !== undefined || kind !== 'drawn'),
  };
}

/** Whether the case sets an alpha/beta for a structure that the expression names, or for what that is made from. */
function hasOwnParts(caseFile: CaseFile, expression: string): boolean {
  const { organs = {}, derived = {} } = caseFile;
  const seen = new Set<string>();
  const isOwn = (name: string): boolean => {
    if (seen.has(name)) return false;
    seen.add(name);
    const organ = namedEntry(organs, [name])?.organ ?? matchOrgan(name).organ;
    const entry = namedEntry(organs, organ === undefined ? [name] : [name, organ]);
    if (entry?.alphaBetaGy !== undefined) return true;
    return Object.hasOwn(derived, name) && partsOf(derived[name]).some(isOwn);
  };
  return partsOf(expression).some(isOwn);
}

/** The names in an expression; none where it cannot be read, which is told elsewhere. */
function partsOf(expression: string): readonly string[] {
  try {
    return namesIn(parseDerived(expression));
  } catch {
    return [];
  }
}

/** Whether a structure is what it is by a guess at its name, which nobody has confirmed. */
export const isNameGuessed = ({ kind, how, organ, isEvaluated }: OrganRow): boolean =>
  kind !== 'made by the program' && how === 'synonym' && organ !== undefined && isEvaluated;

/** The case with the user's word that a structure is what its name was taken for. */
export const nameConfirmed = (caseFile: CaseFile, { name, organ, override }: OrganRow): CaseFile =>
  setOrganOverride(caseFile, name, { ...(namedEntry(caseFile.organs ?? {}, [name]) ?? override), organ });

/** The fields of a case that are still guesses; of names those that the structures now have. */
export function openGuesses(
  caseFile: CaseFile,
  inspection: Inspection,
  guesses: readonly Pick<Guess, 'field' | 'code'>[],
): readonly { readonly field: string }[] {
  if (inspection.structureSets.length === 0) return guesses;
  const names = organRows(caseFile, inspection).filter(isNameGuessed);
  return [...guesses.filter(({ code }) => code !== 'organ-by-name'), ...names.map(({ name }) => ({ field: `organs.${name}` }))];
}
