import type { CaseFile } from '../../../src/case/case-file';
import type { Assessment, OrganResult } from '../../../src/evaluation/assessment';
import { type Finding, makeFinding } from '../../../src/findings/finding';
import { makeReason } from '../../../src/findings/reasons';
import { aorta, cord, heart, lungs, trachea } from '../../report/fixture-organs';
import { goal, scale } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';

/* Every state that a goal, an organ and a finding can be in, to be looked at. */

const asking = (file: string): Finding => ({
  ...makeFinding('input-changed', 'error', {}, { file, answerable: true }),
  sha256: 'a'.repeat(64),
});
const answered: Finding = {
  ...asking('plan/RS.dcm'),
  severity: 'warning',
  answered: { by: 'Dr. Li', on: '2026-11-26', why: 'exported again after a new name of the series; contours compared' },
};
const touched = makeReason('question-open', {
  questions: [{ title: 'Input differs from that of the case file', place: 'prior/RD.1.dcm' }],
});
const outside = makeReason('outside-source', { condition: 'plannedFractionsAtMost', limit: 5, value: 28 });
const open = (text: string, mandatory: boolean) => ({
  ...goal(text, null, 'not evaluable'),
  mandatory,
  ...makeReason('less-volume-than-asked', {}),
});
const without = (organ: string, goals: OrganResult['goals'], more: object = {}) =>
  ({
    roi: null,
    organ,
    volumeCc: 0,
    alphaBetaGy: 3,
    alphaBetaSource: '',
    metrics: {},
    goals,
    ...more,
  }) as unknown as OrganResult;

export const STATES: Assessment = assessmentOf(
  [
    {
      ...cord,
      roi: 'SpinalCord#3',
      goals: [
        {
          ...goal('Dmax < 57 Gy', 56.1, 'met', scale(1.01)),
          worstCase: {
            value: 58.24,
            verdict: 'exceeded',
            turnsVerdict: true,
            cause: { code: 'shift', facts: { xMm: 0, yMm: 3, zMm: 0 } },
            shiftMm: [0, 3, 0],
          },
        },
        { ...goal('Dmax <= 70 Gy', null, 'not applicable'), set: 'hytec-cord', ...outside },
      ],
    },
    { ...cord, roi: 'SpinalCord#7', goals: [goal('Dmax < 57 Gy', 31.2, 'met', scale(1.6))] },
    { ...lungs, roi: 'Lungs', goals: [{ ...goal('V20Gy < 40 %', null, 'not evaluable'), ...touched }] },
    trachea,
    aorta,
    { ...heart, goals: [{ ...goal('Dmean < 26 Gy', null, 'not applicable'), ...outside }] },
    without('Esophagus', [open('Dmax < 100 Gy', true), open('V60Gy < 40 %', true)], { required: true }),
    without('BrachialPlex', [open('Dmax < 85 Gy', false)]),
    without('GreatVes', [open('Dmax < 110 Gy', false)]),
    without('Stomach', [{ ...goal('Dmax < 60 Gy', null, 'not applicable'), mandatory: false }]),
  ],
  { findings: [answered, asking('prior/RD.1.dcm'), asking('reg/REG.dcm')] },
);

const WORD = { by: 'Dr. Li', on: '2026-11-27' };

export const STATES_SAID: Pick<CaseFile, 'samePatient' | 'absent'> = {
  samePatient: { of: [{ id: '1', name: 'A' }], ...WORD, why: 'a new ID since her marriage' },
  absent: { Stomach: { ...WORD, why: 'resected in 2019' } },
};
