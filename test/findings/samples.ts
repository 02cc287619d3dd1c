import type { FindingCode, FindingFacts } from '../../src/findings/english';
import type { Refusal } from '../../src/input-error';

/*
 * Facts for every code, one set for each form that its message takes. What a file or a person named stands in «», and
 * numbers are all different, so that it can be told whether each one is still there in another language.
 */

const refusal: Refusal = { kind: 'tag-value', file: '«a.dcm»', where: '«(3004,000E)»', found: '«15»', needed: '«1»' };
const some = { files: ['«a»', '«b»'], more: 7 };
const differing = {
  values: [
    { value: '«A»', ...some },
    { value: '«B»', files: ['«c»'], more: 0 },
  ],
};
const ofRoi = { roi: '«Cord»' };
const derived = [
  { name: '«Lungs»', expression: '«L + R»' },
  { name: '«Ring»', expression: '«E - P»' },
];
const groups = { plan: '«P»', groupFractions: [25, 7, '«?»'] };
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
const reach = { seenIn: 'case', ...ofRoi, coveredShare: 0.812 } as const;

export const SAMPLES: { readonly [Code in FindingCode]: readonly [FindingFacts[Code], ...FindingFacts[Code][]] } = {
  'bytes-before-data-set': [{ bytes: 3 }],
  'no-preamble': [{}],
  'no-file-meta': [{ takenAs: '«Implicit»' }],
  'no-transfer-syntax': [{ takenAs: '«Implicit»' }],
  'transfer-syntax-contradicted': [{ stated: '«Explicit»', found: '«Implicit»' }],
  'identifiers-missing': [{ missing: ['«SOPClassUID»', '«StudyInstanceUID»'] }],
  'text-undecodable': [
    { tag: '«(0010,0010)»', characterSet: '«ISO 2022»', text: '«?»' },
    { tag: '«(0010,0010)»', characterSet: '', text: '«?»' },
  ],
  'negative-dose': [{}],
  'tps-dvh-unreadable': [{ where: '«(3004,0058)»', found: '«x»' }],
  'plan-without-fractions': [{}],
  'plan-beams-missing': [{ beams: [2, 5] }],
  'contour-without-points': [{ ...ofRoi, contours: 4 }],
  'contour-point-count': [{ ...ofRoi, contours: 4 }],
  'contours-without-roi': [{ roiNumber: 77 }],
  'duplicate-roi-name': [{ ...ofRoi, roiNumbers: [4, 9, 12] }],
  'roi-observations-missing': [{}],
  'items-without-number': [
    { rois: ['«Cord»', '«Heart»'], contours: 3, observations: 4 },
    { rois: [], contours: 3, observations: 0 },
  ],
  'contours-open': [{ of: [{ ...ofRoi, roiNumber: 7, contours: 12 }] }],
  'contours-untyped': [{ of: [{ ...ofRoi, roiNumber: 7, contours: 12 }] }],
  'contours-interpolated': [{ of: [{ ...ofRoi, roiNumber: 7, contours: 12 }] }],
  'registration-mirrors': [{}],
  'planned-course-carried': [{}],
  'registration-scales': [{ volumeFactor: 1.7123 }],
  'registration-not-rigid': [{ determinant: 1.23456 }],
  'registration-matrix-chain': [{ frame: '«1.2.3»', matrices: 8 }],
  'date-unreadable': [
    { tag: '«(300A,0006)»', written: '«20221332»' },
    { tag: '«(300A,0006)»', written: '«2022»', year: '2022' },
  ],
  'patient-id-differs': [differing],
  'patient-name-differs': [differing],
  'patient-birth-date-differs': [differing],
  'patient-sex-differs': [differing],
  'identity-unknown': [
    { written: ['«anon»', '«id»'], ...some },
    { written: [], ...some },
  ],
  'date-cannot-be': [
    { of: 'plan', day: '2095-01-31', why: 'future' },
    { of: 'study', day: '2095-01-31', why: 'future' },
    { of: 'structures', day: '1901-01-31', why: 'early' },
  ],
  'patient-not-stated': [
    { what: 'id', ...some },
    { what: 'name', ...some },
    { what: 'birth-date', ...some },
    { what: 'id', files: [], more: 0 },
  ],
  'object-twice': [{ sameAs: '«a.dcm»', uid: '«1.2.3»' }],
  'plan-not-approved': [
    { plan: '«P»', status: '«UNAPPROVED»' },
    { plan: '«P»', status: '' },
  ],
  'fractions-unknown': [
    { plan: '«P»', group: 4, written: '«28.5»' },
    { plan: '«P»', group: 4, written: '' },
  ],
  'dose-names-no-plan': [{}, { takenFor: { plan: '«P»', file: '«RP.dcm»' } }],
  'plan-not-here': [{}],
  'several-fraction-groups': [groups, { ...groups, fractions: 35 }, { ...groups, fractions: 35, doseShare: 0.8123 }],
  'fractions-differ-from-plan': [{ plan: '«P»', planned: 28, given: 25 }],
  'two-doses-of-one-plan': [{ files: ['«a»', '«b»'], plan: '«P»' }],
  'dose-of-several-plans': [{ plans: 5, fractions: 35 }, { fractions: 35 }],
  'frame-in-several-studies': [
    {
      frame: '«1.2»',
      studies: [
        { date: '«20220101»', ...some },
        { date: '', files: ['«c»'], more: 0 },
      ],
    },
  ],
  'frames-not-joined': [
    {
      frames: [
        { frame: '«1.2»', files: ['«a»', '«b»'] },
        { frame: '«3.4»', files: ['«c»'] },
      ],
    },
  ],
  'ct-slices-uneven': [{ series: '«CT»', spacingMm: 2.5, gaps: 3, leastMm: 4.125, mostMm: 7.125 }],
  'dose-summation-missing': [{}],
  'dose-type-missing': [{}],
  'dose-of-one-session': [{ fractions: 28 }],
  'dose-implausibly-high': [{ highestGy: 5040.2 }],
  'dose-in-centigray': [{}],
  'dose-relative': [{ percentOfGy: 60, highestPercent: 50.42, highestGy: 30.252 }],
  'dose-rbe-weighted': [{}],
  'dose-grid-unusable': [refusal],
  'dose-grid-does-not-cover-roi': [
    { seenIn: 'contours', rois: ['«Heart»', '«Cord»'] },
    { seenIn: 'dose', ...ofRoi, coveredShare: 0.8123 },
    { ...reach, priorShare: 0.9, outside: 'unknown' },
    { ...reach, plannedShare: 0.9, outside: 'unknown' },
    { ...reach, priorShare: 0.9, plannedShare: 0.95, outside: 'zero' },
  ],
  'exported-dose-partly-unknown': [{ unknownVoxels: 12, voxels: 3456 }],
  'exported-dose-without': [{ alphaBetaGy: 3, lacks: ['recovery', 'lq-l'] }],
  'contour-bounds-no-volume': [
    { ...ofRoi, contours: 4, types: ['«POINT»', '«OPEN_PLANAR»'], slices: 0, lostCc: 0, lostShare: 0 },
    { ...ofRoi, contours: 4, types: ['«OPEN_PLANAR»'], slices: 3, lostCc: 3.604, lostShare: 0.4217 },
  ],
  'roi-without-volume': [
    { ...ofRoi, why: 'no-area' },
    { ...ofRoi, why: 'cancelled' },
    { ...ofRoi, why: 'no-closed-contours' },
  ],
  'contours-not-parallel': [ofRoi],
  'contour-without-area': [
    { ...ofRoi, contours: 4, slices: 0, lostCc: 0, lostShare: 0 },
    { ...ofRoi, contours: 4, slices: 3, lostCc: 3.604, lostShare: 0.4217 },
  ],
  'slice-thickness-unknown': [ofRoi],
  'contour-retraced': [{ ...ofRoi, contours: 4 }],
  'duplicate-contours': [{ ...ofRoi, contours: 4 }],
  'contours-drawn-again': [{ ...ofRoi, pairs: 4 }],
  'contours-cross': [{ ...ofRoi, slices: 4, lostCc: 3.604, lostShare: 0.4217 }],
  'nested-contours': [{ ...ofRoi, slices: 4, fillCc: 8.127, lostShare: 0.0421 }],
  'slice-spacing-varies': [{ ...ofRoi, commonestMm: 1.25, thickestMm: 5.125 }],
  'slice-gap': [
    { ...ofRoi, gaps: 1, fromMm: 6.04, toMm: -18.04, fillCc: 3.604, lostShare: 0.0421 },
    { ...ofRoi, gaps: 3, fromMm: 6.04, toMm: -18.04, fillCc: 3.604, lostShare: 0.4217 },
  ],
  'single-slice-roi': [{ ...ofRoi, thicknessMm: 2.504 }],
  'own-structures-unused': [{ course: '«A»' }],
  'own-organ-ambiguous': [{ course: '«A»', organ: '«SpinalCord»', rois: ['«Cord»', '«Myelon»'] }],
  'sum-above-own-maxima': [{ ...ofRoi, sumGy: 61.24, boundGy: 55.17 }],
  'carried-dose-differs': [{ ...ofRoi, metric: 'D0.03cc', course: '«A»', ownGy: 40.12, carriedGy: 48.38 }],
  'registration-folds': [
    { course: '«A»', cells: 12, determinant: -0.42, rois: ['«Heart»', '«Cord»'] },
    { course: '«A»', cells: 1, determinant: -0.07, rois: [] },
  ],
  'registration-within-frame': [
    { frame: '«1.2»', movedMm: 20.04, turnedDegrees: 3.12, isDeformed: false },
    { frame: '«1.2»', movedMm: 20.04, turnedDegrees: 3.12, isDeformed: true },
  ],
  'registration-names-no-frame': [{ movedMm: 20.04, turnedDegrees: 3.12, isDeformed: false }],
  'registration-item-empty': [{ frame: '«1.2»' }],
  'deformation-does-not-cover-roi': [{ ...ofRoi, course: '«A»', share: 0.1234 }],
  'organs-missing-on-course': [{ course: '«A»', rois: ['«Heart»', '«Cord»'] }],
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
    { organ: '«SpinalCord»', how: 'no volume', unmatched: [] },
    { organ: '«SpinalCord»', how: 'other frame', unmatched: [] },
    { organ: '«SpinalCord»', how: 'no number', unmatched: [] },
    { organ: '«Lungs»', how: 'one side', unmatched: [] },
    { organ: '«Lungs»', how: 'ambiguous', unmatched: [] },
    { organ: '«Lungs»', how: 'not made', unmatched: [] },
  ],
  'organ-said-absent': [{ organ: '«Esophagus»', by: '«Dr X»', on: '2026-01-05', why: '«resected»' }],
  'no-planned-course': [{}],
  'few-fractions-delivered': [{ course: '«first»', phase: '«Phase 1»', delivered: 1, planned: 25 }],
  'alpha-beta-implausible': [{ roi: '«SpinalCord»', alphaBetaGy: 200, low: 0.5, high: 25 }],
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
  'derived-by-program': [{ derived }],
  'planned-ptv-not-known': [
    { why: 'no-ptv-named', rois: ['«CTV»', '«GTV»'] },
    { why: 'perhaps-earlier', rois: ['«PTV»', '«PTV_old»'] },
  ],
  'derived-empty': [{ derived }],
  'organ-ambiguous': [{ rois: ['«Cord»', '«Cord2»'], organ: '«SpinalCord»' }],
  'alpha-beta-assumed': [{ rois: ['«x»', '«y»'], alphaBetaGy: 3.5, source: '«assumed»' }],
  'file-unreadable': [refusal, { kind: 'input', found: '«x»', needed: '«y»' }],
  'input-changed': [{}],
  'same-dose-in-two-courses': [{ courses: ['«A»', '«B»'] }],
  'course-dates-reversed': [{ course: '«A»', started: '2022-03-04', completed: '2021-01-24' }],
  'prior-after-planned': [{ course: '«A»', last: '2023-07-05', plannedStart: '2022-06-01' }],
  'goal-organ-unknown': [{ organ: '«Crd»', nearest: ['«Cord»', '«Card»'] }],
  'required-organ-not-judged': [{ organs: ['«Cord»', '«Lungs»'] }],
  'outside-sources': [
    { set: '«HyTEC»', isWhole: true, conditions: [{ condition: 'plannedFractionsAtMost', limit: 5, value: 6 }], beyond: [] },
    {
      set: '«HyTEC»',
      isWhole: false,
      conditions: [
        { condition: 'plannedFractionsAtMost', limit: 5, value: 7 },
        { condition: 'intervalMonthsAtLeast', limit: 8, value: 2.5 },
      ],
      beyond: [{ roi: '«Cord»', goal: '«Dmax <= 70 Gy»', value: 77.5, limit: 70, unit: 'Gy' }],
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
  ],
  'dose-from-record': [
    { ...record, totalDoseGy: 50.4, organs: [] },
    { ...record, organs },
    { ...record, totalDoseGy: 50.4, organs },
  ],
  'phases-perhaps-together': [
    { course: '«A»', first: '«a»', fractions: 25, alphaBetaGy: 2, oneAfterAnotherGy: 48.12, togetherGy: 66.34 },
  ],
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
  ],
  'dose-contradicts-beams': [{ course: '«A»', plan: '«P»', perFractionGy: 1.83, fractions: 28, doseGy: 5.28 }],
  'dose-contradicts-planning-dvh': [{ ...ofRoi, statedGy: 50.41, doseGy: 5.04, compared: 9, contradicted: 7 }],
  'hot-region-beside-target': [
    { course: '«A»', targets: ['«PTV1»', '«PTV2»'], d90Gy: 12.34, hottestGy: 52.81, awayShare: 0.9712, marginMm: 20 },
  ],
  'negative-dose-in-roi': [{ ...ofRoi, course: '«A»', lowestGy: -8.12 }],
  'zero-outside-contradicted': [{ ...ofRoi, course: '«A»', borderGy: 41.37 }],
  'fractions-implausible': [{ course: '«A»', fractions: 280, most: 60 }],
  'dose-per-fraction-implausible': [
    { course: '«A»', fractions: 25, doseGy: 2.12, perFractionGy: 0.0848, of: 'grid', least: 0.5, most: 35 },
    { course: '«A»', fractions: 25, doseGy: 5.12, perFractionGy: 0.2048, of: 'prescription', least: 0.5, most: 35 },
    { course: '«A»', fractions: 1, doseGy: 50.4, perFractionGy: 50.4, of: 'record', least: 0.5, most: 35 },
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
  'dose-not-checked': [{ course: '«A»' }],
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
  'model-not-lq': [
    { roi: '«Cord»', lqLAboveGy: 3.5 },
    { roi: '«GTV»', overallTime: { gyPerDay: 0.59, fromDay: 21 } },
    { roi: '«GTV»', lqLAboveGy: 3.5, overallTime: { gyPerDay: 0.59, fromDay: 21 } },
  ],
  'cord-risk-score': [
    { ...cord, group: 'low' },
    { ...cord, group: 'intermediate' },
    { ...cord, group: 'high' },
  ],
  'esophagus-risk-band': [
    { ...risk, chemotherapy: 'unknown', withoutChemotherapy: without, withChemotherapy: having },
    { ...risk, dmaxGy: 88.12, chemotherapy: 'no', withoutChemotherapy: without },
    { ...risk, dmaxGy: 118.04, isLowerBound: true, chemotherapy: 'yes', withChemotherapy: having },
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
  'dose-planes-joined': [{ planes: 21, fromMm: -30.5, toMm: 29.5 }],
  'dose-planes-overlap': [
    { files: ['«a»', '«b»'], more: 7 },
    { files: ['«a»', '«b»'], more: 0 },
  ],
  'same-uid-other-content': [{ sameAs: '«a»', uid: '«1.2.3»' }],
  'dose-delivered': [{}, { plannedFractions: 28 }],
  'ct-slices-doubled': [{ series: '«CT»', slices: 2, first: '«a»', kept: '«b»' }],
  'ct-slices-kept-out': [
    { series: '«CT»', slices: 2, kept: 61, why: 'localizer' },
    { series: '«CT»', slices: 2, kept: 61, why: 'frame' },
    { series: '«CT»', slices: 2, kept: 61, why: 'size' },
    { series: '«CT»', slices: 2, kept: 61, why: 'orientation' },
    { series: '«CT»', slices: 2, kept: 61, why: 'pixel-spacing' },
    { series: '«CT»', slices: 2, kept: 61, why: 'far-away' },
  ],
  'ct-slices-shifted': [{ series: '«CT»', mostMm: 12.4 }],
  'organ-ends-before-field': [
    { ...ofRoi, course: '«A»', where: 'before', mm: 12.4 },
    { ...ofRoi, course: '«A»', where: 'within', mm: 31 },
  ],
  'pair-contradicts-sides': [
    { roi: '«Lungs»', sides: ['«L»', '«R»'], wholeCc: 1650, unionCc: 3260, lackingCc: 1610, beyondCc: 12 },
    { roi: '«Lungs»', sides: ['«L»'], wholeCc: 1650, unionCc: 1540, lackingCc: 1540, beyondCc: 0 },
  ],
  'organ-part-left-out': [
    { organ: '«SpinalCord»', roi: '«C»', maxGy: 12.3, parts: [{ roi: '«C2»', maxGy: 77.1 }], isHotter: true },
    { organ: '«SpinalCord»', roi: '«C»', maxGy: 12.3, parts: [{ roi: '«C2»', maxGy: 2.1 }], isHotter: false },
  ],
};

/** Every code with each of its samples. */
export const EVERY = (Object.keys(SAMPLES) as FindingCode[]).flatMap((code) =>
  SAMPLES[code].map((facts) => [code, facts] as [FindingCode, FindingFacts[FindingCode]]),
);
