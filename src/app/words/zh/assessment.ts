import { organWord } from '../../../constraints/organ-word';
import { amountOf, digitsOf } from '../../../figure-digits';
import type { ASSESSMENT } from '../../../findings/assessment';
import {
  type EsophagusRisk,
  type KnownStanding,
  maximumTaken,
  ownMaximum,
  placeOf,
  type RecordCounted,
  type RiskDose,
  shareTaken,
  standingsByKnown,
  withoutStop,
} from '../../../findings/assessment-facts';
import { besides } from '../../../findings/otherwise';
import type { SameWords } from '../../../findings/words';
import { type DoseWords, goalWords } from '../../../goal-words';
import { guessIn } from '../guess-in';
import { refusalText } from '../refusal-words';
import { organs as NAMES } from './organs';
import { OTHERWISE } from './own-values';
import { guesses } from './proposal';
import { reasons } from './reasons';
import { DATED } from './study';

const GROUPS = { low: '低', intermediate: '中', high: '高' } as const;
const CHEMOTHERAPY = { yes: '有', no: '无', unknown: '不详' } as const;
const riskDose = ({ doseGy, ci95Gy: [low, high] }: RiskDose) => `${doseGy} Gy（95 % CI ${low < 0 ? '低于 0' : low} 至 ${high}）`;
const PLACE = { courseWords: (name: string) => `疗程“${name}”`, comma: '，' };

const LIES: Readonly<Record<KnownStanding['lies'], (low: number, high: number) => string>> = {
  above: (_, high) => `高于上限 ${high} Gy`,
  within: (low, high) => (low < 0 ? `位于以 ${high} Gy 为上限的区间内` : `位于 ${low} 至 ${high} Gy 的区间内`),
  below: (low) => `低于下限 ${low} Gy`,
};
const WITH = { without: '无同步化疗', with: '有同步化疗' } as const;

function liesText(facts: EsophagusRisk): string {
  const { known, unknown } = standingsByKnown(facts);
  const all = known.map(({ lies, chemotherapy, ci95Gy }) => `按${WITH[chemotherapy]}${LIES[lies](...ci95Gy)}`);
  const open = unknown.map((chemotherapy) => WITH[chemotherapy]).join('或');
  return [
    all.length > 0 ? `本病例${all.join('，')}。` : '',
    open && `其剂量至少为 ${ownMaximum(facts)}，并不完全已知，因此按${open}位于何处尚不可知。`,
  ].join('');
}

const DOSES: DoseWords = {
  prior: '既往 ',
  planned: '计划 ',
  cumulative: '累积 ',
  ratio: (of, by) => `${of} 与${by} 之比`,
};

const RECORD_COUNTED: Readonly<Record<RecordCounted, (share: string) => string>> = {
  'in-share': (share) => `其记录的剂量按 ${share} 计入`,
  'prescription-in-share': (share) => `其处方剂量按 ${share} 计入，记录的最大剂量视为这些分次所给予，全部计入`,
  'maxima-whole': () => '记录的最大剂量视为这些分次所给予，全部计入',
};

