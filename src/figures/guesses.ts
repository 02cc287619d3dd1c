import { type Assessment, evaluatedOrgans, type OrganEntry } from '../evaluation/assessment';

/** An ROI that its name alone, and no standard one, says is an organ. */
export interface GuessedName {
  readonly roi: string;
  readonly organ: string;
}

/** The organs of a result that are what they are by a guess at a name, by their names. */
export const guessedNames = ({ organs }: Pick<Assessment, 'organs'>): readonly GuessedName[] =>
  evaluatedOrgans(organs)
    .flatMap(({ roi, organ, match }) => (match.code === 'guessed' && organ !== null ? [{ roi, organ }] : []))
    .toSorted((a, b) => (a.roi < b.roi ? -1 : 1));

/** How many values of a case the program guessed and nobody has confirmed, names among them. */
export function guessCount({ findings, organs }: Pick<Assessment, 'findings' | 'organs'>): number {
  const fields = findings.flatMap((finding) => (finding.code === 'guesses-not-confirmed' ? finding.facts.guesses : []));
  return fields.length + guessedNames({ organs }).length;
}

/** That figures rest on them, for page one; undefined where there are none. */
export function guessesSentence(assessment: Pick<Assessment, 'findings' | 'organs'>): string | undefined {
  const count = guessCount(assessment);
  if (count === 0) return undefined;
  const said =
    count === 1
      ? "1 value of the case is the program's guess and nobody has confirmed it: the figures rest on it."
      : `${count} values of the case are the program's guesses and nobody has confirmed them: the figures rest on them.`;
  const names = guessedNames(assessment).map(({ roi, organ }) => `${roi} as ${organ}`);
  if (names.length === 0) return said;
  const others = count - names.length;
  // The finding lists no names: without a word of that its list is shorter than the count.
  const rest = others > 0 ? `; the findings list the other ${others}` : '';
  return `${said} Names among them: ${names.join(', ')}${rest}.`;
}

/** What an organ was taken for where its ROI's name does not say so: `taken for SpinalCord by its name alone`. */
export function takenForWords(organ: OrganEntry): string | undefined {
  if (organ.roi === null || organ.organ === null || organ.organ === organ.roi) return undefined;
  return `taken for ${organ.organ}${organ.match.code === 'guessed' ? ' by its name alone' : ''}`;
}
