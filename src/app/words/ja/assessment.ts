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
const CHEMOTHERAPY = { yes: 'あり', no: 'なし', unknown: '不明' } as const;
const riskDose = ({ doseGy, ci95Gy: [low, high] }: RiskDose) => `${doseGy} Gy（95 % CI ${low < 0 ? '0 未満' : low}～${high}）`;
const PLACE = { courseWords: (name: string) => `コース「${name}」`, comma: '、' };

const LIES: Readonly<Record<KnownStanding['lies'], (low: number, high: number) => string>> = {
  above: (_, high) => `上限 ${high} Gy を上回っています`,
  within: (low, high) => (low < 0 ? `${high} Gy を上限とする区間の中にあります` : `${low}～${high} Gy の区間の中にあります`),
  below: (low) => `下限 ${low} Gy を下回っています`,
};
const WITH = { without: '同時併用化学療法なし', with: '同時併用化学療法あり' } as const;

function liesText(facts: EsophagusRisk): string {
  const { known, unknown } = standingsByKnown(facts);
  const open = unknown.map((chemotherapy) => WITH[chemotherapy]).join('・');
  return [
    ...known.map(({ lies, chemotherapy, ci95Gy }) => `この症例は、${WITH[chemotherapy]}では${LIES[lies](...ci95Gy)}。`),
    open && `線量は ${ownMaximum(facts)} 以上ですが全体はわからないため、${open}でどこに位置するかは不明です。`,
  ].join('');
}

const DOSES: DoseWords = {
  prior: '既照射 ',
  planned: '計画 ',
  cumulative: '累積 ',
  ratio: (of, by) => `${of} と${by} の比`,
};

const RECORD_COUNTED: Readonly<Record<RecordCounted, (share: string) => string>> = {
  'in-share': (share) => `記録された線量は ${share} として数えています`,
  'prescription-in-share': (share) =>
    `処方線量は ${share} として数え、記録の最大線量はこの回数で与えられたものとしてそのまま数えています`,
  'maxima-whole': () => '記録の最大線量はこの回数で与えられたものとしてそのまま数えています',
};

