import type { TFunction } from 'i18next';

export type T = TFunction<'assess'>;

/*
 * Why there is no verdict or no headroom, said by the engine in English, in the user's language. A sentence that is not
 * known here is shown as it came.
 */

const KNOWN = [
  [/^the goal (?:cannot be evaluated|is not evaluable), so no scaling/, 'goalNotEvaluable'],
  [/^the planned dose does not reach what the goal tests$/, 'notReached'],
  [/^the goal is met even at (?<times>\d+) times the planned dose/, 'metEvenAt'],
  [/^the goal is not met even at (?<times>\d+) times the planned dose/, 'notMetEvenAt'],
  [/^the prior courses alone exceed the goal/, 'priorAlone'],
  [/^the case has no planned course\.?$/i, 'noPlannedCourse'],
  [/^the case has no prior course\.?$/i, 'noPriorCourse'],
  [/^the dose is known on less volume than the metric asks for$/, 'tooLittleKnown'],
  [/^the organ has less volume than the metric asks for, or no known dose$/, 'noSuchFigure'],
  [/^(?<metric>\S+) cannot be had: there is no such dose/, 'cannotBeHad'],
  [/^It divides by a value that is 0\.$/, 'dividesByZero'],
  [/^The value is only known to lie between (?<low>.+) and (?<high>.+), and the limit of (?<limit>.+) falls within\.$/, 'spans'],
  [/^The value is only known to lie at or above (?<low>.+), and the limit of (?<limit>.+) falls within\.$/, 'spansAbove'],
  [/^The value is only known to lie at or below (?<high>.+), and the limit of (?<limit>.+) falls within\.$/, 'spansBelow'],
  [/^The source's recovery depends on the time since course "(?<course>.+)", whose completion date/, 'recoveryUndated'],
] as const;

const NEEDED = [
  [/^an interval of at least (?<number>[\d.]+) months between the courses$/, 'intervalAtLeast'],
  [/^an interval of less than (?<number>[\d.]+) months between the courses$/, 'intervalBelow'],
  [/^a planned course of at most (?<number>[\d.]+) fractions$/, 'fractionsAtMost'],
  [/^a highest single-course BED of at most (?<number>[\d.]+) Gy$/, 'bedAtMost'],
  [/^a highest single-course BED above (?<number>[\d.]+) Gy$/, 'bedAbove'],
] as const;

const SOURCE_GIVES = /^The source gives this limit for (?<needed>.+); (?:here it is (?<found>.+)|.+ is not known)\.$/;
const MONTHS = /^([\d.]+) months$/;

/** A reason as a clause without a full stop; undefined where it is not one of the engine's. */
export function reasonWords(t: T, text: string): string | undefined {
  for (const [pattern, key] of KNOWN) {
    const match = pattern.exec(text);
    if (match) return t(`reason.${key}`, { replace: { ...match.groups } });
  }
  const source = SOURCE_GIVES.exec(text)?.groups;
  if (!source) return undefined;
  for (const [pattern, key] of NEEDED) {
    const match = pattern.exec(source.needed);
    if (!match) continue;
    const needed = t(`reason.${key}`, { replace: { ...match.groups } });
    if (!source.found) return t('reason.sourceUnknown', { needed });
    const months = MONTHS.exec(source.found);
    const found = months ? t('reason.months', { number: months[1] }) : source.found;
    return t('reason.sourceHere', { needed, found });
  }
  return undefined;
}
