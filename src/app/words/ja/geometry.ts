import { amountOf } from '../../../figure-digits';
import type { GEOMETRY } from '../../../findings/geometry';
import type { SameWords } from '../../../findings/words';

const lacking = ({ slices, lostCc, lostShare }: { slices: number; lostCc: number; lostShare: number }): string =>
  slices === 0
    ? ''
    : `うち ${slices} スライスには他に輪郭がありません。隣のスライスと同じとすると ROI は約 ${amountOf(lostCc, 'cc', 0)} 大きくなります（${amountOf(100 * lostShare, '%', 0, 100)} が欠けています）。`;

export const geometry: SameWords<typeof GEOMETRY> = {
  'contour-bounds-no-volume': {
    title: '閉じていない輪郭を除外',
    message: ({ roi, contours, types, ...lost }) =>
      `ROI ${roi}：${types.join('、')} の輪郭 ${contours} 個は面積を囲まないため、除外しました。${lacking(lost)}`,
  },
  'roi-without-volume': {
    title: '体積のない ROI',
    message: ({ roi, why, slices, reachMm, contours, most }) =>
      why === 'reach'
        ? `ROI ${roi}：輪郭どうしが最大 ${Math.round(reachMm ?? 0)} mm 離れており、患者の体の長さを超えています。いずれかの輪郭の位置が誤っているため、体積も線量もありません。`
        : why === 'rings'
          ? `ROI ${roi}：輪郭が ${contours} 個（スライスあたり最大 ${most} 個）あり、どの構造よりも多いため、体積も線量もありません。`
          : why === 'scrambled'
            ? `ROI ${roi}：${slices} スライスで輪郭が数百回交差しています。点の順序が乱れており、囲む範囲を判定できないため、体積も線量もありません。`
            : why === 'no-area'
              ? `ROI ${roi}：面積を囲む輪郭がないため、体積も線量もありません。`
              : why === 'cancelled'
                ? `ROI ${roi}：輪郭が偶奇規則で互いに打ち消し合うため、体積も線量もありません。`
                : `ROI ${roi} には閉じた輪郭がないため、体積も線量もありません。`,
  },
  'contours-not-parallel': {
    title: '輪郭が平行な面にない',
    message: ({ roi }) => `ROI ${roi}：輪郭が平行な面上にないため、体積を作れません。`,
  },
  'contour-without-area': {
    title: '面積のない輪郭を除外',
    message: ({ roi, contours, ...lost }) =>
      `ROI ${roi}：輪郭 ${contours} 個は点または線で面積を囲まないため、除外しました。${lacking(lost)}`,
  },
  'slice-thickness-unknown': {
    title: 'スライス厚が不明',
    message: ({ roi }) => `ROI ${roi} は単一のスライスにのみ描かれ、スライス厚が分からないため、体積と線量を示せません。`,
  },
  'contour-retraced': {
    title: '輪郭の重ね描き',
    message: ({ roi, contours }) => `ROI ${roi}：輪郭 ${contours} 個が自身の線を再びなぞっています。それぞれ一度だけ数えます。`,
  },
  'contour-lone-point': {
    title: '輪郭から離れた孤立点',
    message: ({ roi, contours, farthestMm }) =>
      `ROI ${roi}：輪郭 ${contours} 個に、互いに近い前後の点から最大 ${Math.round(farthestMm)} mm 離れた孤立点があります。輪郭線はその点まで伸びて戻っています。意図された点か損傷した点かは分からないため、その部分の体積と線量も分かりません。`,
  },
  'duplicate-contours': {
    title: '輪郭の重複',
    message: ({ roi, contours }) => `ROI ${roi}：輪郭 ${contours} 個が重複しています。それぞれ一度だけ数えます。`,
  },
  'contours-drawn-again': {
    title: '輪郭の描き直し',
    message: ({ roi, pairs }) =>
      `ROI ${roi}：同じスライス上の輪郭 ${pairs} 組が交差し、面積の大部分が共通です。同じ領域が二度描かれたものとみなし、いずれかに含まれる部分を一度だけ数えます。`,
  },
  'contours-cross': {
    title: '輪郭が交差',
    message: ({ roi, slices, lostCc, lostShare }) =>
      `ROI ${roi}：${slices} スライスで輪郭が自己交差または相互に交差しています。内側は偶奇規則で判定し、囲まれた部分のうち約 ${amountOf(lostCc, 'cc', 0)} を含みません（連続するスライスで最大 ${amountOf(100 * lostShare, '%', 0, 100)}）。`,
  },
  'nested-contours': {
    title: '内側の輪郭を空洞として処理',
    message: ({ roi, slices, fillCc, lostShare }) =>
      `ROI ${roi}：${slices} スライスで内側の輪郭を空洞として扱います。埋めると体積は約 ${amountOf(fillCc, 'cc', 0)} 大きくなります（埋めた体積の ${amountOf(100 * lostShare, '%', 0, 100)}）。`,
  },
  'slice-spacing-varies': {
    title: '輪郭の間隔が不均一',
    message: ({ roi, commonestMm, thickestMm }) =>
      `ROI ${roi}：輪郭の間隔は主に ${commonestMm.toFixed(2)} mm ですが、一部で最大 ${thickestMm.toFixed(2)} mm です。各輪郭は隣との中間までとします。`,
  },
  'slice-gap': {
    title: '輪郭の途切れ',
    message: ({ roi, gaps, fromMm, toMm, fillCc, lostShare, hotter }) => {
      const where = `スライス方向 ${fromMm.toFixed(1)} mm と ${toMm.toFixed(1)} mm の間`;
      const one =
        gaps === 1 ? `${where}に両側とつながる輪郭がありません` : `輪郭の途切れが ${gaps} か所あり、最も広いものは${where}です`;
      const lost = `一つの部分の中で、埋めた体積の ${amountOf(100 * lostShare, '%', 0, 100)} が失われます`;
      const taken = `ROI ${roi}：${one}。ROI に含まれないものとします（埋めると約 ${amountOf(fillCc, 'cc', 0)} 増えます。${lost}）。`;
      if (!hotter) return taken;
      const { scope, drawnGy, gapGy } = hotter;
      const of = { prior: '過去の線量', planned: '計画線量', cumulative: '全コース' }[scope];
      return `${taken}描かれた部分は最大 ${amountOf(drawnGy, 'Gy')} EQD2、途切れた部分は最大 ${amountOf(gapGy, 'Gy')} EQD2 です（${of}）。最も高い線量の部分が描かれていない可能性があります。これらのスライスを描くか、途切れが意図したものであると記載してください。`;
    },
  },
  'slice-specks': {
    title: 'スライスの代わりに描かれた小さな点',
    message: ({ roi, slices, largestMm2 }) =>
      `ROI ${roi}：${slices} 面に描かれた部分（最大 ${largestMm2.toFixed(2)} mm²）は、両側のスライスの十分の一以下です。その部分は ROI に含めますが、これらのスライスは描かれていないものとみなします。`,
  },
  'single-slice-roi': {
    title: '単一スライスのみの ROI',
    message: ({ roi, thicknessMm }) =>
      `ROI ${roi} は単一のスライスにのみ描かれています。厚さを ${thicknessMm.toFixed(2)} mm とします。`,
  },
};
