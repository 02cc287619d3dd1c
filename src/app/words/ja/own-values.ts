import { tableValue } from '../../../findings/assessment-facts';
import { besides, forgivenShares, type OtherwiseWords } from '../../../findings/otherwise';
import type { OWN_VALUES } from '../../../findings/own-values';
import type { SameWords } from '../../../findings/words';

const VERDICTS = { met: '適合', exceeded: '超過', 'not evaluable': '評価不能', 'not applicable': '適用外' } as const;
/** What is the same in every sentence on what a goal would come to otherwise. */
export const OTHERWISE: OtherwiseWords = {
  verdicts: VERDICTS,
  quantities: { bed: 'BED', physical: '物理線量' },
  scopes: { prior: '既往コースのみ', planned: '計画コースのみ' },
  comma: '、',
  colon: '：',
  semicolon: '；',
};

export const ownValues: SameWords<typeof OWN_VALUES> = {
  'own-alpha-beta': {
    title: '組織表と異なる症例独自の α/β',
    message: ({ roi, ownGy, tableGy, from, inheritedBy, withTable }) => {
      const figure = withTable && tableValue(withTable);
      const table =
        withTable &&
        `組織表の値では、${withTable.goal} は${VERDICTS[withTable.verdict]}です${figure === undefined ? '' : `（${figure}）`}。`;
      const whose = from ? `${roi} の元である ${from.join('、')}` : roi;
      const its = from ? `${roi} の` : 'その';
      const parts = inheritedBy ? `これから作られた ${inheritedBy.join('、')} も同様です。` : '';
      return `症例は ${whose} の α/β を ${ownGy} Gy としていますが、組織表では ${tableGy} Gy です。${its} EQD2 と BED、および出典が α/β を示していない判定は、症例の値に基づいています。${parts}${table ?? ''}`;
    },
  },
  'model-not-lq': {
    title: '純粋な線形二次ではありません',
    message: ({ roi, lqLAboveGy, overallTime, goals = [] }) => {
      const parts = [
        lqLAboveGy !== undefined && `一回 ${lqLAboveGy} Gy を超える部分は直線（LQ-L）`,
        overallTime && `コースの ${overallTime.fromDay} 日目から一日あたり ${overallTime.gyPerDay} Gy EQD2 を減算（全治療期間）`,
      ];
      const each = goals.map((goal) => besides(OTHERWISE, goal, undefined, '純粋な LQ では'));
      const but = each.length > 0 ? `ただし、このモデルを求める症例自身の制約は除きます。${each.join('。')}。` : '';
      return `${roi}：EQD2 と BED は純粋な線形二次ではなく、${parts.filter(Boolean).join('、')}としています。制約は出典どおり純粋な LQ で検査します。${but}`;
    },
  },
  'goal-alpha-beta-own': {
    title: '組織表と異なる制約独自の α/β',
    message: ({ roi, goals, isOrgans }) => {
      const each = goals.map((goal) =>
        besides(OTHERWISE, goal, `α/β ${goal.ownGy} Gy`, `${isOrgans ? 'この臓器' : '組織表'}の ${goal.otherGy} Gy では`),
      );
      return `${roi}：症例または独自の表の制約を、その制約独自の α/β で検査しています。${each.join('。')}。`;
    },
  },
  'repair-half-time-own': {
    title: '組織表と異なる症例独自の修復半減期',
    message: ({ roi, ownHours, tableHours, from, goals }) => {
      const whose = from ? `${roi} の元である ${from.join('、')}` : roi;
      const each = goals.map((goal) => `${besides(OTHERWISE, goal, undefined, '組織表の半減期では')}。`);
      return `症例は ${whose} の修復半減期を ${ownHours} h としていますが、組織表では ${tableHours} h です。${each.join('')}`;
    },
  },
  'recovery-own': {
    title: '公表された制約集にない回復',
    message: ({ roi, goals }) => {
      const each = goals.map((goal) => besides(OTHERWISE, goal, `既往 BED の回復 ${forgivenShares(goal, '、')}`, '回復なしでは'));
      return `${roi}：症例または独自の表の制約は、既往線量の回復を見込んでいます。${each.join('。')}。`;
    },
  },
  'own-values-together': {
    title: '症例独自の値が合わさると判定が変わります',
    message: ({ roi, goals }) => {
      const each = goals.map((goal) => besides(OTHERWISE, goal, undefined, 'すべて表と治療計画の値では'));
      return `${roi}：表、出典、治療計画に対して症例が設定した値は、一つでは次の判定を変えませんが、合わさると変えます。${each.join('。')}。`;
    },
  },
};
