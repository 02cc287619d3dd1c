import { amountOf } from '../../../figure-digits';
import { besides } from '../../../findings/otherwise';
import {
  type DatedBy,
  type Differing,
  type GroupWithoutDose,
  type PatientKey,
  type SomeFiles,
  type STUDY,
  valueWords,
} from '../../../findings/study';
import { summands } from '../../../findings/summands';
import type { SameWords } from '../../../findings/words';
import { OTHERWISE } from './own-values';

export const groupWithoutDose = ({ group, fractions, doseGy }: GroupWithoutDose) =>
  `分割群 ${group}（${fractions} 回${doseGy === undefined ? '' : `、ビームによれば ${doseGy} Gy`}）`;

const NAMES: Readonly<Record<PatientKey, string>> = {
  id: '患者 ID',
  name: '患者氏名',
  'birth-date': '生年月日',
  sex: '性別',
};
export const DATED: Readonly<Record<DatedBy, string>> = { plan: '治療計画', study: '検査', structures: '構造セット' };
const listed = ({ files, more }: SomeFiles) => files.join('、') + (more > 0 ? ` ほか ${more} ファイル` : '');
const differs = (key: PatientKey, { values }: Differing) =>
  `${NAMES[key]}：ファイル間で一致しません。${values.map((each) => `「${valueWords(key, each.value)}」（${listed(each)}）`).join('、')}。すべてのファイルが同一患者のものか確認してください。`;

