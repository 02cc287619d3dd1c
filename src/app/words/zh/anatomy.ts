import type { ANATOMY } from '../../../findings/anatomy';
import type { SameWords } from '../../../findings/words';

export const anatomy: SameWords<typeof ANATOMY> = {
  'roi-in-another-frame': {
    title: 'ROI 在另一参考坐标系',
    message: ({ rois, frame, others }) => `ROI ${rois.join('、')} 勾画在坐标系 ${frame} 中，其余在 ${others} 中；前者已略去。`,
  },
  'roi-names-guessed': {
    title: '由 ROI 名称推断的器官',
    message: ({ taken }) =>
      `根据常用名称（而非 TG-263 名称）识别的器官：${taken.map(({ roi, organ }) => `${roi} 视为 ${organ}`).join('、')}。请核对；可在病例中更改。`,
  },
  'roi-not-matched': {
    title: 'ROI 未识别为器官',
    message: ({ rois }) => `以下名称未识别为器官，不予评估：${rois.join('、')}。如需评估，请在病例中为该 ROI 指定器官或 α/β。`,
  },
  'derived-by-program': {
    title: '程序生成的结构',
    message: ({ derived }) =>
      `因约束集需要而由程序生成：${derived.map(({ name, expression }) => `${name} = ${expression}`).join('；')}。`,
  },
  'planned-ptv-not-known': {
    title: '计划 PTV 不明',
    message: ({ why, rois }) =>
      why === 'no-ptv-named'
        ? `本次计划的靶区（${rois.join('、')}）中没有此处勾画的 PTV：食管不区分计划 PTV 内外。`
        : `病例未指明本次计划的靶区，且所勾画的 PTV（${rois.join('、')}）中可能有属于以往疗程的：食管不区分计划 PTV 内外。请指明本次计划的靶区。`,
  },
  'derived-empty': {
    title: '派生结构为空',
    message: ({ derived }) =>
      `以下派生结构为空，不予评估：${derived.map(({ name, expression }) => `${name}（${expression}）`).join('；')}。`,
  },
  'organ-ambiguous': {
    title: '多个 ROI 对应同一器官',
    message: ({ rois, organ }) => `${rois.join('、')} 均视为 ${organ}；每个都按其约束评估。请在病例中说明所指的是哪一个。`,
  },
  'alpha-beta-assumed': {
    title: 'α/β 为假定值',
    message: ({ rois, alphaBetaGy, source }) =>
      `组织参数表中没有 ${rois.join('、')} 的已发表 α/β；假定为 ${alphaBetaGy} Gy（${source}）。`,
  },
};
