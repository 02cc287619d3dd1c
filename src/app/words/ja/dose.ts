import { amountOf } from '../../../figure-digits';
import type { NotInPicture } from '../../../findings/dose';
import { coveredPercent, type DOSE } from '../../../findings/dose';
import type { SameWords } from '../../../findings/words';
import { refusalText } from '../refusal-words';

const NOT_IN_PICTURE: Readonly<Record<NotInPicture, string>> = {
  'incomplete-repair': '不完全修復',
  'lq-l': 'LQ-L',
  recovery: '回復',
  'overall-time': '治療期間の補正',
};

export const dose: SameWords<typeof DOSE> = {
  'dose-summation-missing': {
    title: '線量の合算種別の記載なし',
    message: () => '線量が何を合算したものかの記載がありません。治療計画全体の線量とみなします。',
  },
  'dose-type-missing': {
    title: '線量種別の記載なし',
    message: () => '線量が物理線量かどうかの記載がありません。物理線量とみなします。',
  },
  'dose-of-one-session': {
    title: '一回分の線量',
    message: ({ fractions }) => `一回分の線量です。利用者の指定により ${fractions} 回を掛けます。`,
  },
  'dose-implausibly-high': {
    title: '線量が異常に高い',
    message: ({ highestGy, isLone }) =>
      isLone
        ? `グリッドの最大線量は ${amountOf(highestGy, 'Gy')} ですが、そのボクセルは隣り合うボクセルの大半から、幅 10 mm の線量分布よりも急に突き出ています。胸部の標的にこのようなピークはありません。ファイルのその部分が壊れている可能性があり、最大線量も信頼できません。`
        : `グリッドの最大線量は ${amountOf(highestGy, 'Gy')} です。単位を確認してください。cGy の値を GY と記載するソフトウェアがあります。その場合は正しい単位で書き出し直してください。`,
  },
  'dose-in-centigray': {
    title: '線量の単位は cGy',
    message: () => '利用者の指定により線量の単位は cGy です。100 で割りました。',
  },
  'dose-relative': {
    title: '相対線量',
    message: ({ percentOfGy, highestPercent, highestGy }) =>
      `線量は相対値です。利用者の指定により 100 % は ${percentOfGy} Gy です。最大値 ${amountOf(highestPercent, '%')} は ${amountOf(highestGy, 'Gy')} になります。`,
  },
  'dose-rbe-weighted': {
    title: 'RBE 加重線量',
    message: () => '線量種別は EFFECTIVE です。利用者の指定により RBE 加重線量であり、Gy 単位の光子等価線量として扱います。',
  },
  'dose-grid-unusable': {
    title: '線量グリッドを使用できません',
    message: (refusal) => refusalText('ja', refusal),
  },
  'dose-grid-does-not-cover-roi': {
    title: '線量グリッドが臓器を覆っていない',
    message: (facts) => {
      if (facts.seenIn === 'contours') {
        return `線量グリッドが ${facts.rois.join('、')} の全体に及んでいません。グリッド外の線量は不明であり、ゼロではありません。`;
      }
      if (facts.seenIn === 'dose') {
        return `${facts.roi}：線量グリッドが覆うのは ${coveredPercent(facts.coveredShare)} です。グリッド外の線量は不明であり、ゼロではありません。数値は覆われた部分のものです。`;
      }
      const { roi, coveredShare, priorShare, plannedShare, outside } = facts;
      const courses = [
        priorShare !== undefined && `既照射 ${coveredPercent(priorShare)}`,
        plannedShare !== undefined && `今回計画 ${coveredPercent(plannedShare)}`,
      ];
      const meaning =
        outside === 'zero'
          ? 'グリッド外には照射されていないと利用者が申告しているため、0 Gy とします。'
          : 'グリッド外の線量は不明であり、ゼロではありません。指標は覆われた部分のもので、残りの部分により判定が変わりうる制約は評価しません。';
      if (facts.courses) {
        const each = facts.courses.map(({ course, share }) => `コース「${course}」${coveredPercent(share)}`).join('、');
        return `${roi}：すべてのコースの線量グリッドに入るのは ${coveredPercent(coveredShare)} です（${each}）。${meaning}`;
      }
      return `${roi}：線量グリッドが覆うのは ${coveredPercent(coveredShare)} です（${courses.filter(Boolean).join('、')}）。${meaning}`;
    },
  },
  'exported-dose-partly-unknown': {
    title: '出力した線量の一部が不明',
    message: ({ unknownVoxels, voxels }) =>
      `出力した EQD2 グリッドの ${voxels} ボクセルのうち ${unknownVoxels} ボクセルで、いずれかのコースの線量が不明です。これらのボクセルは分かっている線量だけを含むため下限であり、その旨をファイルに記載しています。`,
  },
  'exported-dose-without': {
    title: '出力した線量は各臓器の表の値ではありません',
    message: ({ alphaBetaGy, lacks }) =>
      `出力した EQD2 グリッドは単一の α/β（${alphaBetaGy} Gy）で作成しており、表の一部の臓器にある次のものを含みません：${lacks.map((code) => NOT_IN_PICTURE[code]).join('、')}。その旨をファイルに記載しています。`,
  },
  'exported-dose-value-left-out': {
    title: '計画線量の値の一つが出力した線量にありません',
    message: ({ tag, value }) =>
      `計画線量の ${tag} は「${value}」で、DICOM ファイルに書くことができません。出力した線量ではこの項目を空にしています。`,
  },
};
