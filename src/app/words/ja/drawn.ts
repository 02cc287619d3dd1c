import type { DRAWN } from '../../../findings/drawn';
import type { SameWords } from '../../../findings/words';

export const drawn: SameWords<typeof DRAWN> = {
  'organ-part-left-out': {
    title: '必須臓器に似た名前の ROI が含まれていない',
    message: ({ organ, roi, maxGy, parts, isHotter }) => {
      const list = parts.map((part) => `${part.roi}（Dmax ${part.maxGy.toFixed(1)} Gy EQD2）`).join('、');
      const ask = isHotter
        ? '臓器自体より高い線量です。どの ROI がどの臓器かを症例に記載するか、和を派生させるか、この臓器の一部ではないことを記載してください。'
        : 'この臓器の一部であれば、症例に記載してください。';
      return `${organ} は ${roi} として評価しています（Dmax ${maxGy.toFixed(1)} Gy EQD2）。次の ROI は名前からこの臓器に属する可能性がありますが、評価していません：${list}。${ask}`;
    },
  },
};
