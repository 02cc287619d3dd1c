import { type Assessment, organLabel } from '../evaluation/assessment';
import { fewNames } from './few-names';
import { movedWords, notMovedWords, placedWords } from './placed-words';
import { turnOf } from './turned-goals';
import { goalWords } from './wording';

/**
 * What becomes of the verdicts when the courses are moved within the margin: of what was tried, for a search does not
 * prove that there is nothing worse between; and of an organ that leaves a dose grid of what is known. Empty where no
 * dose is carried.
 */
export function elsewhereWords(assessment: Assessment): string {
  const { organs, settings } = assessment;
  if (!settings.robustness) return notMovedWords(assessment);
  // A goal without a worst case is one that no motion makes worse.
  const isAnyJudged = organs.some(({ goals }) => goals.some(({ verdict }) => verdict === 'met' || verdict === 'exceeded'));
  const moved = organs.flatMap((organ) =>
    organ.goals
      .filter(({ verdict, worstCase }) => worstCase || verdict === 'met' || verdict === 'exceeded')
      .map(({ worstCase }) => ({ organ, isLeaving: worstCase?.leavesGrid === true })),
  );
  const leaving = [...new Set(moved.filter(({ isLeaving }) => isLeaving).map(({ organ }) => organ))].map(organLabel);
  const turned = organs.flatMap((organ) =>
    organ.goals.flatMap((goal) => {
      const turn = turnOf(goal);
      if (!turn) return [];
      const would = turn.way === 'better' ? 'exceeded, would be ' : '';
      return [`${organLabel(organ)} ${goalWords(goal.goal)} (${would}${turn.to.verdict} when ${placedWords(turn.to)})`];
    }),
  );
  const isCalm = leaving.length === 0;
  const none = isCalm ? 'no verdict changes' : 'no verdict of an organ that stays inside the dose grids changes';
  const isAnyInside = moved.length === 0 || moved.some(({ isLeaving }) => !isLeaving);
  // Where nothing has a verdict none can change: that is no calm.
  if (!isAnyJudged && isCalm) return `${movedWords(settings.robustness)}: no goal has a verdict that could change`;
  const said = [
    turned.length === 0 && isAnyInside && `${none} in what was tried`,
    turned.length > 0 && `these verdicts change: ${fewNames(turned, (each) => each)}`,
    turned.length > 0 && isCalm && 'no other in what was tried',
    !isCalm &&
      `moved, a part of these leaves a dose grid, and what is told of them is that of what is known: ${fewNames(leaving, (each) => each)}`,
  ].filter((each) => each !== false);
  return `${movedWords(settings.robustness)}: ${said.join('; ')}`;
}
