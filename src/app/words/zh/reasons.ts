import { organWord } from '../../../constraints/organ-word';
import { amountOf } from '../../../figure-digits';
import { coveredPercent } from '../../../findings/dose';
import {
  type Condition,
  conditionDigits,
  cutOff,
  type OutsideTarget,
  outsideFigure,
  type ReasonWords,
  type SourceCondition,
  spanFigures,
} from '../../../findings/reasons';
import { organs as NAMES } from './organs';

const CONDITIONS: Readonly<Record<SourceCondition, (limit: number) => string>> = {
  intervalMonthsAtLeast: (limit) => `疗程间隔至少 ${limit} 个月`,
  intervalMonthsBelow: (limit) => `疗程间隔少于 ${limit} 个月`,
  plannedFractionsAtLeast: (limit) => `本次计划不少于 ${limit} 次`,
  plannedFractionsAtMost: (limit) => `本次计划不超过 ${limit} 次`,
  courseBedGyAtMost: (limit) => `单疗程最高 BED 不超过 ${limit} Gy`,
  courseBedGyAbove: (limit) => `单疗程最高 BED 高于 ${limit} Gy`,
  lowestLevelFractionGyAtLeast: (limit) => `最低处方水平的单次剂量不低于 ${limit} Gy`,
  lowestLevelFractionGyAtMost: (limit) => `最低处方水平的单次剂量不超过 ${limit} Gy`,
  highestLevelFractionGyAtMost: (limit) => `最高处方水平的单次剂量不超过 ${limit} Gy`,
};
const found = (facts: Condition & { readonly value: number }) => {
  const text = conditionDigits(facts);
  if (facts.condition.startsWith('interval')) return `${text} 个月`;
  return facts.condition.startsWith('plannedFractions') ? `${text} 次` : `${text} Gy`;
};

const takenForPtv = ({ ptvs = [], ptvsFrom }: OutsideTarget): string =>
  ptvs.length === 0
    ? ''
    : `视为计划 PTV 的是：${ptvs.join('、')}${ptvsFrom === 'structures' ? '（仅凭名称和类型：病例未指明本次计划的靶区）' : ''}。`;

