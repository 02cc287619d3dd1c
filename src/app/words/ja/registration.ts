import type { REGISTRATION } from '../../../findings/registration';
import type { SameWords } from '../../../findings/words';

export const registration: SameWords<typeof REGISTRATION> = {
  'own-structures-unused': {
    title: 'コース自身の輪郭は不使用',
    message: ({ course }) =>
      `コース「${course}」の構造セットは、その線量の座標系で描かれていません。自身の輪郭上の線量と比較できません。`,
  },
  'sum-above-own-maxima': {
    title: '累積が各コースの最大値の和を上回る',
    message: ({ roi, sumGy, boundGy }) =>
      `${roi}：累積 D0.03cc（${sumGy.toFixed(1)} Gy EQD2）が、この臓器内の各コースの近最大線量の和（${boundGy.toFixed(1)} Gy）を上回ります。臓器外の既照射線量が臓器内に移されています。この部位の位置合わせを確認してください。`,
  },
  'carried-dose-differs': {
    title: '既照射線量が元の輪郭上と一致しない',
    message: ({ roi, course, ownGy, carriedGy }) =>
      `${roi}：コース「${course}」の D0.03cc は、自身の輪郭上で ${ownGy.toFixed(1)} Gy EQD2、現在の輪郭に移すと ${carriedGy.toFixed(1)} Gy です。臓器の描き方や長さが異なるか、この部位で位置合わせが合っていません。`,
  },
};
