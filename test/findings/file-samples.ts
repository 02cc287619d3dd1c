import type { FindingCode, FindingFacts } from '../../src/findings/english';
import type { Refusal } from '../../src/input-error';

/* Facts for the codes of files, doses, contours and registrations; see `samples.ts`. */

export type Samples = { readonly [Code in FindingCode]: readonly [FindingFacts[Code], ...FindingFacts[Code][]] };

export const refusal: Refusal = { kind: 'tag-value', file: '«a.dcm»', where: '«(3004,000E)»', found: '«15»', needed: '«1»' };
const some = { files: ['«a»', '«b»'], more: 7 };
const differing = {
  values: [
    { value: '«A»', ...some },
    { value: '«B»', files: ['«c»'], more: 0 },
  ],
};
export const ofRoi = { roi: '«Cord»' };
const groups = { plan: '«P»', groupFractions: [25, 7, '«?»'] };
const reach = { seenIn: 'case', ...ofRoi, coveredShare: 0.812 } as const;

export const OTHERWISE = {
  roi: '«Cord»',
  goal: '«Dmax < 57 Gy»',
  limit: 57,
  unit: 'Gy',
  mandatory: true,
  verdict: 'met',
  value: 51.23,
  otherwise: { verdict: 'exceeded', value: 59.34 },
} as const;
export const FILE_SAMPLES = {
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
  'registrations-disagree': [
    { course: '«A»', used: ['«R2»'], other: ['«R0»', '«R1»'], apartMm: 70.04, boundMm: 10 },
    { course: '«A»', used: ['«R2»'], other: ['«R0»', '«R1»'], apartMm: 4.5, boundMm: 3 },
  ],
  'registration-turns': [{ course: '«A»', degrees: 91.7 }],
  'registration-distorts': [{ least: 0.861, most: 1.1612 }],
  'registration-scales': [{ volumeFactor: 1.7123 }],
  'registration-not-rigid': [{ determinant: 1.23456 }],
  'registration-matrix-chain': [{ frame: '«1.2.3»', matrices: 8 }],
  'date-unreadable': [
    { tag: '«(300A,0006)»', written: '«20221332»' },
    { tag: '«(300A,0006)»', written: '«2022»', year: '2022' },
  ],
  'patient-id-differs': [differing],
  'patient-name-differs': [differing],
  'patient-names-not-comparable': [differing],
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
  'plan-of-several-a-day': [
    { plan: '«P»', perDay: 2, pattern: '«11111111110000»', isClear: true },
    { plan: '«P»', perDay: 3, pattern: '', isClear: false },
    { plan: '«P»', perDay: 2, pattern: '«111»', isClear: false },
  ],
  'fractions-a-day-differ-from-plan': [{ plan: '«P»', planned: 2, given: 3 }],
  'fraction-group-without-dose': [
    {
      plan: '«P»',
      groups: [
        { group: 2, fractions: 8, doseGy: 16.5 },
        { group: 3, fractions: '«?»' },
      ],
    },
  ],
  'plan-of-no-treatment': [{ plan: '«P»', intent: '«VERIFICATION»' }],
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
  'fractions-differ-from-plan': [
    { plan: '«P»', planned: 28, given: 25 },
    { plan: '«P»', planned: 25, given: 29 },
    { plan: '«P»', planned: 30, given: 20, isDelivered: true },
    { plan: '«P»', planned: 25, given: 4, doseShare: 0.25 },
    { plan: '«P»', course: '«A»', planned: 5, given: 25, goals: [OTHERWISE] },
    { plan: '«P»', planned: 5, given: 25, isDelivered: true, goals: [OTHERWISE] },
    { plan: '«P»', planned: 25, given: 5, goals: [{ ...OTHERWISE, scope: 'prior', roi: '«Heart»' }] },
  ],
  'two-doses-of-one-plan': [
    { files: ['«a»', '«b»'], plan: '«P»' },
    { files: ['«a»', '«b» + «c»'], plan: '«P»', groups: [2, 3] },
  ],
  'dose-of-several-plans': [{ plans: 5, fractions: 35 }, { fractions: 35 }, { plans: 2, fractions: 25, doseShare: 0.75 }],
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
  'ct-slices-uneven': [
    { series: '«CT»', spacingMm: 2.5, gaps: 3, leastMm: 4.125, mostMm: 7.125 },
    { series: '«CT»', spacingMm: 5, gaps: 19, leastMm: 3, mostMm: 3 },
  ],
  'dose-summation-missing': [{}],
  'dose-type-missing': [{}],
  'dose-of-one-session': [{ fractions: 28 }],
  'dose-implausibly-high': [{ highestGy: 5040.2 }, { highestGy: 158.42, isLone: true }],
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
    {
      ...reach,
      priorShare: 0.1,
      courses: [
        { course: '«A»', share: 0.458 },
        { course: '«B»', share: 0.512 },
      ],
      outside: 'unknown',
    },
  ],
  'exported-dose-partly-unknown': [{ unknownVoxels: 12, voxels: 3456 }],
  'exported-dose-without': [{ alphaBetaGy: 3, lacks: ['recovery', 'lq-l'] }],
  'exported-dose-value-left-out': [{ tag: '«(0008,1030) StudyDescription»', value: '«A»' }],
  'contour-bounds-no-volume': [
    { ...ofRoi, contours: 4, types: ['«POINT»', '«OPEN_PLANAR»'], slices: 0, lostCc: 0, lostShare: 0 },
    { ...ofRoi, contours: 4, types: ['«OPEN_PLANAR»'], slices: 3, lostCc: 3.604, lostShare: 0.4217 },
  ],
  'roi-without-volume': [
    { ...ofRoi, why: 'no-area' },
    { ...ofRoi, why: 'cancelled' },
    { ...ofRoi, why: 'no-closed-contours' },
    { ...ofRoi, why: 'scrambled', slices: 62 },
    { ...ofRoi, why: 'reach', reachMm: 7960.4 },
    { ...ofRoi, why: 'rings', contours: 10020, most: 10001 },
  ],
  'contours-not-parallel': [ofRoi],
  'contour-without-area': [
    { ...ofRoi, contours: 4, slices: 0, lostCc: 0, lostShare: 0 },
    { ...ofRoi, contours: 4, slices: 3, lostCc: 3.604, lostShare: 0.4217 },
  ],
  'slice-thickness-unknown': [ofRoi],
  'contour-retraced': [{ ...ofRoi, contours: 4 }],
  'contour-lone-point': [{ ...ofRoi, contours: 4, farthestMm: 52.4 }],
  'duplicate-contours': [{ ...ofRoi, contours: 4 }],
  'contours-drawn-again': [{ ...ofRoi, pairs: 4 }],
  'contours-cross': [{ ...ofRoi, slices: 4, lostCc: 3.604, lostShare: 0.4217 }],
  'nested-contours': [{ ...ofRoi, slices: 4, fillCc: 8.127, lostShare: 0.0421 }],
  'slice-spacing-varies': [{ ...ofRoi, commonestMm: 1.25, thickestMm: 5.125 }],
  'slice-gap': [
    { ...ofRoi, gaps: 1, fromMm: 6.04, toMm: -18.04, fillCc: 3.604, lostShare: 0.0421 },
    { ...ofRoi, gaps: 3, fromMm: 6.04, toMm: -18.04, fillCc: 3.604, lostShare: 0.4217 },
    {
      ...ofRoi,
      gaps: 1,
      fromMm: 6.04,
      toMm: -18.04,
      fillCc: 3.604,
      lostShare: 0.0421,
      hotter: { scope: 'cumulative', drawnGy: 38.26, gapGy: 66.54 },
    },
  ],
  'slice-specks': [{ ...ofRoi, slices: 4, largestMm2: 2.813 }],
  'single-slice-roi': [{ ...ofRoi, thicknessMm: 2.504 }],
  'own-structures-unused': [{ course: '«A»' }],
  'own-organ-ambiguous': [{ course: '«A»', organ: '«SpinalCord»', rois: ['«Cord»', '«Myelon»'] }],
  'sum-above-own-maxima': [
    { ...ofRoi, sumGy: 61.24, boundGy: 55.17 },
    { ...ofRoi, comparedWith: '«Heart»', sumGy: 61.24, boundGy: 55.17 },
  ],
  'carried-dose-differs': [
    { ...ofRoi, metric: 'D0.03cc', course: '«A»', ownGy: 40.12, carriedGy: 48.38 },
    { ...ofRoi, metric: 'Dmean', course: '«A»', comparedWith: '«Heart»', ownGy: 17.52, carriedGy: 43.81 },
  ],
  'organ-carried-beside-own': [
    { ...ofRoi, course: '«A»', distanceMm: 31.2, isApart: true, goals: [], asks: true },
    {
      ...ofRoi,
      course: '«A»',
      distanceMm: 9.93,
      goals: [
        {
          ...ofRoi,
          goal: 'V60Gy <= 63 %',
          limit: 63,
          unit: '%',
          mandatory: true,
          verdict: 'met',
          value: 58.21,
          otherwise: { verdict: 'exceeded', value: 68.19 },
        },
      ],
    },
    {
      ...ofRoi,
      course: '«A»',
      comparedWith: '«Heart»',
      distanceMm: 27.84,
      isApart: true,
      asks: true,
      goals: [
        {
          ...ofRoi,
          goal: 'Dmax < 57 Gy',
          limit: 57,
          unit: 'Gy',
          mandatory: false,
          verdict: 'met',
          value: 31.12,
          otherwise: { verdict: 'met', value: 45.78 },
        },
      ],
      redrawn: [
        {
          ...ofRoi,
          goal: 'Dmax < 57 Gy',
          limit: 57,
          unit: 'Gy',
          mandatory: false,
          verdict: 'met',
          value: 31.12,
          otherwise: { verdict: 'met', value: 45.78 },
        },
      ],
    },
  ],
  'registration-not-checked': [
    { course: '«A»', rois: ['«Heart»', '«Cord»'], hasStructures: true, isAlone: false },
    { course: '«A»', rois: ['«Heart»'], hasStructures: false, isAlone: true },
  ],
  'registration-folds': [
    { course: '«A»', cells: 12, determinant: -0.42, rois: ['«Heart»', '«Cord»'] },
    { course: '«A»', cells: 1, determinant: -0.07, rois: [] },
  ],
  'landmarks-contradict-registration': [
    { course: '«A»', count: 4, meanMm: 15.04, maxMm: 62.31, boundMm: 10 },
    { course: '«A»', count: 1, meanMm: 3.02, maxMm: 3.02, boundMm: 3 },
  ],
  'registration-within-frame': [
    { frame: '«1.2»', movedMm: 20.04, turnedDegrees: 3.12, isDeformed: false },
    { frame: '«1.2»', movedMm: 20.04, turnedDegrees: 3.12, isDeformed: true },
  ],
  'registration-names-no-frame': [{ movedMm: 20.04, turnedDegrees: 3.12, isDeformed: false }],
  'acceptance-of-another-file': [{ by: '«Dr A»', on: '«2023-06-01»' }],
  'registration-item-empty': [{ frame: '«1.2»' }],
  'deformation-does-not-cover-roi': [{ ...ofRoi, course: '«A»', share: 0.1234 }],
  'organs-missing-on-course': [{ course: '«A»', rois: ['«Heart»', '«Cord»'] }],
} satisfies Partial<Samples>;
