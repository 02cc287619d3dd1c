import { amountOf, digitsOf } from '../../../figure-digits';
import {
  axesMm,
  coveredPart,
  eachGy,
  type FractionDose,
  isHardlyCovered,
  ofBeams,
  ofPrescription,
  type PLAUSIBILITY,
} from '../../../findings/plausibility';
import type { SameWords } from '../../../findings/words';
import { ofContours } from './own-contours';

const gy = (value: number): string => amountOf(value, 'Gy');
const WHENCE: Readonly<Record<FractionDose['of'], string>> = {
  grid: '剂量网格中最热的 1 cc 达',
  prescription: '处方为',
  record: '记录为',
};
const inEach = ({ fractions, doseGy, perFractionGy, of }: FractionDose, ...bounds: readonly number[]): string =>
  `${WHENCE[of]} ${gy(doseGy)}，分 ${fractions} 次，每次 ${eachGy(perFractionGy, ...bounds)}`;

export const plausibility: SameWords<typeof PLAUSIBILITY> = {
  'dose-contradicts-prescription': {
    title: '剂量与处方矛盾',
    message: (facts) => {
      const { course, prescribedGy, doseGy } = facts;
      const whose = facts.by === 'case' ? '病例' : '计划';
      const percent = `为其 ${ofPrescription(facts)}`;
      if (facts.measured === 'hottest-1cc') {
        return `疗程“${course}”：${whose}处方为 ${prescribedGy} Gy，而剂量网格中最热的 1 cc 为 ${gy(doseGy)}（${percent}）。它是整个计划的剂量吗？单位是 Gy 吗？`;
      }
      if (isHardlyCovered(facts)) {
        return `疗程“${course}”：${whose}对 ${facts.target} 的处方为 ${prescribedGy} Gy，而剂量网格${facts.coveredShare > 0 ? `仅覆盖其 ${coveredPart(facts)}` : '未覆盖该靶区'}：其中没有该靶区所受的剂量。剂量的位置或间距可能有误，或者它属于其他计划。`;
      }
      const inside =
        facts.coveredShare < 0.995 ? `剂量网格覆盖该靶区的 ${amountOf(100 * facts.coveredShare, '%', 0, 100)}。` : '';
      return `疗程“${course}”：${whose}对 ${facts.target} 的处方为 ${prescribedGy} Gy，而其一半体积低于 ${gy(doseGy)}（${percent}）。${inside}剂量的比例、位置或间距可能有误，或者它不是整个计划的剂量。`;
    },
  },
  'dose-off-prescription': {
    title: '剂量与处方相差较大',
    message: (facts) => {
      const { course, prescribedGy, doseGy } = facts;
      const whose = facts.by === 'case' ? '病例' : '计划';
      const percent = `为其 ${ofPrescription(facts)}`;
      const [to, has] =
        facts.measured === 'hottest-1cc' ? ['', '剂量网格中最热的 1 cc 为'] : [`对 ${facts.target} 的`, '其一半体积低于'];
      return `疗程“${course}”：${whose}${to}处方为 ${prescribedGy} Gy，而${has} ${gy(doseGy)}（${percent}）。剂量是否被缩放，或者不是整个计划的剂量？累积结果取决于此。`;
    },
  },
  'target-dose-not-of-plan': {
    title: '病例的处方与计划不同',
    message: ({ course, target, caseGy, planGy }) =>
      `疗程“${course}”：病例对 ${target} 的处方为 ${amountOf(caseGy, 'Gy')}，而计划为 ${amountOf(planGy, 'Gy')}。以处方 Gy 表示的数值均按病例的处方。`,
  },
  'phases-perhaps-together': {
    title: '各阶段可能在同一次治疗中给予',
    message: ({ course, first, fractions, alphaBetaGy, oneAfterAnotherGy, togetherGy }) =>
      `疗程“${course}”：此剂量与 ${first} 均为 ${fractions} 次的阶段且照射同一部位，没有任何信息说明它们是先后给予的，而换算时按先后给予处理。两者重叠处最高为 ${gy(oneAfterAnotherGy)} EQD2（α/β ${alphaBetaGy} Gy）；若在同一次治疗中给予则为 ${gy(togetherGy)}。同一次治疗中的剂量须在计划系统中相加，并作为一个阶段提供。`,
  },
  'dose-contradicts-beams': {
    title: '剂量与射束剂量矛盾',
    message: ({ course, plan, perFractionGy, fractions, doseGy }) =>
      `疗程“${course}”：计划 ${plan} 的各射束每次给予 ${eachGy(perFractionGy)}，${fractions} 次共 ${gy(perFractionGy * fractions)}，而剂量网格相应之处为 ${gy(doseGy)}。剂量或分次数可能有误。`,
  },
  'dose-off-beams': {
    title: '剂量与射束剂量不接近',
    message: (facts) =>
      `疗程“${facts.course}”：计划 ${facts.plan} 的各射束每次给予 ${eachGy(facts.perFractionGy)}，${facts.fractions} 次共 ${gy(facts.perFractionGy * facts.fractions)}，而剂量网格相应之处为 ${gy(facts.doseGy)}，即其 ${ofBeams(facts)}。分次数是否正确，是否为整个计划的剂量？累加值以此为依据。`,
  },
  'dose-contradicts-planning-dvh': {
    title: '剂量与计划系统的 DVH 矛盾',
    message: ({ roi, statedGy, doseGy, compared, contradicted }) =>
      `${roi}：计划系统写入文件的 DVH 平均剂量为 ${gy(statedGy)}，剂量网格为 ${gy(doseGy)}。比较的 ${compared} 个结构中有 ${contradicted} 个不一致；剂量或结构可能已被更改。`,
  },
  'record-below-prescription': {
    title: '记录的最大剂量与处方矛盾',
    message: ({ course, low }) => {
      const each = low.map(
        ({ organ, recordedGy, target, prescribedGy, overlapCc }) =>
          `${organ} 为 ${recordedGy} Gy，而其中 ${amountOf(overlapCc, 'cc', 0)} 位于处方 ${prescribedGy} Gy 的 ${target} 内`,
      );
      return `疗程“${course}”的记录给出的最大剂量：${each.join('；')}。位于靶区内的部分所受剂量应约为靶区剂量。需要：记录中的剂量，或由某人说明记录确实如此。`;
    },
  },
  'record-part-above-whole': {
    title: '记录的最大剂量相互矛盾',
    message: ({ course, above }) => {
      const each = above.map(
        ({ part, partGy, whole, wholeGy }) => `${part} 为 ${partGy} Gy，而包含它的 ${whole} 为 ${wholeGy} Gy`,
      );
      return `疗程“${course}”的记录给出的最大剂量：${each.join('；')}。部分所受剂量不会高于整体。需要：记录中的剂量，或由某人说明记录确实如此。`;
    },
  },
  'hot-region-beside-target': {
    title: '高剂量区位于靶区之外',
    message: ({ course, targets, d90Gy, hottestGy, awayShare, marginMm }) =>
      `疗程“${course}”：剂量高值区（最热的 1 cc：${gy(hottestGy)}）的 ${amountOf(100 * awayShare, '%', 0)} 位于 ${targets.join('、')} 之外超过 ${marginMm} mm，而其中覆盖最好的靶区有 10 % 低于 ${gy(d90Gy)}。剂量的位置、间距或帧偏移可能有误。`,
  },
  'negative-dose-in-roi': {
    title: '器官内出现负剂量',
    message: ofContours(
      ({ roi, course, lowestGy }) =>
        `${roi}：疗程“${course}”在其中的剂量低至 ${amountOf(lowestGy, 'Gy', 0)}。剂量不可能为负；像素的符号可能读错，或者该剂量是差值。`,
    ),
  },
  'zero-outside-contradicted': {
    title: '剂量网格边缘仍有剂量',
    message: ofContours(
      ({ roi, course, borderGy }) =>
        `${roi}：病例称疗程“${course}”的剂量在网格之外为 0 Gy，但在 ${roi} 网格外部分旁的边缘处为 ${amountOf(borderGy, 'Gy', 0)}。照射野在那里并未结束。`,
    ),
  },
  'dose-cut-off-in-organ': {
    title: '剂量在器官内被截断',
    message: ofContours(
      ({ roi, course, besideGy }) =>
        `${roi}：在其内部或 3 cm 以内，疗程“${course}”的剂量从 ${amountOf(besideGy, 'Gy', 0)} 到相邻体素骤降至近乎为零。组织中的剂量不会如此：网格被截断、遮盖或填充，那里的剂量实为未知。`,
    ),
  },
  'dose-falls-steeply': {
    title: '剂量下降比半影更陡',
    message: ofContours(
      ({ roi, course, besideGy }) =>
        `${roi}：在其内部或 3 cm 以内，疗程“${course}”的剂量从 ${amountOf(besideGy, 'Gy', 0)} 到相邻体素骤降至不到其十分之一。几乎没有半影如此陡峭：网格可能在那里被遮盖，该器官所受剂量可能更高。`,
    ),
  },
  'target-part-without-dose': {
    title: '靶区的一部分没有剂量',
    message: ({ course, target, prescribedGy, doseGy, coveredShare }) =>
      `疗程“${course}”：${target} 的处方为 ${prescribedGy} Gy，而其五分之一体积不超过 ${gy(doseGy)}。${coveredShare < 0.995 ? `剂量网格覆盖该靶区的 ${amountOf(100 * coveredShare, '%', 0, 100)}。` : ''}剂量可能被截断、遮盖、移位或镜像。`,
  },
  'target-part-below-prescription': {
    title: '靶区的一部分低于处方',
    message: (facts) =>
      `疗程“${facts.course}”：${facts.target} 的处方为 ${facts.prescribedGy} Gy，而其十分之一体积低于 ${gy(facts.doseGy)}（处方的 ${ofPrescription(facts)}）。计划可能本来如此；但剂量被移位、缩放或平滑时看起来也是这样。`,
  },
  'isodose-off-target': {
    title: '等剂量区偏离靶区',
    message: ({ course, targets, levelGy, offMm, ...off }) =>
      `疗程“${course}”：${gy(levelGy)} 及以上区域的中心与 ${targets.join('、')} 的中心相距 ${digitsOf(offMm, 'mm', 5, 10)} mm（${axesMm(off)}），而该区域的体积不超过靶区的三倍。剂量或轮廓可能被移位、镜像或拉伸，或者有靶区没有勾画。`,
  },
  'fractions-implausible': {
    title: '分次数不合常理',
    message: ({ course, fractions, most }) =>
      `疗程“${course}”：${fractions} 次。超过 ${most} 次的情况极少（本程序自定的界限）；EQD2 取决于这个数。`,
  },
  'dose-per-fraction-implausible': {
    title: '单次剂量不合常理',
    message: (facts) =>
      `疗程“${facts.course}”：${inEach(facts, facts.least, facts.most)}。低于 ${facts.least} Gy 或高于 ${facts.most} Gy 的情况极少（本程序自定的界限）；剂量或分次数可能有误。`,
  },
  'dose-per-fraction-high': {
    title: '单次剂量对 LQ 偏高',
    message: (facts) =>
      `疗程“${facts.course}”：${inEach(facts, facts.validTo, facts.reasonableTo)}。线性二次模型在单次约 ${facts.validTo} Gy 以内得到较好验证，约 ${facts.reasonableTo} Gy 以内尚属合理（${facts.source}）；此处 EQD2 的把握较小。`,
  },
};
