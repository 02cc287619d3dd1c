import type { Refusal, RefusalKind } from '../../input-error';
import type { Language } from './languages';

/** The frame in which a refusal is shown: what it found and what is needed stay in English. */
export interface RefusalWords {
  readonly lead: Readonly<Record<RefusalKind, string>>;
  /** Between the lead and the place, before what was found, before what is needed, and at the end. */
  readonly file: string;
  readonly where: string;
  readonly found: string;
  readonly needed: string;
  readonly gap: string;
}

const en: RefusalWords = {
  lead: {
    'tag-missing': 'The file lacks a DICOM attribute.',
    'tag-value': 'The file has a DICOM value that cannot be used.',
    'entry-missing': 'An entry is not filled in.',
    'entry-value': 'An entry cannot be used.',
    file: 'The file cannot be used.',
    'not-dicom': 'The file is not a DICOM file.',
    input: 'This input cannot be used.',
    'patients-differ': 'The files are of different patients.',
    'not-registered':
      'There is no registration yet between the prior and the planned course. Make one on the Registration screen, choose an opened Spatial Registration file under Case, or add its file to the study.',
  },
  file: 'file ',
  where: 'at ',
  found: 'found ',
  needed: 'needed ',
  gap: '; ',
};

const zh: RefusalWords = {
  lead: {
    'tag-missing': '文件缺少一项 DICOM 属性。',
    'tag-value': '文件中有一项 DICOM 数值无法使用。',
    'entry-missing': '有一项内容未填写。',
    'entry-value': '有一项内容无法使用。',
    file: '该文件无法使用。',
    'not-dicom': '该文件不是 DICOM 文件。',
    input: '输入无法使用。',
    'patients-differ': '这些文件属于不同的患者。',
    'not-registered':
      '既往疗程与计划疗程之间尚无配准。请在“配准”页面建立配准，在“病例”页面勾选已打开的 Spatial Registration 文件，或将其文件加入数据。',
  },
  file: '文件：',
  where: '位置：',
  found: '发现：',
  needed: '需要：',
  gap: '；',
};

const ja: RefusalWords = {
  lead: {
    'tag-missing': 'ファイルに DICOM 属性が不足しています。',
    'tag-value': 'ファイルに使用できない DICOM の値があります。',
    'entry-missing': '未入力の項目があります。',
    'entry-value': '使用できない項目があります。',
    file: 'このファイルは使用できません。',
    'not-dicom': 'DICOM ファイルではありません。',
    input: '入力を使用できません。',
    'patients-differ': 'ファイルが異なる患者のものです。',
    'not-registered':
      '既照射コースと今回計画の間にまだ位置合わせがありません。「位置合わせ」画面で作成するか、開いてある Spatial Registration ファイルを「症例」画面で選ぶか、そのファイルをデータに追加してください。',
  },
  file: 'ファイル：',
  where: '位置：',
  found: '検出：',
  needed: '必要：',
  gap: '；',
};

export const REFUSAL_WORDS: Readonly<Record<Language, RefusalWords>> = { en, zh, ja };

/** The parts of a refusal in the order they are said, each with the word before it. */
export function refusalParts(words: RefusalWords, { kind, file, where, found, needed }: Refusal) {
  // Which frames of reference they are is nothing that a person could do anything with here.
  if (kind === 'not-registered') return file === undefined ? [] : ([{ part: 'file', word: words.file, text: file }] as const);
  return [
    ...(file === undefined ? [] : [{ part: 'file', word: words.file, text: file }]),
    ...(where === undefined ? [] : [{ part: 'where', word: words.where, text: where }]),
    { part: 'found', word: words.found, text: found },
    { part: 'needed', word: words.needed, text: needed },
  ] as const;
}

/** A refusal as one line, for where nothing can be marked as English. */
export function refusalText(language: Language, refusal: Refusal): string {
  const words = REFUSAL_WORDS[language];
  const parts = refusalParts(words, refusal).map(({ word, text }) => word + text);
  return `${words.lead[refusal.kind]}${parts.join(words.gap)}`;
}
