import type { GuessWords, MissingWords } from '../../../assessment/proposal-words';

const ROLES = { prior: '既往', planned: '计划' } as const;

export const guesses: GuessWords = {
  'role-by-date': {
    title: '根据计划日期判断。',
    message: ({ name, day, role }) =>
      `${name}（${day}）按计划日期视为${ROLES[role]}疗程：${role === 'planned' ? '其日期最近' : '另有日期更近的计划'}。`,
  },
  undated: {
    title: '其文件中没有日期。',
    message: ({ name, role }) => `${name} 视为${ROLES[role]}疗程；其文件中没有日期。`,
  },
  'date-of-plan': {
    title: '这是计划日期，不是首次照射日期。',
    message: ({ name, day }) => `${day} 是 ${name} 的计划日期，不是首次照射日期。`,
  },
  'newest-structures': {
    title: '剂量文件未注明所用的结构集。',
    message: ({ name, file, sets }) =>
      `${name} 的剂量未注明所用结构集；采用 ${file}，${sets > 1 ? `它是其坐标系中 ${sets} 个结构集里最新的` : '它是其坐标系中唯一的结构集'}。`,
  },
  'same-course': {
    title: '几个计划日期相近且在同一坐标系中，视为同一疗程的不同阶段。',
    message: ({ names, days }) => `${names[0]} 与 ${names[1]} 在同一坐标系中，相隔 ${days} 天，视为同一疗程的不同阶段。`,
  },
  'targets-of-plan': {
    title: '取自计划的处方。',
    message: ({ name, targets }) =>
      `${name} 的靶区与剂量取自其计划：${targets.map(({ roi, doseGy }) => `${roi} ${doseGy} Gy`).join(', ')}。`,
  },
};

export const missing: MissingWords = {
  'no-dose': { title: 'RT Dose（剂量）', message: () => '文件中没有整个计划的 RT Dose' },
  'no-structures': {
    title: 'RT Structure Set（结构集）',
    message: () => '没有在最新剂量的参考坐标系中勾画的 RT Structure Set',
  },
  'one-course': { title: '第二个疗程', message: () => '文件中只有一个疗程' },
  'one-registration': {
    title: '选定一个配准',
    message: ({ files }) => `使用哪一个配准：${files.join('、')} 联系的是同两个参考坐标系`,
  },
  'no-fractions': { title: '分次数', message: ({ plan }) => `${plan} 的分次数` },
};
