import type { FindingCode, FindingFacts } from '../../src/findings/english';
import { FILE_SAMPLES, OTHERWISE, ofRoi, refusal, type Samples } from './file-samples';

/*
 * Facts for every code, one set for each form that its message takes. What a file or a person named stands in «», and
 * numbers are all different, so that it can be told whether each one is still there in another language.
 */

const derived = [
  { name: '«Lungs»', expression: '«L + R»' },
  { name: '«Ring»', expression: '«E - P»' },
];
const record = { course: '«A»', phase: '«1»', fractions: 28 };
const organs = [
  { organ: '«Heart»', doseGy: 30.5 },
  { organ: '«Cord»', doseGy: 41.2 },
];
const cord = {
  ...ofRoi,
  score: 11,
  bedPoints: 5,
  intervalPoints: 4.5,
  coursePoints: 3.5,
  alphaBetaGy: 2,
  myelopathyPercent: 37,
  source: '«Nieder»',
} as const;
const risk = {
  ...ofRoi,
  riskPercent: 6,
  grade: '«G≥3»',
  alphaBetaGy: 3,
  studies: 21,
  patients: 505,
  events: 49,
  source: '«Rulach»',
} as const;
const without = { doseGy: 94.2, ci95Gy: [79.6, 142.8] } as const;
const having = { doseGy: 43, ci95Gy: [-18.5, 108.8] } as const;

const UNKNOWN = {
  roi: '«Cord»',
  goal: '«V20Gy < 30 %»',
  limit: 30,
  unit: '%',
  mandatory: false,
  verdict: 'not evaluable',
  otherwise: { verdict: 'not applicable', value: 31.42 },
} as const;

