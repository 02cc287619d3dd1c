import { type OwnAlphaBeta, type SpecialModel, tableValue } from './assessment-facts';
import {
  besides,
  forgivenShares,
  type GoalForgiving,
  type GoalOfOwnAlphaBeta,
  type GoalOtherwise,
  IN_ENGLISH,
  type OwnHalfTime,
} from './otherwise';
import type { WordTable } from './words';

/** What the case sets where a table, a source or a plan has another value, and what its goals would come to with that. */
export const OWN_VALUES = {
  'own-alpha-beta': {
    title: 'α/β of the case instead of the table’s',
    message: ({ roi, ownGy, tableGy, from, inheritedBy, withTable }: OwnAlphaBeta) => {
      const figure = withTable && tableValue(withTable);
      const whose = from ? `${from.join(' and ')}, which ${roi} is made from` : roi;
      return [
        `The case sets α/β ${ownGy} Gy for ${whose}, where the tissue table has ${tableGy} Gy: ${from ? `the EQD2 and BED of ${roi}` : 'its EQD2 and BED'}, and every verdict on them whose source states no α/β, rest on the case's value.`,
        inheritedBy && `So do those of ${inheritedBy.join(', ')}, made from it.`,
        withTable &&
          `With the table's value ${withTable.goal} is ${withTable.verdict}${figure === undefined ? '' : ` (${figure})`}.`,
      ]
        .filter(Boolean)
        .join(' ');
    },
  },
  'model-not-lq': {
    title: 'Not plain linear-quadratic',
    message: ({ roi, lqLAboveGy, overallTime, goals = [] }: SpecialModel) => {
      const parts = [
        lqLAboveGy !== undefined && `linear above ${lqLAboveGy} Gy per fraction (LQ-L)`,
        overallTime &&
          `less ${overallTime.gyPerDay} Gy EQD2 for each day from day ${overallTime.fromDay} of a course (overall time)`,
      ];
      const each = goals.map((goal) => besides(IN_ENGLISH, goal, undefined, 'with plain LQ'));
      const but = each.length > 0 ? `, but for those of the case's own that ask for this model. ${each.join('. ')}` : '';
      return `${roi}: its EQD2 and BED are not plain linear-quadratic, but ${parts.filter(Boolean).join(' and ')}. Goals are tested with plain LQ, as their sources have it${but}.`;
    },
  },
  'goal-alpha-beta-own': {
    title: 'α/β of the case’s own goals instead of the table’s',
    /** `isOrgans`: the table has no value, and it is the organ's by the case that the goal's stands against. */
    message: ({ roi, goals, isOrgans }: { roi: string; goals: readonly GoalOfOwnAlphaBeta[]; isOrgans?: boolean }) => {
      const each = goals.map((goal) =>
        besides(IN_ENGLISH, goal, `α/β ${goal.ownGy} Gy`, `with the ${isOrgans ? 'organ' : 'table'}'s ${goal.otherGy} Gy`),
      );
      return `${roi}: goals of the case, or of its own table, are tested with an α/β of their own. ${each.join('. ')}.`;
    },
  },
  'repair-half-time-own': {
    title: 'Half-time of repair of the case instead of the table’s',
    message: ({ roi, ownHours, tableHours, from, goals }: OwnHalfTime) => {
      const whose = from ? `${from.join(' and ')}, which ${roi} is made from` : roi;
      const each = goals.map((goal) => ` ${besides(IN_ENGLISH, goal, undefined, "with the table's half-time")}.`);
      return `The case sets a half-time of repair of ${ownHours} h for ${whose}, where the tissue table has ${tableHours} h.${each.join('')}`;
    },
  },
  'recovery-own': {
    title: 'Recovery that no published set has',
    message: ({ roi, goals }: { roi: string; goals: readonly GoalForgiving[] }) => {
      const each = goals.map((goal) =>
        besides(IN_ENGLISH, goal, `${forgivenShares(goal, ', ')} of prior BED forgiven`, 'with nothing forgiven'),
      );
      return `${roi}: goals of the case, or of its own table, forgive prior dose. ${each.join('. ')}.`;
    },
  },
  'own-values-together': {
    title: 'What the case sets turns a verdict together',
    message: ({ roi, goals }: { roi: string; goals: readonly GoalOtherwise[] }) => {
      const each = goals.map((goal) => besides(IN_ENGLISH, goal, undefined, 'by the tables and the plans'));
      return `${roi}: of what the case sets against tables, sources and plans no single thing turns these verdicts, and all of it together does. ${each.join('. ')}.`;
    },
  },
} satisfies WordTable;
