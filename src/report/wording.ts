import type { GoalResult, HeadroomResult, OrganResult } from '../assessment/assessment';
import type { Verdict } from '../constraints/evaluate-goal';
import type { Scope } from '../constraints/goal-expression';
import { allowedDose, asWritten, percent, scaleFactor } from './number-format';

/* The codes of an assessment, said to a reader. */

const EVIDENCE: Readonly<Record<string, string>> = {
  seen: 'limit read in the source itself',
  'seen-2': 'limit read second hand, in a work that restates the source',
  known: 'limit well established but not re-read: check it against the source before clinical use',
  user: "the user's own goal",
};

/** What an evidence mark means, followed by the mark itself. */
export function evidenceWords(mark: string): string {
  const words = EVIDENCE[mark];
  return words ? `${words} (${mark})` : `evidence: ${mark}`;
}

const SCOPES: Readonly<Record<Scope, string>> = {
  cumulative: 'all courses together',
  prior: 'prior courses alone',
  planned: 'planned course alone',
};
export const scopeWords = (scope: Scope): string => SCOPES[scope];

/** The quantity of a goal with the alpha/beta it was computed with. */
export function quantityWords({ quantity, alphaBetaGy }: GoalResult): string {
  if (quantity === 'physical') return 'physical dose';
  return `${quantity === 'eqd2' ? 'EQD2' : 'BED'}, α/β\u00a0=\u00a0${asWritten(alphaBetaGy, 'Gy')}`;
}

export function recoveryWords(recovery: number, rule?: string): string {
  const words = recovery === 0 ? 'no recovery' : `recovery: ${percent(recovery)} of the prior BED forgiven`;
  return rule ? `${words} (${rule})` : words;
}

/** A goal as a person writes it: ≤ for <=. */
export const goalWords = (goal: string): string => goal.replaceAll('<=', '≤').replaceAll('>=', '≥');

/** The limit of a goal with its comparison, `< 57 Gy`. */
export const limitWords = ({ goal }: GoalResult): string =>
  goalWords(goal.slice(goal.search(/<=|>=|<|>/)))
    .trim()
    .replaceAll(' ', '\u00a0');

type Scaled = Extract<HeadroomResult, { plannedScale: number }>;
/** Above this factor the number would only distract: nobody plans at three times the dose. */
const MUCH = 2;

/** Whether a goal leaves so much that no figure need be named. */
export const leavesMuch = ({ plannedScale }: { readonly plannedScale: number }): boolean => plannedScale > MUCH;

/** The factor on the planned dose at which a goal is just met. */
export const scaleWords = (headroom: { readonly plannedScale: number }): string =>
  leavesMuch(headroom) ? `more than ${scaleFactor(MUCH)}` : scaleFactor(headroom.plannedScale);

/**
 * What that factor leaves for each target; without targets, for the plan; undefined where no dose is known
 * or it is far above any that is planned.
 */
export function allowedDoses(headroom: Scaled): string | undefined {
  const { plannedDoseGy, targets } = headroom;
  if (leavesMuch(headroom)) return undefined;
  if (targets?.length) return targets.map(({ roi, doseGy }) => `${roi}\u00a0${allowedDose(doseGy)}`).join(', ');
  return plannedDoseGy === undefined ? undefined : allowedDose(plannedDoseGy);
}

/** How much of an organ's volume has no known dose of all courses; never rounded to nothing. */
export function unknownShare({ prior, planned, cumulative }: OrganResult['insideDoseGrid']): string {
  const unknown = 1 - Math.min(prior, planned, cumulative);
  return unknown < 0.0005 ? 'under 0.1\u00a0%' : percent(unknown);
}

/** Each verdict as word, shape and style class, so that none of them hangs on colour alone. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, { readonly glyph: string; readonly style: string }>> = {
  met: { glyph: '●', style: 'met' },
  exceeded: { glyph: '■', style: 'exceeded' },
  'not evaluable': { glyph: '▲', style: 'open' },
  'not applicable': { glyph: '○', style: 'aside' },
};

/** `1 organ`, `3 organs`. */
export const counted = (count: number, noun: string): string => `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;

/** A DICOM person name as it is read: `Doe^Jane` as `Doe, Jane`; ideographic and phonetic forms behind. */
export function personName(name: string): string {
  const forms = name.split('=').map((form) => {
    const [family, ...given] = form.split('^').map((part) => part.trim());
    return [family, given.filter(Boolean).join(' ')].filter(Boolean).join(', ');
  });
  return forms.filter(Boolean).join(' · ') || 'no name';
}