export const SAMPLES: Samples = {
  ...FILE_SAMPLES,
  'roi-in-another-frame': [{ rois: ['«Heart»', '«Cord»'], frame: '«1.2»', others: '«3.4»' }],
  'rois-of-one-name': [
    {
      ...ofRoi,
      drawn: [
        { name: '«Cord#3»', roiNumber: 3 },
        { name: '«Cord#5»', roiNumber: 5 },
      ],
      empty: [8, 9],
    },
    { ...ofRoi, drawn: [{ name: '«Cord»', roiNumber: 3 }], empty: [8] },
    { ...ofRoi, drawn: [], empty: [8, 9] },
  ],
  'required-organ-missing': [
    { organ: '«SpinalCord»', how: 'not contoured', unmatched: ['«myelon»', '«x»'] },
    { organ: '«SpinalCord»', how: 'not contoured', unmatched: [], related: ['«SpinalCord_PRV05»'] },
    { organ: '«SpinalCord»', how: 'no volume', unmatched: [] },
    { organ: '«SpinalCord»', how: 'other frame', unmatched: [] },
    { organ: '«SpinalCord»', how: 'no number', unmatched: [] },
    { organ: '«Lungs»', how: 'one side', unmatched: [] },
    { organ: '«Lungs»', how: 'ambiguous', unmatched: [] },
    { organ: '«Lungs»', how: 'not made', unmatched: [] },
  ],
  'organ-said-absent': [{ organ: '«Esophagus»', by: '«Dr X»', on: '2026-01-05', why: '«resected»' }],
  'courses-of-one-name': [{ name: '«rec»', courses: ['«rec#1»', '«rec#2»'] }],
  'answer-meets-no-question': [
    { code: '«dose-is-zero»', why: 'no-question', course: '«rec»', roi: '«Cord»', by: '«Dr X»', on: '2026-01-05', asked: [] },
    {
      code: '«record-dose-zero»',
      why: 'course-of-several',
      course: '«rec»',
      by: '«Dr X»',
      on: '2026-01-05',
      asked: [{ course: '«rec#1»' }, { course: '«rec#2»' }],
      courses: ['«rec#1»', '«rec#2»'],
    },
    {
      code: '«roi-holes»',
      why: 'several-rois',
      sha256: '0123456789abcdef',
      by: '«Dr X»',
      on: '2026-01-05',
      asked: [
        { file: '«RS.dcm»', roi: '«Cord»' },
        { file: '«RS.dcm»', roi: '«Lung»' },
      ],
    },
  ],
  'no-planned-course': [{}],
  'no-prior-course': [{}],
  'course-left-out': [{ files: ['«RD.dcm»', '«RP.dcm»'] }],
  'value-passed-over': [{ where: '«(300A,0084) BeamDose»', found: '«x»' }],
  'record-dose-zero': [{ course: '«first»', organs: ['«SpinalCord»', '«Heart»'] }],
  'few-fractions-delivered': [
    { course: '«first»', phase: '«Phase 1»', delivered: 1, planned: 25 },
    { course: '«first»', phase: '«Phase 1»', delivered: 1, planned: 25, counted: 'maxima-whole' },
    { course: '«first»', phase: '«Phase 1»', delivered: 1, planned: 25, isOfSeveral: true },
  ],
  'part-of-fractions-delivered': [
    { course: '«first»', phase: '«Phase 1»', delivered: 14, planned: 28 },
    ...(['in-share', 'prescription-in-share', 'maxima-whole'] as const).map((counted) => ({
      course: '«first»',
      phase: '«Phase 1»',
      delivered: 14,
      planned: 28,
      counted,
    })),
  ],
  'alpha-beta-implausible': [
    { roi: '«SpinalCord»', alphaBetaGy: 200, low: 0.5, high: 25 },
    { roi: '«SpinalCord»', goal: '«Dmax <= 50 Gy»', alphaBetaGy: 200, low: 0.5, high: 25 },
  ],
  'organ-drawn-then-alone': [{ organ: '«Heart»', courses: ['«first»'], unmatched: ['«cor_x»'] }],
  'absent-organ-drawn': [
    { organ: '«Esophagus»', rois: ['«Eso»', '«Eso2»'] },
    { organ: '«Esophagus»', rois: ['«Eso»'], course: '«first»' },
  ],
  'roi-names-guessed': [
    {
      taken: [
        { roi: '«cord»', organ: '«SpinalCord»' },
        { roi: '«Herz»', organ: '«Heart»' },
      ],
    },
  ],
  'roi-not-matched': [{ rois: ['«Ring»', '«x»'] }],
  'derived-by-program': [
    { derived },
    { derived: [{ name: '«Part (program)»', expression: '«Organ» - «PTV»', besides: '«Part»' }] },
  ],
  'target-not-drawn': [
    { course: '«A»', roi: '«PTV1»', rois: ['«PTV»', '«Cord»'], more: 0 },
    { course: '«A»', roi: '«PTV1»', rois: ['«PTV»'], more: 7 },
  ],
  'planned-ptv-not-known': [
    { why: 'no-ptv-named', rois: ['«CTV»', '«GTV»'] },
    { why: 'perhaps-earlier', rois: ['«PTV»', '«PTV_old»'] },
    { why: 'help-only', rois: ['«PTV_Ring»'] },
    { why: 'one-within-another', rois: ['«PTV»', '«PTV_x»'], outer: '«PTV_x»', inner: '«PTV»' },
  ],
  'oesophagus-not-told-apart': [
    { why: 'several', rois: ['«Eso»', '«Oesophagus»'] },
    { why: 'derived', rois: ['«Eso»'] },
    { why: 'quotation-mark', rois: ['«Eso»'] },
    { why: 'no-ptv', rois: ['«Eso»'] },
  ],
  'derived-empty': [{ derived }],
  'organ-ambiguous': [{ rois: ['«Cord»', '«Cord2»'], organ: '«SpinalCord»' }],
  'alpha-beta-assumed': [{ rois: ['«x»', '«y»'], alphaBetaGy: 3.5, source: '«assumed»' }],
  'file-unreadable': [refusal, { kind: 'input', found: '«x»', needed: '«y»' }],
  'input-changed': [{}],
  'guesses-not-confirmed': [
    { guesses: ['«A is the only one».', '«B»'] },
    { guesses: ['«C»'], each: [{ code: 'only-course', facts: { name: '«C»' } }] },
  ],
  'same-dose-in-two-courses': [{ courses: ['«A»', '«B»'] }],
  'same-voxels-in-two-courses': [{ courses: ['«A»', '«B»'], sameAs: '«a/RD.dcm»' }],
  'course-dates-reversed': [{ course: '«A»', started: '2022-03-04', completed: '2021-01-24' }],
  'prior-after-planned': [{ course: '«A»', last: '2023-07-05', plannedStart: '2022-06-01' }],
  'goal-asks-for-dose': [{ organ: '«SpinalCord»', goal: '«Dmax > 57 Gy»' }],
  'goal-organ-unknown': [{ organ: '«Crd»', nearest: ['«Cord»', '«Card»'] }],
  'required-organ-not-judged': [{ organs: ['«Cord»', '«Lungs»'] }, { organs: ['«Cord»', '«Lungs»'], alone: ['«Lungs»'] }],
  'outside-sources': [
    { set: '«HyTEC»', isWhole: true, conditions: [{ condition: 'plannedFractionsAtMost', limit: 5, value: 6 }], beyond: [] },
    {
      set: '«HyTEC»',
      isWhole: false,
      conditions: [
        { condition: 'plannedFractionsAtMost', limit: 5, value: 7 },
        { condition: 'intervalMonthsAtLeast', limit: 8, value: 2.5 },
      ],
      beyond: [{ roi: '«Cord»', goal: '«Dmax < 70 Gy»', value: 77.5, limit: 70, unit: 'Gy' }],
      phaseFractions: [3, 4],
    },
  ],
  'courses-taken-as-one': [{ from: '«A»', to: '«B»', months: 0.12 }],
  'course-in-future': [
    { course: '«A»', role: 'prior', day: '2044-02-16' },
    { course: '«B»', role: 'planned', day: '2064-12-03' },
  ],
  'course-before-its-plan': [
    { course: '«A»', day: '2014-02-16', of: 'plan', dated: '2024-01-05' },
    { course: '«B»', day: '2015-03-17', of: 'study', dated: '2025-04-06' },
    { course: '«A»', day: '2014-02-16', of: 'plan', dated: '2024-01-05', goals: [OTHERWISE] },
  ],
  'course-before-birth': [{ course: '«A»', day: '1922-02-16', born: '1950-01-01' }],
  'dose-from-record': [
    { ...record, totalDoseGy: 50.4, organs: [] },
    { ...record, organs },
    { ...record, totalDoseGy: 50.4, organs },
    { ...record, fractions: 14, plannedFractions: 28, maximaAre: 'delivered', totalDoseGy: 50.4, hotSpotFactor: 1.07, organs },
    { ...record, fractions: 14, plannedFractions: 28, maximaAre: 'planned', totalDoseGy: 50.4, organs },
  ],
  'phases-perhaps-together': [
    { course: '«A»', first: '«a»', fractions: 25, alphaBetaGy: 2, oneAfterAnotherGy: 48.12, togetherGy: 66.34 },
  ],
  'target-dose-not-of-plan': [{ course: '«A»', target: '«PTV»', caseGy: 33.02, planGy: 30.04 }],
  'dose-off-prescription': [
    {
      course: '«A»',
      prescribedGy: 50.4,
      doseGy: 5.28,
      by: 'case',
      measured: 'median-in-target',
      target: '«PTV»',
      coveredShare: 1,
    },
    {
      course: '«A»',
      prescribedGy: 50.4,
      doseGy: 5.28,
      by: 'plan',
      measured: 'median-in-target',
      target: '«PTV»',
      coveredShare: 0.37,
    },
    { course: '«A»', prescribedGy: 50.4, doseGy: 2.12, by: 'plan', measured: 'hottest-1cc' },
    { course: '«A»', prescribedGy: 50.4, doseGy: 2.12, by: 'case', measured: 'hottest-1cc' },
  ],
  'dose-contradicts-prescription': [
    {
      course: '«A»',
      prescribedGy: 50.4,
      doseGy: 5.28,
      by: 'case',
      measured: 'median-in-target',
      target: '«PTV»',
      coveredShare: 1,
    },
    {
      course: '«A»',
      prescribedGy: 50.4,
      doseGy: 5.28,
      by: 'plan',
      measured: 'median-in-target',
      target: '«PTV»',
      coveredShare: 0.37,
    },
    { course: '«A»', prescribedGy: 50.4, doseGy: 2.12, by: 'plan', measured: 'hottest-1cc' },
    { course: '«A»', prescribedGy: 50.4, doseGy: 2.12, by: 'case', measured: 'hottest-1cc' },
    ...[0, 0.3214].map((coveredShare) => ({
      course: '«A»',
      prescribedGy: 50.4,
      doseGy: 0,
      by: 'case' as const,
      measured: 'median-in-target' as const,
      target: '«PTV»',
      coveredShare,
    })),
  ],
  'dose-contradicts-beams': [{ course: '«A»', plan: '«P»', perFractionGy: 1.83, fractions: 28, doseGy: 5.28 }],
  'record-below-prescription': [
    { course: '«A»', low: [{ organ: '«Esophagus»', recordedGy: 1, target: '«PTV»', prescribedGy: 50.4, overlapCc: 12.31 }] },
  ],
  'record-part-above-whole': [{ course: '«A»', above: [{ part: '«Lung_L»', partGy: 20, whole: '«Lungs»', wholeGy: 5 }] }],
  'dose-off-beams': [{ course: '«A»', plan: '«P»', perFractionGy: 2.57, fractions: 28, doseGy: 50.28 }],
  'dose-contradicts-planning-dvh': [{ ...ofRoi, statedGy: 50.41, doseGy: 5.04, compared: 9, contradicted: 7 }],
  'hot-region-beside-target': [
    { course: '«A»', targets: ['«PTV1»', '«PTV2»'], d90Gy: 12.34, hottestGy: 52.81, awayShare: 0.9712, marginMm: 20 },
  ],
  'negative-dose-in-roi': [
    { ...ofRoi, course: '«A»', lowestGy: -8.12 },
    { ...ofRoi, course: '«A»', lowestGy: -8.12, onOwn: { course: '«A»', organ: 'SpinalCord' } },
  ],
  'zero-outside-contradicted': [
    { ...ofRoi, course: '«A»', borderGy: 41.37 },
    { ...ofRoi, course: '«A»', borderGy: 41.37, onOwn: { course: '«A»', organ: 'SpinalCord' } },
  ],
  'dose-falls-steeply': [
    { ...ofRoi, course: '«A»', besideGy: 41.37 },
    { ...ofRoi, course: '«A»', besideGy: 41.37, onOwn: { course: '«A»', organ: 'SpinalCord' } },
  ],
  'dose-cut-off-in-organ': [
    { ...ofRoi, course: '«A»', besideGy: 41.37 },
    { ...ofRoi, course: '«A»', besideGy: 41.37, onOwn: { course: '«A»', organ: 'SpinalCord' } },
  ],
  'target-part-without-dose': [
    { course: '«A»', target: '«PTV»', prescribedGy: 50.4, doseGy: 0, coveredShare: 1 },
    { course: '«A»', target: '«PTV»', prescribedGy: 50.4, doseGy: 11.2, coveredShare: 0.71 },
  ],
  'target-part-below-prescription': [{ course: '«A»', target: '«PTV»', prescribedGy: 50.4, doseGy: 44.87, coveredShare: 1 }],
  'isodose-off-target': [
    { course: '«A»', targets: ['«PTV1»', '«PTV2»'], levelGy: 45.71, offMm: 12.21, xMm: -0.2, yMm: -12.1, zMm: 1.6 },
  ],
  'fractions-implausible': [{ course: '«A»', fractions: 280, most: 60 }],
  'dose-per-fraction-implausible': [
    { course: '«A»', fractions: 25, doseGy: 2.12, perFractionGy: 0.0848, of: 'grid', least: 0.5, most: 35 },
    { course: '«A»', fractions: 25, doseGy: 5.12, perFractionGy: 0.2048, of: 'prescription', least: 0.5, most: 35 },
    { course: '«A»', fractions: 1, doseGy: 50.4, perFractionGy: 50.4, of: 'record', least: 0.5, most: 35 },
  ],
  'dose-per-fraction-unusual': [
    { course: '«A»', fractions: 40, by: 'plan', target: '«PTV»', doseGy: 51.2, perFractionGy: 1.28, least: 1.5, most: 3 },
    { course: '«A»', fractions: 44, by: 'case', isHottest: true, doseGy: 56.32, perFractionGy: 1.28, least: 1.5, most: 3 },
    { course: '«A»', fractions: 12, by: 'case', doseGy: 51.6, perFractionGy: 4.3, least: 1.5, most: 3 },
  ],
  'dose-per-fraction-high': [
    {
      course: '«A»',
      fractions: 3,
      doseGy: 54.12,
      perFractionGy: 18.04,
      of: 'grid',
      validTo: 10,
      reasonableTo: 19,
      source: '«B»',
    },
  ],
  'dose-not-checked': [
    { course: '«A»', hasTarget: false },
    { course: '«A»', hasTarget: true },
    { course: '«A»', hasTarget: true, named: { target: '«PTV_5040»', namedGy: 50.4, doseGy: 20.2 } },
  ],
  'brachytherapy-dose-rate': [
    { plan: '«P»', rate: '«LDR»', technique: '«INTRALUMENARY»', isotopes: ['«Cs-137»'] },
    { plan: '«P»', rate: '', technique: '', isotopes: [] },
  ],
  'brachytherapy-hdr': [
    { plan: '«P»', technique: '', isotopes: ['«Ir-192»'] },
    { plan: '«P»', technique: '', isotopes: [] },
  ],
  'particle-dose-physical': [
    { plan: '«P»', particle: 'proton' },
    { plan: '«P»', particle: 'ion' },
    { plan: '«P»', particle: 'neutron' },
  ],
  'particle-dose-weighted': [
    { plan: '«P»', particle: 'proton' },
    { plan: '«P»', particle: 'ion' },
  ],
  'effective-dose-of-photons': [{ plan: '«P»' }],
  'dose-of-electrons': [{ plan: '«P»' }],
  'dose-of-radionuclides': [{ named: '«Lu-177»' }],
  'incomplete-repair': [
    { phases: [{ course: '«A»', phase: '«1»' }], ownHalfTimes: [] },
    {
      phases: [
        { course: '«A»', phase: '«1»' },
        { course: '«B»', phase: '«2»' },
      ],
      ownHalfTimes: ['«Heart»', '«Cord»'],
    },
  ],
  'interval-not-known': [{ pairs: [{ from: '«A»', to: '«B»' }] }],
  'interval-to-12-months': [{ from: '«A»', to: '«B»', months: 8.04 }],
  'interval-to-24-months': [{ from: '«A»', to: '«B»', months: 14.87 }],
  'own-alpha-beta': [
    { roi: '«Cord»', ownGy: 0.5, tableGy: 2 },
    { roi: '«Cord»', ownGy: 0.5, tableGy: 2, inheritedBy: ['«Hot»', '«Cord_PRV05»'] },
    { roi: '«Hot»', ownGy: 0.5, tableGy: 2, from: ['«Cord»'] },
    {
      roi: '«Cord»',
      ownGy: 0.5,
      tableGy: 2,
      withTable: { verdict: 'exceeded', goal: '«Dmax < 57 Gy»', limit: 57, unit: 'Gy', value: 59.3 },
    },
    {
      roi: '«Cord»',
      ownGy: 0.5,
      tableGy: 2,
      withTable: { verdict: 'not evaluable', goal: '«Dmax < 57 Gy»', limit: 57, unit: 'Gy' },
    },
  ],
  'goal-alpha-beta-own': [
    { roi: '«Cord»', goals: [{ ...OTHERWISE, ownGy: 20, otherGy: 2 }] },
    {
      roi: '«Cord»',
      goals: [
        { ...OTHERWISE, quantity: 'bed', scope: 'prior', ownGy: 20, otherGy: 4 },
        { ...OTHERWISE, quantity: 'physical', scope: 'planned', goal: '«Dmean < 26 Gy»', limit: 26, ownGy: 8, otherGy: 5 },
      ],
      isOrgans: true,
    },
    { roi: '«Cord»', goals: [{ ...UNKNOWN, ownGy: 20, otherGy: 2 }] },
  ],
  'repair-half-time-own': [
    { roi: '«Cord»', ownHours: 0.3, tableHours: 4.1, goals: [] },
    { roi: '«Hot»', from: ['«Cord»'], ownHours: 0.3, tableHours: 4.1, goals: [{ ...OTHERWISE, roi: '«Hot»' }] },
  ],
  'recovery-own': [
    { roi: '«Cord»', goals: [{ ...OTHERWISE, recovery: 0.253 }] },
    {
      roi: '«Cord»',
      goals: [
        {
          ...OTHERWISE,
          scope: 'prior',
          recovery: 0.31,
          recoveryOfCourses: [
            { course: '«A»', share: 0.31 },
            { course: '«B»', share: 0.12 },
          ],
        },
      ],
    },
  ],
  'own-values-together': [{ roi: '«Cord»', goals: [OTHERWISE, { ...OTHERWISE, goal: '«Dmean < 26 Gy»', limit: 26 }] }],
  'roi-taken-against-its-name': [
    { roi: '«trachea»', named: '«Trachea»', taken: '«Liver»' },
    { roi: '«Trachea»', named: '«Trachea»', taken: '«Liver»', isHeldToBoth: true },
    { roi: '«SpinalCanal»', named: '«SpinalCanal»', taken: '«SpinalCord»', isHeldToBoth: true, losesNoOrgan: true },
    { roi: '«canal»', named: '«SpinalCanal»', taken: '«SpinalCord»', losesNoOrgan: true },
  ],
  'model-not-lq': [
    { roi: '«Cord»', lqLAboveGy: 3.5 },
    { roi: '«GTV»', overallTime: { gyPerDay: 0.59, fromDay: 21 } },
    { roi: '«GTV»', lqLAboveGy: 3.5, overallTime: { gyPerDay: 0.59, fromDay: 21 } },
    { roi: '«Cord»', lqLAboveGy: 3.5, goals: [OTHERWISE, { ...OTHERWISE, goal: '«Dmean < 26 Gy»', limit: 26, quantity: 'bed' }] },
  ],
  'cord-risk-score': [
    { ...cord, group: 'low' },
    { ...cord, group: 'intermediate' },
    { ...cord, group: 'high' },
    { ...cord, group: 'high', isInQuestion: true },
  ],
  'esophagus-risk-band': [
    { ...risk, chemotherapy: 'unknown', withoutChemotherapy: without, withChemotherapy: having },
    { ...risk, dmaxGy: 88.12, chemotherapy: 'no', withoutChemotherapy: without },
    { ...risk, dmaxGy: 118.04, isLowerBound: true, chemotherapy: 'yes', withChemotherapy: having },
    { ...risk, dmaxGy: 115.02, chemotherapy: 'unknown', withoutChemotherapy: without, withChemotherapy: having },
    { ...risk, dmaxGy: 71.3, chemotherapy: 'unknown', withoutChemotherapy: without, withChemotherapy: having },
    { ...risk, dmaxGy: 71.4, isLowerBound: true, chemotherapy: 'no', withoutChemotherapy: without },
    {
      ...risk,
      dmaxGy: 115.02,
      isLowerBound: true,
      chemotherapy: 'unknown',
      withoutChemotherapy: without,
      withChemotherapy: having,
    },
    {
      ...risk,
      dmaxGy: 20.1,
      isLowerBound: true,
      chemotherapy: 'unknown',
      withoutChemotherapy: without,
      withChemotherapy: having,
    },
    { ...risk, isInQuestion: true, chemotherapy: 'unknown', withoutChemotherapy: without, withChemotherapy: having },
  ],
  'contour-damaged': [{ ...ofRoi, contours: 3, first: 17, found: '«text»' }],
  'pixels-padded': [{ bytes: 4 }],
  'dose-read-as-unsigned': [{ voxels: 812, stored: '«PHYSICAL»' }],
  'structures-without-frame': [{}],
  'dose-frames-unsorted': [{ frame: 7, fromMm: 15, toMm: 12.5 }],
  'dose-frames-jump': [{ jumps: 2, fromMm: 27, toMm: 66, usualMm: 3.5 }],
  'dose-frames-uneven': [{ leastMm: 2, mostMm: 5 }],
  'dose-voxels-large': [
    { columnMm: 25, rowMm: 24, planeMm: 3 },
    { columnMm: 25, rowMm: 24 },
  ],
  'slice-thickness-differs': [{ thicknessMm: 3, stepMm: 6 }],
  'dose-all-zero': [{}],
  'dose-planes-empty': [
    { empty: 13, planes: 64, fromMm: 12.5, toMm: 48.5 },
    { empty: 1, planes: 63, fromMm: 12.5, toMm: 12.5 },
  ],
  'beam-doses-added': [{ files: ['«bm/B1.dcm»', '«bm/B2.dcm»'] }],
  'dose-planes-joined': [{ planes: 21, fromMm: -30.5, toMm: 29.5 }],
  'dose-planes-overlap': [
    { files: ['«a»', '«b»'], more: 7 },
    { files: ['«a»', '«b»'], more: 0 },
  ],
  'same-uid-other-content': [{ sameAs: '«a»', uid: '«1.2.3»' }],
  'dose-delivered': [{}, { plannedFractions: 28 }],
  'ct-pixels-unusable': [
    { series: '«CT»', slices: 2, of: 90, why: { kind: 'missing' } },
    { series: '«CT»', slices: 2, of: 90, why: { kind: 'compressed', as: '«JPEG»' } },
    { series: '«CT»', slices: 2, of: 90, why: { kind: 'length', foundBytes: 10, neededBytes: 12 } },
  ],
  'ct-slices-doubled': [{ series: '«CT»', slices: 2, first: '«a»', kept: '«b»' }],
  'ct-slices-kept-out': [
    { series: '«CT»', slices: 2, kept: 61, why: 'localizer' },
    { series: '«CT»', slices: 2, kept: 61, why: 'frame' },
    { series: '«CT»', slices: 2, kept: 61, why: 'size' },
    { series: '«CT»', slices: 2, kept: 61, why: 'orientation' },
    { series: '«CT»', slices: 2, kept: 61, why: 'pixel-spacing' },
    { series: '«CT»', slices: 2, kept: 61, why: 'far-away' },
  ],
  'contours-off-their-images': [{ contours: 62, compared: 64, mostMm: 189.04 }],
  'ct-slices-shifted': [{ series: '«CT»', mostMm: 12.4 }],
  'organ-ends-before-field': [
    { ...ofRoi, course: '«A»', where: 'before', mm: 12.4 },
    { ...ofRoi, course: '«A»', where: 'within', mm: 31 },
    { ...ofRoi, course: '«A»', where: 'within', mm: 31, isCut: true },
    { ...ofRoi, course: '«A»', where: 'within', mm: 31, hasSpecks: true },
    { ...ofRoi, course: '«A»', where: 'within', mm: 31, inLine: ['«Moelle»', '«Rm_17»'] },
    {
      ...ofRoi,
      course: '«A»',
      where: 'before',
      mm: 31,
      crossed: { goal: 'Dmax < 57 Gy', limitGy: 57, drawnGy: 5.31, carriedOnGy: 71.72 },
    },
    {
      ...ofRoi,
      course: '«A»',
      where: 'before',
      mm: 31,
      crossed: { goal: 'Dmax < 57 Gy', limitGy: 57, drawnGy: 5.31, carriedOnGy: 71.72 },
      onOwn: { course: '«A»', organ: 'SpinalCord' },
    },
  ],
  'organ-shorter-than-on-prior': [
    {
      roi: '«Trachea»',
      course: '«A»',
      mm: 31.4,
      crossed: { goal: '«Dmax < 110 Gy»', limitGy: 110, drawnGy: 104.6, carriedOnGy: 113.2 },
    },
  ],
  'organ-smaller-than-on-prior': [
    { ...ofRoi, course: '«A»', cc: 12.31, priorCc: 48.72 },
    { ...ofRoi, course: '«A»', cc: 21.31, priorCc: 48.72, extentShare: 0.4312 },
    { ...ofRoi, course: '«A»', cc: 48.72, priorCc: 12.31, onOwn: { course: '«A»', organ: 'SpinalCord' } },
  ],
  'organ-narrower-than-voxel': [
    { ...ofRoi, cc: 0.0872, lengthMm: 123, meanMm2: 0.709, widthMm: 0.924, boundMm: 3 },
    {
      ...ofRoi,
      cc: 0.0872,
      lengthMm: 123,
      meanMm2: 0.709,
      widthMm: 0.924,
      boundMm: 3,
      onOwn: { course: '«A»', organ: 'SpinalCord' },
    },
  ],
  'organ-not-held': [
    {
      ...ofRoi,
      organ: 'SpinalCord',
      around: [
        { roi: '«PRV05»', by: 'margin', wantedMm: 5, leastMm: -2.1, mostMm: 8.3, lengthMm: 57, ofMm: 123 },
        { roi: '«Canal»', by: 'canal', leastMm: -3.4, mostMm: 0, lengthMm: 21, ofMm: 119 },
      ],
      asks: true,
    },
    {
      ...ofRoi,
      organ: 'SpinalCord',
      around: [
        { roi: '«PRV05»', by: 'margin', wantedMm: 5, leastMm: 1.9, mostMm: 2.6, lengthMm: 57, ofMm: 123 },
        { roi: '«Body»', by: 'body', leastMm: 0, mostMm: 0, lengthMm: 0, ofMm: 0 },
      ],
    },
    {
      ...ofRoi,
      organ: 'SpinalCord',
      around: [{ roi: '«Canal»', by: 'canal', leastMm: -3.4, mostMm: 0, lengthMm: 21, ofMm: 119 }],
      onOwn: { course: '«A»', organ: 'SpinalCord' },
    },
  ],
  'target-outside-ptv': [
    { ...ofRoi, ptvs: ['«P»', '«Q»'], outMm: 7.2, lengthMm: 57, ofMm: 63 },
    { ...ofRoi, ptvs: ['«P»'], outMm: 0, lengthMm: 0, ofMm: 0, onOwn: { course: '«A»', organ: 'GTV' } },
  ],
  'organs-overlap': [
    {
      ...ofRoi,
      others: [
        { roi: '«B»', cc: 12.3, share: 0.61 },
        { roi: '«C»', cc: 2.2, share: 0.11 },
      ],
    },
    { ...ofRoi, others: [{ roi: '«B»', cc: 12.3, share: 0.61 }], onOwn: { course: '«A»', organ: 'Heart' } },
  ],
  'pair-contradicts-sides': [
    { roi: '«Lungs»', sides: ['«L»', '«R»'], wholeCc: 1650, unionCc: 3260, lackingCc: 1610, beyondCc: 12 },
    { roi: '«Lungs»', sides: ['«L»'], wholeCc: 1650, unionCc: 1540, lackingCc: 1540, beyondCc: 0 },
    {
      roi: '«Lungs»',
      sides: ['«L»'],
      wholeCc: 1650,
      unionCc: 1540,
      lackingCc: 1540,
      beyondCc: 0,
      onOwn: { course: '«A»', organ: '«Lungs»' },
    },
  ],
  'organ-made-smaller': [
    { roi: '«c»', organ: 'SpinalCord', expression: '«contract(Cord, 5 mm)»', drawn: ['«Cord»'], lostShare: 0.64, isJudged: true },
    { roi: '«c»', organ: 'SpinalCord', expression: '«A & B»', drawn: ['«A»', '«D»'], lostShare: 0.5, isJudged: false },
  ],
  'organ-part-left-out': [
    { organ: '«SpinalCord»', roi: '«C»', maxGy: 12.3, parts: [{ roi: '«C2»', maxGy: 77.1 }], isHotter: true },
    { organ: '«SpinalCord»', roi: '«C»', maxGy: 12.3, parts: [{ roi: '«C2»', maxGy: 2.1 }], isHotter: false },
    {
      organ: '«SpinalCord»',
      roi: '«C»',
      maxGy: 12.3,
      parts: [{ roi: '«C2»', maxGy: 77.1 }],
      isHotter: true,
      onOwn: { course: '«A»', organ: 'SpinalCord' },
    },
  ],
};

/** Every code with each of its samples. */
export const EVERY = (Object.keys(SAMPLES) as FindingCode[]).flatMap((code) =>
  SAMPLES[code].map((facts) => [code, facts] as [FindingCode, FindingFacts[FindingCode]]),
);
