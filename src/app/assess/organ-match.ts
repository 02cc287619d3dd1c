import { organWord } from '../../constraints/organ-word';
import type { OrganResult } from '../../evaluation/assessment';
import type { T } from './goal-words';

/** An organ's name in the user's language; its id where there is none. */
export function organName(t: T, organ: string): string {
  const words = t('organs', { returnObjects: true }) as Parameters<typeof organWord>[0];
  return organWord(words, organ);
}

/** `as spinal cord`, where the ROI's own name does not say so. */
export function asOrgan(t: T, { roi, organ }: OrganResult): string | undefined {
  if (organ === null) return t('table.noOrgan');
  return organ === roi ? undefined : t('table.as', { organ: organName(t, organ) });
}

/** Whether the name was taken for the organ by its likeness alone. */
export const isGuessed = ({ match }: OrganResult): boolean => match.code === 'guessed';

const HOW = {
  'by-user': 'table.byUser',
  'not-matched': 'table.noOrgan',
  guessed: 'table.guessed',
  'made-by-program': 'table.byProgram',
} as const;

/** How the name was taken, with the organ's id. */
export function matchText(t: T, { organ, match, matchedBy, derivedFrom }: OrganResult): string[] {
  // A TG-263 name is the same in every language.
  const how = match.code === 'tg-263' ? matchedBy : t(HOW[match.code]);
  return [organ === null ? how : `${organ}: ${how}`, ...(derivedFrom ? [t('table.derived', { from: derivedFrom })] : [])];
}
