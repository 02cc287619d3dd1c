import type { OrganOverride } from './case-file';
import type { CaseInputs, Region } from './case-inputs';
import { namedEntry } from './named-entry';

/** What may be tried beside a case, without a new one. */
export interface WhatIf {
  /** Factor on the planned dose at its fractions. */
  readonly plannedScale: number;
  /** Another number of fractions for the same planned dose; only where the planned course has one phase. */
  readonly plannedFractions?: number;
  /** Other alpha/beta and recovery than the case's, by ROI. */
  readonly organs?: Readonly<Record<string, { readonly alphaBetaGy?: number; readonly recovery?: number }>>;
}

/** The case as it is. */
export const AS_IT_IS: WhatIf = { plannedScale: 1 };

/** Whether nothing is tried beside the case. */
export const isAsItIs = ({ plannedScale, plannedFractions, organs }: WhatIf): boolean =>
  plannedScale === 1 && plannedFractions === undefined && Object.keys(organs ?? {}).length === 0;

/** The planned course in another number of fractions; as it is where it has several phases. */
export function withFractions(inputs: CaseInputs, plannedFractions: number | undefined): CaseInputs {
  if (plannedFractions === undefined) return inputs;
  const courses = inputs.courses.map((course) =>
    course.role === 'planned' && course.phases.length === 1
      ? { ...course, phases: course.phases.map((phase) => ({ ...phase, fractions: plannedFractions })) }
      : course,
  );
  return { ...inputs, courses };
}

/** The case's overrides with those that are tried laid over them, organ by organ, whatever name the case has for each. */
export function withOverrides(
  own: Readonly<Record<string, OrganOverride>> | undefined,
  tried: WhatIf['organs'],
  regions: readonly Region[],
): Readonly<Record<string, OrganOverride>> {
  const before = own ?? {};
  const namesOf = (roi: string) => regions.find(({ name }) => name === roi)?.names ?? [roi];
  const laid = Object.entries(tried ?? {}).map(([roi, override]) => [
    namesOf(roi)[0],
    {
      ...namedEntry(before, namesOf(roi)),
      // A number that is tried is not from the source of the case's.
      ...(override.alphaBetaGy !== undefined && { alphaBetaSource: undefined }),
      ...override,
    },
  ]);
  return { ...before, ...Object.fromEntries(laid) };
}
