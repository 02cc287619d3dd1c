import { amountOf } from '../figure-digits';
import { eachGy } from './plausibility';
import type { WordTable } from './words';

/** A dose in one fraction in a target, by a number of fractions that one source alone says. */
export type UnusualFraction = {
  readonly course: string;
  readonly fractions: number;
  readonly by: 'case' | 'plan';
  /** The target whose half has the dose; none where it is prescribed, or the hottest of the grid. */
  readonly target?: string;
  readonly isHottest?: true;
  readonly doseGy: number;
  readonly perFractionGy: number;
  readonly least: number;
  readonly most: number;
};

/** A target whose name says a dose, and what half of it has. */
export type NamedDose = { readonly target: string; readonly namedGy: number; readonly doseGy: number };

/** A dose whose size nothing speaks for; `named` where a target's name contradicts it. */
export type DoseNotChecked = {
  readonly course: string;
  /** Whether its targets are drawn. */
  readonly hasTarget: boolean;
  readonly named?: NamedDose;
};

const gy = (value: number): string => amountOf(value, 'Gy');

/** Doses and numbers of fractions that nothing in the input speaks for, or one source alone. */
export const UNCONFIRMED = {
  'dose-per-fraction-unusual': {
    title: 'Dose per fraction unusual',
    message: (facts: UnusualFraction) => {
      const { course, fractions, by, target, doseGy, perFractionGy, isHottest, least, most } = facts;
      const where = isHottest
        ? 'the hottest 1 cc of the dose grid has'
        : target
          ? `half of ${target} has`
          : 'the prescription is';
      const who = by === 'case' ? 'the case alone says' : 'the plan alone says';
      return `Course "${course}": ${where} ${gy(doseGy)}, in ${fractions} fractions as ${who}, ${eachGy(perFractionGy, least, most)} in each. Less than ${least} or more than ${most} Gy are unusual (bounds of this program's), and nothing else speaks for that number. Check that number, and whether the dose is that of the whole plan; EQD2 hangs on both.`;
    },
  },
  'dose-not-checked': {
    title: 'Dose could not be checked',
    message: ({ course, hasTarget, named }: DoseNotChecked) => {
      const missing = `no prescription of the case or the plan, no doses of the plan's beams and no DVH of the planning system`;
      const place = hasTarget ? 'The drawn targets tell where it should be, not how much. ' : 'No target is known either. ';
      const name = named
        ? `Half of ${named.target} has less than ${gy(named.doseGy)}, and its name says ${gy(named.namedGy)}. `
        : '';
      return `Course "${course}": nothing speaks for the size of its dose: ${missing}. ${place}${name}Name its targets and their doses in the case.`;
    },
  },
} satisfies WordTable;
