import { organWord } from '../../../constraints/organ-word';
import { amountOf } from '../../../figure-digits';
import { type DRAWN, mmOf } from '../../../findings/drawn';
import type { SameWords } from '../../../findings/words';
import { organs as NAMES } from './organs';
import { ofContours } from './own-contours';

const cc = (value: number) => amountOf(value, 'cc', 0);

export const drawn: SameWords<typeof DRAWN> = {
  'organ-part-left-out': {
    title: '臓器に似た名前の ROI が含まれていない',
    message: ofContours(({ organ, roi, maxGy, parts, isHotter, onOwn }) => {
      const list = parts.map((part) => `${part.roi}（Dmax ${amountOf(part.maxGy, 'Gy')} EQD2）`).join('、');
      const ask = onOwn
        ? 'このコースの線量は前者だけから取っています。臓器全体がその名前で描かれた構造セットを用意するか、これらがこの臓器の一部ではないことを記載してください。'
        : isHotter
          ? '臓器自体より高い線量です。どの ROI がどの臓器かを症例に記載するか、和を派生させるか、この臓器の一部ではないことを記載してください。'
          : 'この臓器の一部であれば、症例に記載してください。';
      return `認識できる名前で描かれた${organWord(NAMES, organ)}は ${roi} です（Dmax ${amountOf(maxGy, 'Gy')} EQD2）。次の ROI は名前からこの臓器に属する可能性がありますが、評価していません：${list}。${ask}`;
    }),
  },
  'organ-made-smaller': {
    title: '臓器が輪郭より小さい',
    message: ({ roi, organ, expression, drawn, lostShare, isJudged }) => {
      const what = `${roi} は ${organ} とみなされ、輪郭から ${expression} で作られています。${drawn.join('、')} の体積の ${(100 * lostShare).toFixed(0)} % が欠けており、その部分については何も言えません。`;
      return isJudged ? `${what}輪郭どおりの臓器も評価しています。` : `${what}輪郭どおりの臓器は評価していません。`;
    },
  },
  'organ-ends-before-field': {
    title: '輪郭が照射野の手前で終わっている',
    message: ofContours(({ roi, course, where, mm, isCut, crossed, hasSpecks, inLine = [], onOwn }) => {
      const end =
        where === 'before'
          ? `${roi}：輪郭は、コース「${course}」の最も高い線量の半分に達するスライスの ${mm.toFixed(0)} mm 手前で終わっています。照射野の中に続く臓器が描かれていない可能性があります。`
          : `${roi}：輪郭はコース「${course}」の照射範囲の中で終わり、照射野はさらに${isCut ? '少なくとも' : ''} ${mm.toFixed(0)} mm 続きます${isCut ? '（線量格子はそこで終わります）' : ''}。そこで描かれていない部分は評価されません。`;
      const specks = hasSpecks ? '最後のスライスの先には、その十分の一以下の小さな点だけが描かれています。' : '';
      const others = inLine.length > 0 ? `その延長線上に、名前の不明な ROI が描かれています：${inLine.join('、')}。` : '';
      if (!crossed) return `${end}${specks}${others}`;
      const { goal, limitGy, drawnGy, carriedOnGy } = crossed;
      return `${end}${specks}${others}その走向に沿って照射野を通して延ばすと「${goal}」で ${amountOf(carriedOnGy, 'Gy', limitGy)} となり、描かれたままでは ${amountOf(drawnGy, 'Gy', limitGy)} です。${onOwn ? '続きを描いた構造セットを用意するか' : '続きを描くか、どの ROI がこの臓器かを示すか'}、必要な範囲まで描かれていると記載してください。`;
    }),
  },
  'organ-smaller-than-on-prior': {
    title: '臓器が照射歴の輪郭よりはるかに小さい',
    message: ofContours(({ roi, course, cc: here, priorCc, extentShare, onOwn }) => {
      if (onOwn) {
        return `${roi}：描かれているのは ${cc(priorCc)} で、現在のこの臓器は ${cc(here)} です。そこで描かれていない部分にはこのコースの線量がなく、合計から最も高い部分が抜けている可能性があります。`;
      }
      const extent =
        extentShare === undefined ? '' : `。スライス方向では、対応づけたその範囲の ${amountOf(100 * extentShare, '%', 0)} です`;
      return `${roi}：ここで描かれているのは ${cc(here)} で、コース「${course}」自身の輪郭ではこの臓器は ${cc(priorCc)} です${extent}。描かれていない部分の線量はここにはなく、最大値や体積値から最も高い部分が抜けている可能性があります。`;
    }),
  },
  'organ-shorter-than-on-prior': {
    title: '臓器が照射歴の輪郭より手前で終わっている',
    message: ({ roi, course, mm, crossed: { goal, limitGy, drawnGy, carriedOnGy } }) =>
      `${roi}：コース「${course}」自身の輪郭では、この臓器はスライス方向にここで描かれているより ${mm.toFixed(0)} mm 長く続いています。そこまで延ばすと「${goal}」は ${amountOf(carriedOnGy, 'Gy', limitGy)}、描かれたままでは ${amountOf(drawnGy, 'Gy', limitGy)} です。続きを描くか、どの ROI がそれであるかを示すか、必要な範囲まで描かれていることを記載してください。`,
  },
  'organ-narrower-than-voxel': {
    title: '線量で区別できないほど細い臓器',
    message: ofContours(({ roi, cc: here, lengthMm, meanMm2, widthMm, boundMm, onOwn }) => {
      const needed = onOwn ? '臓器全体を含む構造セット' : '臓器全体の輪郭';
      return `${roi}：スライス方向 ${lengthMm.toFixed(1)} mm にわたり ${here.toFixed(3)} cc が描かれています（スライスあたり ${meanMm2.toFixed(2)} mm²、幅 ${widthMm.toFixed(2)} mm）。少なくとも幅 ${boundMm.toFixed(2)} mm（最も細かい線量格子のボクセル、最大 3 mm）と、準最大線量を読む 0.03 cc が必要です。この臓器がこれほど小さいことはなく、線であるか、単位が mm でない可能性があります。必要なもの：${needed}、または意図したものであるという記載。`;
    }),
  },
  'organ-not-held': {
    title: '臓器がその周りの輪郭と合わない',
    message: ofContours(({ roi, around, asks }) => {
      const each = around.map(({ roi: outer, wantedMm, leastMm, mostMm, lengthMm, ofMm }) => {
        if (ofMm === 0) return `${outer} と共通のスライスがありません`;
        const where = `両方が描かれたスライス方向 ${ofMm.toFixed(0)} mm のうち ${lengthMm.toFixed(0)} mm で`;
        if (wantedMm === undefined) return `${where} ${outer} から最大 ${mmOf(-leastMm)} mm はみ出しています`;
        const outside = Number(mmOf(leastMm)) < 0 ? '（負の値は外側）' : '';
        return `${where} ${outer} のマージンが ${mmOf(leastMm)}～${mmOf(mostMm)} mm${outside}で、名称では ${wantedMm} mm です`;
      });
      const needed = asks
        ? `いずれかが別の場所に、または別の輪郭に合わせて描かれています。必要なもの：一致する輪郭、または ${roi} が描かれたとおりで正しいという記載（正しくない場合は輪郭の修正）。`
        : 'そこでは小さく描かれたか切り取られたか、別の輪郭に合わせて描かれています。それぞれの制約は描かれたもので評価されます。';
      return `${roi}：${each.join('；')}。${needed}`;
    }),
  },
  'target-outside-ptv': {
    title: '標的が PTV からはみ出している',
    message: ofContours(({ roi, ptvs, outMm, lengthMm, ofMm }) => {
      const all = ptvs.join('と');
      const where =
        ofMm === 0
          ? `${all} と共通のスライスがありません`
          : `共通のスライス方向 ${ofMm.toFixed(0)} mm のうち ${lengthMm.toFixed(0)} mm で ${all} から最大 ${outMm.toFixed(1)} mm はみ出しています`;
      return `${roi}：${where}。描かれたとおりには PTV に覆われていないか、いずれかが別の場所に描かれています。`;
    }),
  },
  'organs-overlap': {
    title: '臓器が別の臓器の場所に描かれている',
    message: ofContours(({ roi, others }) => {
      const each = others.map((other) => `${cc(other.cc)}（${amountOf(100 * other.share, '%')}）が ${other.roi} の中にあります`);
      return `${roi}：${each.join('、')}。両方が同じ場所にあることはありえません。いずれかが別の場所に描かれています。`;
    }),
  },
  'pair-contradicts-sides': {
    title: '対の臓器が左右の輪郭と矛盾',
    message: ofContours(({ roi, sides, wholeCc, unionCc, lackingCc, beyondCc }) => {
      const beyond = beyondCc > 0 ? `${roi} のうち ${cc(beyondCc)} はどちらの側にも属しません。` : '';
      return `${roi} は ${cc(wholeCc)}、${sides.join('と')} は合わせて ${cc(unionCc)} です。そのうち ${cc(lackingCc)} は ${roi} に含まれていません。${beyond}制約は描かれた ${roi} で評価されます。臓器全体ですか。`;
    }),
  },
};
