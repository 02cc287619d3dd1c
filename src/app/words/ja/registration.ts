import { organWord } from '../../../constraints/organ-word';
import { amountOf, digitsOf } from '../../../figure-digits';
import { besides, type GoalOtherwise } from '../../../findings/otherwise';
import type { MoveWithin, REGISTRATION } from '../../../findings/registration';
import type { SameWords } from '../../../findings/words';
import { organs as NAMES } from './organs';
import { OTHERWISE } from './own-values';

const moved = ({ movedMm, turnedDegrees, isDeformed }: MoveWithin) =>
  `${isDeformed ? '変形を含み、最大 ' : ''}${movedMm.toFixed(1)} mm、回転 ${turnedDegrees.toFixed(1)}°`;

export const registration: SameWords<typeof REGISTRATION> = {
  'own-structures-unused': {
    title: 'コース自身の輪郭は不使用',
    message: ({ course }) =>
      `コース「${course}」の構造セットは、その線量の座標系で描かれていません。自身の輪郭上の線量と比較できません。`,
  },
  'own-organ-ambiguous': {
    title: '既照射コースで同じ臓器に複数の ROI',
    message: ({ course, organ, rois }) =>
      `コース「${course}」の構造セットでは、${rois.join('、')} がいずれも${organWord(NAMES, organ)}と判断されます。どれを指すか不明なため、いずれも使いません。`,
  },
  'sum-above-own-maxima': {
    title: '累積が各コースの最大値の和を上回る',
    message: ({ roi, comparedWith, sumGy, boundGy }) =>
      `${roi}：累積 D0.03cc（${amountOf(sumGy, 'Gy')} EQD2）が、${comparedWith === undefined ? 'この臓器' : `各コース自身の構造の${organWord(NAMES, comparedWith)}`}内の各コースの近最大線量の和（${amountOf(boundGy, 'Gy')}）を上回ります。${comparedWith === undefined ? '' : `${roi} が別の構造でないかぎり、`}臓器外の既照射線量が臓器内に移されています。この部位の位置合わせを確認してください。`,
  },
  'carried-dose-differs': {
    title: '既照射線量が元の輪郭上と一致しない',
    message: ({ roi, metric, course, comparedWith, ownGy, carriedGy }) =>
      `${roi}：コース「${course}」の ${metric} は、自身の${comparedWith === undefined ? '' : `${organWord(NAMES, comparedWith)}の`}輪郭上で ${amountOf(ownGy, 'Gy')} EQD2、現在の${comparedWith === undefined ? '' : ` ${roi} の`}輪郭に移すと ${amountOf(carriedGy, 'Gy')} です。${comparedWith === undefined ? '' : `${roi} が別の構造であるか、`}臓器の描き方や長さが異なるか、この部位で位置合わせが合っていません。`,
  },
  'organ-carried-beside-own': {
    title: '移した臓器が元の輪郭からずれている',
    message: ({ roi, course, comparedWith, distanceMm, isApart, goals, redrawn = [], asks }) => {
      const saying = (otherwise: string) => (goal: GoalOtherwise) =>
        `${goal.roi}、${besides(OTHERWISE, goal, undefined, otherwise)}`;
      const each = [
        ...goals.map(saying('線量をこの臓器に重ねると')),
        ...redrawn.map(saying('この臓器をコースで描かれた位置に置くと')),
      ];
      return `${roi}：コース「${course}」は、自身の${comparedWith === undefined ? '' : `${organWord(NAMES, comparedWith)}の`}輪郭から ${digitsOf(distanceMm, 'mm')} mm ずれて移されています${isApart ? '（現在の輪郭との重なりはほとんどありません）' : ''}。${each.map((said) => `${said}。`).join('')}この部位で位置合わせが合っていないか、臓器が動いたか、描き方が異なります。${asks ? `必要なもの：別の位置合わせか輪郭の修正、または ${roi} が描かれたとおり、移されたとおりで正しいという記載。` : ''}`;
    },
  },
  'registration-not-checked': {
    title: '位置合わせを確認できない臓器',
    message: ({ course, rois, hasStructures, isAlone }) =>
      `コース「${course}」の移し方は、${rois.join('、')} では確認できません。${hasStructures ? '自身の構造に、認識できる名前のその臓器がありません。' : '症例に自身の構造セットの指定がありません。'}${isAlone ? '確認に使えるほかの臓器もランドマークもありません。' : ''}`,
  },
  'planned-course-carried': {
    title: '計画線量が別の解剖に移されている',
    message: () =>
      '使用中の輪郭は計画線量の座標系で描かれたものではなく、計画線量も既照射線量と同様に位置合わせによって移されています。評価すべきなのは現在の解剖です。そちらにだけ描かれた臓器は評価されていません。',
  },
  'registration-folds': {
    title: '位置合わせに折り重なりがあります',
    message: ({ course, cells, determinant, rois }) =>
      `コース「${course}」を移す変形が、格子の ${cells} 個のセルで折り重なっています（ヤコビ行列式の最小値 ${determinant.toFixed(2)}）。解剖の異なる点がコースの同じ位置に対応しており、組織ではあり得ません。${rois.length > 0 ? `${rois.join('、')} の中で起きています。これらの前回線量は信頼できません。` : '評価した構造の中では起きていません。'}`,
  },
  'deformation-does-not-cover-roi': {
    title: '変形場が構造の途中で終わっています',
    message: ({ roi, course, share }) =>
      `${roi}：コース「${course}」を移す変形場が ${amountOf(100 * share, '%', 0, 100)} に届いていません。届かない部分の前回線量は不明であり、変形なしともゼロともみなしません。`,
  },
  'organs-missing-on-course': {
    title: 'コースに臓器の輪郭がありません',
    message: ({ course, rois }) =>
      `コース「${course}」は今回の解剖に移されず、その構造セットには ${rois.join('、')} がありません。そこでの線量は不明です。`,
  },
  'registration-turns': {
    title: '位置合わせで患者が回転',
    message: ({ course, degrees }) =>
      `コース「${course}」の位置合わせは患者を ${degrees.toFixed(0)}° 回転させます。座標は体位によらず患者に従うため、同じ患者の二つのスキャンはほとんど回転しません。軸の取り違え、または逆変換の可能性があります。`,
  },
  'landmarks-contradict-registration': {
    title: 'ランドマークと位置合わせの矛盾',
    message: ({ course, count, meanMm, maxMm, boundMm }) =>
      `コース「${course}」が移された位置は、そのランドマーク ${count} 点から平均 ${digitsOf(meanMm, 'mm', boundMm)} mm（最大 ${digitsOf(maxMm, 'mm')} mm）ずれており、${boundMm} mm を超えています。その場所の位置合わせか、ランドマークのどちらかが誤っています。`,
  },
  'registrations-disagree': {
    title: '位置合わせの間の矛盾',
    message: ({ course, used, other, apartMm, boundMm }) =>
      `コース「${course}」は ${used.join(' → ')} によって移されています。${other.join(' → ')} による位置は、構造の中で最大 ${digitsOf(apartMm, 'mm', boundMm)} mm 異なり、${boundMm} mm を超えています。短い経路を用いていますが、どちらかが誤っています。使用する位置合わせだけを残してください。`,
  },
  'registration-within-frame': {
    title: '同一座標系内の位置合わせ',
    message: ({ frame, ...move }) =>
      `この位置合わせは座標系 ${frame} の中で点を動かします（${moved(move)}）。同じ座標系の撮影どうしが重なっていません。この座標系の前回コースの線量は、これによって動かされていません。撮影ごとに別の座標系をもつファイルか、前回線量の位置がこのままで正しいという担当者の回答が必要です。`,
  },
  'registration-names-no-frame': {
    title: '位置合わせに座標系の記載なし',
    message: (move) =>
      `この位置合わせは、座標系を示さずに画像を動かします（${moved(move)}）。適用していません。座標系を示す位置合わせか、これなしで前回線量の位置が正しいという担当者の回答が必要です。`,
  },
  'acceptance-of-another-file': {
    title: '承認されたのは別のファイル',
    message: ({ by, on }) =>
      `症例にはこの位置合わせに対する ${by}（${on}）の承認がありますが、そのハッシュ値は別のファイルのものです。承認されたのはこのファイルではありません。誰かが改めて確認するまで、その線量は未承認として扱います。`,
  },
  'registration-item-empty': {
    title: '行列も格子もない位置合わせ',
    message: ({ frame }) =>
      `座標系 ${frame} への位置合わせに行列も変形格子もありません。点はそのまま引き継がれることになります。位置合わせの再出力か、両座標系で点が同じであるという担当者の回答が必要です。`,
  },
};
