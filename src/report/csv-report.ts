import { stringify } from 'csv-stringify/browser/esm/sync';
import {
  type Assessment,
  evaluatedOrgans,
  type GoalResult,
  type MetricResult,
  type MissingOrgan,
  missingOrgans,
  type OrganEntry,
} from '../evaluation/assessment';
import type { Forgiven } from '../evaluation/recovery-of-courses';
import { answeredFindings, answerWords, contradictionWords } from '../figures/answered-words';
import { questionWords } from '../figures/error-words';
import { isCumulativeUntested, restsOnLines } from '../figures/rests-on';
import { identityUnknownWords, samePatientWords } from '../figures/same-patient-words';
import { isOnlyAsPlaced } from '../figures/standing';
import { modelWords } from '../figures/wording';
import { shown } from '../printable';
import { csvCell } from './csv-cell';
import { markedTable } from './csv-marks';

/**
 * The columns and what they hold. `*_in_unit` figures are in the unit that the row's `unit` names: Gy for doses (of the
 * quantity named), % or cc for volumes, empty for a ratio. An empty cell is a number that cannot be had, never 0;
 * `reason` says why. Figures are unrounded.
 */
export const CSV_COLUMNS = {
  record: '"organ": an organ that is not there; "goal": one organ against one goal; "metric": one metric of one organ',
  patient_id: 'patient ID of the case',
  roi: 'name of the ROI, empty where the organ is not there; what begins as a formula (= + - @) is preceded by an apostrophe, so that no spreadsheet runs it',
  organ: 'organ that the ROI was taken for',
  volume_cc: 'volume of the ROI from its contours',
  organ_alpha_beta_gy: 'alpha/beta of the EQD2 and BED of metric rows',
  organ_alpha_beta_source: 'where that alpha/beta comes from',
  organ_recovery_fraction: 'share of the BED of prior courses that is forgiven in metric rows',
  known_dose_prior_fraction: 'share of the volume with known prior dose',
  known_dose_planned_fraction: 'share of the volume with known planned dose',
  known_dose_cumulative_fraction: 'share of the volume with known dose of all courses',
  goal_or_metric: 'the goal as written, or the name of the metric',
  unit: 'unit of the *_in_unit columns: Gy, % or cc; empty for a ratio',
  constraint_set: 'set that the goal belongs to',
  quantity: 'physical, eqd2 or bed',
  scope: 'cumulative, prior or planned',
  goal_alpha_beta_gy: 'alpha/beta that the goal was tested with; empty for physical dose',
  goal_recovery_fraction: 'share of the BED of prior courses that was forgiven for the goal',
  goal_recovery_rule: 'rule that this share comes from',
  value_in_unit: 'what the goal tests',
  limit_in_unit: 'limit of the goal',
  value_of_limit_percent: 'value over limit',
  verdict: 'met, exceeded, not evaluable or not applicable',
  condition: 'what the verdict is subject to',
  worst_case_in_unit: 'what the goal tests at the worst of the shifts of the prior courses',
  worst_case_verdict: 'the verdict there',
  worst_case_turns_verdict: 'whether that is another verdict',
  worst_case_leaves_grid: 'whether a part of the organ leaves a dose grid when moved, so that the worst is that of what is known',
  near_maximum: 'metric beside a goal on a maximum',
  near_maximum_gy: 'its value under the rules of the goal',
  maximum_x_mm: 'where the maximum lies, in the frame of the planned anatomy',
  maximum_y_mm: 'the same, y',
  maximum_z_mm: 'the same, z',
  shift_margin_mm: 'by how much the prior courses were moved along each axis',
  mandatory: 'yes or no',
  headroom_planned_factor: 'factor on the planned dose at which the goal is just met',
  headroom_planned_dose_gy: 'physical dose that the first planned target receives at that factor',
  headroom_reason: 'why there is no such factor',
  headroom_kind:
    '"from": the goal is met from the factor on; "source": up to there the source\'s conditions hold; "target": there the part in the planned PTV turns first; empty: up to the factor',
  in_target: 'yes where only the part in the planned PTV exceeds',
  goal_alpha_beta_from: "source (the goal's own) or organ",
  source: 'source of the limit',
  evidence: 'seen, seen-2, known or user',
  note: 'notes to the goal and its alpha/beta',
  prior_physical_in_unit: 'metric of the physical dose of the prior courses',
  planned_physical_in_unit: 'metric of the physical dose of the planned course',
  prior_eqd2_in_unit: 'metric of the EQD2 of the prior courses',
  planned_eqd2_in_unit: 'metric of the EQD2 of the planned course',
  cumulative_eqd2_in_unit: 'metric of the EQD2 of all courses',
  cumulative_bed_in_unit: 'metric of the BED of all courses',
  cumulative_eqd2_without_recovery_in_unit: 'the same without recovery, where recovery is above 0',
  cumulative_eqd2_band_low_in_unit: 'the least when the prior courses are moved by the margin',
  cumulative_eqd2_band_high_in_unit: 'the most then',
  cumulative_eqd2_at_least_in_unit: 'lower bound, where part of the dose is unknown',
  cumulative_eqd2_at_most_in_unit: 'upper bound; empty with a lower bound present means unbounded',
  reason: 'why a number is missing or a goal not evaluable',
  planned_scale_factor: 'factor that the planned dose was taken at',
  software_version: 'version of Isoeffect',
  roi_number: 'ROI Number in the structure set; empty for a derived structure',
  organ_recovery_by_course: 'that share of each prior course, where they differ: organ_recovery_fraction is then the largest',
  goal_recovery_by_course: 'that share of each prior course, where they differ: goal_recovery_fraction is then the largest',
  best_case_in_unit: 'what an exceeded goal tests at the best of the shifts of the prior courses',
  best_case_turns_verdict: 'whether it would be met there',
  patient_note: 'that the identity is unknown, or by whose word different identities are one; empty where nothing is to be said',
  case_note:
    'what every verdict rests on beside the files: guesses that nobody has confirmed, answers, open questions, what the case sets against tables, sources and plans; empty where nothing',
  goal_model:
    'what the goal was tested with beside quantity and α/β: "LQ", or what is taken into account beyond it; empty for physical dose',
  organ_model: 'the same of metric rows',
  headroom_as_placed: 'yes where that factor holds only as the courses are placed: moved, the goal is exceeded',
  row_crc32: 'CRC-32 of the row before this cell, in UTF-8: a table in which one differs is not written over',
} as const;

