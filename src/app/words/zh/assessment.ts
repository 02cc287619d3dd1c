import type { ASSESSMENT, RiskDose } from '../../../findings/assessment';
import type { SameWords } from '../../../findings/words';
import { refusalText } from '../refusal-words';

const GROUPS = { low: '低', intermediate: '中', high: '高' } as const;
const CHEMOTHERAPY = { yes: '有', no: '无', unknown: '不详' } as const;
const riskDose = ({ doseGy, ci95Gy }: RiskDose) => `${doseGy} Gy（95 % CI ${ci95Gy[0]} 至 ${ci95Gy[1]}）`;

export const assessment: SameWords<typeof ASSESSMENT> = {
  'file-unreadable': {
    title: '文件无法读取',
    message: (refusal) => refusalText('zh', refusal),
  },
  'input-changed': {
    title: '输入与病例文件所记录的不一致',
    message: () => '该文件与保存病例时的不同：其内容在此之后已改变。',
  },
  'same-dose-in-two-courses': {
    title: '两个疗程使用同一剂量',
    message: ({ courses }) => `疗程“${courses[0]}”与“${courses[1]}”使用了同一剂量；两处均已计入。`,
  },
  'course-dates-reversed': {
    title: '疗程起止日期颠倒',
    message: ({ course, started, completed }) => `疗程“${course}”的结束日期（${completed}）早于开始日期（${started}）。`,
  },
  'prior-after-planned': {
    title: '既往疗程结束晚于本次开始',
    message: ({ course, completed, plannedStart }) =>
      `既往疗程“${course}”的结束日期（${completed}）晚于本次计划的开始日期（${plannedStart}）：间隔未知。`,
  },
  'dose-from-record': {
    title: '剂量取自病历记录',
    message: ({ course, phase, fractions, totalDoseGy, hotSpotFactor, organs }) => {
      const each = organs.map(({ organ, doseGy }) => `${organ} ${doseGy} Gy`).join('、');
      const parts = [
        totalDoseGy !== undefined &&
          (hotSpotFactor === undefined
            ? `处方 ${totalDoseGy} Gy，并非最大剂量：未确认热点系数，因此不能据此给出任何最大剂量的上限`
            : `任何部位为 0 至 ${Number((totalDoseGy * hotSpotFactor).toPrecision(6))} Gy（处方 ${totalDoseGy} Gy，乘以用户确认的热点系数 ${hotSpotFactor}）`),
        organs.length > 0 && `下列器官各部分为 0 至所记录的最大剂量：${each}`,
      ];
      return `疗程“${course}”，${phase}：没有剂量文件。取自病历记录，共 ${fractions} 次：${parts.filter(Boolean).join('；')}。其所有数值均为区间，而非剂量分布。`;
    },
  },
  'incomplete-repair': {
    title: '已计入不完全修复',
    message: ({ phases, ownHalfTimes }) =>
      `每日多次照射：${phases.map(({ course, phase }) => `“${course}”，${phase}`).join('；')}。因各次之间修复不完全，BED 相应增加（Thames）。半修复时间取自组织参数表${ownHalfTimes.length > 0 ? `，${ownHalfTimes.join('、')} 采用用户给出的值` : ''}；过夜视为完全修复。`,
  },
  'cord-risk-score': {
    title: '脊髓风险评分',
    message: (facts) =>
      `${facts.roi}：风险评分 ${facts.score}（累积 BED ${facts.bedPoints} 分，间隔 ${facts.intervalPoints} 分，最高单疗程 ${facts.coursePoints} 分；α/β ${facts.alphaBetaGy} Gy，不计恢复），${GROUPS[facts.group]}风险：来源文献的病例系列中，该组有 ${facts.myelopathyPercent} % 发生脊髓病（${facts.source}）。`,
  },
  'esophagus-risk-band': {
    title: '食管毒性的文献风险',
    message: (facts) => {
      const { dmaxGy, withoutChemotherapy: without, withChemotherapy: having } = facts;
      const own = dmaxGy === undefined ? '无法评估' : `${dmaxGy.toFixed(1)} Gy EQD2（α/β ${facts.organAlphaBetaGy} Gy）`;
      const doses = [without && `无同步化疗时 ${riskDose(without)}`, having && `有同步化疗时 ${riskDose(having)}`];
      const basis = `${facts.studies} 项研究，${facts.patients} 名患者，${facts.events} 例事件`;
      return `${facts.roi}：累积 Dmax ${own}。已发表数据中，${facts.grade} 晚期毒性风险达 ${facts.riskPercent} % 的剂量：${doses.filter(Boolean).join('，')}（EQD2，α/β ${facts.alphaBetaGy} Gy；${basis}；${facts.source}）。本次再程放疗的同步化疗：${CHEMOTHERAPY[facts.chemotherapy]}。`;
    },
  },
};
