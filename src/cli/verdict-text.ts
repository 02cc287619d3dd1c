import Table from 'cli-table3';
import type { Scope } from '../constraints/goal-expression';
import {
  type Assessment,
  evaluatedOrgans,
  type GoalResult,
  type OrganEntry,
  type OrganResult,
  organLabel,
} from '../evaluation/assessment';
import { digitsOf } from '../figure-digits';
import { answeredCaveat } from '../figures/answered-words';
import { doseAsShown } from '../figures/doses-left';
import { elsewhereWords } from '../figures/elsewhere-words';
import { errorTitles, plainErrors, questionWords } from '../figures/error-words';
import { fractionWords } from '../figures/fraction-words';
import { basisInShort } from '../figures/goal-basis';
import { isTheMost, limitsOf, shownValue } from '../figures/goal-reading';
import { headroomReserves } from '../figures/headroom-words';
import { maximumWords } from '../figures/maximum-words';
import { countedMissing, missingSentences, notJudgedSentence } from '../figures/missing-words';
import { byUrgency } from '../figures/organ-order';
import { elsewhereMoved } from '../figures/placed-words';
import { recoveryWords } from '../figures/recovery-words';
import { bestCaseWords, registrationCaveat, registrationWarnings, worstCaseWords } from '../figures/registration-words';
import { restsOnLines, untestedCaveat } from '../figures/rests-on';
import { samePatientWords } from '../figures/same-patient-words';
import { turnedCount, turnOf } from '../figures/turned-goals';
import { doseWords, leavesMuch, moreNeeded, nothingLeft, scaleWords, untilWords } from '../figures/wording';
import type { Reason } from '../findings/reasons';
import { printable, shown } from '../printable';
import { findingLines } from './finding-lines';

const SHAPES = {
  met: '✓ met',
  exceeded: '✗ exceeded',
  'not evaluable': '? not evaluable',
  'not applicable': '– not applicable',
} as const;
const COLOURS = { met: 32, exceeded: 31, 'not evaluable': 33, 'not applicable': 90 } as const;

