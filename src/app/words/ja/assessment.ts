import type { ASSESSMENT, RiskDose } from '../../../findings/assessment';
import type { SameWords } from '../../../findings/words';
import { refusalText } from '../refusal-words';

const GROUPS = { low: '低', intermediate: '中', high: '高' } as const;
const CHEMOTHERAPY = { yes: 'あり', no: 'なし', unknown: '不明' } as const;
const riskDose = ({ doseGy, ci95Gy }: RiskDose) => `${doseGy} Gy（95 % CI ${ci95Gy[0]}～${ci95Gy[1]}）`;

export const assessment: SameWords<typeof ASSESSMENT> = {
  'file-unreadable': {
    title: 'ファイルを読み込めません',
    message: (refusal) => refusalText('ja', refusal),
  },
  'input-changed': {
    title: '入力が症例ファイルの記録と異なる',
    message: () => '症例を保存したときのファイルと異なります。その後、内容が変わっています。',
  },
  'same-dose-in-two-courses': {
    title: '二つのコースに同じ線量',
    message: ({ courses }) => `コース「${courses[0]}」と「${courses[1]}」に同じ線量が使われ、両方に計上されています。`,
  },
  'course-dates-reversed': {
    title: 'コースの開始日と終了日が逆',
    message: ({ course, started, completed }) => `コース「${course}」の終了日（${completed}）が開始日（${started}）より前です。`,
  },
  'prior-after-planned': {
    title: '既照射の終了が今回の開始より後',
    message: ({ course, completed, plannedStart }) =>
      `照射歴のコース「${course}」の終了日（${completed}）が今回計画の開始日（${plannedStart}）より後です。間隔は不明です。`,
  },
  'dose-from-record': {
    title: '線量は記録から取得',
    message: ({ course, phase, fractions, totalDoseGy, hotSpotFactor, organs }) => {
      const each = organs.map(({ organ, doseGy }) => `${organ} ${doseGy} Gy`).join('、');
      const parts = [
        totalDoseGy !== undefined &&
          (hotSpotFactor === undefined
            ? `処方 ${totalDoseGy} Gy。処方は最大線量ではありません。ホットスポット係数が確認されていないため、最大線量の上限はありません`
            : `どの部位も 0 から ${Number((totalDoseGy * hotSpotFactor).toPrecision(6))} Gy（処方 ${totalDoseGy} Gy × 利用者が確認したホットスポット係数 ${hotSpotFactor}）`),
        organs.length > 0 && `次の臓器の各部分は 0 から記録の最大線量まで：${each}`,
      ];
      return `コース「${course}」、${phase}：線量ファイルがありません。記録から、${fractions} 回：${parts.filter(Boolean).join('；')}。いずれの数値も区間であり、線量分布ではありません。`;
    },
  },
  'incomplete-repair': {
    title: '不完全修復を考慮',
    message: ({ phases, ownHalfTimes }) =>
      `一日複数回照射：${phases.map(({ course, phase }) => `「${course}」、${phase}`).join('；')}。照射間の修復が不完全なため、BED を増やしています（Thames）。修復半減期は組織の表の値${ownHalfTimes.length > 0 ? `（${ownHalfTimes.join('、')} は利用者の値）` : ''}を用い、夜間の修復は完全とみなします。`,
  },
  'cord-risk-score': {
    title: '脊髄のリスクスコア',
    message: (facts) =>
      `${facts.roi}：リスクスコア ${facts.score}（累積 BED ${facts.bedPoints} 点、間隔 ${facts.intervalPoints} 点、最大の単一コース ${facts.coursePoints} 点；α/β ${facts.alphaBetaGy} Gy、回復なし）、${GROUPS[facts.group]}リスク：出典の症例集積では、この群の ${facts.myelopathyPercent} % に脊髄症が発生しています（${facts.source}）。`,
  },
  'esophagus-risk-band': {
    title: '食道の文献上のリスク',
    message: (facts) => {
      const { dmaxGy, withoutChemotherapy: without, withChemotherapy: having } = facts;
      const own = dmaxGy === undefined ? '評価不能' : `${dmaxGy.toFixed(1)} Gy EQD2（α/β ${facts.organAlphaBetaGy} Gy）`;
      const doses = [
        without && `同時併用化学療法なしで ${riskDose(without)}`,
        having && `同時併用化学療法ありで ${riskDose(having)}`,
      ];
      const basis = `${facts.studies} 研究、患者 ${facts.patients} 例、イベント ${facts.events} 件`;
      return `${facts.roi}：累積 Dmax ${own}。既報データで ${facts.grade} の晩期毒性リスクが ${facts.riskPercent} % となる線量：${doses.filter(Boolean).join('、')}（EQD2、α/β ${facts.alphaBetaGy} Gy；${basis}；${facts.source}）。今回の再照射での同時併用化学療法：${CHEMOTHERAPY[facts.chemotherapy]}。`;
    },
  },
};
