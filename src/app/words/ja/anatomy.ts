import { organWord } from '../../../constraints/organ-word';
import type { ANATOMY, MissingHow, NotToldApart, PtvNotKnown } from '../../../findings/anatomy';
import type { SameWords } from '../../../findings/words';
import { organs as NAMES } from './organs';

/** Why an organ has no region. */
const HOW: Readonly<Record<MissingHow, string>> = {
  'not contoured': '輪郭が描かれていません',
  'no volume': '体積を囲む輪郭がありません',
  'other frame': '別の座標系に描かれています',
  'no number': 'ROI 番号がありません',
  'one side': '片側しか描かれていません',
  ambiguous: '該当する ROI が複数あり、作成できません',
  'not made': '作成できません',
};

const NOT_TOLD_APART: Readonly<Record<NotToldApart['why'], (rois: string) => string>> = {
  several: (rois) => `複数の ROI が食道とみなされています（${rois}）。どれを指すかを症例で指定してください`,
  derived: (rois) => `食道（${rois}）は症例で派生されたもので、内外の部分は描かれた輪郭から作られます`,
  'quotation-mark': (rois) => `食道（${rois}）または PTV の名前に引用符があり、式に書けません`,
  'no-ptv': (rois) => `食道（${rois}）のほかに今回計画の PTV が描かれていません`,
};

const PTV_NOT_KNOWN: Readonly<Record<PtvNotKnown['why'], (facts: PtvNotKnown) => string>> = {
  'no-ptv-named': ({ rois }) =>
    `今回計画の標的（${rois.join('、')}）の中に、ここに描かれた PTV がありません：食道を計画 PTV の内外に分けません。`,
  'perhaps-earlier': ({ rois }) =>
    `今回計画の標的が症例に示されておらず、描かれた PTV（${rois.join('、')}）の中に以前のコースのものがあるかもしれません：食道を計画 PTV の内外に分けません。今回計画の標的を指定してください。`,
  'help-only': ({ rois }) =>
    `今回計画の標的が症例に示されておらず、ここで PTV と呼ばれるもの（${rois.join('、')}）は名前または種別から計画用の補助構造か PTV でないものです：食道を計画 PTV の内外に分けません。今回計画の標的を指定してください。`,
  'one-within-another': ({ rois, outer, inner }) =>
    `今回計画の標的が症例に示されておらず、描かれた PTV（${rois.join('、')}）のうち ${outer} が ${inner} を含んでいますが、その理由は名前からわかりません：計画用の補助構造かもしれません。食道を計画 PTV の内外に分けません。今回計画の標的を指定してください。`,
};

