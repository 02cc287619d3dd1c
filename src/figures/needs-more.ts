import { type Assessment, type GoalResult, organLabel } from '../evaluation/assessment';
import { isHelpedByDose } from '../evaluation/helped-by-dose';
import { goalWords } from '../goal-words';

/** A mandatory goal that is exceeded and that more planned dose breaks, outside the target: while there is one, no dose is left. */
export const isStopping = (goal: GoalResult): boolean =>
  goal.mandatory && goal.verdict === 'exceeded' && !goal.inTarget && !goal.onTarget && !isHelpedByDose(goal);

/** An exceeded mandatory goal that needs more dose, and the organ or target that it is of. */
export interface Needing {
  readonly label: string;
  readonly goal: GoalResult;
}

/** The exceeded mandatory goals that need more planned dose: they are told apart from those that stop it. */
export const needingMore = ({ organs }: Pick<Assessment, 'organs'>): readonly Needing[] =>
  organs.flatMap((organ) =>
    organ.goals
      .filter((goal) => goal.mandatory && goal.verdict === 'exceeded' && goal.scope !== 'prior' && isHelpedByDose(goal))
      .map((goal) => ({ label: organLabel(organ), goal })),
  );

/** `PTV D95% ≥ 40 Gy` */
export const neededWords = ({ label, goal }: Needing): string => `${label} ${goalWords(goal.goal)}`;
