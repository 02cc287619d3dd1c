import { amountOf } from '../../../figure-digits';
import type { NotInPicture } from '../../../findings/dose';
import { coveredPercent, type DOSE } from '../../../findings/dose';
import type { SameWords } from '../../../findings/words';
import { refusalText } from '../refusal-words';

const NOT_IN_PICTURE: Readonly<Record<NotInPicture, string>> = {
  'incomplete-repair': '不完全修复',
  'lq-l': 'LQ-L',
  recovery: '恢复',
  'overall-time': '总治疗时间修正',
};

export const dose: SameWords<typeof DOSE> = {
  'dose-summation-missing': {
    title: '剂量未注明累加类型',
    message: () => '文件未注明其剂量的累加范围；视为整个计划的剂量。',
  },
  'dose-type-missing': {
    title: '剂量未注明类型',
    message: () => '文件未注明其剂量是否为物理剂量；视为物理剂量。',
  },
  'dose-of-one-session': {
    title: '单次治疗的剂量',
    message: ({ fractions }) => `该剂量为单次治疗的剂量；按用户说明，乘以 ${fractions} 次。`,
  },
  'dose-implausibly-high': {
    title: '剂量异常偏高',
    message: ({ highestGy, isLone }) =>
      isLone
        ? `网格的最高剂量为 ${amountOf(highestGy, 'Gy')}，而该体素高出其多数相邻体素的程度比宽 10 mm 的剂量分布更陡：胸部没有靶区会有这样的尖峰。文件此处可能已损坏，最大剂量也随之不可靠。`
        : `网格的最高剂量为 ${amountOf(highestGy, 'Gy')}。请核对单位：有些程序写入的是 cGy，却标为 GY。如属此种情况，须以正确单位重新导出。`,
  },
  'dose-in-centigray': {
    title: '剂量单位为 cGy',
    message: () => '按用户说明，剂量单位为 cGy；已除以 100。',
  },
  'dose-relative': {
    title: '相对剂量',
    message: ({ percentOfGy, highestPercent, highestGy }) =>
      `剂量为相对值；按用户说明，100 % 为 ${percentOfGy} Gy。其最高值 ${amountOf(highestPercent, '%')} 换算为 ${amountOf(highestGy, 'Gy')}。`,
  },
  'dose-rbe-weighted': {
    title: 'RBE 加权剂量',
    message: () => '剂量标为 EFFECTIVE；按用户说明，为 RBE 加权剂量，视为以 Gy 计的光子等效剂量。',
  },
  'dose-grid-unusable': {
    title: '剂量网格无法使用',
    message: (refusal) => refusalText('zh', refusal),
  },
  'dose-grid-does-not-cover-roi': {
    title: '剂量网格未完全覆盖器官',
    message: (facts) => {
      if (facts.seenIn === 'contours') return `剂量网格未覆盖 ${facts.rois.join('、')} 的全部。网格外的剂量未知，而不是零。`;
      if (facts.seenIn === 'dose') {
        return `${facts.roi}：剂量网格覆盖其 ${coveredPercent(facts.coveredShare)}。网格外的剂量未知，而不是零：各数值仅针对已覆盖的部分。`;
      }
      const { roi, coveredShare, priorShare, plannedShare, outside } = facts;
      const courses = [
        priorShare !== undefined && `既往 ${coveredPercent(priorShare)}`,
        plannedShare !== undefined && `本次计划 ${coveredPercent(plannedShare)}`,
      ];
      const meaning =
        outside === 'zero'
          ? '用户声明网格以外无剂量，该处按 0 Gy 计。'
          : '网格外的剂量未知，而不是零：各指标仅针对已覆盖的部分，其余部分可能改变结论的约束不予评估。';
      if (facts.courses) {
        const each = facts.courses.map(({ course, share }) => `疗程“${course}” ${coveredPercent(share)}`).join('，');
        return `${roi}：位于所有疗程剂量网格之内的占其 ${coveredPercent(coveredShare)}（${each}）。${meaning}`;
      }
      return `${roi}：剂量网格覆盖其 ${coveredPercent(coveredShare)}（${courses.filter(Boolean).join('，')}）。${meaning}`;
    },
  },
  'exported-dose-partly-unknown': {
    title: '导出的剂量部分未知',
    message: ({ unknownVoxels, voxels }) =>
      `导出的 EQD2 网格共 ${voxels} 个体素，其中 ${unknownVoxels} 个体素有疗程的剂量未知；这些体素仅含已知的剂量，因此为下限，文件中已注明。`,
  },
  'exported-dose-without': {
    title: '导出的剂量并非各器官表中的剂量',
    message: ({ alphaBetaGy, lacks }) =>
      `导出的 EQD2 网格以单一 α/β（${alphaBetaGy} Gy）制作，未包含表中部分器官具有的：${lacks.map((code) => NOT_IN_PICTURE[code]).join('、')}。文件中已注明。`,
  },
  'exported-dose-value-left-out': {
    title: '计划剂量的一项内容未写入导出的剂量',
    message: ({ tag, value }) => `计划剂量的 ${tag} 为“${value}”，不能写入 DICOM 文件；导出的剂量中该项为空。`,
  },
};
