import type { Scope } from './goal-expression';

/** Whether the dose of prior courses, or of the planned one, goes into what a goal tests. */
export function isGoalWith(
  role: 'prior' | 'planned',
  { goal, scope }: { readonly goal: string; readonly scope: Scope },
): boolean {
  const named = [...goal.matchAll(/\b(prior|planned|cumulative):/g)].map(([, each]) => each);
  return [scope, ...named].some((each) => each === role || each === 'cumulative');
}
