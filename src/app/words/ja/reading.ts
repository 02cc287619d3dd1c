import type { KeptOut, PixelDoubt, READING } from '../../../findings/reading';
import type { SameWords } from '../../../findings/words';

const WHY: Readonly<Record<KeptOut, string>> = {
  localizer: '位置決め画像（スカウト）です',
  frame: '別の座標系に属します',
  size: '行数または列数が異なります',
  orientation: '向きが異なります',
  'pixel-spacing': '画素の大きさが異なります',
  'far-away': '他のすべてから遠く離れています',
};
const mm = (value: number) => `${Number(value.toFixed(3))} mm`;

const doubt = (why: PixelDoubt): string => {
  if (why.kind === 'missing') return '画素がありません';
  return why.kind === 'compressed'
    ? `${why.as} で圧縮されています。非圧縮で書き出してください`
    : `${why.foundBytes} バイトですが、${why.neededBytes} バイト必要です`;
};

export const reading: SameWords<typeof READING> = {
  'contour-damaged': {
    title: '破損した輪郭を除外',
    message: ({ roi, contours, first, found }) =>
      `ROI ${roi}：輪郭 ${contours} 個を読み込めないため除外しました。最初のものは輪郭 ${first} です（検出値 ${found}）。この ROI の体積は描かれたものより小さくなっています。`,
  },
  'pixels-padded': {
    title: '画素の後ろのバイトを読み飛ばし',
    message: ({ bytes }) => `最後の画素の後ろにある ${bytes} バイトを読み飛ばしました。`,
  },
  'dose-read-as-unsigned': {
    title: '符号付きの線量を符号なしとして読込',
    message: ({ voxels, stored }) =>
      `ファイルには画素が符号付きと記載されています（PixelRepresentation 1。DoseType ${stored} は符号なしに限られます）。そのまま読むと、${voxels} ボクセルが 0 を下回ります。符号なしとして読み込みました。最大線量を治療計画装置のものと比較してください。`,
  },
  'structures-without-frame': {
    title: '座標系のない構造セット',
    message: () =>
      '構造セットにもその ROI にも座標系の記載がありません（ReferencedFrameOfReferenceUID、FrameOfReferenceUID）。輪郭の位置が分からないため、線量を求めることができません。',
  },
  'dose-frames-unsorted': {
    title: '線量面の順序の乱れ',
    message: ({ frame, fromMm, toMm }) =>
      `線量面が昇順でも降順でもありません（GridFrameOffsetVector は面 ${frame} で ${mm(fromMm)} から ${mm(toMm)} になっています）。各面はオフセットの示す位置にあるものとします。`,
  },
  'dose-frames-jump': {
    title: '線量面の間の欠落',
    message: ({ jumps, fromMm, toMm, usualMm }) =>
      `線量面の間隔は大部分が ${mm(usualMm)} ですが、${jumps} か所で大きく空いています。最初のものは先頭の面から ${mm(fromMm)} と ${mm(toMm)} の間です。面が欠けている可能性があります。その間の線量は補間しました。`,
  },
  'dose-frames-uneven': {
    title: '線量面の間隔が不均一',
    message: ({ leastMm, mostMm }) => `線量面の間隔は ${mm(leastMm)} から ${mm(mostMm)} です。その間の線量は補間しました。`,
  },
  'dose-voxels-large': {
    title: '線量ボクセルが大きすぎます',
    message: ({ columnMm, rowMm, planeMm }) =>
      `線量ボクセルは ${[columnMm, rowMm, planeMm].flatMap((value) => (value === undefined ? [] : mm(value))).join(' × ')} です。10 mm を超えると臓器の線量を求めることができません。PixelSpacing と GridFrameOffsetVector を確認してください。`,
  },
  'slice-thickness-differs': {
    title: 'スライス厚と面間隔の不一致',
    message: ({ thicknessMm, stepMm }) =>
      `SliceThickness は ${mm(thicknessMm)} ですが、線量面の間隔は ${mm(stepMm)} です（GridFrameOffsetVector）。オフセットを用います。`,
  },
  'dose-all-zero': {
    title: '線量がすべて 0',
    message: () => '0 Gy を超えるボクセルがありません。治療の線量ではあり得ません。',
  },
  'dose-planes-empty': {
    title: '線量の内部に空の面',
    message: ({ empty, planes, fromMm, toMm }) =>
      `線量の ${planes} 面のうち ${empty} 面がすべて 0 Gy で、線量のある面の間にあります（面の法線方向に ${fromMm === toMm ? mm(fromMm) : `${mm(fromMm)} から ${mm(toMm)}`}）。線量が面から面へ 0 まで下がって再び上がることはないため、これらの面は失われています。線量を出力し直してください。`,
  },
  'dose-planes-joined': {
    title: '線量面を結合',
    message: ({ planes, fromMm, toMm }) =>
      `${planes} 個のファイルに一つの線量の面が一枚ずつあります（面の法線方向に ${mm(fromMm)} から ${mm(toMm)}）。一つのグリッドに結合しました。`,
  },
  'beam-doses-added': {
    title: 'ほかのビームの線量を加算',
    message: ({ files }) =>
      `症例に記載されているのはこの線量だけで、ビームひとつの線量（BEAM）です。コースの線量はすべてのビームの和なので、同じフォルダーにある同じ計画のほかのビームの線量を加えています：${files.join('、')}。`,
  },
  'dose-planes-overlap': {
    title: '同じ位置の線量面',
    message: ({ files, more }) =>
      `${files.join('、')}${more > 0 ? ` ほか ${more} ファイル` : ''}は一つの治療計画の線量の面を一枚ずつ含み、同じ位置のものがあります。結合していません。どれが一組かを指定してください。`,
  },
  'same-uid-other-content': {
    title: '識別子が同じ二つのオブジェクト',
    message: ({ sameAs, uid }) =>
      `このオブジェクトは ${sameAs} と SOP Instance UID が同じ（${uid}）ですが、内容が異なります。両方を残します。この識別子への参照はどちらを指すか分かりません。`,
  },
  'dose-delivered': {
    title: '実際に照射された線量',
    message: ({ plannedFractions }) =>
      plannedFractions === undefined
        ? 'この線量は治療計画ではなく、実際に照射されたものです（RECORD）。そのまま用います。'
        : `この線量は治療計画ではなく、実際に照射されたものです（RECORD）。治療計画の全 ${plannedFractions} 回で照射されたものとします。実際の回数がより少ない場合は 症例に記入してください。`,
  },
  'ct-pixels-unusable': {
    title: 'CT の画素を読めない',
    message: ({ series, slices, of, why }) =>
      `CT シリーズ ${series}：${of} スライスのうち ${slices} 枚の画素を読めません（${doubt(why)}）。表示にも位置合わせにも使えません。`,
  },
  'ct-slices-doubled': {
    title: 'CT スライスの重複',
    message: ({ series, slices, first, kept }) =>
      `CT シリーズ ${series}：スライス ${slices} 枚が他のスライスと同じ位置にあります（${first} と ${kept}）。各位置で一枚だけを用います。`,
  },
  'ct-slices-kept-out': {
    title: 'CT スライスを除外',
    message: ({ series, slices, kept, why }) =>
      `CT シリーズ ${series}：画像 ${slices} 枚は ${kept} 枚からなるスタックに属さないため除外しました。${WHY[why]}。`,
  },
  'contours-off-their-images': {
    title: '輪郭が描かれた画像の面にない',
    message: ({ contours, compared, mostMm }) =>
      `輪郭 ${compared} 個のうち ${contours} 個が、描かれたとされる CT 画像の面になく、最大 ${mm(mostMm)} 離れています。画像または輪郭が移動、反転、再出力された可能性があり、画像に描かれたときのものが表示されないかもしれません。`,
  },
  'ct-slices-shifted': {
    title: 'CT スライスのずれ',
    message: ({ series, mostMm }) =>
      `CT シリーズ ${series}：スライスが面内で互いに最大 ${mm(mostMm)} ずれています（ガントリ傾斜）。画像表示と自動位置合わせでは補正しました。`,
  },
};
