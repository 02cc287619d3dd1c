import { amountOf } from '../../../figure-digits';
import { eachGy } from '../../../findings/plausibility';
import type { UNCONFIRMED } from '../../../findings/unconfirmed';
import type { SameWords } from '../../../findings/words';

const gy = (value: number): string => amountOf(value, 'Gy');

export const unconfirmed: SameWords<typeof UNCONFIRMED> = {
  'dose-per-fraction-unusual': {
    title: '一回線量がまれな値',
    message: ({ course, fractions, by, target, doseGy, perFractionGy, isHottest, least, most }) => {
      const where = isHottest ? '線量グリッドの最も高い 1 cc は' : target ? `${target} の半分は` : '処方は';
      const who = by === 'case' ? '症例のみ' : '計画のみ';
      return `コース「${course}」：${where} ${gy(doseGy)}、${fractions} 回（${who}の記載）で、一回 ${eachGy(perFractionGy, least, most)} です。${least} Gy 未満または ${most} Gy を超えることはまれで（本プログラムの目安）、この回数を裏付けるものはほかにありません。この回数と、線量が計画全体のものかどうかを確認してください。EQD2 は両方に左右されます。`;
    },
  },
  'dose-not-checked': {
    title: '線量を確かめられない',
    message: ({ course, hasTarget, named }) => {
      const place = hasTarget ? '描かれた標的は線量のあるべき場所を示すだけで、大きさは示しません。' : '標的もわかりません。';
      const name = named
        ? `${named.target} の半分は ${gy(named.doseGy)} 未満ですが、名前は ${gy(named.namedGy)} を示しています。`
        : '';
      return `コース「${course}」：線量の大きさを裏付けるものがありません。症例にも計画にも処方がなく、計画のビーム線量も計画装置の DVH もありません。${place}${name}症例に標的とその線量を記載してください。`;
    },
  },
};
