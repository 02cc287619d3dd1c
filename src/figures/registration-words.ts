import type { Assessment, GoalResult } from '../evaluation/assessment';
import type { RegistrationResult } from '../evaluation/registration-result';
import { comparedFigure } from './number-format';
import { movedSubject, placedWords } from './placed-words';
import { turnOf } from './turned-goals';

/* The place of the prior courses on the anatomy, said to a reader. */

/** What a headline says of the registrations; nothing where there is nothing to say. */
export function registrationCaveat({ overall }: Assessment): string | undefined {
  if (overall.registration === 'not accepted') return 'registration not accepted';
  if (overall.registration === 'none') return 'no registration: worst-case sums';
  return undefined;
}

/** Why, in sentences to be read before any number. */
export function registrationWarnings({ registrations }: Assessment): string[] {
  const asked = registrations.filter(({ type }) => type === 'in question').map(({ course }) => `"${course}"`);
  const unaccepted = registrations
    .filter(({ isAccepted, type }) => !isAccepted && type !== 'in question')
    .map(({ course }) => `"${course}"`);
  const apart = registrations.filter(({ type }) => type === 'none').map(({ course }) => `"${course}"`);
  return [
    unaccepted.length > 0 &&
      `Nobody has accepted the registration that carries ${unaccepted.join(', ')} onto the anatomy as it is now: every verdict on dose that it carries is subject to it.`,
    asked.length > 0 &&
      `${asked.join(', ')} lies on the frame of reference of the planned anatomy, and a registration says that points of that frame are not the same in both: no verdict on prior dose until somebody answers for it.`,
    apart.length > 0 &&
      `${apart.join(', ')} could not be placed on the planned anatomy: sums with it are worst cases, each organ's own metric then and now added wherever they lie. They bound maxima, provided that both structure sets hold the whole organ; they bound no volume and no mean.`,
  ].filter((said) => said !== false);
}

/** Who accepted the transforms of a course, and when. */
export function acceptanceWords({ type, links }: RegistrationResult): string {
  if (type === 'none') return 'nothing to accept: not placed, by the user’s word';
  if (type === 'in question') return 'a question is open';
  if (links.length === 0) return 'nothing to accept';
  return links
    .map(({ source, accepted }) =>
      accepted
        ? `${source}: accepted by ${accepted.by}, ${accepted.on}${accepted.note ? ` (${accepted.note})` : ''}`
        : `${source}: not accepted`,
    )
    .join(' · ');
}

/**
 * What becomes of a goal when the prior courses are moved: the third state between met and exceeded,
 * `exceeded when the prior course is 3 mm off (…): up to 53.1 Gy`; undefined where no course was moved.
 */
export function worstCaseWords({ worstCase, unit, goal, limit, comparator }: GoalResult): string | undefined {
  if (!worstCase) return undefined;
  const worstFigure = comparedFigure({ ...worstCase, limit, unit, comparator }) + (unit && `\u00a0${unit}`);
  const value = `${/</.test(goal) ? 'up' : 'down'} to ${worstFigure}`;
  const moved = `when ${placedWords(worstCase)}`;
  const leaves = worstCase.leavesGrid
    ? '; a part of the organ leaves a dose grid when it is moved, so that this is what is known at the least'
    : '';
  return `${worstCase.turnsVerdict ? `${worstCase.verdict} ${moved}: ${value}` : `${value} ${moved}`}${leaves}`;
}

/**
 * Of an exceeded goal that another place would turn, `would be met when the prior course is 3 mm off (…): down to 56 Gy`:
 * it stays exceeded, and hangs on the place.
 */
export function bestCaseWords(of: GoalResult): string | undefined {
  const { bestCase, unit, goal, limit, comparator } = of;
  if (!bestCase || turnOf(of)?.way !== 'better') return undefined;
  const figure = comparedFigure({ ...bestCase, limit, unit, comparator }) + (unit && `\u00a0${unit}`);
  const moved = `when ${placedWords(bestCase)}`;
  return `would be ${bestCase.verdict} ${moved}: ${/</.test(goal) ? 'down' : 'up'} to ${figure}`;
}

/** `exceeded when the prior course is moved`: beneath a verdict, where moving turns it, either way. */
export function turnedVerdict(goal: GoalResult): string | undefined {
  const turn = turnOf(goal);
  return turn && `${turn.way === 'better' ? 'would be ' : ''}${turn.to.verdict} when ${movedSubject(turn.to.cause)}`;
}
