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
  intervalMonthsAtLeast: (limit) => `コース間隔 ${limit} か月以上`,
  intervalMonthsBelow: (limit) => `コース間隔 ${limit} か月未満`,
  plannedFractionsAtLeast: (limit) => `今回計画が ${limit} 回以上`,
  plannedFractionsAtMost: (limit) => `今回計画が ${limit} 回以下`,
  courseBedGyAtMost: (limit) => `単一コースの最大 BED が ${limit} Gy 以下`,
  courseBedGyAbove: (limit) => `単一コースの最大 BED が ${limit} Gy を超える`,
  lowestLevelFractionGyAtLeast: (limit) => `最も低い処方の一回線量が ${limit} Gy 以上`,
  lowestLevelFractionGyAtMost: (limit) => `最も低い処方の一回線量が ${limit} Gy 以下`,
  highestLevelFractionGyAtMost: (limit) => `最も高い処方の一回線量が ${limit} Gy 以下`,
};
const found = (facts: Condition & { readonly value: number }) => {
  const text = conditionDigits(facts);
  if (facts.condition.startsWith('interval')) return `${text} か月`;
  return facts.condition.startsWith('plannedFractions') ? `${text} 回` : `${text} Gy`;
};

const takenForPtv = ({ ptvs = [], ptvsFrom }: OutsideTarget): string =>
  ptvs.length === 0
    ? ''
    : `計画 PTV とみなしたもの：${ptvs.join('、')}${ptvsFrom === 'structures' ? '（名前と種別だけによります：症例に今回計画の標的が示されていません）' : ''}。`;

