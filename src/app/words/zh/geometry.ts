import { amountOf } from '../../../figure-digits';
import type { GEOMETRY } from '../../../findings/geometry';
import type { SameWords } from '../../../findings/words';

const lacking = ({ slices, lostCc, lostShare }: { slices: number; lostCc: number; lostShare: number }): string =>
  slices === 0
    ? ''
    : `其中 ${slices} 层上没有其他轮廓：若与相邻层相同，ROI 约增加 ${amountOf(lostCc, 'cc', 0)}（缺失 ${amountOf(100 * lostShare, '%', 0, 100)}）。`;

export const geometry: SameWords<typeof GEOMETRY> = {
  'contour-bounds-no-volume': {
    title: '未闭合轮廓已略去',
    message: ({ roi, contours, types, ...lost }) =>
      `ROI ${roi}：${contours} 个 ${types.join('、')} 类型的轮廓不围成面积，已略去。${lacking(lost)}`,
  },
  'roi-without-volume': {
    title: 'ROI 无体积',
    message: ({ roi, why, slices, reachMm, contours, most }) =>
      why === 'reach'
        ? `ROI ${roi}：其轮廓之间最远相距 ${Math.round(reachMm ?? 0)} mm，超出任何患者的身长：其中某个轮廓位置有误，因此没有体积和剂量。`
        : why === 'rings'
          ? `ROI ${roi}：共有 ${contours} 个轮廓（同一层面最多 ${most} 个），多于任何结构，因此没有体积和剂量。`
          : why === 'scrambled'
            ? `ROI ${roi}：${slices} 个层面上的轮廓交叉数百次：点的顺序已乱，无法判断其所围区域，因此没有体积和剂量。`
            : why === 'no-area'
              ? `ROI ${roi}：没有轮廓围成面积：没有体积，也没有剂量。`
              : why === 'cancelled'
                ? `ROI ${roi}：其轮廓按奇偶规则相互抵消：没有体积，也没有剂量。`
                : `ROI ${roi} 没有闭合轮廓：没有体积，也没有剂量。`,
  },
  'contours-not-parallel': {
    title: '轮廓不在平行平面上',
    message: ({ roi }) => `ROI ${roi}：其轮廓不在平行的平面上，无法构成体积。`,
  },
  'contour-without-area': {
    title: '无面积的轮廓已略去',
    message: ({ roi, contours, ...lost }) => `ROI ${roi}：${contours} 个轮廓只是点或线，不围成面积，已略去。${lacking(lost)}`,
  },
  'slice-thickness-unknown': {
    title: '层厚未知',
    message: ({ roi }) => `ROI ${roi} 仅勾画在一层上，且层厚无从得知：无法给出其体积和剂量。`,
  },
  'contour-retraced': {
    title: '轮廓重复描绘',
    message: ({ roi, contours }) => `ROI ${roi}：${contours} 个轮廓沿自身重复描绘；各只计一次。`,
  },
  'contour-lone-point': {
    title: '轮廓中有远离的孤立点',
    message: ({ roi, contours, farthestMm }) =>
      `ROI ${roi}：${contours} 个轮廓中有一个孤立的点，距其前后两点最远 ${Math.round(farthestMm)} mm，而前后两点彼此靠近：轮廓线伸出到该点又折返。该点是有意勾画还是已损坏无法得知，因此该处的体积和剂量也无法确定。`,
  },
  'duplicate-contours': {
    title: '轮廓重复',
    message: ({ roi, contours }) => `ROI ${roi}：${contours} 个轮廓重复出现；各只计一次。`,
  },
  'contours-drawn-again': {
    title: '轮廓重复勾画',
    message: ({ roi, pairs }) =>
      `ROI ${roi}：同一层上有 ${pairs} 对轮廓相互交叉且大部分面积相同；视为同一区域勾画了两次，任一轮廓所含部分只计一次。`,
  },
  'contours-cross': {
    title: '轮廓交叉',
    message: ({ roi, slices, lostCc, lostShare }) =>
      `ROI ${roi}：在 ${slices} 层上轮廓自相交或相互交叉；内部按奇偶规则判定，所围部分约有 ${amountOf(lostCc, 'cc', 0)} 未计入（连续层面上最多 ${amountOf(100 * lostShare, '%', 0, 100)}）。`,
  },
  'nested-contours': {
    title: '内轮廓按空洞处理',
    message: ({ roi, slices, fillCc, lostShare }) =>
      `ROI ${roi}：${slices} 层上的内轮廓按空洞处理；若填充，体积约增加 ${amountOf(fillCc, 'cc', 0)}（占填充后体积的 ${amountOf(100 * lostShare, '%', 0, 100)}）。`,
  },
  'slice-spacing-varies': {
    title: '轮廓层间距不一',
    message: ({ roi, commonestMm, thickestMm }) =>
      `ROI ${roi}：轮廓层间距多为 ${commonestMm.toFixed(2)} mm，但部分达 ${thickestMm.toFixed(2)} mm；各轮廓延伸至与相邻轮廓的中点。`,
  },
  'slice-gap': {
    title: '轮廓层间缺失',
    message: ({ roi, gaps, fromMm, toMm, fillCc, lostShare, hotter }) => {
      const where = `沿层面方向 ${fromMm.toFixed(1)} mm 与 ${toMm.toFixed(1)} mm 之间`;
      const one = gaps === 1 ? `${where}没有与两侧相接的轮廓` : `轮廓之间有 ${gaps} 处缺失，最宽的在${where}`;
      const lost = `同一部分内缺失填充后体积的 ${amountOf(100 * lostShare, '%', 0, 100)}`;
      const taken = `ROI ${roi}：${one}；视为不属于该 ROI（若填充，约增加 ${amountOf(fillCc, 'cc', 0)}；${lost}）。`;
      if (!hotter) return taken;
      const { scope, drawnGy, gapGy } = hotter;
      const of = { prior: '既往剂量', planned: '计划剂量', cumulative: '所有疗程' }[scope];
      return `${taken}已勾画部分最高 ${amountOf(drawnGy, 'Gy')} EQD2；缺失处最高 ${amountOf(gapGy, 'Gy')} EQD2（${of}）：最热的部分可能正是未勾画的部分。请补画这些层面，或声明缺失是有意的。`;
    },
  },
  'slice-specks': {
    title: '以小点代替层面轮廓',
    message: ({ roi, slices, largestMm2 }) =>
      `ROI ${roi}：${slices} 个层面上所勾画的部分（最大 ${largestMm2.toFixed(2)} mm²）不超过两侧层面的十分之一。该部分仍属于此 ROI，但这些层面视为未勾画。`,
  },
  'single-slice-roi': {
    title: 'ROI 仅有一层',
    message: ({ roi, thicknessMm }) => `ROI ${roi} 仅勾画在一层上；其厚度取 ${thicknessMm.toFixed(2)} mm。`,
  },
};
