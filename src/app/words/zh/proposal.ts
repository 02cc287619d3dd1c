import type { KeptFromBefore, LeftPrescription, ProposedTarget } from '../../../case/guess-words';
import { organWord } from '../../../constraints/organ-word';
import type { GuessWords, MissingWords } from '../../../inspection/proposal-words';
import { gyText } from '../../../inspection/proposal-words';
import { refusalText } from '../refusal-words';
import { organs as NAMES } from './organs';
import { groupWithoutDose } from './study';

const DATED = { plan: '计划', study: '检查', structures: '结构集' } as const;
const targetWords = ({ roi, doseGy, partsGy }: ProposedTarget): string =>
  `${roi} ${gyText(doseGy)} Gy${partsGy ? `（${partsGy.map(gyText).join(' + ')}）` : ''}`;
const LEFT = { 'no-roi': '未指明 ROI', 'not-in-structures': '结构集中没有该 ROI', 'no-dose': '未注明剂量' } as const;
const leftWords = ({ doseGy, roiNumber, why }: LeftPrescription): string =>
  `${gyText(doseGy)} Gy${roiNumber === undefined ? '' : `，ROI 编号 ${roiNumber}`}（${LEFT[why]}）`;
const LEFT_OUT = {
  dose: ' RT Dose（剂量）',
  plan: ' RT Plan（计划）',
  structures: ' RT Structure Set（结构集）',
  unknown: '文件',
} as const;
const ROLES = { prior: '既往', planned: '计划' } as const;

const keptWords = ({ name, role, day, file, targets = [] }: KeptFromBefore): string => {
  if (role !== undefined) return `${name} 视为${ROLES[role]}疗程`;
  if (day !== undefined) return `${day} 视为 ${name} 的首次照射日期`;
  if (file !== undefined) return `${file} 视为 ${name} 的结构集`;
  return `${targets.map(targetWords).join('、')} 视为 ${name} 的靶区与剂量`;
};

export const guesses: GuessWords = {
  'role-by-date': {
    title: '根据文件中的日期判断。',
    message: ({ name, day, role }) =>
      `${name}（${day}）按日期视为${ROLES[role]}疗程：${role === 'planned' ? '其日期最近' : '另有日期更近的疗程'}。`,
  },
  'only-course': {
    title: '它是唯一的疗程。',
    message: ({ name }) => `${name} 视为计划疗程：它是唯一的疗程。`,
  },
  'date-of-plan': {
    title: '这是文件的日期，不是首次照射日期。',
    message: ({ name, day, of }) => `${day} 是 ${name} 的${DATED[of]}日期，不是首次照射日期。`,
  },
  'one-of-doses': {
    title: '该计划另有其他剂量。',
    message: ({ taken, others, sums = [] }) =>
      [
        `采用 ${taken.join('、')}`,
        others.length > 0 && `同一计划还有 ${others.join('、')}，不予计入`,
        sums.length > 0 && `${sums.join('、')} 是包括该计划在内的多个计划的剂量，不予计入`,
      ]
        .filter(Boolean)
        .join('；')
        .concat('。'),
  },
  'newest-structures': {
    title: '剂量文件未注明所用的结构集。',
    message: ({ name, file, sets }) =>
      `${name} 的剂量未注明所用结构集；采用 ${file}，${sets > 1 ? `它是其坐标系中 ${sets} 个结构集里最新的` : '它是其坐标系中唯一的结构集'}。`,
  },
  'other-structures': {
    title: '同一图像上另有结构集。',
    message: ({ name, file, others }) =>
      `${name} 采用 ${file}，因其计划或剂量指明了它；同一参考坐标系中还有 ${others.map(({ file: other, day }) => (day ? `${other}（${day}）` : other)).join('、')}，未予采用。`,
  },
  'records-not-read': {
    title: '治疗记录未读取。',
    message: ({ records }) =>
      `文件中有 ${records} 份治疗记录，未予读取：各计划均按全部分次、各一次且完整给予计算。若实际次数更少或更多，须另行说明。`,
  },
  'same-course': {
    title: '日期相近且在同一坐标系中，视为同一疗程的不同阶段。',
    message: ({ names, days }) => `${names[0]} 与 ${names[1]} 在同一坐标系中，相隔 ${days} 天，视为同一疗程的不同阶段。`,
  },
  'targets-of-plan': {
    title: '取自计划的处方。',
    message: ({ name, targets }) => `${name} 的靶区与剂量取自其计划：${targets.map(targetWords).join(', ')}。`,
  },
  'prescription-left-out': {
    title: '计划的某项处方没有对应的已勾画靶区。',
    message: ({ name, left }) => `${name} 中未据以设定靶区的处方：${left.map(leftWords).join('；')}。`,
  },
  'organ-by-name': {
    title: '仅根据名称判断，并非标准名称。',
    message: ({ roi, organ }) => `仅根据名称，将 ${roi} 视为${organWord(NAMES, organ)}。`,
  },
  'from-before-change': {
    title: '取自病例在其文件或疗程更改之前的内容。',
    message: (kept) => `${keptWords(kept)}：取自病例在其文件或疗程更改之前的内容。`,
  },
  'course-left-out': {
    title: '有疗程文件无法使用。',
    message: ({ files }) => `${files.join('、')}：无法使用，未纳入病例；其剂量或处方未计入任何累加。`,
  },
};

