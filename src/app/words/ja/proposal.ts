import type { GuessWords, MissingWords } from '../../../assessment/proposal-words';

const ROLES = { prior: '照射歴', planned: '今回計画' } as const;

export const guesses: GuessWords = {
  'role-by-date': {
    title: '計画日から判断しました。',
    message: ({ name, day, role }) =>
      `${name}（${day}）は計画日から「${ROLES[role]}」コースと判断しました：${role === 'planned' ? '日付が最も新しいため' : 'より新しい計画があるため'}。`,
  },
  undated: {
    title: 'ファイルに日付がありません。',
    message: ({ name, role }) => `${name} を「${ROLES[role]}」コースと判断しました。ファイルに日付がありません。`,
  },
  'date-of-plan': {
    title: '計画日であり、初回照射日ではありません。',
    message: ({ name, day }) => `${day} は ${name} の計画日であり、初回照射日ではありません。`,
  },
  'newest-structures': {
    title: '線量に構造セットの記載がありません。',
    message: ({ name, file, sets }) =>
      `${name} の線量に構造セットの記載がないため、${sets > 1 ? `同じ座標系の ${sets} 個のうち最も新しい` : '同じ座標系にある唯一の'} ${file} を用いています。`,
  },
  'same-course': {
    title: '計画の日付が近く同じ座標系にあるため、一つのコース内のフェーズと判断しました。',
    message: ({ names, days }) =>
      `${names[0]} と ${names[1]} は同じ座標系にあり ${days} 日違いのため、一つのコース内のフェーズと判断しました。`,
  },
  'targets-of-plan': {
    title: '治療計画の処方から取得しました。',
    message: ({ name, targets }) =>
      `${name} の標的と線量は治療計画から取得しました：${targets.map(({ roi, doseGy }) => `${roi} ${doseGy} Gy`).join('、')}。`,
  },
};

export const missing: MissingWords = {
  'no-dose': { title: 'RT Dose（線量）', message: () => '計画全体の RT Dose がファイル中にありません' },
  'no-structures': {
    title: 'RT Structure Set（構造セット）',
    message: () => '最新の線量と同じ座標系で描かれた RT Structure Set がありません',
  },
  'one-course': { title: '別のコース', message: () => 'ファイルには一つのコースしかありません' },
  'one-registration': {
    title: '位置合わせを一つ',
    message: ({ files }) => `どの位置合わせを使うか：${files.join('、')} は同じ二つの基準座標系を結んでいます`,
  },
  'no-fractions': { title: '分割回数', message: ({ plan }) => `${plan} の分割回数` },
};
