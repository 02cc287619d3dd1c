import { makeReason } from '../../src/findings/reasons';
import { dvh, goal, gy, HYTEC, organ, QUANTEC, scale, UMICH, UNDERSTATED } from './fixture-parts';

export const cord = organ('SpinalCord', 'SpinalCord', {
  alphaBetaGy: 2,
  alphaBetaSource: 'myelopathy; Sahgal 2012, 2021',
  metrics: {
    'D0.03cc': gy([40.82, 33.91, 35.28, 27.22, 60.9, 121.8]),
    'D0.1cc': gy([40.31, 33.4, 34.7, 26.67, 60.1, 120.2]),
    Dmax: gy([41.2, 34.3, 35.71, 27.65, 61.34, 122.68]),
    Dmean: gy([14.12, 11.9, 10.3, 7.71, 18.01, 36.02]),
  },
  goals: [
    goal('planned:Dmax / cumulative:Dmax <= 0.5', 0.4508, 'met', {
      set: 'hytec-cord',
      source: HYTEC,
      alphaBetaGy: 2,
      ...scale(1.1432),
    }),
    goal('Dmax < 57 Gy', 61.34, 'exceeded', {
      alphaBetaGy: 2,
      alphaBetaNote: 'The abstract states no alpha/beta; 2 Gy is assumed, the usual value for myelopathy.',
      ...scale(0.8733),
    }),
    goal('Dmax <= 70 Gy', 61.34, 'met', { set: 'hytec-cord', source: HYTEC, alphaBetaGy: 2, ...scale(1.2269) }),
    goal('Dmax <= 50 Gy', 50.004, 'exceeded', {
      set: 'umich-reirradiation',
      source: UMICH,
      evidence: 'seen-2',
      alphaBetaGy: 2.5,
      recovery: 0.5,
      recoveryRule: 'serial organs, 1 to 3 years: 50 %',
      mandatory: false,
      ...scale(0.9999),
    }),
  ],
  dvh: dvh([15, 6, 41], [12, 5, 34], [22, 8, 61.3]),
});

export const esophagus = organ('食管 Esophagus', 'Esophagus', {
  volumeCc: 28.9,
  metrics: {
    'D0.03cc': gy([52.1, 60.4, 50.7, 62.3, 112.9, 188.2]),
    'D0.1cc': gy([51.9, 60.1, 50.4, 61.9, 112.1, 186.8]),
    Dmax: gy([52.6, 61, 51.3, 63.1, 114.1, 190.2]),
    Dmean: gy([33.1, 30.2, 30.4, 28.2, 58.6, 97.7]),
    V60Gy: { ...gy([0, 4.2, 0, 8.13, 38.21, 47.3]), unit: '%' },
  },
  goals: [
    goal('V60Gy < 40 %', 38.21, 'met', scale(1.0471)),
    goal('Dmax < 100 Gy', 114.1, 'exceeded', {
      note: 'The oesophagus lies inside the target of an oesophageal re-irradiation, so full overlap often breaks this.',
      ...scale(0.8012),
    }),
  ],
  dvh: dvh([40, 7, 51.3], [34, 9, 63.1], [66, 12, 114.1]),
});

export const lungs = organ('<script>alert("肺")</script> Lungs & more', 'Lungs', {
  volumeCc: 3120.4,
  alphaBetaGy: 4,
  alphaBetaSource: 'pneumonitis; Bentzen 2000',
  derivedFrom: 'Lung_L + Lung_R',
  metrics: {
    'D0.03cc': gy([52, 59.1, 51, 60.3, 108.4, 162.6]),
    'D0.1cc': gy([51.8, 58.9, 50.8, 60, 108, 162]),
    Dmax: gy([52.4, 59.6, 51.5, 60.9, 109.7, 164.6]),
    Dmean: gy([9.81, 8.22, 7.6, 6.21, 13.81, 20.7]),
  },
  goals: [
    goal('V20Gy < 40 %', 24.52, 'met', scale(1.9214)),
    goal('CV16Gy[cc] >= 1000 cc', 2212.6, 'met', {
      set: 'umich-reirradiation',
      source: UMICH,
      evidence: 'seen-2',
      alphaBetaGy: 2.5,
      headroom: makeReason('met-at-any-scale', { times: 20 }),
    }),
    goal('V20Gy <= 30 %', 19.02, 'met', {
      set: 'single-course-esophagus',
      source: QUANTEC,
      evidence: 'known',
      quantity: 'physical',
      scope: 'planned',
      mandatory: false,
      ...scale(1.61),
    }),
  ],
  dvh: dvh([6, 6, 51.5], [5, 5, 60.9], [10, 8, 109.7]),
});

