import type { OrganResult, TargetResult } from '../../evaluation/assessment';
import { tissueFor } from '../../radiobiology/tissue-table';

/** What is tried, beside the case as it is. α/β and recovery are those of the chosen organ. */
export interface WhatIfValue {
  readonly plannedScale: number;
  /** Another number of fractions for the same planned dose. */
  readonly plannedFractions?: number | undefined;
  readonly alphaBetaGy?: number | undefined;
  readonly recovery?: number | undefined;
}

/** The planned course as the case has it. */
export interface PlannedCourse {
  /** Whether another number of fractions can be tried: only for a course of one phase. */
  readonly isOnePhase?: boolean;
  /** Undefined where the plan does not tell. */
  readonly fractions: number | undefined;
  /** Fewer fractions are delivered than planned, and they are those that count. */
  readonly isPart?: boolean;
  readonly targets: readonly TargetResult[];
}

/** The published α/β of an organ. */
export interface TableAlphaBeta {
  readonly alphaBetaGy: number;
  readonly source: string;
  readonly evidence: string;
  readonly rangeGy?: readonly [number, number] | undefined;
}

export const SCALE = { least: 0.5, most: 1.3, step: 0.01 } as const;
export const FRACTIONS = { least: 1, most: 60, step: 1 } as const;
export const RECOVERY = { most: 0.5, step: 0.05 } as const;
export const ALPHA_BETA = { least: 0.1, most: 30, step: 0.5 } as const;

/** What the tissue table has for an organ, or for that of which a structure is made; undefined where that is neither. */
export function tableAlphaBeta({ organ, tissueOrgan = organ ?? undefined }: OrganResult): TableAlphaBeta | undefined {
  if (tissueOrgan === undefined) return undefined;
  const { alphaBetaGy, endpoint, source, evidence, rangeGy } = tissueFor(tissueOrgan);
  return { alphaBetaGy, source: `${endpoint}; ${source}`, evidence, rangeGy: rangeGy && [rangeGy[0], rangeGy[1]] };
}

/** A factor without the dust of binary fractions. */
export const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** Whether anything differs from the case as it is. */
export function isChanged(value: WhatIfValue, asItIs: WhatIfValue): boolean {
  const keys = ['plannedScale', 'plannedFractions', 'alphaBetaGy', 'recovery'] as const;
  return keys.some((key) => value[key] !== asItIs[key]);
}
