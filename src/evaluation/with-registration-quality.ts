import type { RegistrationQuality } from '../registration/quality/registration-quality';
import type { Assessment } from './assessment';
import type { PreparedCase } from './prepared-case';
import { registrationQualityOf } from './registration-quality-of';

/**
 * Adds to each registration of an assessment how far it is to be trusted. It takes longer than an evaluation and depends
 * on no setting.
 */
export function withRegistrationQuality(prepared: PreparedCase, assessment: Assessment): Assessment {
  const { inputs } = prepared;
  const qualities = qualitiesOf(prepared);
  const priors = inputs.courses.flatMap(({ role }, c) => (role === 'prior' ? [c] : []));
  return {
    ...assessment,
    registrations: assessment.registrations.map((registration, n) => {
      const quality = qualities[priors[n]];
      return quality ? { ...registration, quality } : registration;
    }),
  };
}

const qualitiesOf = ({ inputs, paths, steps }: PreparedCase): (RegistrationQuality | undefined)[] =>
  inputs.courses.map(({ role }, c) => {
    const path = paths[c];
    return role === 'prior' && path && path.links.length > 0 ? registrationQualityOf(inputs, c, path.map, steps) : undefined;
  });
