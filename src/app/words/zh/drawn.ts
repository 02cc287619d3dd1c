import type { DRAWN } from '../../../findings/drawn';
import type { SameWords } from '../../../findings/words';

export const drawn: SameWords<typeof DRAWN> = {
  'organ-part-left-out': {
    title: '名称近似必需器官的 ROI 未纳入',
    message: ({ organ, roi, maxGy, parts, isHotter }) => {
      const list = parts.map((part) => `${part.roi}（Dmax ${part.maxGy.toFixed(1)} Gy EQD2）`).join('、');
      const ask = isHotter
        ? '其剂量高于该器官。请在病例中指明各 ROI 是什么器官或派生其并集，或声明它们不属于该器官。'
        : '如其中之一属于该器官，请在病例中说明。';
      return `${organ} 按 ${roi} 评估（Dmax ${maxGy.toFixed(1)} Gy EQD2）。以下 ROI 从名称看可能属于它，但未予评估：${list}。${ask}`;
    },
  },
};
