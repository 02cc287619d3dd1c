import type { Assessment, GoalResult } from '../assessment/assessment';
import type { RegistrationResult } from '../assessment/registration-result';
import { figure } from './number-format';

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
      `Nobody has accepted the registration that carries ${unaccepted.join(', ')} onto the planned anatomy: every verdict on prior dose is subject to it.`,
    asked.length > 0 &&
      `${asked.join(', ')} lies on the frame of reference of the planned anatomy, and a registration says that points of that frame are not the same in both: no verdict on prior dose until somebody answers for it.`,
    apart.length > 0 &&
      `${apart.join(', ')} could not be placed on the planned anatomy: sums with it are worst cases, each organ's own metric then and now added wherever they lie. They bound maxima, provided that both structure sets hold the whole organ; they bound no volume and no mean.`,
  ].filter((said) => said !== false);
}

/** Who accepted the transforms of a course, and when. */
export function acceptanceWords({ type, links }: RegistrationResult): string {
  if (type === 'none') return 'none by the user’s word';
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

/** `with the prior course 3 mm off: up to 53.1 Gy, exceeded`; undefined where the course was not moved. */
export function worstCaseWords({ worstCase, verdict, unit, goal }: GoalResult, marginMm: number | undefined): string | undefined {
  if (!worstCase || marginMm === undefined) return undefined;
  const isUpper = /</.test(goal);
  const value = `${figure(worstCase.value, unit)}${unit && `\u00a0${unit}`}`;
  const turned = worstCase.verdict === verdict ? '' : `, ${worstCase.verdict}`;
  return `prior course ${marginMm}\u00a0mm off: ${isUpper ? 'up' : 'down'} to ${value}${turned}`;
}
