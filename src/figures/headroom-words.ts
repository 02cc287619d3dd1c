import type { GoalResult } from '../evaluation/assessment';
import { isOnlyAsPlaced } from './standing';
import { reserveWords } from './wording';

/** What a factor holds under, behind a comma: of a goal that is met only as the courses are placed, so is what it leaves. */
export const headroomReserves = (goal: Pick<GoalResult, 'reserves' | 'verdict' | 'worstCase'>): string =>
  (isOnlyAsPlaced(goal) ? ', as placed' : '') + reserveWords(goal);
