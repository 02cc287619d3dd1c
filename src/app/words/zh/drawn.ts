import { organWord } from '../../../constraints/organ-word';
import { amountOf } from '../../../figure-digits';
import { type DRAWN, mmOf } from '../../../findings/drawn';
import type { SameWords } from '../../../findings/words';
import { organs as NAMES } from './organs';
import { ofContours } from './own-contours';

const cc = (value: number) => amountOf(value, 'cc', 0);

export const drawn: SameWords<typeof DRAWN> = {
  'organ-part-left-out': {
    title: '名称近似器官的 ROI 未纳入',
    message: ofContours(({ organ, roi, maxGy, parts, isHotter, onOwn }) => {
      const list = parts.map((part) => `${part.roi}（Dmax ${amountOf(part.maxGy, 'Gy')} EQD2）`).join('、');
      const ask = onOwn
        ? '该疗程的剂量仅取自前者。请提供以该器官之名完整勾画它的结构集，或声明这些不属于该器官。'
        : isHotter
          ? '其剂量高于该器官。请在病例中指明各 ROI 是什么器官或派生其并集，或声明它们不属于该器官。'
          : '如其中之一属于该器官，请在病例中说明。';
      return `以可识别的名称勾画的${organWord(NAMES, organ)}为 ${roi}（Dmax ${amountOf(maxGy, 'Gy')} EQD2）。以下 ROI 从名称看可能属于它，但未予评估：${list}。${ask}`;
    }),
  },
  'organ-made-smaller': {
    title: '器官小于所勾画的范围',
    message: ({ roi, organ, expression, drawn, lostShare, isJudged }) => {
      const what = `${roi} 被视为 ${organ}，由所勾画的结构按 ${expression} 生成：缺少 ${drawn.join('、')} 体积的 ${(100 * lostShare).toFixed(0)} %。其达标与否不能说明缺少的部分。`;
      return isJudged ? `${what}所勾画的器官另行评估。` : `${what}所勾画的器官未作评估。`;
    },
  },
  'organ-ends-before-field': {
    title: '轮廓止于照射野之前',
    message: ofContours(({ roi, course, where, mm, isCut, crossed, hasSpecks, inLine = [], onOwn }) => {
      const end =
        where === 'before'
          ? `${roi}：其轮廓止于疗程“${course}”达到最热剂量一半的层面之前 ${mm.toFixed(0)} mm。该器官可能延伸到照射野内而未勾画。`
          : `${roi}：其轮廓止于疗程“${course}”的照射范围内；照射野还延伸${isCut ? '至少' : ''} ${mm.toFixed(0)} mm${isCut ? '（剂量网格到此为止）' : ''}。该处未勾画的部分不予评估。`;
      const specks = hasSpecks ? '其最后一层之外只勾画了不超过该层十分之一的小点。' : '';
      const others = inLine.length > 0 ? `在其延长线上另有勾画、名称未知的 ROI：${inLine.join('、')}。` : '';
      if (!crossed) return `${end}${specks}${others}`;
      const { goal, limitGy, drawnGy, carriedOnGy } = crossed;
      return `${end}${specks}${others}若沿其走向延长穿过照射野，在“${goal}”中为 ${amountOf(carriedOnGy, 'Gy', limitGy)}，而按现有勾画为 ${amountOf(drawnGy, 'Gy', limitGy)}。${onOwn ? '请提供补画后的结构集' : '请补画、指明它是哪个 ROI'}，或声明勾画已到所需范围。`;
    }),
  },
  'organ-smaller-than-on-prior': {
    title: '器官远小于既往疗程所勾画',
    message: ofContours(({ roi, course, cc: here, priorCc, extentShare, onOwn }) => {
      if (onOwn) {
        return `${roi}：勾画了 ${cc(priorCc)}，而当前该器官为 ${cc(here)}。那里未勾画的部分没有该疗程的剂量：总和可能缺少剂量最高的部分。`;
      }
      const extent = extentShare === undefined ? '' : `，沿层面方向仅为其映射后范围的 ${amountOf(100 * extentShare, '%', 0)}`;
      return `${roi}：此处勾画 ${cc(here)}，而疗程“${course}”自身轮廓中该器官为 ${cc(priorCc)}${extent}。未勾画的部分在此没有剂量：其最大值和体积值可能缺少剂量最高的部分。`;
    }),
  },
  'organ-shorter-than-on-prior': {
    title: '器官在既往疗程终点之前结束',
    message: ({ roi, course, mm, crossed: { goal, limitGy, drawnGy, carriedOnGy } }) =>
      `${roi}：疗程“${course}”自身轮廓中该器官沿层面方向比此处所勾画的长 ${mm.toFixed(0)} mm。若延续至该处，“${goal}”为 ${amountOf(carriedOnGy, 'Gy', limitGy)}，按所勾画为 ${amountOf(drawnGy, 'Gy', limitGy)}。请继续勾画，或说明哪个 ROI 是其延续，或说明勾画范围已足够。`,
  },
  'organ-narrower-than-voxel': {
    title: '器官窄于剂量可分辨的范围',
    message: ofContours(({ roi, cc: here, lengthMm, meanMm2, widthMm, boundMm, onOwn }) => {
      const needed = onOwn ? '含完整器官的结构集' : '完整器官的轮廓';
      return `${roi}：沿层面方向 ${lengthMm.toFixed(1)} mm 内勾画了 ${here.toFixed(3)} cc，每层 ${meanMm2.toFixed(2)} mm²，宽 ${widthMm.toFixed(2)} mm；要求至少宽 ${boundMm.toFixed(2)} mm（最细剂量网格的体素，最多 3 mm）且有 0.03 cc（近最大剂量取自此体积）。没有如此小的该器官：它可能只是一条线，或单位不是 mm。需要：${needed}，或有人声明这是有意的。`;
    }),
  },
  'organ-not-held': {
    title: '器官与其外围的勾画不符',
    message: ofContours(({ roi, around, asks }) => {
      const each = around.map(({ roi: outer, wantedMm, leastMm, mostMm, lengthMm, ofMm }) => {
        if (ofMm === 0) return `${outer} 与其没有任何共同层面`;
        const where = `在两者共有的 ${ofMm.toFixed(0)} mm 层面范围中有 ${lengthMm.toFixed(0)} mm`;
        if (wantedMm === undefined) return `${where} 超出 ${outer}，最多 ${mmOf(-leastMm)} mm`;
        const outside = Number(mmOf(leastMm)) < 0 ? '（负值表示在其外）' : '';
        return `${where}，${outer} 的外扩为 ${mmOf(leastMm)} 至 ${mmOf(mostMm)} mm${outside}，而按其名称应为 ${wantedMm} mm`;
      });
      const needed = asks
        ? `其中之一勾画在别处，或是为另一轮廓所作。需要：一致的轮廓，或有人声明 ${roi} 的勾画正确；若不正确，应更正其轮廓。`
        : '该处勾画较小或被裁去，或是为另一轮廓所作。各自的约束按所勾画的评估。';
      return `${roi}：${each.join('；')}。${needed}`;
    }),
  },
  'target-outside-ptv': {
    title: '靶区超出 PTV',
    message: ofContours(({ roi, ptvs, outMm, lengthMm, ofMm }) => {
      const all = ptvs.join('、');
      const where =
        ofMm === 0
          ? `与 ${all} 没有任何共同层面`
          : `在共有的 ${ofMm.toFixed(0)} mm 层面范围中有 ${lengthMm.toFixed(0)} mm 超出 ${all}，最多 ${outMm.toFixed(1)} mm`;
      return `${roi} ${where}。按所勾画的范围它未被 PTV 覆盖，或其中之一勾画在别处。`;
    }),
  },
  'organs-overlap': {
    title: '器官勾画在另一器官的位置',
    message: ofContours(({ roi, others }) => {
      const each = others.map((other) => `有 ${cc(other.cc)}（${amountOf(100 * other.share, '%')}）位于 ${other.roi} 内`);
      return `${roi}：${each.join('，')}。两者不可能同在一处：其中之一勾画在别处。`;
    }),
  },
  'pair-contradicts-sides': {
    title: '成对器官与其两侧矛盾',
    message: ofContours(({ roi, sides, wholeCc, unionCc, lackingCc, beyondCc }) => {
      const beyond = beyondCc > 0 ? `，其自身有 ${cc(beyondCc)} 不属于任何一侧` : '';
      return `${roi} 为 ${cc(wholeCc)}，${sides.join('与')} 合计 ${cc(unionCc)}。其中 ${cc(lackingCc)} 不在 ${roi} 内${beyond}。其约束按所勾画的 ${roi} 评估：它是完整的器官吗？`;
    }),
  },
};
