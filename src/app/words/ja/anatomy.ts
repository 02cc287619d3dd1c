import type { ANATOMY } from '../../../findings/anatomy';
import type { SameWords } from '../../../findings/words';

export const anatomy: SameWords<typeof ANATOMY> = {
  'roi-in-another-frame': {
    title: 'ROI が別の座標系にある',
    message: ({ rois, frame, others }) =>
      `ROI ${rois.join('、')} は座標系 ${frame} に、ほかは ${others} に描かれています。前者を除外しました。`,
  },
  'roi-names-guessed': {
    title: 'ROI 名から推定した臓器',
    message: ({ taken }) =>
      `TG-263 名ではなく一般的な名称から臓器と判断しました：${taken.map(({ roi, organ }) => `${roi} → ${organ}`).join('、')}。ご確認ください。症例で変更できます。`,
  },
  'roi-not-matched': {
    title: '臓器として認識できない ROI',
    message: ({ rois }) =>
      `名称から臓器と認識できず、評価しません：${rois.join('、')}。評価するには、症例で ROI に臓器または α/β を指定してください。`,
  },
  'derived-by-program': {
    title: 'プログラムが作成した構造',
    message: ({ derived }) =>
      `線量制約セットに必要なためプログラムが作成しました：${derived.map(({ name, expression }) => `${name} = ${expression}`).join('；')}。`,
  },
  'planned-ptv-not-known': {
    title: '計画 PTV が不明',
    message: ({ why, rois }) =>
      why === 'no-ptv-named'
        ? `今回計画の標的（${rois.join('、')}）の中に、ここに描かれた PTV がありません：食道を計画 PTV の内外に分けません。`
        : `今回計画の標的が症例に示されておらず、描かれた PTV（${rois.join('、')}）の中に以前のコースのものがあるかもしれません：食道を計画 PTV の内外に分けません。今回計画の標的を指定してください。`,
  },
  'derived-empty': {
    title: '派生構造が空',
    message: ({ derived }) =>
      `空のため評価しない派生構造：${derived.map(({ name, expression }) => `${name}（${expression}）`).join('；')}。`,
  },
  'organ-ambiguous': {
    title: '同じ臓器に複数の ROI',
    message: ({ rois, organ }) =>
      `${rois.join('、')} はいずれも ${organ} と判断され、それぞれを制約に照らして評価します。どれを指すかを症例で指定してください。`,
  },
  'alpha-beta-assumed': {
    title: 'α/β は仮定値',
    message: ({ rois, alphaBetaGy, source }) =>
      `${rois.join('、')} の既報の α/β が組織の表にないため、${alphaBetaGy} Gy と仮定します（${source}）。`,
  },
};
