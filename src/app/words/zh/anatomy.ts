import { organWord } from '../../../constraints/organ-word';
import type { ANATOMY, MissingHow, NotToldApart, PtvNotKnown } from '../../../findings/anatomy';
import type { SameWords } from '../../../findings/words';
import { organs as NAMES } from './organs';

/** Why an organ has no region. */
const HOW: Readonly<Record<MissingHow, string>> = {
  'not contoured': '未勾画',
  'no volume': '没有构成体积的轮廓',
  'other frame': '勾画在另一参考坐标系中',
  'no number': '没有 ROI 编号',
  'one side': '仅勾画一侧',
  ambiguous: '因可能指多个 ROI 而无法生成',
  'not made': '无法生成',
};

const NOT_TOLD_APART: Readonly<Record<NotToldApart['why'], (rois: string) => string>> = {
  several: (rois) => `有多个 ROI 被视为食管（${rois}），请在病例中指明所指的一个`,
  derived: (rois) => `食管（${rois}）由病例派生，而内外两部分由所勾画的轮廓生成`,
  'quotation-mark': (rois) => `食管（${rois}）或某个 PTV 的名称含有引号，无法写入表达式`,
  'no-ptv': (rois) => `除食管（${rois}）外未勾画本次计划的 PTV`,
};

const PTV_NOT_KNOWN: Readonly<Record<PtvNotKnown['why'], (facts: PtvNotKnown) => string>> = {
  'no-ptv-named': ({ rois }) => `本次计划的靶区（${rois.join('、')}）中没有此处勾画的 PTV：食管不区分计划 PTV 内外。`,
  'perhaps-earlier': ({ rois }) =>
    `病例未指明本次计划的靶区，且所勾画的 PTV（${rois.join('、')}）中可能有属于以往疗程的：食管不区分计划 PTV 内外。请指明本次计划的靶区。`,
  'help-only': ({ rois }) =>
    `病例未指明本次计划的靶区，且此处名为 PTV 的结构（${rois.join('、')}）按名称或类型是计划辅助结构或不是 PTV：食管不区分计划 PTV 内外。请指明本次计划的靶区。`,
  'one-within-another': ({ rois, outer, inner }) =>
    `病例未指明本次计划的靶区，且所勾画的 PTV（${rois.join('、')}）中，${outer} 将 ${inner} 包含在内，而名称未说明原因：它可能是计划辅助结构。食管不区分计划 PTV 内外。请指明本次计划的靶区。`,
};