export const reasons: ReasonWords = {
  'no-such-course': {
    title: 'コースがありません',
    message: ({ role }) => `この症例に${role === 'prior' ? '既照射コース' : '今回計画'}はありません。`,
  },
  'metric-not-there': {
    title: '求められない数値',
    message: ({ metric }) => `${metric} は求められません：該当する線量がないか、臓器の体積が足りません。`,
  },
  'divides-by-zero': { title: '0 による除算', message: () => '0 による除算になります。' },
  'limit-within-interval': {
    title: '制約値が既知の範囲内',
    message: (span) => {
      const { low, high, limit } = spanFigures(span);
      const lies =
        low !== undefined && high !== undefined
          ? `${low} から ${high} の間`
          : low !== undefined
            ? `${low} 以上`
            : high !== undefined
              ? `${high} 以下`
              : '任意の値';
      return `値は ${lies}としかわからず、制約値 ${limit} がその範囲内にあります。`;
    },
  },
  'value-is-the-most': {
    title: '値は取り得る最大値',
    message: (span) => {
      const { low, high, limit } = spanFigures(span);
      return `この値は取り得る最大値です。${low} から ${high} の間であることだけが分かっており、そのすべてが制約値 ${limit} を超えています。`;
    },
  },
  'recovery-undated': {
    title: '間隔が不明',
    message: ({ course }) =>
      `出典の回復率はコース「${course}」からの期間によりますが、そのコースまたは今回の日付がないか、矛盾しています。`,
  },
  'source-condition-unknown': {
    title: '出典の条件が不明',
    message: ({ condition, limit }) =>
      `出典ではこの制約値の対象は「${CONDITIONS[condition](limit)}」です。この症例では不明です。`,
  },
  'outside-source': {
    title: '出典の範囲外',
    message: (facts) =>
      `出典ではこの制約値の対象は「${CONDITIONS[facts.condition](facts.limit)}」です。この症例では ${found(facts)}です。`,
  },
  'question-open': {
    title: '未回答の確認事項',
    message: ({ questions }) =>
      `入力に矛盾があり、まだ誰も回答していません：${questions.map(({ title, place }) => (place ? `${title}（${place}）` : title)).join('；')}。`,
  },
  'exceeded-as-drawn': {
    title: '描かれた範囲で超過',
    message: ({ questions }) =>
      `次の確認事項への回答にかかわらず、描かれた範囲で超過しています：${questions.map(({ title, place }) => (place ? `${title}（${place}）` : title)).join('；')}。`,
  },
  'no-dose-known': {
    title: '線量がまったく不明',
    message: ({ courses }) =>
      courses
        ? `合計には上限がありません。すべてのコースの線量がわかっている点が臓器のどこにもありません。各コースの線量がわかっている部分：${courses.map(({ course, share }) => `コース「${course}」${coveredPercent(share)}`).join('、')}。`
        : 'ある治療コースがここに与えた線量には上限がありません。線量グリッドまたは変形が臓器のどの部分にも届かないか、コースを臓器に対応付けられないか、記録に最大の線量がありません。',
  },
  'record-has-no-value': {
    title: '記録にこの値はありません',
    message: ({ courses }) =>
      `コース${courses.map((name) => `「${name}」`).join('、')}は記録だけで、分かるのは臓器の最も高い線量までで、その位置は分かりません。上限と下限は示せますが、この指標の値はありません。`,
  },
  'no-sum-of-places': {
    title: '位置が不明なため合計なし',
    message: ({ courses }) =>
      `コース${courses.map((name) => `「${name}」`).join('、')}の線量が現在の臓器のどこにあるかは不明です。この指標にはコースの合計がなく、上限と下限だけを示します。`,
  },
  'dose-known-on-less': {
    title: '線量既知の体積が不足',
    message: () => '線量が既知の体積が、指標の求める体積を下回ります。',
  },
  'less-volume-than-asked': {
    title: '体積不足',
    message: () => '臓器の体積が指標の求める体積を下回るか、線量が不明です。',
  },
  'no-headroom-goal-not-evaluable': {
    title: '制約が評価不能',
    message: () => '評価不能のため、計画線量の倍率は示せません。',
  },
  'planned-dose-does-not-reach': {
    title: '計画線量が及ばない',
    message: () => '計画線量は制約の対象に及びません。',
  },
  'met-at-any-scale': {
    title: 'どの倍率でも適合',
    message: ({ times }) => `計画線量を ${times} 倍にしても適合します。`,
  },
  'not-met-at-any-scale': {
    title: 'どの倍率でも不適合',
    message: ({ times }) => `計画線量を ${times} 倍にしても適合しません。`,
  },
  'not-met-without-dose': {
    title: '計画線量がなくても不適合',
    message: () =>
      '計画線量が増えるほど悪くなり、計画線量がまったくなくても適合しません。どの倍率でも適合させることはできません。',
  },
  'asks-more-than-organ': {
    title: '臓器全体を超える要求',
    message: ({ asked, has, unit }) =>
      `この制約は ${amountOf(asked, unit, has)} を求めていますが、臓器全体で ${amountOf(has, unit, asked)} です。どの線量でも適合させることはできません。`,
  },
  'prior-alone-exceeds': {
    title: '既照射のみで超過',
    message: ({ offPrescription = [] }) =>
      offPrescription.length === 0
        ? '既照射のみで制約を満たしません：どの計画線量でも適合しません。'
        : `ファイルにある線量のままなら、既照射のみで制約を満たしません。ただし${offPrescription.map((name) => `「${name}」`).join('、')}の線量は処方に近くありません：適合する計画線量があるかどうかはそれ次第です。`,
  },
  'prior-dose-not-known': {
    title: '既照射線量が十分にわかりません',
    message: () => '既知の既照射線量からは、それだけで制約を満たさない可能性を除外できません：どの計画線量でも適合を示せません。',
  },
  'exceeded-in-target': {
    title: '標的内で超過',
    message: (facts) =>
      `${
        facts.outside === undefined
          ? '標的内でのみ超過しています：計画 PTV の外にこの臓器の部分はありません。'
          : `標的内でのみ超過しています：計画 PTV の外の部分は ${outsideFigure(facts)} で、同じ制約を満たします。`
      }${takenForPtv(facts)}`,
  },
  'headroom-outside-target': {
    title: '標的の外',
    message: ({ times }) =>
      `計画 PTV の外では、計画線量が ×${cutOff(times)} のとき制約を満たします。標的内の部分は倍率を決めません。`,
  },
  'no-single-headroom': {
    title: '単一の倍率なし',
    message: () =>
      '計画線量の倍率を変えると、この制約は値を持たない倍率があるか、適否が 2 回以上入れ替わります：単一の倍率は示せません。',
  },
  'no-headroom-on-prior': {
    title: '既照射コースのみ',
    message: () => 'この制約は既照射コースのみを対象とし、計画線量によって変わりません。',
  },
  'no-headroom-in-target': {
    title: '標的内',
    message: () => '標的内の部分は標的の線量を受けます：計画線量の倍率はここからは出ません。',
  },
  'organ-not-contoured': {
    title: '輪郭なし',
    message: ({ organs: ids, unmatched, hasUnknownNames, related = [] }) =>
      `${hasUnknownNames || unmatched.length > 0 ? '認識できる名前では' : ''}輪郭が描かれていません：${ids.map((id) => organWord(NAMES, id)).join('、')}${ids.length > 1 ? ' のいずれも' : ''}。${related.length > 0 ? `描かれているもの：${related.join('、')}（この臓器の制約の対象ではありません）。` : ''}${unmatched.length > 0 ? `臓器として認識できない ROI：${unmatched.join('、')}。` : ''}`,
  },
  'organ-without-volume': { title: '体積なし', message: ({ rois }) => `体積を囲む輪郭がありません：${rois.join('、')}。` },
  'organ-in-another-frame': {
    title: '別の座標系',
    message: ({ rois }) => `ほかの構造とは別の座標系に描かれています：${rois.join('、')}。`,
  },
  'organ-without-number': {
    title: 'ROI 番号なし',
    message: ({ rois }) => `ストラクチャセットに ROI 番号がなく、対応する輪郭がありません：${rois.join('、')}。`,
  },
  'roi-not-evaluated': {
    title: '評価対象外',
    message: ({ rois }) => `描かれていますが、評価していません：${rois.join('、')}。症例に臓器名か α/β を記入してください。`,
  },
  'organ-side-missing': {
    title: '片側のみ',
    message: ({ drawn, missing }) =>
      `輪郭あり：${drawn.join('、')}。輪郭なし：${missing.map((id) => organWord(NAMES, id)).join('、')}。患者に ${missing.map((id) => organWord(NAMES, id)).join('、')} がなければ 症例にその旨を記入してください。`,
  },
  'organ-ambiguous-parts': {
    title: '該当する ROI が複数',
    message: ({ rois }) =>
      `該当する ROI が複数あり、作成できません：${rois.join('、')}。何から作成するかを症例に記入してください。`,
  },
  'organ-not-made': {
    title: '作成できません',
    message: ({ organ, base }) => `${organWord(NAMES, organ)}は描かれておらず、${organWord(NAMES, base)}からも作成できません。`,
  },
  'organ-said-absent': {
    title: '患者にない臓器です',
    message: ({ organ, by, on, why }) => `この患者に${organWord(NAMES, organ)}はありません：${why}（${by}、${on}）。`,
  },
};
