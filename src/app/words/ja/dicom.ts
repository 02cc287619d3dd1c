import type { ContourCount, DICOM } from '../../../findings/dicom';
import type { SameWords } from '../../../findings/words';

const countOfContours = ({ roi, roiNumber, contours }: ContourCount) => `${roi}（ROI ${roiNumber}）${contours} 本`;

export const dicom: SameWords<typeof DICOM> = {
  'bytes-before-data-set': {
    title: 'ファイル先頭に余分なバイト',
    message: ({ bytes }) => `最初のデータ要素の前にある余分な ${bytes} バイトを読み飛ばしました。`,
  },
  'no-preamble': {
    title: 'DICOM プリアンブルなし',
    message: () => '128 バイトのプリアンブルと「DICM」がありません。ファイルメタヘッダをファイルの先頭から読み込みました。',
  },
  'no-file-meta': {
    title: 'DICOM ファイルヘッダなし',
    message: ({ takenAs }) => `DICOM ファイルメタヘッダがありません。先頭のバイトから ${takenAs} と判断しました。`,
  },
  'no-transfer-syntax': {
    title: '転送構文の記載なし',
    message: ({ takenAs }) => `転送構文の記載がありません。先頭のバイトから ${takenAs} と判断しました。`,
  },
  'transfer-syntax-contradicted': {
    title: '転送構文が内容と矛盾',
    message: ({ stated, found }) =>
      `転送構文は ${stated} と記載されていますが、最初のデータ要素は ${found} です。後者として読み込みました。`,
  },
  'identifiers-missing': {
    title: '識別子の欠落',
    message: ({ missing }) =>
      `${missing.join('、')} がありません。このオブジェクトに対応するものを識別子から見つけることができません。`,
  },
  'text-undecodable': {
    title: '文字を復号できません',
    message: ({ tag, characterSet, text }) =>
      `${tag} が文字集合「${characterSet || 'ISO_IR 6（記載なし）'}」に合いません。「${text}」と表示しますが、正しくない可能性があります。`,
  },
  'negative-dose': {
    title: '負の線量',
    message: () => '線量グリッドに 0 未満の値があります。そのまま用います。',
  },
  'tps-dvh-unreadable': {
    title: '治療計画装置の DVH を読み込めません',
    message: ({ where, found }) => `治療計画装置の DVH に読み込めないものがあり、除外しました（${where}：検出値 ${found}）。`,
  },
  'value-passed-over': {
    title: '読み取れない値',
    message: ({ where, found, isEmptyItem }) =>
      `${where}：${isEmptyItem ? '座標系、画像、行列のいずれもない項目です' : `検出値は ${found} です`}。この値は除外し、ファイルの残りを使用します。`,
  },
  'plan-without-fractions': {
    title: '分割の記載のない治療計画',
    message: () => '治療計画にフラクショングループがありません。分割回数とビームは不明です。',
  },
  'plan-beams-missing': {
    title: '治療計画にビームがない',
    message: ({ beams }) =>
      `フラクショングループが参照するビーム ${beams.join('、')} が治療計画にありません。ファイルが途中で切れている可能性があります。`,
  },
  'contour-without-points': {
    title: '空の輪郭を除外',
    message: ({ roi, contours }) => `ROI ${roi}：点のない輪郭 ${contours} 個を除外しました。`,
  },
  'contour-point-count': {
    title: '輪郭の点数が不一致',
    message: ({ roi, contours }) =>
      `ROI ${roi}：輪郭 ${contours} 個で、記載された点数と実際の点数が異なります。実際の点を用います。`,
  },
  'contours-without-roi': {
    title: 'ROI のない輪郭',
    message: ({ roiNumber }) => `ROI 番号 ${roiNumber} の輪郭を除外しました。構造セットにこの ROI がありません。`,
  },
  'duplicate-roi-name': {
    title: 'ROI 名の重複',
    message: ({ roi, roiNumbers }) =>
      `「${roi}」という名称の ROI が ${roiNumbers.length} 個あります（番号 ${roiNumbers.join('、')}）。名称だけではどれを指すか分かりません。`,
  },
  'items-without-number': {
    title: '番号のない ROI 項目',
    message: ({ rois, contours, observations }) =>
      `対応を示す ROI 番号がないため除外しました：${[
        rois.length > 0 && `${rois.length} 個の ROI（${rois.map((roi) => `「${roi}」`).join('、')}）`,
        contours > 0 && `${contours} 個の ROIの輪郭`,
        observations > 0 && `${observations} 件の観察`,
      ]
        .filter(Boolean)
        .join('、')}。`,
  },
  'contours-open': {
    title: '開いた輪郭',
    message: ({ of }) => `開いた輪郭は体積を囲みません：${of.map(countOfContours).join('、')}。`,
  },
  'contours-untyped': {
    title: '種類のない輪郭',
    message: ({ of }) => `開閉の記載がない輪郭は閉じたものとみなしません：${of.map(countOfContours).join('、')}。`,
  },
  'contours-interpolated': {
    title: '補間された輪郭',
    message: ({ of }) => `描画ではなく補間された輪郭です：${of.map(countOfContours).join('、')}。`,
  },
  'roi-observations-missing': {
    title: 'ROI 種別の記載なし',
    message: () =>
      '構造セットに ROI の種別がありません（RT ROI Observations の欠落）。ファイルが途中で切れている可能性があります。',
  },
  'registration-mirrors': {
    title: '位置合わせで鏡像反転',
    message: () =>
      'この位置合わせは患者を鏡像にします（行列式が 0 未満）。同じ患者の二つの画像が互いに鏡像になることはありません。線量はある面の反対側へ移されます。',
  },
  'registration-scales': {
    title: '位置合わせで大きさが変わる',
    message: ({ volumeFactor }) =>
      `この位置合わせは体積を ${volumeFactor.toFixed(2)} 倍にします。移された線量もそれに伴って伸縮します。`,
  },
  'registration-distorts': {
    title: '位置合わせで形がゆがむ',
    message: ({ least, most }) =>
      `この位置合わせは長さをある方向で ${least.toFixed(2)} 倍、別の方向で ${most.toFixed(2)} 倍にします（せん断または伸縮）。臓器も移された線量もそれに伴ってゆがみます。`,
  },
  'registration-not-rigid': {
    title: '剛体でない位置合わせ',
    message: ({ determinant }) =>
      `位置合わせは RIGID とされていますが、拡大縮小またはせん断を含みます（行列式 ${determinant.toFixed(4)}）。そのまま適用します。`,
  },
  'registration-matrix-chain': {
    title: '複数の行列からなる位置合わせ',
    message: ({ frame, matrices }) =>
      `座標系 ${frame} からの位置合わせは ${matrices} 個の行列の連なりです。先頭の行列から順に適用します（PS3.3 C.20.2.1.1）。この扱いはソフトウェアにより異なるため、重ね合わせ表示を治療計画装置のものと比較してください。`,
  },
  'date-unreadable': {
    title: '日付を読み取れません',
    message: ({ tag, written, year }) =>
      year === undefined
        ? `${tag} は「${written}」で、日付（YYYYMMDD）ではありません。日付は不明です。`
        : `${tag} は「${written}」で、完全な日付（YYYYMMDD）ではありません。年だけが分かります。`,
  },
};