export const assessment: SameWords<typeof ASSESSMENT> = {
  'file-unreadable': {
    title: 'ファイルを読み込めません',
    message: (refusal) => refusalText('ja', refusal),
  },
  'input-changed': {
    title: '入力が症例ファイルの記録と異なる',
    message: () => '症例を保存したときのファイルと異なります。その後、内容が変わっています。',
  },
  'guesses-not-confirmed': {
    title: '未確認の推定',
    message: ({ guesses: said, each = [] }) =>
      `症例の次の値はプログラムが推定したもので、まだ誰も確認していません。結果はこれらに基づきます：${said.map((message, n) => withoutStop(guessIn(guesses, message, each[n]))).join('；')}。ご確認ください。症例で確認済みにすると表示されなくなります。`,
  },
  'course-left-out': {
    title: '症例に含まれないコースのファイル',
    message: ({ files }) =>
      `ファイルから症例を作成したとき、次のファイルは使用できず、症例に含まれていません：${files.join('、')}。コースまたはその一部が欠けている可能性があり、その線量はどの合計にも判定にも入っていません。`,
  },
  'same-dose-in-two-courses': {
    title: '二つのコースに同じ線量',
    message: ({ courses }) => `コース「${courses[0]}」と「${courses[1]}」に同じ線量が使われ、両方に計上されています。`,
  },
  'same-voxels-in-two-courses': {
    title: '二つのコースの線量が同じ値',
    message: ({ courses, sameAs }) =>
      `コース「${courses[1]}」の線量は、すべてのボクセルでコース「${courses[0]}」の線量（${sameAs}）と同じ値で、識別子だけが異なります。一方が他方の複製であり、実際に照射された線量が欠けている可能性が高いです。`,
  },
  'courses-of-one-name': {
    title: '同名のコースを区別',
    message: ({ name, courses }) =>
      `この症例には「${name}」という名のコースが ${courses.length} 個あります。順に${courses.map((each) => `「${each}」`).join('、')}として区別します。回答ではそのいずれかを指定してください。`,
  },
  'answer-meets-no-question': {
    title: 'どの質問にも対応しない回答',
    message: ({ asked, courses = [], ...answer }) =>
      [
        `${answer.by}（${answer.on}）の ${answer.code} への回答${placeOf(answer, PLACE) && `（${placeOf(answer, PLACE)}）`}は、どの質問にも答えていません。`,
        answer.why === 'course-of-several' &&
          `同名のコースが複数あります。${courses.map((each) => `「${each}」`).join('、')}のいずれかを指定してください。`,
        answer.why === 'several-rois' && '同じ質問が複数の ROI についてあります。どれについての回答かを指定してください。',
        asked.length === 0
          ? 'ここではこのコードの質問はありません。'
          : `質問の対象：${asked.map((each) => placeOf(each, PLACE) || '症例全体').join('；')}。回答ではこれらを（ファイルは SHA-256 で）過不足なく指定してください。`,
      ]
        .filter(Boolean)
        .join(''),
  },
  'no-planned-course': {
    title: '計画コースがありません',
    message: () => '症例に計画コースがありません。合算しているのは照射歴の線量だけです。',
  },
  'no-prior-course': {
    title: '照射歴のコースがありません',
    message: () => '症例に照射歴のコースがありません。累積値は今回計画のコースだけの値です。',
  },
  'record-dose-zero': {
    title: '記録の臓器線量が 0',
    message: ({ course, organs }) =>
      `コース「${course}」の記録では ${organs.join('、')} の最大線量が 0 Gy です。照射を受けた患者の臓器の線量がまったくの 0 になることはありません。記録の線量を入力するか、記録がそのとおりであることをどなたかが述べる必要があります。`,
  },
  'few-fractions-delivered': {
    title: '照射された回数が計画より大幅に少ない',
    message: ({ course, phase, delivered, planned, counted, isOfSeveral }) =>
      `コース「${course}」、${phase}：計画 ${planned} 回のうち ${delivered} 回のみ照射とされ、半分未満です。${counted ? RECORD_COUNTED[counted](`${delivered}/${planned}`) : '線量はその分に縮小しています'}。実際の照射回数を指定するか、${isOfSeveral ? 'これ以上は照射されなかったこと（残りは別の計画で照射された、または中断された）' : 'コースが中断されたこと'}をどなたかが述べる必要があります。`,
  },
  'part-of-fractions-delivered': {
    title: '計画の一部の回数のみ照射',
    message: ({ course, phase, delivered, planned, counted }) =>
      `コース「${course}」、${phase}：計画 ${planned} 回のうち ${delivered} 回が照射されたとされ、${counted ? RECORD_COUNTED[counted](`${delivered}/${planned}`) : `線量は計画の ${delivered}/${planned} として数えています`}。このコースに関わるすべての判定と合計はこの回数に基づきます。`,
  },
  'course-dates-reversed': {
    title: 'コースの開始日と終了日が逆',
    message: ({ course, started, completed }) =>
      `コース「${course}」の終了日（${completed}）が開始日（${started}）より前です。どちらの日も確かでなく、このコースとの間隔はわかりません。`,
  },
  'prior-after-planned': {
    title: '既照射コースが今回計画より後',
    message: ({ course, last, plannedStart }) =>
      `既照射コース「${course}」は ${last} にも照射されており、今回計画は ${plannedStart} に始まります。間隔は不明です。役割が逆かもしれません。`,
  },
  'goal-asks-for-dose': {
    title: '線量が多いほど満たされる制約',
    message: ({ organ, goal }) =>
      `${organWord(NAMES, organ)}：制約 ${goal} は線量が多いほど満たされますが、${organWord(NAMES, organ)}はリスク臓器です。不等号が逆でないか確認してください。`,
  },
  'goal-organ-unknown': {
    title: '制約の臓器が不明',
    message: ({ organ, nearest }) =>
      `この表には「${organ}」の制約がありますが、その名前の臓器、ROI、派生構造はここにはありません。これらの制約はどの構造にも適用されず、評価不能として数えます。${nearest.length > 0 ? `最も近い名前：${nearest.join('、')}。` : ''}`,
  },
  'required-organ-not-judged': {
    title: '必須臓器に適用される制約がない',
    message: ({ organs, alone = [] }) => {
      const named = (of: readonly string[]) => of.map((each) => organWord(NAMES, each)).join('、');
      const nothing = organs.filter((organ) => !alone.includes(organ));
      return [
        nothing.length > 0 &&
          `${named(nothing)}について、この症例に適用される必須の制約がありません。この症例の制約セットと制約では何も判定されません。`,
        alone.length > 0 &&
          `${named(alone)}に対する必須の制約は既照射コースのみ、または計画コースのみを対象としています。累積線量は判定されません。`,
      ]
        .filter(Boolean)
        .join('');
    },
  },
  'outside-sources': {
    title: '出典の研究範囲外',
    message: ({ set, isWhole, conditions, beyond, phaseFractions }) => {
      const parts = [
        isWhole
          ? `「${set}」にはこの症例に適用される制約がなく、何も判定されません。`
          : `「${set}」の一部の制約は適用されません。`,
        ...conditions.map((missed) => reasons['outside-source'].message(missed)),
        phaseFractions &&
          `計画の各段階の回数を合計しています（${phaseFractions.join(' + ')}）。同じ回に照射される段階があれば、回数はこれより少なくなります。`,
        beyond.length > 0 &&
          `適用されない制約値を超えています：${beyond.map(({ roi, goal, value, limit, unit }) => `${roi} ${goalWords(goal, DOSES)}：${amountOf(value, unit, limit)}`).join('；')}。`,
      ];
      return parts.filter(Boolean).join('');
    },
  },
  'courses-taken-as-one': {
    title: '1つとみなした治療コース',
    message: ({ from, to, months }) =>
      `「${from}」から「${to}」までは ${digitsOf(months, 'months')} か月で、ひと月未満です。出典が間隔と最も高いコースについて求める条件では、これらを一つのコースとみなします。`,
  },
  'course-in-future': {
    title: '治療コースの日付が将来',
    message: ({ course, role, day }) =>
      role === 'prior'
        ? `既往コース「${course}」の日付は ${day} で、まだ来ていません。すでに行われた治療が将来になることはありません。`
        : `計画コース「${course}」の開始日は ${day} で、一年以上先です。間隔によって決まる結果が、誤記かもしれない日付に基づくことになります。`,
  },
  'course-before-its-plan': {
    title: '治療コースの日付が計画より前',
    message: ({ course, day, of, dated, goals = [] }) => {
      const each = goals.map((goal) => `${goal.roi}、${besides(OTHERWISE, goal, undefined, 'その日に終了していた場合')}。`);
      return `コース「${course}」の日付は ${day} ですが、その${DATED[of]}の日付は ${dated} です。計画より前に治療することはできません。どちらかの日付が誤っているか、ファイルの日付が変更されています。間隔と、それによる回復や適用条件は症例の日付によります。${each.join('')}`;
    },
  },
  'course-before-birth': {
    title: '治療コースの日付が出生前',
    message: ({ course, day, born }) =>
      `コース「${course}」の日付は ${day} ですが、患者の生年月日は ${born} です。このコースとの間隔はわかりません。正しい日付、または症例の日付が正しいという誰かの言明が必要です。`,
  },
  'dose-from-record': {
    title: '線量は記録から取得',
    message: (record) => {
      const { course, phase, fractions, plannedFractions, maximaAre, totalDoseGy, hotSpotFactor, organs } = record;
      const isShort = plannedFractions !== undefined;
      const each = organs
        .map(({ organ, doseGy }) =>
          isShort && maximaAre === 'planned'
            ? `${organWord(NAMES, organ)} ${amountOf(maximumTaken(record, doseGy), 'Gy')}（記録は ${plannedFractions} 回で ${doseGy} Gy、実施 ${fractions} 回）`
            : `${organWord(NAMES, organ)} ${doseGy} Gy`,
        )
        .join('、');
      const prescribed =
        totalDoseGy !== undefined && isShort
          ? `処方 ${plannedFractions} 回で ${totalDoseGy} Gy、実施 ${fractions} 回：${amountOf(totalDoseGy * shareTaken(record), 'Gy')} とみなす`
          : `処方 ${totalDoseGy} Gy`;
      const whole =
        isShort && maximaAre === 'delivered'
          ? `（実施された ${fractions} 回の線量とみなし、減らしていません。${plannedFractions} 回全体の値であれば、ケースにその旨を記してください）`
          : '';
      const parts = [
        totalDoseGy !== undefined &&
          (hotSpotFactor === undefined
            ? `${prescribed}。処方は最大線量ではありません。ホットスポット係数が確認されていないため、最大線量の上限はありません`
            : `どの部位も 0 から ${amountOf(totalDoseGy * shareTaken(record) * hotSpotFactor, 'Gy')}（${prescribed} × 利用者が確認したホットスポット係数 ${hotSpotFactor}）`),
        organs.length > 0 && `次の臓器の各部分は 0 から記録の最大線量まで：${each}${whole}`,
      ];
      const delivered = isShort ? `計画 ${plannedFractions} 回のうち ${fractions} 回` : `${fractions} 回`;
      return `コース「${course}」、${phase}：線量ファイルがありません。記録から、${delivered}：${parts.filter(Boolean).join('；')}。いずれの数値も区間であり、線量分布ではありません。`;
    },
  },
  'incomplete-repair': {
    title: '不完全修復を考慮',
    message: ({ phases, ownHalfTimes }) =>
      `一日複数回照射：${phases.map(({ course, phase }) => `「${course}」、${phase}`).join('；')}。照射間の修復が不完全なため、BED を増やしています（Thames）。修復半減期は組織の表の値${ownHalfTimes.length > 0 ? `（${ownHalfTimes.join('、')} は利用者の値）` : ''}を用い、夜間の修復は完全とみなします。制約もこれを含めて検査します：実際の照射方法であり、慎重な側です。`,
  },
  'interval-not-known': {
    title: '間隔が不明',
    message: ({ pairs }) =>
      `${pairs.map(({ from, to }) => `「${from}」の終了から「${to}」の開始まで`).join('、')}の期間がわかりません：日付がないか、矛盾しています。間隔に依存する制約とスコアは判定できません。`,
  },
  'interval-to-12-months': {
    title: '間隔が 12 か月以下',
    message: ({ from, to, months }) =>
      `「${from}」から「${to}」まで ${digitsOf(months, 'months')} か月です。食道の再照射では、12 か月以下の間隔が瘻孔の独立した危険因子でした（患者 252 例、Radiat Oncol 2020、s13014-020-01685-2）。瘻孔 3 例中 2 例は 12 か月未満でした（Kim 2012, Radiat Oncol J 30:182）。抄録で確認しています。`,
  },
  'interval-to-24-months': {
    title: '間隔が 24 か月以下',
    message: ({ from, to, months }) =>
      `「${from}」から「${to}」まで ${digitsOf(months, 'months')} か月です。食道の再照射の症例集積は 24 か月までの間隔に注意を促しています（Xu 2019, Radiat Oncol 14:191；および別の 109 例の集積で、その著者と掲載誌は不明、再発までの期間のみが生存の独立因子）。抄録で確認しています。`,
  },
  'cord-risk-score': {
    title: '脊髄のリスクスコア',
    message: (facts) =>
      facts.isInQuestion
        ? `${facts.roi}：入力についての質問に回答があるまで、リスクスコア（${facts.source}）は示しません。`
        : `${facts.roi}：リスクスコア ${facts.score}（累積 BED ${facts.bedPoints} 点、間隔 ${facts.intervalPoints} 点、最大の単一コース ${facts.coursePoints} 点；α/β ${facts.alphaBetaGy} Gy、回復なし）、${GROUPS[facts.group]}リスク：出典の症例集積では、この群の ${facts.myelopathyPercent} % に脊髄症が発生しています（${facts.source}）。`,
  },
  'esophagus-risk-band': {
    title: '食道の文献上のリスク',
    message: (facts) => {
      const { withoutChemotherapy: without, withChemotherapy: having } = facts;
      const maximum = ownMaximum(facts);
      const known = maximum === undefined ? '評価不能' : `${maximum} EQD2${facts.isLowerBound ? ' 以上' : ''}`;
      const own = facts.isInQuestion ? '入力についての質問に回答があるまで示しません' : known;
      const doses = [
        without && `同時併用化学療法なしで ${riskDose(without)}`,
        having && `同時併用化学療法ありで ${riskDose(having)}`,
      ];
      const basis = `${facts.studies} 研究、患者 ${facts.patients} 例、イベント ${facts.events} 件`;
      return `${facts.roi}：累積 Dmax ${own}（α/β は出典と同じ ${facts.alphaBetaGy} Gy、回復なし）。既報データで ${facts.grade} の食道毒性リスクが ${facts.riskPercent} % となる線量：${doses.filter(Boolean).join('、')}（EQD2；${basis}；胸部の再照射で、食道の多くは標的外；${facts.source}）。${liesText(facts)}今回の再照射での同時併用化学療法：${CHEMOTHERAPY[facts.chemotherapy]}。`;
    },
  },
};
