import type { RegistrationQuality } from '../registration/quality/registration-quality';
import type { Assessment } from './assessment';
import type { PreparedCase } from './prepared-case';
import { registrationQualityOf } from './registration-quality-of';
import { isListed } from './registration-result';

/**
 * Adds to each registration of an assessment how far it is to be trusted. It takes longer than an evaluation and depends
 * on no setting.
 */
export function withRegistrationQuality(prepared: PreparedCase, assessment: Assessment): Assessment {
  const { inputs, paths } = prepared;
  const listed = inputs.courses.flatMap(({ role }, c) => (isListed(role, paths[c]) ? [c] : []));
  return {
    ...assessment,
    registrations: assessment.registrations.map((registration, n) => {
      const quality = qualityOf(prepared, listed[n]);
      return quality ? { ...registration, quality } : registration;
    }),
  };
}

function qualityOf({ inputs, paths, steps }: PreparedCase, course: number): RegistrationQuality | undefined {
  const path = paths[course];
  return path && path.links.length > 0 ? registrationQualityOf(inputs, course, path.map, steps) : undefined;
}
