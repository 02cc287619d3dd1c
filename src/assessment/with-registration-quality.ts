import type { RegistrationQuality } from '../registration/quality/registration-quality';
import type { PreparedCase } from './assess';
import type { Assessment } from './assessment';
import type { CoursePaths } from './prepare';
import { registrationQualityOf } from './registration-quality-of';

/** Kept for as long as the samples are: nothing that is tried changes it. */
const known = new WeakMap<CoursePaths, readonly (RegistrationQuality | undefined)[]>();

/**
 * Adds to each registration of an assessment how far it is to be trusted. It takes longer than an evaluation and depends
 * on no setting.
 */
export function withRegistrationQuality(prepared: PreparedCase, assessment: Assessment): Assessment {
  const { inputs, paths } = prepared;
  const qualities = known.get(paths) ?? qualitiesOf(prepared);
  known.set(paths, qualities);
  const priors = inputs.courses.flatMap(({ role }, c) => (role === 'prior' ? [c] : []));
  return {
    ...assessment,
    registrations: assessment.registrations.map((registration, n) => {
      const quality = qualities[priors[n]];
      return quality ? { ...registration, quality } : registration;
    }),
  };
}

const qualitiesOf = ({ inputs, paths }: PreparedCase): (RegistrationQuality | undefined)[] =>
  inputs.courses.map(({ role }, c) => {
    const path = paths[c];
    return role === 'prior' && path && path.links.length > 0 ? registrationQualityOf(inputs, c, path.map) : undefined;
  });
