import type { Assessment } from '../../src/evaluation/assessment';

/** What a result says in figures: each number and verdict by its place, and everything that is said beside them. */
export interface Result {
  readonly figures: ReadonlyMap<string, number | string | null>;
  readonly said: ReadonlySet<string>;
}

/** Findings that read out the result, and question nothing. */
const READINGS = new Set(['cord-risk-score', 'esophagus-risk-band', 'interval-to-24-months', 'derived-by-program']);

/** Order of magnitude of rounding in 32 bits: what moves less is the same number. */
const SAME = 1e-6;

/** @param named a path as it is called in every result. */
export function resultOf(assessment: Assessment, named: (text: string) => string): Result {
  const figures = new Map<string, number | string | null>();
  const said = new Set<string>();
  const reason = (at: string, { code }: { readonly code?: string | undefined }) => {
    if (code !== undefined) said.add(`${at}: ${code}`);
  };
  for (const organ of assessment.organs) {
    const name = organ.roi ?? `no ${organ.organ}`;
    figures.set(`${name} volume`, organ.volumeCc);
    if (organ.roi === null) reason(name, organ);
    for (const [metric, { unit: _, reason: __, facts: ___, ...values }] of Object.entries(organ.metrics)) {
      reason(`${name} ${metric}`, values);
      for (const [key, value] of Object.entries(values)) {
        if (typeof value === 'number' || value === null) figures.set(`${name} ${metric} ${key}`, value);
      }
    }
    for (const goal of organ.goals) {
      const at = `${name} ${goal.set} ${goal.goal} ${goal.scope} ${goal.quantity}`;
      reason(at, goal);
      figures.set(`${at} value`, goal.value);
      figures.set(`${at} verdict`, goal.verdict);
      const { headroom } = goal;
      if (headroom && 'plannedScale' in headroom) figures.set(`${at} scale`, headroom.plannedScale);
    }
  }
  for (const { code, file = '', roi = '', course = '', severity } of assessment.findings) {
    if (!READINGS.has(code)) said.add(named(`${code} ${severity} ${file} ${roi} ${course}`));
  }
  return { figures, said };
}

const isSameFigure = (a: number | string | null | undefined, b: number | string | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b), 1e-3) : a === b;

/** The places of the figures of a result that are others in a second, or are gone. */
export const changedFigures = (before: Result, after: Result): string[] =>
  [...before.figures].flatMap(([at, value]) => (isSameFigure(value, after.figures.get(at)) ? [] : [at]));

/** What a second result says that the first did not. */
export const newlySaid = (before: Result, after: Result): string[] => [...after.said].filter((each) => !before.said.has(each));