export const reasons: ReasonWords = {
  'no-such-course': {
    title: '缺少疗程',
    message: ({ role }) => `本病例没有${role === 'prior' ? '既往疗程' : '本次计划疗程'}。`,
  },
  'metric-not-there': {
    title: '无此数值',
    message: ({ metric }) => `无法得到 ${metric}：没有相应的剂量，或器官体积小于所需体积。`,
  },
  'divides-by-zero': { title: '除数为 0', message: () => '除数为 0。' },
  'limit-within-interval': {
    title: '限值落在已知范围内',
    message: (span) => {
      const { low, high, limit } = spanFigures(span);
      const lies =
        low !== undefined && high !== undefined
          ? `在 ${low} 与 ${high} 之间`
          : low !== undefined
            ? `不低于 ${low}`
            : high !== undefined
              ? `不高于 ${high}`
              : '可为任意值';
      return `只知其值${lies}，而限值 ${limit} 落在此范围内。`;
    },
  },
  'value-is-the-most': {
    title: '该值为可能的最高值',
    message: (span) => {
      const { low, high, limit } = spanFigures(span);
      return `该值为可能的最高值：只知其在 ${low} 与 ${high} 之间，均超出限值 ${limit}。`;
    },
  },
  'recovery-undated': {
    title: '间隔未知',
    message: ({ course }) => `来源文献的恢复率取决于距疗程“${course}”的时间，而该疗程或本次计划的日期缺失或相互矛盾。`,
  },
  'source-condition-unknown': {
    title: '来源文献的条件未知',
    message: ({ condition, limit }) => `来源文献的该限值适用于：${CONDITIONS[condition](limit)}；本病例情况未知。`,
  },
  'outside-source': {
    title: '超出来源文献的范围',
    message: (facts) => `来源文献的该限值适用于：${CONDITIONS[facts.condition](facts.limit)}；本病例为 ${found(facts)}。`,
  },
  'question-open': {
    title: '有问题尚未答复',
    message: ({ questions }) =>
      `输入数据自相矛盾，且无人作出答复：${questions.map(({ title, place }) => (place ? `${title}（${place}）` : title)).join('；')}。`,
  },
  'exceeded-as-drawn': {
    title: '按现有勾画已超出',
    message: ({ questions }) =>
      `按现有勾画已超出，无论以下问题如何答复：${questions.map(({ title, place }) => (place ? `${title}（${place}）` : title)).join('；')}。`,
  },
  'no-dose-known': {
    title: '剂量完全未知',
    message: ({ courses }) =>
      courses
        ? `总和没有任何上限：该器官中没有一点是所有疗程剂量均已知的。各疗程剂量已知的部分：${courses.map(({ course, share }) => `疗程“${course}” ${coveredPercent(share)}`).join('，')}。`
        : '某疗程在此处的剂量没有任何上限：其剂量网格或形变场未涉及该器官的任何部分，该疗程无法对应到该器官，或其记录未说明最高剂量。',
  },
  'record-has-no-value': {
    title: '记录中没有该值',
    message: ({ courses }) =>
      `疗程${courses.map((name) => `“${name}”`).join('、')}只有记录，其中至多说明该器官的最高剂量，而不说明位置：只能给出上下限，没有该指标的值。`,
  },
  'no-sum-of-places': {
    title: '位置未知，无法求和',
    message: ({ courses }) =>
      `疗程${courses.map((name) => `“${name}”`).join('、')}的剂量位于当前器官的何处未知：该指标没有各疗程之和，只有上下限。`,
  },
  'dose-known-on-less': { title: '已知剂量的体积不足', message: () => '剂量已知的体积小于该指标所需体积。' },
  'less-volume-than-asked': {
    title: '体积不足',
    message: () => '器官体积小于该指标所需体积，或无已知剂量。',
  },
  'no-headroom-goal-not-evaluable': {
    title: '约束无法评估',
    message: () => '该约束无法评估，因此无法给出计划剂量的缩放系数。',
  },
  'planned-dose-does-not-reach': {
    title: '计划剂量未涉及',
    message: () => '计划剂量未涉及该约束所检验的部位。',
  },
  'met-at-any-scale': {
    title: '任意缩放均达标',
    message: ({ times }) => `即使计划剂量增至 ${times} 倍仍达标。`,
  },
  'not-met-at-any-scale': {
    title: '任意缩放均不达标',
    message: ({ times }) => `即使计划剂量增至 ${times} 倍仍不达标。`,
  },
  'not-met-without-dose': {
    title: '无计划剂量亦不达标',
    message: () => '计划剂量越高，该指标越差；即使没有计划剂量也不达标：任何系数都不能使其达标。',
  },
  'asks-more-than-organ': {
    title: '要求超过整个器官',
    message: ({ asked, has, unit }) =>
      `该约束要求 ${amountOf(asked, unit, has)}，而整个器官只有 ${amountOf(has, unit, asked)}：任何剂量都不能使其达标。`,
  },
  'prior-alone-exceeds': {
    title: '仅既往疗程已超出',
    message: ({ offPrescription = [] }) =>
      offPrescription.length === 0
        ? '仅既往疗程已不满足该约束：任何计划剂量均无法达标。'
        : `按文件中的剂量，仅既往疗程已不满足该约束。但${offPrescription.map((name) => `“${name}”`).join('、')}的剂量与其处方不接近：计划剂量能否达标取决于此。`,
  },
  'prior-dose-not-known': {
    title: '既往剂量所知不足',
    message: () => '就已知的既往剂量而言，不能排除其单独即不满足该约束：无法证明任何计划剂量可以达标。',
  },
  'exceeded-in-target': {
    title: '靶区内超出',
    message: (facts) =>
      `${
        facts.outside === undefined
          ? '仅在靶区内超出：该器官没有位于计划 PTV 之外的部分。'
          : `仅在靶区内超出：计划 PTV 之外的部分为 ${outsideFigure(facts)}，符合同一限值。`
      }${takenForPtv(facts)}`,
  },
  'headroom-outside-target': {
    title: '靶区之外',
    message: ({ times }) => `计划 PTV 之外，计划剂量为 ×${cutOff(times)} 时符合该限值；靶区内的部分不决定缩放系数。`,
  },
  'no-single-headroom': {
    title: '无单一系数',
    message: () => '缩放计划剂量时，该约束在某些系数下没有数值，或多次在达标与超出之间变化：不能给出单一的缩放系数。',
  },
  'no-headroom-on-prior': {
    title: '仅既往疗程',
    message: () => '该约束仅针对既往疗程：计划剂量不影响它。',
  },
  'no-headroom-in-target': {
    title: '位于靶区内',
    message: () => '靶区内的部分接受靶区剂量：不能由此得出计划剂量的缩放系数。',
  },
  'organ-not-contoured': {
    title: '未勾画',
    message: ({ organs: ids, unmatched, hasUnknownNames, related = [] }) =>
      `${hasUnknownNames || unmatched.length > 0 ? '未以可识别的名称勾画' : '未勾画'}：${ids.map((id) => organWord(NAMES, id)).join('、')}${ids.length > 1 ? ' 中任一' : ''}。${related.length > 0 ? `已勾画的有：${related.join('、')}，其限值不适用于此。` : ''}${unmatched.length > 0 ? `未识别为器官的 ROI：${unmatched.join('、')}。` : ''}`,
  },
  'organ-without-volume': { title: '无体积', message: ({ rois }) => `没有构成体积的轮廓：${rois.join('、')}。` },
  'organ-in-another-frame': {
    title: '在另一参考坐标系中',
    message: ({ rois }) => `勾画在与其他结构不同的参考坐标系中：${rois.join('、')}。`,
  },
  'organ-without-number': {
    title: '没有 ROI 编号',
    message: ({ rois }) => `结构集中没有 ROI 编号，因此没有轮廓与之对应：${rois.join('、')}。`,
  },
  'roi-not-evaluated': {
    title: '未评估',
    message: ({ rois }) => `已勾画但未评估：${rois.join('、')}。请在病例中说明其为何器官，或填写其 α/β。`,
  },
  'organ-side-missing': {
    title: '仅一侧',
    message: ({ drawn, missing }) =>
      `已勾画：${drawn.join('、')}；未勾画：${missing.map((id) => organWord(NAMES, id)).join('、')}。如患者没有 ${missing.map((id) => organWord(NAMES, id)).join('、')}，请在病例中说明。`,
  },
  'organ-ambiguous-parts': {
    title: '可能指多个 ROI',
    message: ({ rois }) => `因可能指多个 ROI 而无法生成：${rois.join('、')}。请在病例中说明其组成。`,
  },
  'organ-not-made': {
    title: '无法生成',
    message: ({ organ, base }) => `${organWord(NAMES, organ)}未勾画，也无法由${organWord(NAMES, base)}生成。`,
  },
  'organ-said-absent': {
    title: '患者没有该器官',
    message: ({ organ, by, on, why }) => `患者没有${organWord(NAMES, organ)}：${why}（${by}，${on}）。`,
  },
};
