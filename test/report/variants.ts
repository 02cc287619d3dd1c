import type { Assessment, GoalResult, OrganResult } from '../../src/evaluation/assessment';
import { makeFinding } from '../../src/findings/finding';
import { makeReason } from '../../src/findings/reasons';
import { htmlReport } from '../../src/report/html-report';
import { fixture, type WholeAssessment } from './fixture';
import { aorta, cord, esophagus, heart, lungs, plexus, trachea } from './fixture-organs';
import { dvh, goal, gy, organ, scale } from './fixture-parts';

/** The fixture with other organs; the counts of mandatory goals follow from them. */
export function assessmentOf(organs: readonly OrganResult[], more: Partial<Omit<Assessment, 'organs'>> = {}): WholeAssessment {
  const goals = organs.flatMap((each) => each.goals).filter(({ mandatory }) => mandatory);
  const count = (verdict: GoalResult['verdict']) => goals.filter((each) => each.verdict === verdict).length;
  const overall = {
    mandatoryExceeded: count('exceeded'),
    exceededOutsideTarget: goals.filter((each) => each.verdict === 'exceeded' && !each.inTarget && !each.onTarget).length,
    mandatoryNotEvaluable: count('not evaluable'),
    mandatoryMet: count('met'),
    registration: fixture.overall.registration,
  };
  return { ...fixture, organs, overall, ...more };
}

/** An organ that a person has said it is. */
export const confirmed = (organ: OrganResult): OrganResult => ({
  ...organ,
  match: { code: 'by-user', facts: { organ: organ.organ! } },
});

export const allMet = assessmentOf([trachea, lungs, aorta, plexus].map(confirmed), { findings: [] });

/** Nothing exceeded, one goal open with a value for the known part, one organ without any goal. */
export const notEvaluable = assessmentOf([
  {
    ...heart,
    goals: heart.goals.map((each) => ({ ...each, value: 41.83, shareOfLimit: 41.83 / 50 })),
  },
  trachea,
  { ...plexus, goals: [] },
]);

const NO_DOSE = 'the organ has less volume than the metric asks for, or no known dose';

/** As if the prior dose grid missed the organ altogether. */
function withoutPrior(each: OrganResult): OrganResult {
  const metrics = Object.entries(each.metrics).map(([name, { unit, plannedPhysicalGy, plannedEqd2Gy }]) => {
    const none = { priorPhysicalGy: null, priorEqd2Gy: null, cumulativeEqd2Gy: null, cumulativeBedGy: null };
    return [name, { unit, plannedPhysicalGy, plannedEqd2Gy, ...none, reason: NO_DOSE }];
  });
  return {
    ...each,
    insideDoseGrid: { prior: 0, planned: 1, cumulative: 0 },
    metrics: Object.fromEntries(metrics),
    goals: each.goals.map(
      (g): GoalResult =>
        g.scope === 'planned'
          ? g
          : {
              ...g,
              value: null,
              shareOfLimit: null,
              verdict: 'not evaluable',
              reason: NO_DOSE,
              headroom: makeReason('no-headroom-goal-not-evaluable', {}),
            },
    ),
    dvh: { ...each.dvh, prior: [], cumulative: [] },
  };
}
export const priorUnknown = assessmentOf([cord, esophagus, lungs, trachea].map(withoutPrior), { monthsBetweenCourses: null });

export const noPriorCourse = assessmentOf(
  [
    {
      ...trachea,
      metrics: {
        Dmax: {
          ...trachea.metrics.Dmax,
          priorPhysicalGy: null,
          priorEqd2Gy: null,
          cumulativeEqd2Gy: 46.3,
          cumulativeBedGy: 77.2,
        },
      },
      goals: [goal('Dmax < 110 Gy', 46.3, 'met', scale(2.1))],
      dvh: { ...trachea.dvh, prior: [], cumulative: trachea.dvh.planned },
    },
  ],
  { courses: [fixture.courses[1]], monthsBetweenCourses: null, findings: [makeFinding('no-prior-course', 'warning', {})] },
);

