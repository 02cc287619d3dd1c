import { amountOf } from '../../../figure-digits';
import { eachGy } from '../../../findings/plausibility';
import type { UNCONFIRMED } from '../../../findings/unconfirmed';
import type { SameWords } from '../../../findings/words';

const gy = (value: number): string => amountOf(value, 'Gy');

export const unconfirmed: SameWords<typeof UNCONFIRMED> = {
  'dose-per-fraction-unusual': {
    title: '单次剂量少见',
    message: ({ course, fractions, by, target, doseGy, perFractionGy, isHottest, least, most }) => {
      const where = isHottest ? '剂量网格最热的 1 cc 为' : target ? `${target} 的一半达到` : '处方为';
      const who = by === 'case' ? '仅病例说明' : '仅计划说明';
      return `疗程“${course}”：${where} ${gy(doseGy)}，${who}分 ${fractions} 次，单次 ${eachGy(perFractionGy, least, most)}。低于 ${least} Gy 或高于 ${most} Gy 并不常见（本程序自定的界限），而该次数没有其他依据。请核对该次数，以及剂量是否为整个计划的剂量；EQD2 取决于二者。`;
    },
  },
  'dose-not-checked': {
    title: '剂量无从核对',
    message: ({ course, hasTarget, named }) => {
      const place = hasTarget ? '已勾画的靶区只表明剂量应在何处，不表明应有多少。' : '靶区亦不可知。';
      const name = named ? `${named.target} 的一半低于 ${gy(named.doseGy)}，而其名称表示 ${gy(named.namedGy)}。` : '';
      return `疗程“${course}”：没有任何依据表明其剂量大小正确：病例和计划均无处方，计划无射野剂量，计划系统无 DVH。${place}${name}请在病例中写明靶区及其剂量。`;
    },
  },
};