export const anatomy: SameWords<typeof ANATOMY> = {
  'roi-taken-against-its-name': {
    title: 'ROI 被当作与其名称不同的器官',
    message: ({ roi, named, taken, isHeldToBoth, losesNoOrgan }) => {
      const [its, other] = [organWord(NAMES, named), organWord(NAMES, taken)];
      return [
        `ROI“${roi}”的名称是${its}的名称，而病例将其当作${other}：`,
        isHeldToBoth
          ? `其剂量采用${other}的 α/β，并按两者的约束评判，其中${its}的约束因其名称而适用，并按${its}的 α/β 评判。`
          : `采用${other}的 α/β，只用其约束，${its}的约束均不用于它。`,
        losesNoOrgan
          ? '请核对究竟是哪一个器官。'
          : `若选错，${its}便会遗漏。需要：从病例中去掉这一指定，或由人说明该 ROI 确为${other}。`,
      ].join('');
    },
  },
  'roi-in-another-frame': {
    title: 'ROI 在另一参考坐标系',
    message: ({ rois, frame, others }) =>
      `ROI ${rois.join('、')} 勾画在坐标系 ${frame} 中，其余在 ${others} 中；前者已略去。请确认这样正确，或以同一坐标系导出。`,
  },
  'rois-of-one-name': {
    title: '同名 ROI 已区分',
    message: ({ roi, drawn, empty }) =>
      [
        drawn.length > 0
          ? `名为“${roi}”的 ROI 中，${drawn.map(({ name, roiNumber }) => `编号 ${roiNumber} 以“${name}”评估`).join('，')}。`
          : `名为“${roi}”的 ROI 均无体积。`,
        empty.length > 0 && `无体积：编号 ${empty.join('、')}。`,
      ]
        .filter(Boolean)
        .join(''),
  },
  'required-organ-missing': {
    title: '缺少必需的器官',
    message: ({ organ, how, unmatched, related = [] }) =>
      `${organWord(NAMES, organ)}为必需器官，但${how === 'not contoured' && unmatched.length > 0 ? '未以可识别的名称勾画' : HOW[how]}：未评估。${related.length > 0 ? `已勾画的有：${related.join('、')}，其限值不适用于此。` : ''}${unmatched.length > 0 ? `未识别为器官的 ROI：${unmatched.join('、')}；如其中之一即是，请在病例中说明。` : ''}如患者没有该器官，请在病例中说明。`,
  },
  'organ-drawn-then-alone': {
    title: '仅在既往疗程中勾画的器官',
    message: ({ organ, courses, unmatched }) =>
      `${organWord(NAMES, organ)}在疗程${courses.map((course) => `“${course}”`).join('、')}的结构集中已勾画，而计划结构集中未识别到：其约束无法评估。${unmatched.length > 0 ? `未识别为器官的 ROI：${unmatched.join('、')}；如其中之一即是，请在病例中说明。` : ''}如患者已无该器官，请在病例中说明。`,
  },
  'organ-said-absent': {
    title: '患者没有该器官',
    message: ({ organ, by, on, why }) => `患者没有${organWord(NAMES, organ)}（${why}；${by}，${on}）：其约束不计入。`,
  },
  'absent-organ-drawn': {
    title: '声明不存在的器官已勾画',
    message: ({ organ, rois, course }) =>
      `${organWord(NAMES, organ)}被声明不存在，但${course === undefined ? '计划结构集' : `疗程“${course}”的结构集`}中勾画了 ${rois.join('、')}。需要：在病例中撤回该声明，或由某人说明两者为何都正确（其后已切除，或所勾画的是其他结构）。`,
  },
  'roi-names-guessed': {
    title: '由 ROI 名称推断的器官',
    message: ({ taken }) =>
      `根据常用名称（而非 TG-263 名称）识别的器官：${taken.map(({ roi, organ }) => `${roi} 视为${organWord(NAMES, organ)}`).join('、')}。请核对；可在病例中更改。`,
  },
  'roi-not-matched': {
    title: 'ROI 未识别为器官',
    message: ({ rois }) => `以下名称未识别为器官，不予评估：${rois.join('、')}。如需评估，请在病例中为该 ROI 指定器官或 α/β。`,
  },
  'derived-by-program': {
    title: '程序生成的结构',
    message: ({ derived }) =>
      [
        `因约束集需要而由程序生成：${derived.map(({ name, expression }) => `${name} = ${expression}`).join('；')}。`,
        ...derived.flatMap(({ name, besides }) =>
          besides === undefined ? [] : [`${name} 与文件或病例中名为 ${besides} 的结构并列；靶区内外仅由前者区分。`],
        ),
      ].join(''),
  },
  'target-not-drawn': {
    title: '靶区不在该疗程的轮廓之中',
    message: ({ course, roi, rois, more }) =>
      `疗程“${course}”指定了靶区 ${roi}，但其结构中没有该 ROI。现有：${rois.join('、')}${more > 0 ? `，另有 ${more} 个` : ''}。`,
  },
  'planned-ptv-not-known': {
    title: '计划 PTV 不明',
    message: (facts) => PTV_NOT_KNOWN[facts.why](facts),
  },
  'oesophagus-not-told-apart': {
    title: '食管未区分靶区内外',
    message: ({ why, rois }) => `${NOT_TOLD_APART[why](rois.join('、'))}：不区分计划 PTV 内外，超出之处按靶区之外计。`,
  },
  'derived-empty': {
    title: '派生结构为空',
    message: ({ derived }) =>
      `以下派生结构为空，不予评估：${derived.map(({ name, expression }) => `${name}（${expression}）`).join('；')}。`,
  },
  'organ-ambiguous': {
    title: '多个 ROI 对应同一器官',
    message: ({ rois, organ }) =>
      `${rois.join('、')} 均视为${organWord(NAMES, organ)}；每个都按其约束评估。请在病例中说明所指的是哪一个。`,
  },
  'alpha-beta-implausible': {
    title: 'α/β 不合理',
    message: ({ roi, goal, alphaBetaGy, low, high }) =>
      `${roi}：${goal === undefined ? '病例' : `约束 ${goal} `}给出的 α/β 为 ${alphaBetaGy} Gy，超出 ${low} 至 ${high} Gy（本程序自定的合理范围）。需要：另给 α/β，或由某人说明为何采用该值。`,
  },
  'alpha-beta-assumed': {
    title: 'α/β 为假定值',
    message: ({ rois, alphaBetaGy, source }) =>
      `组织参数表中没有 ${rois.join('、')} 的已发表 α/β；假定为 ${alphaBetaGy} Gy（${source}）。`,
  },
};
