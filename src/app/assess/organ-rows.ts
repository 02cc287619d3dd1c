import type { CaseFile } from '../../case/case-file';
import type { Scope } from '../../constraints/goal-expression';
import type { Assessment, GoalResult, OrganResult } from '../../evaluation/assessment';
import { byUrgency } from '../../figures/organ-order';
import { type ContouredOrgan, contoured, missingOrgans, type OrganEntry } from './missing-organs';

/** Where a figure comes from, to be shown in the pictures. */
export interface MetricPlace {
  readonly roi: string;
  readonly metric: string;
  readonly scope: Scope;
}

export interface OrganRow {
  readonly kind: 'organ';
  readonly id: string;
  readonly organ: ContouredOrgan;
  /** The organ without the what-if. */
  readonly was: OrganResult | undefined;
  readonly subRows: GoalRow[];
}

/** An organ that the case must have and that has no region: there is nothing to show of it but that. */
export interface MissingRow {
  readonly kind: 'missing';
  readonly id: string;
  readonly organ: OrganEntry;
  readonly subRows: GoalRow[];
}

export interface GoalRow {
  readonly kind: 'goal';
  readonly id: string;
  readonly organ: OrganEntry;
  readonly goal: GoalResult;
  readonly was: GoalResult | undefined;
  readonly place: MetricPlace | undefined;
  readonly subRows?: undefined;
}

export type TableRow = OrganRow | MissingRow | GoalRow;

/** The ROI that a row is of; undefined where there is none to be chosen. */
export const roiOf = ({ organ }: TableRow): string | undefined => (organ.roi as string | null) ?? undefined;

/**
 * Organs with their goals, the worst first, as in the report; beside each what it was without the what-if. Under a what-if
 * the order stays that of the case as it is, so that nothing jumps while the dose is changed. Organs that the case must
 * have and has not stand above all.
 */
export function organRows(assessment: Assessment, original?: Assessment, absent?: CaseFile['absent']): (OrganRow | MissingRow)[] {
  return [...missingRows(assessment, absent), ...contouredRows(assessment, original)];
}

function missingRows(assessment: Assessment, absent: CaseFile['absent']): MissingRow[] {
  return missingOrgans(assessment, absent).required.map((organ, n) => {
    const id = `\n${n} ${organ.organ}`;
    return { kind: 'missing', id, organ, subRows: goalRows(organ, undefined, id) };
  });
}

function contouredRows(assessment: Assessment, original: Assessment | undefined): OrganRow[] {
  const counts = new Map<string, number>();
  const before = original ? contoured(byUrgency(original.organs)) : [];
  const rank = (roi: string) => before.findIndex((organ) => organ.roi === roi) >>> 0;
  const organs = contoured(byUrgency(assessment.organs)).toSorted((a, b) => rank(a.roi) - rank(b.roi));
  return organs.map((organ) => {
    const nth = counts.get(organ.roi) ?? 0;
    counts.set(organ.roi, nth + 1);
    const id = nth ? `${organ.roi}\n${nth}` : organ.roi;
    const was = before.find(({ roi }) => roi === organ.roi);
    return { kind: 'organ', id, organ, was, subRows: goalRows(organ, was?.goals, id) };
  });
}

function goalRows(organ: OrganEntry, before: readonly GoalResult[] | undefined, id: string): GoalRow[] {
  const left = before?.map((goal, rank) => ({ goal, rank, rule: ruleOf(goal) })) ?? [];
  const rows = organ.goals.map((goal, n) => {
    const at = left.findIndex(({ rule }) => rule === ruleOf(goal));
    const found = at < 0 ? undefined : left.splice(at, 1)[0];
    return { goal, was: found?.goal, rank: found?.rank ?? Number.MAX_SAFE_INTEGER, n };
  });
  return rows
    .sort((a, b) => (before ? a.rank - b.rank : 0))
    .map(({ goal, was, n }) => ({ kind: 'goal', id: `${id}\n\n${n}`, organ, goal, was, place: placeOfGoal(organ.roi, goal) }));
}

/** What tells one goal of an organ from another, whatever it comes to. */
const ruleOf = ({ set, goal, quantity, scope, source, mandatory }: GoalResult): string =>
  JSON.stringify([set, goal, quantity, scope, source, mandatory]);

const FIGURE = /(?:(prior|planned|cumulative):)?\b((?:DC|CV|D|V)(?:max|min|mean|[\d.]+(?:Gy|cc|%))(?:\[cc\])?)/g;
const figuresOf = ({ goal, scope }: GoalResult) =>
  [...goal.matchAll(FIGURE)].map((match) => ({ metric: match[2], scope: (match[1] as Scope | undefined) ?? scope }));

/** The first figure that a goal names, with the dose that it is of. */
export function placeOfGoal(roi: string | null, goal: GoalResult): MetricPlace | undefined {
  const [first] = figuresOf(goal);
  return first && roi !== null ? { roi, ...first } : undefined;
}

/** The dose that a goal is of; its own scope where it compares several. */
export function scopeOfGoal(goal: GoalResult): Scope {
  const scopes = new Set(figuresOf(goal).map(({ scope }) => scope));
  return scopes.size === 1 ? [...scopes][0] : goal.scope;
}

const NEAR_MAXIMUM = ['D0.03cc', 'D0.1cc', 'Dmax'];

/** The two metrics of an organ's row: its near maximum and its mean. */
export function rowMetrics({ metrics }: OrganResult): readonly string[] {
  return [NEAR_MAXIMUM.find((name) => metrics[name]), metrics.Dmean && 'Dmean'].filter((name) => name !== undefined);
}

/** The EQD2 of a metric in each dose. */
export const EQD2_OF = {
  prior: 'priorEqd2Gy',
  planned: 'plannedEqd2Gy',
  cumulative: 'cumulativeEqd2Gy',
} as const satisfies Record<Scope, string>;
