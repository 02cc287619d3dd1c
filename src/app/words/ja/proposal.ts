import type { KeptFromBefore, LeftPrescription, ProposedTarget } from '../../../case/guess-words';
import { organWord } from '../../../constraints/organ-word';
import type { GuessWords, MissingWords } from '../../../inspection/proposal-words';
import { gyText } from '../../../inspection/proposal-words';
import { refusalText } from '../refusal-words';
import { organs as NAMES } from './organs';
import { groupWithoutDose } from './study';

const DATED = { plan: '治療計画', study: '検査', structures: '構造セット' } as const;
const targetWords = ({ roi, doseGy, partsGy }: ProposedTarget): string =>
  `${roi} ${gyText(doseGy)} Gy${partsGy ? `（${partsGy.map(gyText).join(' + ')}）` : ''}`;
const LEFT = {
  'no-roi': 'ROI の指定なし',
  'not-in-structures': '構造セットにこの ROI がありません',
  'no-dose': '線量の記載なし',
} as const;
const leftWords = ({ doseGy, roiNumber, why }: LeftPrescription): string =>
  `${gyText(doseGy)} Gy${roiNumber === undefined ? '' : `、ROI 番号 ${roiNumber}`}（${LEFT[why]}）`;
const ROLES = { prior: '既照射', planned: '今回計画' } as const;

const LEFT_OUT = {
  dose: 'RT Dose（線量）',
  plan: 'RT Plan（計画）',
  structures: 'RT Structure Set（構造セット）',
  unknown: 'ファイル',
} as const;

const keptWords = ({ name, role, day, file, targets = [] }: KeptFromBefore): string => {
  if (role !== undefined) return `${name} を「${ROLES[role]}」コースとしています`;
  if (day !== undefined) return `${day} を ${name} の初回照射日としています`;
  if (file !== undefined) return `${file} を ${name} の構造セットとしています`;
  return `${targets.map(targetWords).join('、')} を ${name} の標的と線量としています`;
};

export const guesses: GuessWords = {
  'role-by-date': {
    title: 'ファイルの日付から判断しました。',
    message: ({ name, day, role }) =>
      `${name}（${day}）は日付から「${ROLES[role]}」コースと判断しました：${role === 'planned' ? '日付が最も新しいため' : 'より新しいコースがあるため'}。`,
  },
  'only-course': {
    title: '唯一のコースです。',
    message: ({ name }) => `${name} を今回計画のコースと判断しました。唯一のコースのためです。`,
  },
  'date-of-plan': {
    title: 'ファイルの日付であり、初回照射日ではありません。',
    message: ({ name, day, of }) => `${day} は ${name} の${DATED[of]}の日付であり、初回照射日ではありません。`,
  },
  'one-of-doses': {
    title: 'この計画にはほかの線量もあります。',
    message: ({ taken, others, sums = [] }) =>
      [
        `${taken.join('、')} を用います`,
        others.length > 0 && `同じ計画には ${others.join('、')} もありますが、計上しません`,
        sums.length > 0 && `${sums.join('、')} はこの計画を含む複数の計画の線量で、計上しません`,
      ]
        .filter(Boolean)
        .join('。')
        .concat('。'),
  },
  'newest-structures': {
    title: '線量に構造セットの記載がありません。',
    message: ({ name, file, sets }) =>
      `${name} の線量に構造セットの記載がないため、${sets > 1 ? `同じ座標系の ${sets} 個のうち最も新しい` : '同じ座標系にある唯一の'} ${file} を用いています。`,
  },
  'other-structures': {
    title: '同じ画像に別の構造セットがあります。',
    message: ({ name, file, others }) =>
      `${name} には、計画または線量が指定する ${file} を用いています。同じ座標系には ${others.map(({ file: other, day }) => (day ? `${other}（${day}）` : other)).join('、')} もありますが、用いていません。`,
  },
  'records-not-read': {
    title: '照射記録は読み込んでいません。',
    message: ({ records }) =>
      `ファイルに照射記録が ${records} 件ありますが、読み込んでいません。各計画は全分割が一回ずつ完全に照射されたものとして扱います。回数がそれより少ない、または多い場合は、その記載が必要です。`,
  },
  'same-course': {
    title: '日付が近く同じ座標系にあるため、一つのコース内のフェーズと判断しました。',
    message: ({ names, days }) =>
      `${names[0]} と ${names[1]} は同じ座標系にあり ${days} 日違いのため、一つのコース内のフェーズと判断しました。`,
  },
  'targets-of-plan': {
    title: '治療計画の処方から取得しました。',
    message: ({ name, targets }) => `${name} の標的と線量は治療計画から取得しました：${targets.map(targetWords).join('、')}。`,
  },
  'prescription-left-out': {
    title: '輪郭のある標的に対応しない処方が計画にあります。',
    message: ({ name, left }) => `${name} の処方のうち標的にしなかったもの：${left.map(leftWords).join('；')}。`,
  },
  'organ-by-name': {
    title: '名称だけによる推定で、標準名ではありません。',
    message: ({ roi, organ }) => `名称だけから、${roi} を${organWord(NAMES, organ)}とみなしています。`,
  },
  'from-before-change': {
    title: '症例のファイルまたはコースが変更される前の内容から取得しました。',
    message: (kept) => `${keptWords(kept)}：症例のファイルまたはコースが変更される前の内容から取得したものです。`,
  },
  'course-left-out': {
    title: '使用できないコースのファイルがあります。',
    message: ({ files }) =>
      `${files.join('、')}：使用できないため症例に含まれていません。その線量や処方はどの合計にも入っていません。`,
  },
};