export const anatomy: SameWords<typeof ANATOMY> = {
  'roi-taken-against-its-name': {
    title: '名称と異なる臓器とされた ROI',
    message: ({ roi, named, taken, isHeldToBoth, losesNoOrgan }) => {
      const [its, other] = [organWord(NAMES, named), organWord(NAMES, taken)];
      return [
        `ROI「${roi}」の名称は${its}のものですが、症例では${other}とされています。`,
        isHeldToBoth
          ? `線量には${other}の α/β が用いられ、両方の線量制約で判定します（${its}の制約は名称により、${its}の α/β で判定します）。`
          : `${other}の α/β とその線量制約だけが用いられ、${its}の制約は適用されません。`,
        losesNoOrgan
          ? 'どちらの臓器かご確認ください。'
          : `選び間違いであれば、${its}が評価から失われます。この指定を症例から除くか、この ROI が${other}であることを確認した人の記録が必要です。`,
      ].join('');
    },
  },
  'roi-in-another-frame': {
    title: 'ROI が別の座標系にある',
    message: ({ rois, frame, others }) =>
      `ROI ${rois.join('、')} は座標系 ${frame} に、ほかは ${others} に描かれています。前者を除外しました。これでよいことを確認するか、同じ座標系で書き出してください。`,
  },
  'rois-of-one-name': {
    title: '同名の ROI を区別',
    message: ({ roi, drawn, empty }) =>
      [
        drawn.length > 0
          ? `「${roi}」という名の ROI のうち、${drawn.map(({ name, roiNumber }) => `番号 ${roiNumber} を「${name}」として`).join('、')}評価します。`
          : `「${roi}」という名の ROI はいずれも体積がありません。`,
        empty.length > 0 && `体積なし：番号 ${empty.join('、')}。`,
      ]
        .filter(Boolean)
        .join(''),
  },
  'required-organ-missing': {
    title: '必須の臓器がありません',
    message: ({ organ, how, unmatched, related = [] }) =>
      `${organWord(NAMES, organ)}は必須の臓器ですが、${how === 'not contoured' && unmatched.length > 0 ? '認識できる名前では輪郭が描かれていません' : HOW[how]}。評価しません。${related.length > 0 ? `描かれているもの：${related.join('、')}（この臓器の制約の対象ではありません）。` : ''}${unmatched.length > 0 ? `臓器として認識できない ROI：${unmatched.join('、')}。そのいずれかであれば症例に記入してください。` : ''}患者にない臓器であれば症例に記入してください。`,
  },
  'organ-drawn-then-alone': {
    title: '照射歴のコースでのみ描かれた臓器',
    message: ({ organ, courses, unmatched }) =>
      `${organWord(NAMES, organ)}はコース${courses.map((course) => `「${course}」`).join('、')}の構造セットに描かれていますが、計画の構造セットには見当たりません。その制約は評価できません。${unmatched.length > 0 ? `臓器として認識できない ROI：${unmatched.join('、')}。そのいずれかであれば症例に記入してください。` : ''}すでに患者にない臓器であれば症例に記入してください。`,
  },
  'organ-said-absent': {
    title: '患者にない臓器',
    message: ({ organ, by, on, why }) =>
      `この患者に${organWord(NAMES, organ)}はありません（${why}、${by}、${on}）。その制約は数に入れません。`,
  },
  'absent-organ-drawn': {
    title: 'ないとされた臓器が描かれています',
    message: ({ organ, rois, course }) =>
      `${organWord(NAMES, organ)}はないとされていますが、${course === undefined ? '計画の構造セット' : `コース「${course}」の構造セット`}に ${rois.join('、')} が描かれています。症例からその記載を取り消すか、両方が正しい理由（その後に切除した、別のものの輪郭である、など）をどなたかが述べる必要があります。`,
  },
  'roi-names-guessed': {
    title: 'ROI 名から推定した臓器',
    message: ({ taken }) =>
      `TG-263 名ではなく一般的な名称から臓器と判断しました：${taken.map(({ roi, organ }) => `${roi} → ${organWord(NAMES, organ)}`).join('、')}。ご確認ください。症例で変更できます。`,
  },
  'roi-not-matched': {
    title: '臓器として認識できない ROI',
    message: ({ rois }) =>
      `名称から臓器と認識できず、評価しません：${rois.join('、')}。評価するには、症例で ROI に臓器または α/β を指定してください。`,
  },
  'derived-by-program': {
    title: 'プログラムが作成した構造',
    message: ({ derived }) =>
      [
        `線量制約セットに必要なためプログラムが作成しました：${derived.map(({ name, expression }) => `${name} = ${expression}`).join('；')}。`,
        ...derived.flatMap(({ name, besides }) =>
          besides === undefined
            ? []
            : [`${name} は、ファイルまたは症例で ${besides} と呼ばれる構造とは別のものです。標的の内外はこれだけで判断します。`],
        ),
      ].join(''),
  },
  'target-not-drawn': {
    title: '標的がそのコースの輪郭にない',
    message: ({ course, roi, rois, more }) =>
      `コース「${course}」は標的 ${roi} を指定していますが、その構造にこの ROI はありません。存在する ROI：${rois.join('、')}${more > 0 ? `、ほか ${more} 個` : ''}。`,
  },
  'planned-ptv-not-known': {
    title: '計画 PTV が不明',
    message: (facts) => PTV_NOT_KNOWN[facts.why](facts),
  },
  'oesophagus-not-told-apart': {
    title: '食道を標的の内外に分けていない',
    message: ({ why, rois }) =>
      `${NOT_TOLD_APART[why](rois.join('、'))}。計画 PTV の内外に分けず、超過は標的の外のものとして数えます。`,
  },
  'derived-empty': {
    title: '派生構造が空',
    message: ({ derived }) =>
      `空のため評価しない派生構造：${derived.map(({ name, expression }) => `${name}（${expression}）`).join('；')}。`,
  },
  'organ-ambiguous': {
    title: '同じ臓器に複数の ROI',
    message: ({ rois, organ }) =>
      `${rois.join('、')} はいずれも${organWord(NAMES, organ)}と判断され、それぞれを制約に照らして評価します。どれを指すかを症例で指定してください。`,
  },
  'alpha-beta-implausible': {
    title: 'α/β が妥当な範囲にありません',
    message: ({ roi, goal, alphaBetaGy, low, high }) =>
      `${roi}：${goal === undefined ? '症例' : `制約 ${goal} `}の α/β は ${alphaBetaGy} Gy で、${low}～${high} Gy（本プログラム独自の妥当範囲）の外です。別の α/β を指定するか、この値でよい理由をどなたかが述べる必要があります。`,
  },
  'alpha-beta-assumed': {
    title: 'α/β は仮定値',
    message: ({ rois, alphaBetaGy, source }) =>
      `${rois.join('、')} の既報の α/β が組織の表にないため、${alphaBetaGy} Gy と仮定します（${source}）。`,
  },
};