type Row = Partial<Record<keyof typeof CSV_COLUMNS, string | number | null | undefined>>;

/** All goals and metrics as CSV for spreadsheets: UTF-8 with byte order mark, comma, CRLF; the columns of `CSV_COLUMNS`. */
export function csvReport(whole: Assessment): string {
  const assessment = shown(whole);
  const shared: Row = {
    patient_id: assessment.patient.id,
    planned_scale_factor: assessment.settings.plannedScale,
    shift_margin_mm: assessment.settings.robustness?.marginMm,
    software_version: assessment.version,
    patient_note: notes([identityUnknownWords(assessment), samePatientWords(assessment)]),
    case_note: notes(caseNotes(assessment)),
  };
  const goals = assessment.organs.flatMap((organ) =>
    organ.goals.map((goal) => ({ ...shared, ...organCells(organ), ...goalCells(goal) })),
  );
  const missing = missingOrgans(assessment.organs).map((organ) => ({ ...shared, ...organCells(organ), ...absenceCells(organ) }));
  const metrics = evaluatedOrgans(assessment.organs).flatMap((organ) =>
    Object.entries(organ.metrics).map(([name, metric]) => ({ ...shared, ...organCells(organ), ...metricCells(name, metric) })),
  );
  const table = stringify([...missing, ...goals, ...metrics], {
    header: true,
    columns: Object.keys(CSV_COLUMNS).slice(0, -1),
    bom: true,
    cast: { string: csvCell },
    record_delimiter: 'windows',
  });
  return markedTable(table);
}

const notes = (said: readonly (string | undefined)[]): string | undefined => said.filter(Boolean).join(' ') || undefined;

function caseNotes(assessment: Assessment): readonly (string | undefined)[] {
  const { findings } = assessment;
  const guesses = findings.filter(({ code }) => code === 'guesses-not-confirmed').map(({ message }) => message);
  const answers = answeredFindings(findings).map((finding) => `${contradictionWords(finding)}: ${answerWords(finding)}.`);
  const untested = isCumulativeUntested(assessment) ? 'No goal on the cumulative dose was tested.' : undefined;
  return [...guesses, ...answers, questionWords(assessment), untested, ...restsOnLines(assessment)];
}

const byCourse = ({ recoveryOfCourses }: Forgiven): string | undefined =>
  recoveryOfCourses?.map(({ course, share }) => `${course}: ${share}`).join('; ');