export const missing: MissingWords = {
  'no-dose': { title: 'RT Dose（剂量）', message: () => '文件中没有整个计划的 RT Dose' },
  'no-structures': {
    title: 'RT Structure Set（结构集）',
    message: () => '没有在最新剂量的参考坐标系中勾画的 RT Structure Set',
  },
  'file-left-out': {
    title: '无法使用的文件',
    message: ({ kind, refusal }) => `有${LEFT_OUT[kind]}无法使用，未纳入病例：${refusalText('zh', refusal)}`,
  },
  'plan-without-dose': {
    title: '计划的剂量',
    message: ({ plan, file }) => `计划 ${plan}（${file}）可用的剂量：其剂量未纳入病例`,
  },
  'group-without-dose': {
    title: '分次组的剂量',
    message: ({ plan, file, ...group }) => `计划 ${plan}（${file}）${groupWithoutDose(group)}的剂量：其剂量未纳入病例`,
  },
  'one-usable-course': {
    title: '第二个疗程',
    message: ({ name, left }) => `文件中的疗程只有 ${name} 可用；未纳入：${left.join('、')}`,
  },
  'one-course': { title: '第二个疗程', message: () => '文件中只有一个疗程' },
  'one-registration': {
    title: '选定一个配准',
    message: ({ files }) => `使用哪一个配准：${files.join('、')} 联系的是同两个参考坐标系`,
  },
  'no-fractions': { title: '分次数', message: ({ plan }) => `${plan} 的分次数` },
  'hours-between': {
    title: '分次间隔小时数',
    message: ({ plan, perDay, isClear }) =>
      `计划 ${plan} ${isClear ? '为' : '可能为'}每日 ${perDay} 次照射：各次之间的小时数（或说明为每日一次）`,
  },
  'no-role': {
    title: '既往还是计划',
    message: ({ name, day }) => `${name}（${day ?? '无日期'}）是既往疗程还是计划疗程：文件中的日期无法说明`,
  },
  'which-structures': {
    title: '计划疗程的结构集',
    message: ({ files }) => `以哪个结构集（计划疗程的）作为评估的基础：${files.join(' 或 ')}`,
  },
  'no-registration': {
    title: '配准',
    message: ({ name }) => `${name} 的参考坐标系与结构集的参考坐标系之间的配准`,
  },
  'dose-answer': { title: '剂量的含义', message: ({ file, stated }) => `${file} 是什么剂量：文件注明为 ${stated}` },
  'target-dose': {
    title: '靶区剂量',
    message: ({ name, roi, dosesGy }) =>
      `${name} 中 ${roi} 的总剂量：各计划注明为 ${dosesGy.map((doseGy) => `${gyText(doseGy)} Gy`).join('、')}`,
  },
  'same-patient': {
    title: '同一名患者',
    message: (refusal) => `所有文件是否属于同一名患者：${refusalText('zh', refusal)}`,
  },
  'not-usable': { title: '文件所缺的内容', message: (refusal) => refusalText('zh', refusal) },
};
