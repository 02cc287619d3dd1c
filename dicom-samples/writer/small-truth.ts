import { eqd2 } from './doses';

/*
 * The small patient in closed form: elliptic cylinders along z, and doses that rise on straight lines towards the front
 * (falling y), so that every organ's hottest part is the segment at its front.
 */

export interface SmallOrgan {
  readonly name: string;
  readonly type: string;
  readonly colour: readonly [number, number, number];
  readonly centre: readonly [number, number];
  /** Half-axes along x and y, mm. */
  readonly halfAxes: readonly [number, number];
  readonly ends: readonly [number, number];
  /** As in src/radiobiology/tissues.json, Gy. */
  readonly alphaBetaGy: number;
}

export const SMALL_ORGANS: readonly SmallOrgan[] = [
  {
    name: 'SpinalCord',
    type: 'ORGAN',
    colour: [240, 200, 40],
    centre: [0, 26],
    halfAxes: [5, 5],
    ends: [-30, 30],
    alphaBetaGy: 2,
  },
  {
    name: 'Lung_L',
    type: 'ORGAN',
    colour: [110, 170, 230],
    centre: [36, -6],
    halfAxes: [18, 28],
    ends: [-30, 30],
    alphaBetaGy: 4,
  },
  { name: 'Esophagus', type: 'ORGAN', colour: [200, 130, 70], centre: [0, 0], halfAxes: [9, 7], ends: [-30, 30], alphaBetaGy: 3 },
  { name: 'PTV', type: 'PTV', colour: [60, 140, 70], centre: [0, -2], halfAxes: [14, 12], ends: [-18, 18], alphaBetaGy: 10 },
];

export interface SmallCourse {
  readonly name: 'prior' | 'planned';
  readonly label: string;
  readonly fractions: number;
  readonly prescribedGy: number;
  /** Dose in Gy at y in mm. */
  readonly doseAt: (y: number) => number;
}

export const SMALL_COURSES: readonly SmallCourse[] = [
  { name: 'prior', label: 'Prior 40/20', fractions: 20, prescribedGy: 40, doseAt: (y) => 39.5 - 0.25 * y },
  { name: 'planned', label: 'Planned 30/15', fractions: 15, prescribedGy: 30, doseAt: (y) => 29 - 0.5 * y },
];

export const SMALL_CASE = {
  isoeffectCase: 1,
  courses: [
    {
      name: 'Prior 2019',
      role: 'prior',
      started: '2019-03-04',
      completed: '2019-03-29',
      phases: [{ dose: 'prior/RD.dcm', plan: 'prior/RP.dcm' }],
      structures: 'RS.dcm',
      targets: [{ roi: 'PTV', doseGy: 40 }],
    },
    {
      name: 'Planned 2023',
      role: 'planned',
      starts: '2023-01-16',
      concurrentChemotherapy: 'no',
      phases: [{ dose: 'planned/RD.dcm', plan: 'planned/RP.dcm' }],
      targets: [{ roi: 'PTV', doseGy: 30 }],
    },
  ],
  structures: 'RS.dcm',
  constraints: 'reirradiation-thorax',
};

/** How far behind its front edge, in shares of its half-axis, an ellipse is cut so that `share` of its area is in front. */
function frontOf(share: number): number {
  let [low, high] = [-1, 1];
  for (let step = 0; step < 60; step++) {
    const h = (low + high) / 2;
    const front = (Math.acos(h) - h * Math.sqrt(1 - h * h)) / Math.PI;
    if (front > share) low = h;
    else high = h;
  }
  return (low + high) / 2;
}

const round = (value: number) => Number(value.toFixed(5));

/** Mean of a quadratic of y over an ellipse: the value at its centre, and its curvature times b²/4. */
const meanOver = (f: (y: number) => number, y: number, b: number) => f(y) + ((f(y + b) + f(y - b)) / 2 - f(y)) / 4;

export function smallTruth() {
  const [prior, planned] = SMALL_COURSES;
  const rois = SMALL_ORGANS.map(({ name, centre, halfAxes, ends, alphaBetaGy }) => {
    const volumeCc = (Math.PI * halfAxes[0] * halfAxes[1] * (ends[1] - ends[0])) / 1000;
    const priorEqd2 = (y: number) => eqd2(prior.doseAt(y), prior.fractions, alphaBetaGy);
    const plannedEqd2 = (y: number) => eqd2(planned.doseAt(y), planned.fractions, alphaBetaGy);
    const figures = (f: (y: number) => number) => {
      const reachedBy = (cc: number) => round(f(centre[1] - halfAxes[1] * frontOf(cc / volumeCc)));
      return { Dmean: round(meanOver(f, centre[1], halfAxes[1])), 'D0.03cc': reachedBy(0.03), 'D0.1cc': reachedBy(0.1) };
    };
    return {
      roi: name,
      alphaBetaGy,
      volumeCc: round(volumeCc),
      priorPhysicalGy: figures(prior.doseAt),
      plannedPhysicalGy: figures(planned.doseAt),
      priorEqd2Gy: figures(priorEqd2),
      plannedEqd2Gy: figures(plannedEqd2),
      cumulativeEqd2Gy: figures((y) => priorEqd2(y) + plannedEqd2(y)),
    };
  });
  return {
    about: 'In closed form. See ../README.md.',
    fractionsOfEachCourse: { prior: prior.fractions, planned: planned.fractions },
    rois,
  };
}