function organCells(organ: OrganEntry): Row {
  return {
    roi: organ.roi,
    roi_number: organ.roi === null ? null : organ.roiNumber,
    organ: organ.organ,
    volume_cc: organ.roi === null ? null : organ.volumeCc,
    organ_alpha_beta_gy: organ.alphaBetaGy,
    organ_alpha_beta_source: organ.alphaBetaSource,
    organ_recovery_fraction: organ.recovery,
    organ_model: organ.roi === null ? null : modelCell(organ),
    organ_recovery_by_course: organ.roi === null ? null : byCourse(organ),
    known_dose_prior_fraction: organ.insideDoseGrid?.prior,
    known_dose_planned_fraction: organ.insideDoseGrid?.planned,
    known_dose_cumulative_fraction: organ.insideDoseGrid?.cumulative,
  };
}

/** A row for each organ that is not there, whether or not it has goals. */
const absenceCells = ({ required, absent, reason, goals }: MissingOrgan): Row => ({
  record: 'organ',
  verdict: absent ? 'not applicable' : 'not evaluable',
  mandatory: !absent && (required || goals.some(({ mandatory }) => mandatory)) ? 'yes' : 'no',
  reason,
});

function goalCells(goal: GoalResult): Row {
  const { headroom } = goal;
  const left = headroom && 'plannedScale' in headroom ? headroom : undefined;
  const physical = goal.quantity === 'physical';
  return {
    record: 'goal',
    goal_or_metric: goal.goal,
    unit: goal.unit,
    constraint_set: goal.set,
    quantity: goal.quantity,
    scope: goal.scope,
    goal_alpha_beta_gy: physical ? null : goal.alphaBetaGy,
    goal_recovery_fraction: goal.recovery,
    goal_recovery_by_course: byCourse(goal),
    goal_recovery_rule: goal.recoveryRule,
    value_in_unit: goal.value,
    limit_in_unit: goal.limit,
    value_of_limit_percent: goal.shareOfLimit === null ? null : Number((goal.shareOfLimit * 100).toPrecision(12)),
    verdict: goal.verdict,
    condition: goal.condition,
    worst_case_in_unit: goal.worstCase?.value,
    worst_case_verdict: goal.worstCase?.verdict,
    worst_case_turns_verdict: goal.worstCase && (goal.worstCase.turnsVerdict ? 'yes' : 'no'),
    worst_case_leaves_grid: goal.worstCase && (goal.worstCase.leavesGrid ? 'yes' : 'no'),
    best_case_in_unit: goal.bestCase?.value,
    best_case_turns_verdict: goal.bestCase && (goal.bestCase.turnsVerdict ? 'yes' : 'no'),
    near_maximum: goal.nearMaximum?.metric,
    near_maximum_gy: goal.nearMaximum?.value ?? undefined,
    maximum_x_mm: goal.place?.[0],
    maximum_y_mm: goal.place?.[1],
    maximum_z_mm: goal.place?.[2],
    mandatory: goal.mandatory ? 'yes' : 'no',
    headroom_planned_factor: left?.plannedScale,
    headroom_planned_dose_gy: left?.plannedDoseGy,
    headroom_reason: headroom && 'reason' in headroom ? headroom.reason : undefined,
    headroom_kind: left?.from ? 'from' : left?.until,
    headroom_as_placed: left && isOnlyAsPlaced(goal) ? 'yes' : undefined,
    in_target: goal.inTarget ? 'yes' : undefined,
    goal_alpha_beta_from: goal.alphaBetaFrom,
    source: goal.source,
    evidence: goal.evidence,
    note: [goal.alphaBetaNote, goal.note].filter(Boolean).join(' '),
    goal_model: physical ? null : modelCell(goal),
    reason: goal.reason,
  };
}

const modelCell = ({ models = [] }: Pick<GoalResult, 'models'>): string =>
  models.length === 0 ? 'LQ' : models.map(modelWords).join('; ').replaceAll('\u00a0', ' ');

function metricCells(name: string, metric: MetricResult): Row {
  return {
    record: 'metric',
    goal_or_metric: name,
    unit: metric.unit,
    prior_physical_in_unit: metric.priorPhysicalGy,
    planned_physical_in_unit: metric.plannedPhysicalGy,
    prior_eqd2_in_unit: metric.priorEqd2Gy,
    planned_eqd2_in_unit: metric.plannedEqd2Gy,
    cumulative_eqd2_in_unit: metric.cumulativeEqd2Gy,
    cumulative_bed_in_unit: metric.cumulativeBedGy,
    cumulative_eqd2_without_recovery_in_unit: metric.cumulativeEqd2WithoutRecoveryGy,
    cumulative_eqd2_band_low_in_unit: metric.band?.low,
    cumulative_eqd2_band_high_in_unit: metric.band?.high,
    cumulative_eqd2_at_least_in_unit: metric.cumulativeEqd2Bounds?.atLeast,
    cumulative_eqd2_at_most_in_unit: metric.cumulativeEqd2Bounds?.atMost,
    reason: metric.reason,
  };
}