const coloured = (text: string, colour: number): string =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${colour}m${text}\u001b[0m` : text;

/** Longer than any name that a table has room for. */
const LONGEST_CELL = 200;
const cell = (text: string): string => printable(text, LONGEST_CELL);

const EQD2_OF = { prior: 'priorEqd2Gy', planned: 'plannedEqd2Gy', cumulative: 'cumulativeEqd2Gy' } as const;
const dosage = (valueGy: number | null, limitsGy: readonly number[]): string =>
  valueGy === null ? '–' : digitsOf(valueGy, 'Gy', ...limitsGy);

/** The value of a goal in digits that tell it from its limit. */
function valueCell(goal: GoalResult): string {
  const digits = shownValue(goal);
  return digits === undefined ? '–' : `${isTheMost(goal) ? 'up to ' : ''}${digits} ${goal.unit}`.trim();
}

function headroom(goal: GoalResult): string {
  if (!goal.headroom) return '–';
  if ('reason' in goal.headroom) return 'see below';
  const { plannedDoseGy } = goal.headroom;
  const scale = scaleWords(goal.headroom);
  const dose =
    plannedDoseGy === undefined || leavesMuch(goal.headroom)
      ? ''
      : ` (${doseWords(goal.headroom)(doseAsShown(plannedDoseGy, goal.headroom))})`;
  return `${scale}${dose}${headroomReserves(goal)}${goal.headroom.until === undefined ? '' : ', see below'}`;
}

function goalTable(organs: readonly OrganEntry[]): string {
  const table = new Table({
    head: ['Organ', 'Goal', 'Value', 'Verdict', 'Planned dose could be, as placed (this organ alone)', 'α/β, model', 'Set'],
    style: { head: [], border: [] },
  });
  for (const organ of organs) {
    for (const goal of organ.goals) {
      const kind = `${goal.quantity === 'eqd2' ? 'EQD2' : goal.quantity === 'bed' ? 'BED' : 'physical'}${goal.scope === 'cumulative' ? '' : `, ${goal.scope}`}`;
      const verdict = coloured(
        SHAPES[goal.verdict] +
          (goal.inTarget ? ', in the target' : '') +
          (goal.mandatory ? '' : ' (optional)') +
          (turnOf(goal) ? ', turns if moved' : ''),
        COLOURS[goal.verdict],
      );
      table.push([
        cell(organLabel(organ)),
        `${goal.goal} ${kind}`,
        valueCell(goal),
        verdict,
        headroom(goal),
        cell(basisInShort(goal, organ)),
        cell(goal.setTitle),
      ]);
    }
  }
  return table.toString();
}

function doseTable(organs: readonly OrganResult[]): string {
  const table = new Table({
    head: [
      'Organ',
      'Volume cc',
      'α/β',
      'D0.03cc EQD2 Gy: prior',
      'planned',
      'cumulative',
      'BED',
      'Mean EQD2 Gy: prior',
      'planned',
      'cumulative',
    ],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array.from({ length: 9 }, () => 'right' as const)],
  });
  for (const organ of organs) {
    const dose = (metric: string, scope: Scope) => dosage(organ.metrics[metric][EQD2_OF[scope]], limitsOf(organ, metric, scope));
    table.push([
      cell(organ.roi),
      digitsOf(organ.volumeCc, 'cc'),
      String(organ.alphaBetaGy),
      dose('D0.03cc', 'prior'),
      dose('D0.03cc', 'planned'),
      dose('D0.03cc', 'cumulative'),
      dosage(organ.metrics['D0.03cc'].cumulativeBedGy, []),
      dose('Dmean', 'prior'),
      dose('Dmean', 'planned'),
      dose('Dmean', 'cumulative'),
    ]);
  }
  return table.toString();
}

/** What stands beside a maximum, and what moving the prior course does to a verdict. */
function besideLines(organs: readonly OrganEntry[]): string[] {
  return organs.flatMap((organ) =>
    organ.goals.flatMap((goal) => {
      const { worstCase, verdict } = goal;
      const moved = worstCase && (worstCase.turnsVerdict || worstCase.leavesGrid) ? worstCaseWords(goal) : undefined;
      const better = bestCaseWords(goal);
      const lines = [maximumWords(goal, organ), moved && `${verdict}; ${moved}`, better && `${verdict}; ${better}`].filter(
        Boolean,
      );
      return lines.map((line) => `${organLabel(organ)}, ${goal.goal} (${goal.setTitle}): ${line}.`);
    }),
  );
}

/** What becomes of the verdicts when the courses are moved, or that none was. */
function placeLines(assessment: Assessment): string[] {
  const said = elsewhereWords(assessment);
  return said ? [`If the dose lies elsewhere: ${said}.`] : [];
}

/** What is forgiven of prior dose in the doses of an organ and in its goals: the tables have no room for it. */
function recoveryLines(organs: readonly OrganEntry[]): string[] {
  return organs.flatMap((organ) => {
    if (organ.roi === null) return [];
    const inDoses = organ.recovery > 0 ? [`${organ.roi}, doses: ${recoveryWords(organ)}.`] : [];
    const forgiving = organ.goals.filter(({ recovery, quantity }) => recovery > 0 && quantity !== 'physical');
    const inGoals = forgiving.map(
      (goal) => `${organ.roi}, ${goal.goal} (${goal.setTitle}): ${recoveryWords(goal, goal.recoveryRule)}.`,
    );
    return [...inDoses, ...inGoals];
  });
}

/** Why a goal has no verdict or no factor: what the table has no room for. */
function reasonLines(organs: readonly OrganEntry[]): string[] {
  return organs.flatMap((organ) => {
    // Of an organ that is not there all goals have one reason.
    if (organ.roi === null) return organ.goals.length > 0 ? [`${organ.organ}: ${organ.reason}`] : [];
    return organ.goals.flatMap((goal) => {
      const noFactor = goal.verdict !== 'not evaluable' && goal.headroom && 'reason' in goal.headroom;
      const factor = goal.headroom && 'plannedScale' in goal.headroom ? untilWords(goal.headroom) : undefined;
      const said = [
        goal.reason,
        noFactor && `Planned dose: ${(goal.headroom as Reason).reason}`,
        factor && `Planned dose: ${factor}.`,
      ];
      const text = said.filter(Boolean).join(' ');
      return text ? [`${organ.roi}, ${goal.goal} (${goal.setTitle}): ${text}`] : [];
    });
  });
}

/** What the assessment comes to, in one sentence: what is exceeded, what cannot be judged, what is not there. */
export function verdictSentence(assessment: Assessment): string {
  const { mandatoryExceeded, mandatoryMet, mandatoryNotEvaluable } = assessment.overall;
  const having = (verdict: string) =>
    byUrgency(assessment.organs)
      .filter(({ goals }) => goals.some((goal) => goal.mandatory && goal.verdict === verdict))
      .map(organLabel)
      .join(', ');
  const goals = (count: number) => `${count} mandatory goal${count === 1 ? '' : 's'}`;
  const open = `${goals(mandatoryNotEvaluable)} could not be evaluated: ${having('not evaluable')}`;
  const gone = countedMissing(assessment);
  const unasked = notJudgedSentence(assessment);
  const missing = `${gone.length > 0 ? ` Missing: ${gone.join(', ')}.` : ''}${unasked ? ` ${unasked}` : ''}`;
  if (mandatoryExceeded > 0) {
    const also = mandatoryNotEvaluable > 0 ? ` ${open}.` : '';
    return `${goals(mandatoryExceeded)} exceeded: ${having('exceeded')}.${also}${missing}`;
  }
  if (mandatoryNotEvaluable > 0 && mandatoryMet === 0) {
    const without = `${mandatoryNotEvaluable} ${mandatoryNotEvaluable === 1 ? 'is' : 'are'} without a verdict`;
    return `No mandatory goal could be judged: ${without} (${having('not evaluable')}).${missing}`;
  }
  if (mandatoryNotEvaluable > 0) return `No mandatory goal is seen to be exceeded, but ${open}.${missing}`;
  return `${mandatoryMet === 0 ? 'No mandatory goal was tested.' : 'No mandatory goal exceeded.'}${missing}`;
}

/** The answer for a terminal: doses, verdicts, what to mind, and where the files are. */
export function verdictText(whole: Assessment, files: readonly string[]): string {
  const assessment = shown(whole);
  const { mandatoryMet, mandatoryNotEvaluable } = assessment.overall;
  const caveats = [untestedCaveat(assessment), registrationCaveat(assessment), answeredCaveat(assessment.findings)].filter(
    (said) => said !== undefined,
  );
  const goals = assessment.organs.flatMap((organ) => organ.goals);
  const [worse, better] = (['worse', 'better'] as const).map((way) => turnedCount(goals, way));
  const elsewhere = elsewhereMoved(assessment.settings.robustness);
  const moved = [
    worse > 0 && ` ${worse} of those met would be exceeded when ${elsewhere}.`,
    better > 0 && ` ${better} of those exceeded would be met when ${elsewhere}.`,
  ]
    .filter(Boolean)
    .join('');
  const counts = `${mandatoryMet} met, ${mandatoryNotEvaluable} not evaluable.${moved}`;
  const samePatient = samePatientWords(assessment);
  const errors = errorTitles(plainErrors(assessment.findings));
  const questions = questionWords(assessment);
  return `${[
    ...(samePatient === undefined ? [] : [samePatient]),
    ...assessment.courses.map(
      (course) =>
        `${course.role === 'prior' ? 'Prior' : 'Planned'}: ${course.name}, ${course.phases.map(fractionWords).join(' + ').replaceAll('\u00a0', ' ')}${course.started ? `, from ${course.started}` : ''}`,
    ),
    ...assessment.intervals.map(
      ({ from, to, months }) =>
        `Interval${assessment.intervals.length > 1 ? `, ${from} to ${to}` : ''}: ${months === null ? 'not known' : `${months.toFixed(1)} months`}`,
    ),
    '',
    doseTable(evaluatedOrgans(assessment.organs)),
    '',
    goalTable(assessment.organs),
    ...reasonLines(assessment.organs),
    ...recoveryLines(assessment.organs),
    ...besideLines(assessment.organs),
    ...placeLines(assessment),
    '',
    findingLines(assessment.findings),
    '',
    ...registrationWarnings(assessment),
    ...restsOnLines(assessment),
    ...missingSentences(assessment),
    ...(errors === '' ? [] : [`Errors in the input: ${errors}.`]),
    ...(questions === undefined ? [] : [questions]),
    `${verdictSentence(assessment)} ${counts}${caveats.map((caveat) => ` ${caveat[0].toUpperCase()}${caveat.slice(1)}.`).join('')}`,
    ...[nothingLeft(assessment), moreNeeded(assessment)].filter((said) => said !== undefined),
    ...shown(files).map((file) => `Written: ${file}`),
    assessment.notice,
  ].join('\n')}\n`;
}
