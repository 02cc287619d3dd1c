import type { CasePhaseInput } from './case-inputs';

/** Of how many fractions a phase was delivered, where that is fewer than all. */
export const ofPlanned = ({
  fractions,
  deliveredShare,
}: Pick<CasePhaseInput, 'fractions' | 'deliveredShare'>): { readonly plannedFractions?: number } =>
  deliveredShare < 1 ? { plannedFractions: Math.round(fractions / deliveredShare) } : {};
