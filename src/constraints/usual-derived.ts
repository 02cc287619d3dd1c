import type { OrganMatch } from './organ-names';

/** A structure to be made from others, in the expression grammar of the case file. */
export interface DerivedStructure {
  /** Its canonical organ id, or one of its own where that is taken (see `partName`). */
  readonly name: string;
  /** Canonical organ id of what is made. */
  readonly makes: string;
  readonly expression: string;
}

export interface UsualDerivedOptions {
  /** ROI names of the planned course's PTVs; where they are not known nothing is made from PTVs. */
  readonly plannedPtvs?: readonly string[] | undefined;
  /** Margin in mm of a cord PRV, where one is asked for. */
  readonly cordPrvMm?: number | undefined;
  /** Organs that the patient does not have: of a pair without one side, the other side is all there is. */
  readonly absent?: ReadonlySet<string> | undefined;
  /** Names of further structures: those that the case derives. */
  readonly taken?: readonly string[] | undefined;
}

/** The oesophagus outside and inside the planned course's PTVs: never a CTV, never an old PTV. */
export const ESOPHAGUS_OUTSIDE_PTV = 'Esophagus-PTV';
export const ESOPHAGUS_IN_PTV = 'Esophagus_in_PTV';

/**
 * The structures that the shipped constraint sets ask for and that can be made from what is drawn, without those that
 * are already drawn: both lungs (or the one that is left), lungs less the GTV (else the ITV), both kidneys, and a cord PRV
 * on request. The oesophagus outside and inside the planned PTV is made whatever is drawn or derived by such a name:
 * verdicts rest on it. Nothing is made from an organ that two ROIs claim to be.
 */
export function usualDerived(
  matches: readonly OrganMatch[],
  { plannedPtvs, cordPrvMm, absent, taken = [] }: UsualDerivedOptions = {},
): DerivedStructure[] {
  const derived: DerivedStructure[] = [];
  // An expression has no way to write a quotation mark within a name.
  const unspeakable = [...matches.map(({ roi }) => roi), ...(plannedPtvs ?? [])].filter((roi) => roi.includes('"'));
  const has = (organ: string) => matches.some((match) => match.organ === organ);
  const only = (organ: string) => {
    const found = matches.filter((match) => match.organ === organ);
    return found.length === 1 ? operand(found[0].roi) : undefined;
  };
  const all = (organ: string) => matches.filter((match) => match.organ === organ).map(({ roi }) => operand(roi));
  const make = (name: string, expression: string | undefined) => {
    if (expression !== undefined && !has(name)) push(name, name, expression);
  };
  const push = (name: string, makes: string, expression: string) => {
    if (!unspeakable.some((roi) => expression.includes(roi))) derived.push({ name, makes, expression });
  };
  const names = new Set([...matches.map(({ roi }) => roi), ...taken]);
  const makePart = (part: string, expression: string | undefined) => {
    if (expression === undefined) return;
    push(has(part) || names.has(part) ? partName(part, names) : part, part, expression);
  };
  const pair = (left: string, right: string) => {
    const sides = [left, right].filter((side) => has(side) || !absent?.has(side)).map(only);
    return sides.length > 0 && !sides.includes(undefined) ? sides.join(' + ') : undefined;
  };
  const less = (from: string | undefined, taken: readonly string[]) =>
    from && taken.length > 0 ? [from, ...taken].join(' - ') : undefined;

  const lungs = has('Lungs') ? only('Lungs') : pair('Lung_L', 'Lung_R');
  make('Lungs', lungs);
  if (has('GTV')) make('Lungs-GTV', less(lungs, all('GTV')));
  else make('Lungs-ITV', less(lungs, [...all('ITV'), ...all('IGTV')]));
  make('Kidneys', pair('Kidney_L', 'Kidney_R'));

  const esophagus = only('Esophagus');
  const outside = less(esophagus, plannedPtvs?.map(operand) ?? []);
  makePart(ESOPHAGUS_OUTSIDE_PTV, outside);
  // What is inside is the whole less what is outside.
  makePart(ESOPHAGUS_IN_PTV, outside && `${esophagus} - (${outside})`);

  const cord = only('SpinalCord');
  if (cordPrvMm !== undefined && cord) {
    const name = `SpinalCord_PRV${String(cordPrvMm).padStart(2, '0')}`;
    if (!matches.some(({ organ, marginMm }) => organ === 'SpinalCord_PRV' && marginMm === cordPrvMm)) {
      derived.push({ name, makes: name, expression: `expand(${cord}, ${cordPrvMm} mm)` });
    }
  }
  return derived;
}

/** What the program's part is called where its own name is that of something drawn or derived. */
function partName(part: string, taken: ReadonlySet<string>): string {
  const named = (n: number) => `${part} (program${n > 1 ? ` ${n}` : ''})`;
  let n = 1;
  while (taken.has(named(n))) n++;
  return named(n);
}

/** An ROI's name as it stands in an expression: quoted where it has more than letters, digits and underscores. */
function operand(roi: string): string {
  return /^[A-Za-z0-9_]+$/.test(roi) && !/^(expand|contract)$/i.test(roi) ? roi : `"${roi}"`;
}
