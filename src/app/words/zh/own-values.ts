import { tableValue } from '../../../findings/assessment-facts';
import { besides, forgivenShares, type OtherwiseWords } from '../../../findings/otherwise';
import type { OWN_VALUES } from '../../../findings/own-values';
import type { SameWords } from '../../../findings/words';

const VERDICTS = { met: '达标', exceeded: '超出', 'not evaluable': '无法评估', 'not applicable': '不适用' } as const;
/** What is the same in every sentence on what a goal would come to otherwise. */
export const OTHERWISE: OtherwiseWords = {
  verdicts: VERDICTS,
  quantities: { bed: 'BED', physical: '物理剂量' },
  scopes: { prior: '仅既往疗程', planned: '仅计划疗程' },
  comma: '，',
  colon: '：',
  semicolon: '；',
};

export const ownValues: SameWords<typeof OWN_VALUES> = {
  'own-alpha-beta': {
    title: '病例自设的 α/β 与组织参数表不同',
    message: ({ roi, ownGy, tableGy, from, inheritedBy, withTable }) => {
      const figure = withTable && tableValue(withTable);
      const table =
        withTable &&
        `采用表中数值时，${withTable.goal} 为${VERDICTS[withTable.verdict]}${figure === undefined ? '' : `（${figure}）`}。`;
      const whose = from ? `${from.join('、')}（${roi} 由其生成）` : roi;
      const its = from ? `${roi} 的` : '其';
      const parts = inheritedBy ? `由其生成的 ${inheritedBy.join('、')} 亦同。` : '';
      return `病例为 ${whose} 设定 α/β ${ownGy} Gy，而组织参数表为 ${tableGy} Gy：${its} EQD2 与 BED，以及来源文献未注明 α/β 的各项判定，均以病例的数值为依据。${parts}${table ?? ''}`;
    },
  },
  'model-not-lq': {
    title: '非单纯线性二次模型',
    message: ({ roi, lqLAboveGy, overallTime, goals = [] }) => {
      const parts = [
        lqLAboveGy !== undefined && `单次剂量高于 ${lqLAboveGy} Gy 时按线性（LQ-L）`,
        overallTime && `自疗程第 ${overallTime.fromDay} 天起每天减去 ${overallTime.gyPerDay} Gy EQD2（总治疗时间）`,
      ];
      const each = goals.map((goal) => besides(OTHERWISE, goal, undefined, '采用单纯 LQ 时'));
      const but = each.length > 0 ? `，病例自身要求采用该模型的约束除外。${each.join('。')}` : '';
      return `${roi}：其 EQD2 与 BED 并非单纯线性二次，而是${parts.filter(Boolean).join('，')}。约束按来源文献采用单纯 LQ 检验${but}。`;
    },
  },
  'goal-alpha-beta-own': {
    title: '病例自身约束的 α/β 与组织参数表不同',
    message: ({ roi, goals, isOrgans }) => {
      const each = goals.map((goal) =>
        besides(OTHERWISE, goal, `α/β ${goal.ownGy} Gy`, `采用${isOrgans ? '该器官' : '表中'}的 ${goal.otherGy} Gy 时`),
      );
      return `${roi}：病例自身或其自备表的约束以各自设定的 α/β 检验。${each.join('。')}。`;
    },
  },
  'repair-half-time-own': {
    title: '病例自设的修复半衰期与组织参数表不同',
    message: ({ roi, ownHours, tableHours, from, goals }) => {
      const whose = from ? `${from.join('、')}（${roi} 由其生成）` : roi;
      const each = goals.map((goal) => `${besides(OTHERWISE, goal, undefined, '采用表中的半衰期时')}。`);
      return `病例为 ${whose} 设定修复半衰期 ${ownHours} h，而组织参数表为 ${tableHours} h。${each.join('')}`;
    },
  },
  'recovery-own': {
    title: '公开约束集中没有的恢复',
    message: ({ roi, goals }) => {
      const each = goals.map((goal) => besides(OTHERWISE, goal, `既往 BED 恢复 ${forgivenShares(goal, '、')}`, '不计恢复时'));
      return `${roi}：病例自身或其自备表的约束计入既往剂量的恢复。${each.join('。')}。`;
    },
  },
  'own-values-together': {
    title: '病例自设的数值合起来改变判定',
    message: ({ roi, goals }) => {
      const each = goals.map((goal) => besides(OTHERWISE, goal, undefined, '均按表和计划时'));
      return `${roi}：病例自设而与表、来源文献或计划不同的各项，单独一项不改变下列判定，合起来则改变。${each.join('。')}。`;
    },
  },
};
