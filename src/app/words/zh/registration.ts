import type { REGISTRATION } from '../../../findings/registration';
import type { SameWords } from '../../../findings/words';

export const registration: SameWords<typeof REGISTRATION> = {
  'own-structures-unused': {
    title: '未使用疗程自身的轮廓',
    message: ({ course }) => `疗程“${course}”的结构集不是在其剂量的参考坐标系中勾画的；无法将其剂量与自身轮廓上的剂量比较。`,
  },
  'sum-above-own-maxima': {
    title: '累积值高于各疗程自身最大值之和',
    message: ({ roi, sumGy, boundGy }) =>
      `${roi}：累积 D0.03cc（${sumGy.toFixed(1)} Gy EQD2）高于各疗程在该器官内近最大剂量之和（${boundGy.toFixed(1)} Gy）。器官以外的既往剂量被传递到了器官内：请核对该处的配准。`,
  },
  'carried-dose-differs': {
    title: '既往剂量与原轮廓上的不一致',
    message: ({ roi, course, ownGy, carriedGy }) =>
      `${roi}：疗程“${course}”的 D0.03cc 在其自身轮廓上为 ${ownGy.toFixed(1)} Gy EQD2，传递到当前轮廓上为 ${carriedGy.toFixed(1)} Gy。可能是该器官的勾画不同或更长，或该处的配准不吻合。`,
  },
};
