import { amountOf, digitsOf } from '../../../figure-digits';
import {
  axesMm,
  coveredPart,
  eachGy,
  type FractionDose,
  isHardlyCovered,
  ofBeams,
  ofPrescription,
  type PLAUSIBILITY,
} from '../../../findings/plausibility';
import type { SameWords } from '../../../findings/words';
import { ofContours } from './own-contours';

const gy = (value: number): string => amountOf(value, 'Gy');
const WHENCE: Readonly<Record<FractionDose['of'], string>> = {
  grid: '線量グリッドの最も高い 1 cc は',
  prescription: '処方は',
  record: '記録は',
};
const inEach = ({ fractions, doseGy, perFractionGy, of }: FractionDose, ...bounds: readonly number[]): string =>
  `${WHENCE[of]} ${gy(doseGy)}、${fractions} 回で一回あたり ${eachGy(perFractionGy, ...bounds)} です`;

export const plausibility: SameWords<typeof PLAUSIBILITY> = {
  'dose-contradicts-prescription': {
    title: '線量が処方と矛盾',
    message: (facts) => {
      const { course, prescribedGy, doseGy } = facts;
      const whose = facts.by === 'case' ? '症例' : '計画';
      const percent = `その ${ofPrescription(facts)}`;
      if (facts.measured === 'hottest-1cc') {
        return `コース「${course}」：${whose}の処方は ${prescribedGy} Gy ですが、線量グリッドの最も高い 1 cc は ${gy(doseGy)} です（${percent}）。計画全体の線量で、単位は Gy ですか。`;
      }
      if (isHardlyCovered(facts)) {
        return `コース「${course}」：${whose}による ${facts.target} への処方は ${prescribedGy} Gy ですが、線量グリッドは${facts.coveredShare > 0 ? `その ${coveredPart(facts)} しか覆っていません` : 'この標的を覆っていません'}。標的が受けた線量はここにありません。線量の位置や間隔が誤っているか、別の計画の線量の可能性があります。`;
      }
      const inside =
        facts.coveredShare < 0.995 ? `グリッドが覆うのは標的の ${amountOf(100 * facts.coveredShare, '%', 0, 100)} です。` : '';
      return `コース「${course}」：${whose}による ${facts.target} への処方は ${prescribedGy} Gy ですが、その半分は ${gy(doseGy)} 未満です（${percent}）。${inside}線量の倍率・位置・間隔が誤っているか、計画全体の線量ではない可能性があります。`;
    },
  },
  'dose-off-prescription': {
    title: '線量が処方から離れている',
    message: (facts) => {
      const { course, prescribedGy, doseGy } = facts;
      const whose = facts.by === 'case' ? '症例' : '計画';
      const percent = `その ${ofPrescription(facts)}`;
      const [to, has] =
        facts.measured === 'hottest-1cc'
          ? ['の', `線量グリッドの最も高い 1 cc は ${gy(doseGy)} です`]
          : [`による ${facts.target} への`, `その半分は ${gy(doseGy)} 未満です`];
      return `コース「${course}」：${whose}${to}処方は ${prescribedGy} Gy ですが、${has}（${percent}）。線量の倍率が異なるか、計画全体の線量ではありませんか。累積値に影響します。`;
    },
  },
  'target-dose-not-of-plan': {
    title: '症例の処方が治療計画と異なる',
    message: ({ course, target, caseGy, planGy }) =>
      `コース「${course}」：症例は ${target} に ${amountOf(caseGy, 'Gy')} を処方していますが、治療計画では ${amountOf(planGy, 'Gy')} です。処方の Gy で示す値は症例の処方によります。`,
  },
  'phases-perhaps-together': {
    title: '同じ回に照射された可能性のある段階',
    message: ({ course, first, fractions, alphaBetaGy, oneAfterAnotherGy, togetherGy }) =>
      `コース「${course}」：この線量と ${first} はいずれも ${fractions} 回の段階で同じ部位に照射されますが、順に照射されたことを示すものがありません。換算は順に照射されたものとしています。重なる部位では最大 ${gy(oneAfterAnotherGy)} EQD2（α/β ${alphaBetaGy} Gy）、同じ回に照射された場合は ${gy(togetherGy)} です。同じ回の線量は計画装置で合算し、一つの段階として指定してください。`,
  },
  'dose-contradicts-beams': {
    title: '線量がビームの線量と矛盾',
    message: ({ course, plan, perFractionGy, fractions, doseGy }) =>
      `コース「${course}」：計画 ${plan} のビームは一回 ${eachGy(perFractionGy)}、${fractions} 回で ${gy(perFractionGy * fractions)} を与えますが、線量グリッドの対応する値は ${gy(doseGy)} です。線量または分割回数が誤っている可能性があります。`,
  },
  'dose-off-beams': {
    title: '線量がビームの線量から離れている',
    message: (facts) =>
      `コース「${facts.course}」：計画 ${facts.plan} のビームは一回 ${eachGy(facts.perFractionGy)}、${facts.fractions} 回で ${gy(facts.perFractionGy * facts.fractions)} を与えますが、線量グリッドの対応する値は ${gy(facts.doseGy)} で、その ${ofBeams(facts)} です。分割回数は正しいですか、計画全体の線量ですか。合計はこれに基づきます。`,
  },
  'dose-contradicts-planning-dvh': {
    title: '線量が計画装置の DVH と矛盾',
    message: ({ roi, statedGy, doseGy, compared, contradicted }) =>
      `${roi}：計画装置がファイルに書いた DVH の平均線量は ${gy(statedGy)}、線量グリッドでは ${gy(doseGy)} です。比較した ${compared} 構造のうち ${contradicted} 構造が一致しません。線量または構造が変更された可能性があります。`,
  },
  'record-below-prescription': {
    title: '記録の最大線量が処方と矛盾',
    message: ({ course, low }) => {
      const each = low.map(
        ({ organ, recordedGy, target, prescribedGy, overlapCc }) =>
          `${organ} は ${recordedGy} Gy ですが、そのうち ${amountOf(overlapCc, 'cc', 0)} は処方 ${prescribedGy} Gy の ${target} の中にあります`,
      );
      return `コース「${course}」の記録による最大線量：${each.join('；')}。標的の中にある部分は標的とほぼ同じ線量を受けます。記録の線量を入力するか、記録がそのとおりであることをどなたかが述べる必要があります。`;
    },
  },
  'record-part-above-whole': {
    title: '記録の最大線量どうしが矛盾',
    message: ({ course, above }) => {
      const each = above.map(
        ({ part, partGy, whole, wholeGy }) => `${part} は ${partGy} Gy ですが、それを含む ${whole} は ${wholeGy} Gy です`,
      );
      return `コース「${course}」の記録による最大線量：${each.join('；')}。一部が全体より高い線量を受けることはありません。記録の線量を入力するか、記録がそのとおりであることをどなたかが述べる必要があります。`;
    },
  },
  'hot-region-beside-target': {
    title: '高線量域が標的の外にある',
    message: ({ course, targets, d90Gy, hottestGy, awayShare, marginMm }) =>
      `コース「${course}」：線量の高い領域（最も高い 1 cc：${gy(hottestGy)}）の ${amountOf(100 * awayShare, '%', 0)} が ${targets.join('、')} から ${marginMm} mm を超えて外れており、最もよく覆われた標的でも 10 % が ${gy(d90Gy)} 未満です。線量の位置・間隔・フレームオフセットが誤っている可能性があります。`,
  },
  'negative-dose-in-roi': {
    title: '臓器内に負の線量',
    message: ofContours(
      ({ roi, course, lowestGy }) =>
        `${roi}：コース「${course}」の線量がこの中で ${amountOf(lowestGy, 'Gy', 0)} まで下がっています。負の線量はありません。画素の符号の読み違いか、線量の差分の可能性があります。`,
    ),
  },
  'zero-outside-contradicted': {
    title: '線量格子の端に線量あり',
    message: ofContours(
      ({ roi, course, borderGy }) =>
        `${roi}：コース「${course}」の線量は格子の外で 0 Gy とされていますが、${roi} の格子外の部分に接する端では ${amountOf(borderGy, 'Gy', 0)} です。照射野はそこで終わっていません。`,
    ),
  },
  'dose-cut-off-in-organ': {
    title: '臓器内で線量が途切れている',
    message: ofContours(
      ({ roi, course, besideGy }) =>
        `${roi}：内部または 3 cm 以内でコース「${course}」の線量が ${amountOf(besideGy, 'Gy', 0)} から隣のボクセルでほぼ無くなっています。組織内の線量がこのように落ちることはありません。グリッドが切り取られたか、マスクまたは穴埋めされており、そこの線量は不明です。`,
    ),
  },
  'dose-falls-steeply': {
    title: '線量の落ち方が半影より急',
    message: ofContours(
      ({ roi, course, besideGy }) =>
        `${roi}：内部または 3 cm 以内でコース「${course}」の線量が ${amountOf(besideGy, 'Gy', 0)} から隣のボクセルでその十分の一未満に落ちています。これほど急な半影はほとんどありません。グリッドがそこでマスクされ、臓器の線量が実際にはより高い可能性があります。`,
    ),
  },
  'target-part-without-dose': {
    title: '標的の一部に線量がない',
    message: ({ course, target, prescribedGy, doseGy, coveredShare }) =>
      `コース「${course}」：${target} への処方は ${prescribedGy} Gy ですが、その五分の一は ${gy(doseGy)} 以下です。${coveredShare < 0.995 ? `グリッドが覆うのは標的の ${amountOf(100 * coveredShare, '%', 0, 100)} です。` : ''}線量が切り取られたか、マスク、移動、または反転されている可能性があります。`,
  },
  'target-part-below-prescription': {
    title: '標的の一部が処方に満たない',
    message: (facts) =>
      `コース「${facts.course}」：${facts.target} への処方は ${facts.prescribedGy} Gy ですが、その十分の一は ${gy(facts.doseGy)} 未満です（処方の ${ofPrescription(facts)}）。計画どおりの場合もありますが、線量が移動、縮小、または平滑化されていても同じように見えます。`,
  },
  'isodose-off-target': {
    title: '等線量域が標的から外れている',
    message: ({ course, targets, levelGy, offMm, ...off }) =>
      `コース「${course}」：${gy(levelGy)} 以上の領域の中心が ${targets.join('、')} の中心から ${digitsOf(offMm, 'mm', 5, 10)} mm 離れています（${axesMm(off)}）。その体積は標的の三倍以下です。線量か輪郭が移動、反転、または伸縮されているか、描かれていない標的がある可能性があります。`,
  },
  'fractions-implausible': {
    title: '分割回数が不自然',
    message: ({ course, fractions, most }) =>
      `コース「${course}」：${fractions} 回です。${most} 回を超えることはまずありません（本プログラムの目安）。EQD2 はこの回数で決まります。`,
  },
  'dose-per-fraction-implausible': {
    title: '一回線量が不自然',
    message: (facts) =>
      `コース「${facts.course}」：${inEach(facts, facts.least, facts.most)}。${facts.least} Gy 未満または ${facts.most} Gy を超えることはまずありません（本プログラムの目安）。線量または分割回数が誤っている可能性があります。`,
  },
  'dose-per-fraction-high': {
    title: '一回線量が LQ には高い',
    message: (facts) =>
      `コース「${facts.course}」：${inEach(facts, facts.validTo, facts.reasonableTo)}。線形二次モデルは一回約 ${facts.validTo} Gy までは比較的よく検証され、約 ${facts.reasonableTo} Gy までは妥当とされています（${facts.source}）。ここでは EQD2 の確かさが下がります。`,
  },
};