/** Two prior courses: no physical prior dose. */
export const twoPriors = assessmentOf(
  [cord, trachea].map((each) => ({
    ...each,
    metrics: Object.fromEntries(Object.entries(each.metrics).map(([name, m]) => [name, { ...m, priorPhysicalGy: null }])),
  })),
  { courses: [{ ...fixture.courses[0], name: 'SBRT 2018' }, ...fixture.courses] },
);

const LONG = [
  '左側腕神経叢_再照射計画用_輪郭修正済み_第三版_放射線腫瘍科作成',
  '胸段脊髓及馬尾神經_計畫用危及器官外擴三毫米_二〇二三年六月',
  '食道全长_自环状软骨下缘至贲门_重复照射评估专用轮廓',
  '気管および左右主気管支_重複照射評価_最終確認済',
];
export const many = assessmentOf(
  Array.from({ length: 40 }, (_, n) => {
    const highest = 30 + ((n * 37) % 90);
    const verdict = highest < 95 ? 'met' : 'exceeded';
    return organ(`${LONG[n % 4]}_${n + 1}`, n % 3 ? 'Trachea' : null, {
      metrics: { Dmax: gy([50, 40, 45, 30, highest, highest * 1.67]), Dmean: gy([20, 18, 16, 14, 33, 55]) },
      goals: [
        goal('Dmax < 95 Gy', highest, verdict, scale(95 / highest)),
        goal('D0.03cc <= 100 Gy', highest - 1, highest - 1 <= 100 ? 'met' : 'exceeded', { mandatory: false, ...scale(1.2) }),
      ],
      dvh: dvh([20, 6, 45], [14, 5, 30], [highest / 2, 8, highest]),
    });
  }),
);

export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</style><script>alert(2)</script>',
  'a src=',
  '<!-- not a comment',
  '&lt;b&gt;&amp;',
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  'two\r\nlines, "quoted"',
  '\u202Egnirts desrever',
] as const;

/** Every text of the fixture that comes from a file or a person, replaced by one hostile string. */
export function hostile(text: string): WholeAssessment {
  const goals = cord.goals.map((each) => ({
    ...each,
    set: text,
    setTitle: text,
    source: text,
    evidence: text,
    note: text,
    alphaBetaNote: text,
  }));
  const open: GoalResult = {
    ...goals[1],
    value: null,
    shareOfLimit: null,
    verdict: 'not evaluable',
    reason: text,
    recovery: 0.5,
    recoveryRule: text,
    headroom: { ...makeReason('prior-alone-exceeds', {}), reason: text },
  };
  const aimed = { headroom: { plannedScale: 0.87, targets: [{ roi: text, doseGy: 50 }] } };
  const named = {
    ...cord,
    roi: text,
    organ: text,
    matchedBy: text,
    derivedFrom: text,
    alphaBetaSource: text,
    metrics: { ...cord.metrics, Dmean: { ...cord.metrics.Dmean, cumulativeEqd2Gy: null, reason: text } },
    goals: [{ ...goals[1], ...aimed }, { ...goals[2], ...aimed }, open],
  };
  const file = { path: text, sha256: text };
  const course = { name: text, started: text, completed: text, registration: text };
  return assessmentOf([named], {
    patient: { id: text, name: text, birthDate: text, sex: text },
    courses: (['prior', 'planned'] as const).map((role) => ({
      ...course,
      role,
      phases: [{ dose: text, fractions: 5, sha256: text, files: [file] }],
    })),
    findings: [makeFinding('text-undecodable', 'error', { tag: text, characterSet: text, text }, { file: text, roi: text })],
    settings: { ...fixture.settings, constraints: [text], constraintTitles: [text], model: text, interpolation: text },
    files: [file],
    notice: text,
    version: text,
  });
}

export const variants: Readonly<Record<string, WholeAssessment>> = {
  fixture,
  allMet,
  notEvaluable,
  priorUnknown,
  noPriorCourse,
  twoPriors,
  many,
};

export const CREATED_AT = new Date('2026-11-21T09:30:00Z');
export const report = (assessment: Assessment): string => htmlReport(assessment, { createdAt: CREATED_AT });