export const missing: MissingWords = {
  'no-dose': { title: 'RT Dose（線量）', message: () => '計画全体の RT Dose がファイル中にありません' },
  'no-structures': {
    title: 'RT Structure Set（構造セット）',
    message: () => '最新の線量と同じ座標系で描かれた RT Structure Set がありません',
  },
  'file-left-out': {
    title: '使用できないファイル',
    message: ({ kind, refusal }) => `${LEFT_OUT[kind]}が使用できず、症例に含まれていません：${refusalText('ja', refusal)}`,
  },
  'plan-without-dose': {
    title: '計画の線量',
    message: ({ plan, file }) => `計画 ${plan}（${file}）の使用できる線量：その線量は症例に含まれていません`,
  },
  'group-without-dose': {
    title: '分割群の線量',
    message: ({ plan, file, ...group }) =>
      `計画 ${plan}（${file}）の${groupWithoutDose(group)}の線量：その線量は症例に含まれていません`,
  },
  'one-usable-course': {
    title: '別のコース',
    message: ({ name, left }) => `ファイル中のコースのうち使用できるのは ${name} だけです。含めなかったもの：${left.join('、')}`,
  },
  'one-course': { title: '別のコース', message: () => 'ファイルには一つのコースしかありません' },
  'one-registration': {
    title: '位置合わせを一つ',
    message: ({ files }) => `どの位置合わせを使うか：${files.join('、')} は同じ二つの基準座標系を結んでいます`,
  },
  'no-fractions': { title: '分割回数', message: ({ plan }) => `${plan} の分割回数` },
  'hours-between': {
    title: '照射間隔（時間）',
    message: ({ plan, perDay, isClear }) =>
      `治療計画 ${plan} は一日 ${perDay} 回照射${isClear ? 'です' : 'の可能性があります'}：照射の間隔（時間）。一日一回であれば、その旨`,
  },
  'no-role': {
    title: '既照射か今回計画か',
    message: ({ name, day }) => `${name}（${day ?? '日付なし'}）が既照射か今回計画か：ファイルの日付からは分かりません`,
  },
  'which-structures': {
    title: '今回計画の構造セット',
    message: ({ files }) => `評価の基準とする構造セット（今回計画のもの）はどれか：${files.join(' または ')}`,
  },
  'no-registration': {
    title: '位置合わせ',
    message: ({ name }) => `${name} の基準座標系と構造セットの基準座標系との位置合わせ`,
  },
  'dose-answer': {
    title: '線量の種類',
    message: ({ file, stated }) => `${file} がどのような線量か：ファイルの記載は ${stated} です`,
  },
  'target-dose': {
    title: '標的の線量',
    message: ({ name, roi, dosesGy }) =>
      `${name} における ${roi} の総線量：計画の記載は ${dosesGy.map((doseGy) => `${gyText(doseGy)} Gy`).join('、')} です`,
  },
  'same-patient': {
    title: '同一患者',
    message: (refusal) => `すべてのファイルが同一患者のものか：${refusalText('ja', refusal)}`,
  },
  'not-usable': { title: 'ファイルに足りないもの', message: (refusal) => refusalText('ja', refusal) },
};