export const assessment: SameWords<typeof ASSESSMENT> = {
  'file-unreadable': {
    title: '文件无法读取',
    message: (refusal) => refusalText('zh', refusal),
  },
  'input-changed': {
    title: '输入与病例文件所记录的不一致',
    message: () => '该文件与保存病例时的不同：其内容在此之后已改变。',
  },
  'guesses-not-confirmed': {
    title: '未经确认的推测',
    message: ({ guesses: said, each = [] }) =>
      `病例中的下列数值由程序推测，尚无人确认，结果以其为依据：${said.map((message, n) => withoutStop(guessIn(guesses, message, each[n]))).join('；')}。请核对；在病例中确认后不再提示。`,
  },
  'course-left-out': {
    title: '有疗程文件未纳入病例',
    message: ({ files }) =>
      `由文件建立病例时，下列文件无法使用，未纳入病例：${files.join('、')}。可能缺少一个疗程或其一部分：其剂量未计入任何累加和判定。`,
  },
  'same-dose-in-two-courses': {
    title: '两个疗程使用同一剂量',
    message: ({ courses }) => `疗程“${courses[0]}”与“${courses[1]}”使用了同一剂量；两处均已计入。`,
  },
  'same-voxels-in-two-courses': {
    title: '两个疗程的剂量数值相同',
    message: ({ courses, sameAs }) =>
      `疗程“${courses[1]}”的剂量在每个体素上都与疗程“${courses[0]}”的剂量（${sameAs}）数值相同，只是标识符不同：很可能其中一个是另一个的副本，而真正照射的剂量缺失。`,
  },
  'courses-of-one-name': {
    title: '同名疗程已区分',
    message: ({ name, courses }) =>
      `病例中有 ${courses.length} 个疗程名为“${name}”。按其顺序区分为${courses.map((each) => `“${each}”`).join('、')}，答复须指明其中之一。`,
  },
  'answer-meets-no-question': {
    title: '答复未对应任何问题',
    message: ({ asked, courses = [], ...answer }) =>
      [
        `${answer.by}（${answer.on}）对 ${answer.code} 的答复${placeOf(answer, PLACE) && `（${placeOf(answer, PLACE)}）`}未答复任何问题。`,
        answer.why === 'course-of-several' && `有多个疗程同名；须指明${courses.map((each) => `“${each}”`).join('、')}之一。`,
        answer.why === 'several-rois' && '同一问题涉及多个 ROI；须指明是哪一个。',
        asked.length === 0
          ? '此处没有该代码的问题。'
          : `所问的是：${asked.map((each) => placeOf(each, PLACE) || '整个病例').join('；')}。答复须恰好指明这些（文件以 SHA-256 表示），不多不少。`,
      ]
        .filter(Boolean)
        .join(''),
  },
  'no-planned-course': {
    title: '没有计划疗程',
    message: () => '病例没有计划疗程：累加的仅为既往剂量。',
  },
  'no-prior-course': {
    title: '没有既往疗程',
    message: () => '病例没有既往疗程：累积值仅为本次计划疗程的值。',
  },
  'record-dose-zero': {
    title: '记录中器官剂量为零',
    message: ({ course, organs }) =>
      `疗程“${course}”的记录给出 ${organs.join('、')} 的最大剂量为 0 Gy：接受过照射的患者不会有器官完全未受剂量。需要：记录中的剂量，或由某人说明记录确实如此。`,
  },
  'few-fractions-delivered': {
    title: '仅照射了少数计划分次',
    message: ({ course, phase, delivered, planned, counted, isOfSeveral }) =>
      `疗程“${course}”，${phase}：据称 ${planned} 次中仅照射 ${delivered} 次，不足一半；${counted ? RECORD_COUNTED[counted](`${delivered}/${planned}`) : '剂量已按此缩减'}。需要：实际照射的次数，或由某人说明${isOfSeveral ? '该计划未再照射（其余分次由另一计划给予，或已中断）' : '疗程确已中断'}。`,
  },
  'part-of-fractions-delivered': {
    title: '计划分次未全部照射',
    message: ({ course, phase, delivered, planned, counted }) =>
      `疗程“${course}”，${phase}：据称 ${planned} 次中照射了 ${delivered} 次，${counted ? RECORD_COUNTED[counted](`${delivered}/${planned}`) : `其剂量按计划剂量的 ${delivered}/${planned} 计入`}。涉及该疗程的每项判定和每个累加值都以此次数为依据。`,
  },
  'course-dates-reversed': {
    title: '疗程起止日期颠倒',
    message: ({ course, started, completed }) =>
      `疗程“${course}”的结束日期（${completed}）早于开始日期（${started}）：两个日期均不可知，与该疗程有关的间隔未知。`,
  },
  'prior-after-planned': {
    title: '既往疗程晚于本次计划',
    message: ({ course, last, plannedStart }) =>
      `既往疗程“${course}”直到 ${last} 仍在照射，而本次计划于 ${plannedStart} 开始：间隔未知。两个疗程的角色可能颠倒。`,
  },
  'goal-asks-for-dose': {
    title: '剂量越高越能满足的约束',
    message: ({ organ, goal }) =>
      `${organWord(NAMES, organ)}：约束 ${goal} 在剂量更高时才满足，而${organWord(NAMES, organ)}是危及器官。请检查比较符号是否写反。`,
  },
  'goal-organ-unknown': {
    title: '约束的器官未知',
    message: ({ organ, nearest }) =>
      `该表含有针对“${organ}”的约束，而此处没有该名称的器官、ROI 或派生结构：这些约束未用于任何结构，计为无法评估。${nearest.length > 0 ? `最相近的名称：${nearest.join('、')}。` : ''}`,
  },
  'required-organ-not-judged': {
    title: '必需器官没有适用的约束',
    message: ({ organs, alone = [] }) => {
      const named = (of: readonly string[]) => of.map((each) => organWord(NAMES, each)).join('、');
      const nothing = organs.filter((organ) => !alone.includes(organ));
      return [
        nothing.length > 0 && `对于${named(nothing)}，没有适用于本病例的必须满足的约束：本病例的约束集与约束未对其作出任何判定。`,
        alone.length > 0 && `对${named(alone)}的强制约束仅针对既往疗程或计划疗程本身：累积剂量未作评判。`,
      ]
        .filter(Boolean)
        .join('');
    },
  },
  'outside-sources': {
    title: '超出来源文献的研究范围',
    message: ({ set, isWhole, conditions, beyond, phaseFractions }) => {
      const parts = [
        isWhole ? `“${set}”中没有适用于本病例的约束，因此未作任何判定。` : `“${set}”中的部分约束不适用。`,
        ...conditions.map((missed) => reasons['outside-source'].message(missed)),
        phaseFractions &&
          `本次计划各阶段的次数相加（${phaseFractions.join(' + ')}）；如各阶段在同一次治疗中给予，则实际次数更少。`,
        beyond.length > 0 &&
          `超出不适用的限值：${beyond.map(({ roi, goal, value, limit, unit }) => `${roi} ${goalWords(goal, DOSES)}：${amountOf(value, unit, limit)}`).join('；')}。`,
      ];
      return parts.filter(Boolean).join('');
    },
  },
  'courses-taken-as-one': {
    title: '疗程视为一个',
    message: ({ from, to, months }) =>
      `“${from}”至“${to}”为 ${digitsOf(months, 'months')} 个月，不足一个月：对于来源文献关于间隔与最高单疗程的条件，两者视为一个疗程。`,
  },
  'course-in-future': {
    title: '疗程日期在将来',
    message: ({ course, role, day }) =>
      role === 'prior'
        ? `既往疗程“${course}”的日期为 ${day}，尚未到来：已给予的治疗不可能在将来。`
        : `计划疗程“${course}”的开始日期为 ${day}，在一年多以后：取决于间隔的结果可能依据了误写的日期。`,
  },
  'course-before-its-plan': {
    title: '疗程日期早于其计划',
    message: ({ course, day, of, dated, goals = [] }) => {
      const each = goals.map((goal) => `${goal.roi}，${besides(OTHERWISE, goal, undefined, '若其于该日结束')}。`);
      return `疗程“${course}”的日期为 ${day}，而其${DATED[of]}的日期为 ${dated}：治疗不可能早于计划。其中一个日期有误，或文件日期曾被更改；间隔及其所允许的恢复或限值以病例中的日期为准。${each.join('')}`;
    },
  },
  'course-before-birth': {
    title: '疗程日期早于出生日期',
    message: ({ course, day, born }) =>
      `疗程“${course}”的日期为 ${day}，而患者的出生日期为 ${born}：与该疗程有关的间隔未知。需要：正确的日期，或由某人说明病例中的日期无误。`,
  },
  'dose-from-record': {
    title: '剂量取自病历记录',
    message: (record) => {
      const { course, phase, fractions, plannedFractions, maximaAre, totalDoseGy, hotSpotFactor, organs } = record;
      const isShort = plannedFractions !== undefined;
      const each = organs
        .map(({ organ, doseGy }) =>
          isShort && maximaAre === 'planned'
            ? `${organWord(NAMES, organ)} ${amountOf(maximumTaken(record, doseGy), 'Gy')}（记录为 ${plannedFractions} 次共 ${doseGy} Gy，实际照射 ${fractions} 次）`
            : `${organWord(NAMES, organ)} ${doseGy} Gy`,
        )
        .join('、');
      const prescribed =
        totalDoseGy !== undefined && isShort
          ? `处方 ${plannedFractions} 次共 ${totalDoseGy} Gy，实际照射 ${fractions} 次：计 ${amountOf(totalDoseGy * shareTaken(record), 'Gy')}`
          : `处方 ${totalDoseGy} Gy`;
      const whole =
        isShort && maximaAre === 'delivered'
          ? `（视为实际照射的 ${fractions} 次所给剂量，不作折减；若其为全部 ${plannedFractions} 次的剂量，须在病例中说明）`
          : '';
      const parts = [
        totalDoseGy !== undefined &&
          (hotSpotFactor === undefined
            ? `${prescribed}，并非最大剂量：未确认热点系数，因此不能据此给出任何最大剂量的上限`
            : `任何部位为 0 至 ${amountOf(totalDoseGy * shareTaken(record) * hotSpotFactor, 'Gy')}（${prescribed}，乘以用户确认的热点系数 ${hotSpotFactor}）`),
        organs.length > 0 && `下列器官各部分为 0 至所记录的最大剂量：${each}${whole}`,
      ];
      const delivered = isShort ? `计划 ${plannedFractions} 次中照射 ${fractions} 次` : `共 ${fractions} 次`;
      return `疗程“${course}”，${phase}：没有剂量文件。取自病历记录，${delivered}：${parts.filter(Boolean).join('；')}。其所有数值均为区间，而非剂量分布。`;
    },
  },
  'incomplete-repair': {
    title: '已计入不完全修复',
    message: ({ phases, ownHalfTimes }) =>
      `每日多次照射：${phases.map(({ course, phase }) => `“${course}”，${phase}`).join('；')}。因各次之间修复不完全，BED 相应增加（Thames）。半修复时间取自组织参数表${ownHalfTimes.length > 0 ? `，${ownHalfTimes.join('、')} 采用用户给出的值` : ''}；过夜视为完全修复。约束亦按此检验：剂量即如此给予，且偏于保守。`,
  },
  'interval-not-known': {
    title: '间隔未知',
    message: ({ pairs }) =>
      `${pairs.map(({ from, to }) => `“${from}”结束至“${to}”开始`).join('、')}的时间未知：日期缺失或相互矛盾。取决于间隔的限值与评分无法判定。`,
  },
  'interval-to-12-months': {
    title: '间隔不超过 12 个月',
    message: ({ from, to, months }) =>
      `“${from}”至“${to}”为 ${digitsOf(months, 'months')} 个月。食管再程放疗中，间隔不超过 12 个月是瘘的独立危险因素（252 名患者，Radiat Oncol 2020，s13014-020-01685-2），且 3 例瘘中有 2 例间隔不足 12 个月（Kim 2012, Radiat Oncol J 30:182）。读自摘要。`,
  },
  'interval-to-24-months': {
    title: '间隔不超过 24 个月',
    message: ({ from, to, months }) =>
      `“${from}”至“${to}”为 ${digitsOf(months, 'months')} 个月。食管再程放疗的病例系列提示关注 24 个月以内的间隔（Xu 2019, Radiat Oncol 14:191；另一 109 名患者的系列，作者与期刊不详，其中仅复发时间为生存的独立因素）。读自摘要。`,
  },
  'cord-risk-score': {
    title: '脊髓风险评分',
    message: (facts) =>
      facts.isInQuestion
        ? `${facts.roi}：在输入的疑问未答复前不给出风险评分（${facts.source}）。`
        : `${facts.roi}：风险评分 ${facts.score}（累积 BED ${facts.bedPoints} 分，间隔 ${facts.intervalPoints} 分，最高单疗程 ${facts.coursePoints} 分；α/β ${facts.alphaBetaGy} Gy，不计恢复），${GROUPS[facts.group]}风险：来源文献的病例系列中，该组有 ${facts.myelopathyPercent} % 发生脊髓病（${facts.source}）。`,
  },
  'esophagus-risk-band': {
    title: '食管毒性的文献风险',
    message: (facts) => {
      const { withoutChemotherapy: without, withChemotherapy: having } = facts;
      const maximum = ownMaximum(facts);
      const known = maximum === undefined ? '无法评估' : `${facts.isLowerBound ? '至少 ' : ''}${maximum} EQD2`;
      const own = facts.isInQuestion ? '在输入的疑问未答复前不给出' : known;
      const doses = [without && `无同步化疗时 ${riskDose(without)}`, having && `有同步化疗时 ${riskDose(having)}`];
      const basis = `${facts.studies} 项研究，${facts.patients} 名患者，${facts.events} 例事件`;
      return `${facts.roi}：累积 Dmax ${own}（α/β ${facts.alphaBetaGy} Gy，与来源文献相同，不计恢复）。已发表数据中，${facts.grade} 食管毒性风险达 ${facts.riskPercent} % 的剂量：${doses.filter(Boolean).join('，')}（EQD2；${basis}；为胸部再程放疗，食管多非靶区；${facts.source}）。${liesText(facts)}本次再程放疗的同步化疗：${CHEMOTHERAPY[facts.chemotherapy]}。`;
    },
  },
};