export const study: SameWords<typeof STUDY> = {
  'patient-id-differs': { title: '患者 ID が一致しません', message: (facts) => differs('id', facts) },
  'patient-name-differs': { title: '患者氏名が一致しません', message: (facts) => differs('name', facts) },
  'patient-names-not-comparable': {
    title: '氏名の文字種が異なり比較できない',
    message: ({ values }) =>
      `患者氏名が異なる文字種で書かれており、比較できません：${values.map((each) => `「${valueWords('name', each.value)}」（${listed(each)}）`).join('、')}。同一患者であることは氏名では確認していません。`,
  },
  'patient-birth-date-differs': { title: '生年月日が一致しません', message: (facts) => differs('birth-date', facts) },
  'patient-sex-differs': { title: '性別が一致しません', message: (facts) => differs('sex', facts) },
  'identity-unknown': {
    title: '患者の身元が不明',
    message: ({ written, ...some }) =>
      `身元が不明です：${listed(some)} の ID と氏名は${written.length === 0 ? '空です' : `患者を示すものではありません（${written.map((value) => `「${value}」`).join('、')}）`}。誰のファイルか、同一患者のものかをこれにより判断できません。`,
  },
  'date-cannot-be': {
    title: 'ありえない日付',
    message: ({ of, day, why }) =>
      `${DATED[of]}の日付は ${day} で、${why === 'future' ? 'まだ来ていません' : 'CT による治療計画より前です'}。不明として扱います。`,
  },
  'patient-not-stated': {
    title: '患者情報の記載なし',
    message: ({ what, files, more }) =>
      files.length === 0
        ? `${NAMES[what]}：どのファイルにも記載がありません（または匿名化されています）。同一患者のものかどうかをこれにより確認できません。`
        : `${NAMES[what]}：${listed({ files, more })} に記載がありません（または匿名化されています）。同一患者のものかどうかをこれにより確認できません。`,
  },
  'object-twice': {
    title: '同じオブジェクトが重複',
    message: ({ sameAs, uid }) => `${sameAs} と同じオブジェクトです（SOP Instance UID ${uid}）。一度だけ用います。`,
  },
  'plan-not-approved': {
    title: '治療計画が未承認',
    message: ({ plan, status }) =>
      `治療計画 ${plan} は承認されていません（承認状態：${status || '記載なし'}）。実際の治療と異なる可能性があります。`,
  },
  'plan-of-no-treatment': {
    title: '治療の計画ではない',
    message: ({ plan, intent }) =>
      `治療計画 ${plan} の意図は ${intent} とされています。これによれば患者の治療に用いる計画ではなく、線量はファントム上のものか、照射されていない可能性があります。実際に治療した計画を用いるか、この計画を数える理由を記載してください。`,
  },
  'fractions-unknown': {
    title: '分割回数が不明',
    message: ({ plan, group, written }) =>
      `治療計画 ${plan}、フラクショングループ ${group}：分割回数が${written ? `「${written}」となっています` : 'ありません'}。回数の入力が必要です。`,
  },
  'plan-of-several-a-day': {
    title: '一日複数回の治療計画',
    message: ({ plan, perDay, pattern, isClear }) => {
      const says = pattern === '' ? `一日 ${perDay} 桁の指定があり分割パターンがなく` : `分割パターンが ${pattern} で`;
      return isClear
        ? `治療計画 ${plan} は${says}、同じ日に ${perDay} 回照射しますが、症例には一日複数回の記載がありません。各回の損傷は次回までに完全に修復されるものとして計算しています。間隔が短ければ効果はより高くなります。このフェーズの一日の回数と照射間隔（時間）が必要です（一日一回であれば、その旨）。`
        : `治療計画 ${plan} は${says}、一日の桁数および週数と合いません。一日最大 ${perDay} 回を意味する可能性があります。症例には記載がなく、一日一回として計算しています。回数が多ければ効果はより高くなります。`;
    },
  },
  'fractions-a-day-differ-from-plan': {
    title: '一日の回数が計画と相違',
    message: ({ plan, planned, given }) =>
      `治療計画 ${plan} の分割パターンは一日 ${planned} 回、症例では ${given} 回です。一日 ${given} 回として計算しています。正しいか確認してください。`,
  },
  'dose-names-no-plan': {
    title: '線量に治療計画の記載なし',
    message: ({ takenFor }) =>
      takenFor
        ? `線量にどの治療計画のものかの記載がありません。利用者の指定により ${takenFor.plan}（${takenFor.file}）のものとします。`
        : '線量にどの治療計画のものかの記載がありません。分割回数の入力が必要です。',
  },
  'plan-not-here': {
    title: '線量に対応する治療計画がありません',
    message: () => '線量に対応する治療計画がファイル中にありません。分割回数の入力が必要です。',
  },
  'several-fraction-groups': {
    title: '一つの線量に複数のフラクショングループ',
    message: ({ plan, groupFractions, fractions, doseShare }) => {
      const groups = `${groupFractions.length} 個のフラクショングループ（${summands(groupFractions)} 回）`;
      if (fractions === undefined) {
        return `治療計画 ${plan} には${groups}があり、この線量はその合計です。分け方の指定が必要です。`;
      }
      const split =
        doseShare === undefined
          ? `各ボクセルの線量を均等な ${fractions} 回で照射したもの`
          : `各ボクセルの線量の ${amountOf(100 * doseShare, '%')} をそのうち ${fractions} 回で照射したもの`;
      return `治療計画 ${plan}：${groups}に対して線量が一つです。利用者の指定により、${split}とみなします。グループ間で照射野が異なる部位では、実際の一回線量も異なります。`;
    },
  },
  'fractions-differ-from-plan': {
    title: '分割回数が治療計画と異なる',
    message: ({ plan, planned, given, isDelivered, doseShare, course, goals = [] }) => {
      const counts = `${course === undefined ? '' : `コース「${course}」：`}治療計画 ${plan} の分割回数は ${planned} 回、症例では ${given} 回です。`;
      if (doseShare !== undefined) {
        return `${counts}線量の ${amountOf(100 * doseShare, '%')} に ${given} 回を用います。両方をご確認ください。`;
      }
      const each = goals
        .map((goal) => `${goal.roi}、${besides(OTHERWISE, goal, undefined, `治療計画の ${planned} 回では`)}。`)
        .join('');
      const used = `${counts}線量全体に ${given} 回を用います。`;
      if (isDelivered) return `${used}この線量は実際に照射されたもの（RECORD）です。実際の照射回数をご確認ください。${each}`;
      if (given > planned) return `${used}この回数の線量であるかをご確認ください。${each}`;
      return `${used}治療が途中で終了した場合は、実際の照射回数を指定してください。${each}`;
    },
  },
  'fraction-group-without-dose': {
    title: '線量のない分割群',
    message: ({ plan, groups }) =>
      `治療計画 ${plan}：次の分割群の線量がありません：${groups.map(groupWithoutDose).join('、')}。その線量はどの合計にも判定にも含まれていません。必要なもの：その線量を独立したフェーズとして加えること、または数えない理由の記載です。`,
  },
  'two-doses-of-one-plan': {
    title: '同じ治療計画に複数の線量',
    message: ({ files, plan, groups = [] }) =>
      `${files.join('、')} は、いずれも治療計画 ${plan} ${groups.length > 0 ? `の分割群 ${groups.join('、')} の全線量` : '全体の線量'}です。計上するのはそのうち一つだけです。`,
  },
  'dose-of-several-plans': {
    title: '複数の治療計画の線量',
    message: ({ plans, fractions, doseShare }) =>
      `${plans === undefined ? '複数' : `${plans} 個`}の治療計画に対して線量が一つです。利用者の指定により、${doseShare === undefined ? '' : `その ${amountOf(100 * doseShare, '%')} を`}均等な ${fractions} 回で照射したものとみなします。`,
  },
  'frame-in-several-studies': {
    title: '複数の検査が一つの座標系を共有',
    message: ({ frame, studies }) =>
      `${studies.length} 件の検査のファイルが座標系 ${frame} を共有しています：${studies.map((study) => `${listed(study)}（${study.date || '日付なし'}）`).join('；')}。同じ座標は同じ場所とみなします。同一の撮影のものであり、撮り直しや匿名化によるものでないことを確認してください。`,
  },
  'frames-not-joined': {
    title: '座標系間の位置合わせなし',
    message: ({ frames }) =>
      `次の座標系を結ぶ位置合わせがありません：${frames.map(({ frame, files }) => `${files.join('、')}（座標系 ${frame}）`).join('；')}。位置合わせなしに線量を合算することはできません。`,
  },
  'ct-slices-uneven': {
    title: 'CT のスライス間隔が不均一',
    message: ({ series, spacingMm, gaps, leastMm, mostMm }) =>
      `CT シリーズ ${series}：スライス間隔は ${spacingMm.toFixed(2)} mm ですが、${gaps} か所で異なります（${leastMm.toFixed(2)}～${mostMm.toFixed(2)} mm）。${mostMm > spacingMm ? 'スライスが欠けている可能性があります。' : ''}`,
  },
};