export const heart = organ('=SUM(A1) Heart', 'Heart', {
  volumeCc: 702.3,
  insideDoseGrid: { prior: 0.858, planned: 1, cumulative: 0.858 },
  recovery: 0.25,
  metrics: {
    'D0.03cc': {
      ...gy([51, 55.2, 37.2, 54.9, 86.2, 143.7]),
      cumulativeEqd2Bounds: { atLeast: 86.2, atMost: null },
      cumulativeEqd2WithoutRecoveryGy: 98.1,
    },
    'D0.1cc': { ...gy([50.9, 55, 37.1, 54.6, 85.9, 143.2]), cumulativeEqd2WithoutRecoveryGy: 97.7 },
    Dmax: {
      unit: 'Gy',
      priorPhysicalGy: null,
      plannedPhysicalGy: 55.6,
      priorEqd2Gy: null,
      plannedEqd2Gy: 55.4,
      cumulativeEqd2Gy: null,
      cumulativeBedGy: null,
      cumulativeEqd2Bounds: { atLeast: 87.21, atMost: 99.53 },
      ...makeReason('dose-known-on-less', {}),
    },
    Dmean: {
      unit: 'Gy',
      priorPhysicalGy: null,
      plannedPhysicalGy: null,
      priorEqd2Gy: null,
      plannedEqd2Gy: null,
      cumulativeEqd2Gy: null,
      cumulativeBedGy: null,
      ...makeReason('less-volume-than-asked', {}),
    },
  },
  goals: [
    goal('V40Gy < 50 %', null, 'not evaluable', {
      reason: UNDERSTATED,
      headroom: makeReason('no-headroom-goal-not-evaluable', {}),
    }),
  ],
  dvh: dvh([20, 9, 51], [18, 9, 55.4], [36, 13, 87]),
});

export const trachea = organ('Trachea', 'Trachea', {
  volumeCc: 8.412,
  metrics: {
    'D0.03cc': gy([51.2, 48.1, 49.4, 45.4, 94.4, 157.3]),
    'D0.1cc': gy([51, 47.8, 49.2, 45, 93.9, 156.5]),
    Dmax: gy([51.6, 48.8, 50, 46.3, 96.1, 160.2]),
    Dmean: gy([30.1, 26.2, 27.1, 22.9, 50, 83.3]),
  },
  goals: [goal('Dmax < 110 Gy', 96.1, 'met', scale(1.1299))],
  dvh: dvh([38, 6, 50], [30, 6, 46.3], [62, 10, 96.1]),
});

export const aorta = organ('大动脈 Aorta', 'A_Aorta', {
  volumeCc: 92.1,
  metrics: { Dmax: gy([52, 57, 50.6, 57.5, 107.9, 179.8]), Dmean: gy([25, 22.1, 21.3, 18.2, 39.5, 65.8]) },
  goals: [goal('Dmax < 120 Gy', 107.9, 'met', scale(1.17))],
  dvh: dvh([28, 9, 50.6], [24, 9, 57.5], [50, 15, 107.9]),
});

export const plexus = organ('BrachialPlex_L', 'BrachialPlex_L', {
  volumeCc: 12.6,
  metrics: { Dmax: gy([31.2, 0.4, 26.1, 0.24, 26.3, 43.8]), Dmean: gy([9.1, 0.2, 6.6, 0.12, 6.72, 11.2]) },
  goals: [
    goal('Dmax < 85 Gy', 26.3, 'met', {
      evidence: 'known',
      headroom: makeReason('met-at-any-scale', { times: 20 }),
    }),
  ],
  dvh: dvh([8, 4, 26.1], [0.1, 0.1, 0.24], [8.1, 4, 26.3]),
});
