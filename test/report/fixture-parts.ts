import { goalParts, parseGoal } from '../../src/constraints/goal';
import type { GoalResult, MetricResult, OrganResult } from '../../src/evaluation/assessment';

/* What the organs of the fixtures are made of. */

export const ARS =
  'American Radium Society appropriate use criteria, thoracic re-irradiation of NSCLC, composite limits (abstract)';
export const HYTEC = 'Sahgal 2021, HyTEC, Int J Radiat Oncol Biol Phys 110:124, doi 10.1016/j.ijrobp.2019.09.038';
export const UMICH = 'University of Michigan re-irradiation guidelines, read second hand in a public program';
export const QUANTEC = 'Marks 2010, QUANTEC, Int J Radiat Oncol Biol Phys 76:S10';
export const UNDERSTATED =
  'Dose is unknown in 14.2 % of the organ, outside the grid of the prior dose: the value lies between 41.8 % and 56.0 %.';

const GOAL = {
  set: 'reirradiation-thorax',
  quantity: 'eqd2',
  scope: 'cumulative',
  alphaBetaGy: 3,
  recovery: 0,
  mandatory: true,
  source: ARS,
  evidence: 'seen',
} as const;

const TITLES: Readonly<Record<string, string>> = {
  'reirradiation-thorax': 'Thoracic re-irradiation, ARS composite limits',
  'hytec-cord': 'HyTEC, spinal cord re-irradiation',
  'umich-reirradiation': 'University of Michigan re-irradiation limits, after recovery',
  'single-course-esophagus': 'Single course for the oesophagus, NCCN and QUANTEC',
};

/** A goal of the ARS set unless told otherwise; the unit and share of limit follow from its text and value. */
export function goal(
  text: string,
  value: number | null,
  verdict: GoalResult['verdict'],
  more: Partial<GoalResult> = {},
): GoalResult {
  const [, limit, unit = ''] = /([\d.]+) ?(Gy|%|cc)?$/.exec(text)!;
  const shareOfLimit = value === null ? null : value / Number(limit);
  const setTitle = TITLES[more.set ?? GOAL.set];
  return {
    ...GOAL,
    setTitle,
    goal: text,
    ...goalParts(parseGoal(text)),
    value,
    limit: Number(limit),
    unit: unit as GoalResult['unit'],
    shareOfLimit,
    verdict,
    ...more,
  };
}

export const scale = (plannedScale: number) => ({
  headroom: {
    plannedScale,
    plannedDoseGy: 50.4 * plannedScale,
    targets: [
      { roi: 'PTV_5040', doseGy: 50.4 * plannedScale },
      { roi: 'PTV_5880', doseGy: 58.8 * plannedScale },
    ],
  },
});

export type Six = readonly [number, number, number, number, number, number];
export function gy(
  [priorPhysicalGy, plannedPhysicalGy, priorEqd2Gy, plannedEqd2Gy, cumulativeEqd2Gy, cumulativeBedGy]: Six,
  more: Partial<MetricResult> = {},
): MetricResult {
  return {
    unit: 'Gy',
    priorPhysicalGy,
    plannedPhysicalGy,
    priorEqd2Gy,
    plannedEqd2Gy,
    cumulativeEqd2Gy,
    cumulativeBedGy,
    ...more,
  };
}

/** Curves that fall from 100 % around a dose to nothing at their highest, at the doses that the program takes. */
export function dvh(prior: Fall, planned: Fall, cumulative: Fall): OrganResult['dvh'] {
  const top = Math.ceil(Math.max(prior[2], planned[2], cumulative[2]) / 5) * 5;
  const doseGy = Array.from({ length: 161 }, (_, n) => (top * n) / 160);
  const curve = ([middle, width, highest]: Fall) =>
    doseGy.map((d) => {
      const fall = (1 + Math.exp(-middle / width)) / (1 + Math.exp((d - middle) / width));
      return d > highest ? 0 : 100 * Math.min(1, fall) * (1 - (d / highest) ** 6);
    });
  return { doseGy, prior: curve(prior), planned: curve(planned), cumulative: curve(cumulative) };
}
export type Fall = readonly [middleGy: number, widthGy: number, highestGy: number];

export function organ(
  roi: string,
  name: string | null,
  more: Partial<OrganResult> & Pick<OrganResult, 'metrics' | 'goals' | 'dvh'>,
): OrganResult {
  return {
    roi,
    organ: name,
    matchedBy: name === roi ? 'TG-263 name' : name ? 'guessed from its name (synonym)' : 'not matched to an organ',
    match:
      name === roi
        ? { code: 'tg-263', facts: {} }
        : name
          ? { code: 'guessed', facts: { from: 'synonym' } }
          : { code: 'not-matched', facts: {} },
    volumeCc: 31.24,
    alphaBetaGy: 3,
    alphaBetaSource: 'convention for late effects (Binkley 2016)',
    recovery: 0,
    insideDoseGrid: { prior: 1, planned: 1, cumulative: 1 },
    sampling: { points: 48_211, finestCellMm: 1 },
    ...more,
  };
}
