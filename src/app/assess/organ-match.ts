import type { OrganResult } from '../../evaluation/assessment';
import type { T } from './goal-words';

/** An organ's name in the user's language; its id where there is none. */
export function organName(t: T, organ: string): string {
  const words: Record<string, string> = t('organs', { returnObjects: true });
  return Object.hasOwn(words, organ) ? words[organ] : organ;
}

/** `as spinal cord`, where the ROI's own name does not say so. */
export function asOrgan(t: T, { roi, organ }: OrganResult): string | undefined {
  if (organ === null) return t('table.noOrgan');
  return organ === roi ? undefined : t('table.as', { organ: organName(t, organ) });
}

/** Whether the name was taken for the organ by its likeness alone. */
export const isGuessed = ({ matchedBy }: OrganResult): boolean => matchedBy.startsWith('guessed');

/** How the name was taken, with the organ's id. */
export function matchText(t: T, { organ, matchedBy, derivedFrom }: OrganResult): string[] {
  const how = isGuessed({ matchedBy } as OrganResult)
    ? t('table.guessed')
    : matchedBy === 'made by the program'
      ? t('table.byProgram')
      : matchedBy === 'not matched to an organ'
        ? t('table.noOrgan')
        : /^taken for .+ by the user's word$/.test(matchedBy)
          ? t('table.byUser')
          : matchedBy;
  return [organ === null ? how : `${organ}: ${how}`, ...(derivedFrom ? [t('table.derived', { from: derivedFrom })] : [])];
}
