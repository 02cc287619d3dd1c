import type { Refusal, RefusalKind } from '../../input-error';
import { quotable } from '../../printable';
import { personText } from '../host/draft-head';
import { attributeAt } from './attribute-names';
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
  /** What the technical particulars are folded under. */
  readonly details: string;
  /** Leads that name what the attribute is, and the course that nothing carries. */
  readonly missingAttribute: (attribute: string) => string;
  readonly unusableAttribute: (attribute: string) => string;
  readonly notRegistered: (course: string) => string;
  /** Whose the case is, whose the open files are, and which of them are others; '' where that is not known. */
  readonly otherFiles: (facts: { readonly of: string; readonly here: string; readonly files: string }) => string;
  /** Places in a case: the numbers begin at 1. */
  readonly course: (number: number) => string;
  readonly phase: (number: number) => string;
  readonly namedCourse: (name: string) => string;
  /** What a phase of a case lacks, with the place of the phase. */
  readonly missingInPhase: Readonly<Record<PhaseEntry, (place: string) => string>>;
  /** Of a dose whose plan is not at hand: nothing but a person tells in how many fractions it is given. */
  readonly noFractions: (dose: string) => string;
}

/** Entries of a phase that a person is asked for where they are missing. */
type PhaseEntry = 'dose' | 'fractions' | 'hoursBetween';

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
    'not-opened': 'A file of the case is not among those that were opened: open the folder that holds it.',
    'other-files': 'The files that are open are not those that the case was worked on with.',
    'newer-version': 'It was written by a newer Isoeffect, and is left as it is.',
    'not-registered':
      'There is no registration yet between the prior and the planned course. Make one on the Registration screen, choose an opened Spatial Registration file under Case, or add its file to the study.',
  },
  file: 'file ',
  where: 'at ',
  found: 'found ',
  needed: 'needed ',
  gap: '; ',
  details: 'Details',
  missingAttribute: (attribute) => `The file lacks ${attribute}.`,
  unusableAttribute: (attribute) => `In the file, ${attribute} cannot be used.`,
  notRegistered: (course) =>
    `There is no registration yet between “${course}” and the anatomy that everything is evaluated on. Make one on the Registration screen, choose an opened Spatial Registration file under Case, or add its file to the study.`,
  otherFiles: ({ of, here, files }) =>
    `The files that are open are not those that this case was worked on with, and nothing was computed from them. The case is ${of ? `of ${of}` : 'of a patient whom its draft does not name'}; ${here ? `the open files are of ${here}` : 'the open files name no patient'}.${files ? ` Other content: ${files}.` : ''} Open the folder with the files of ${of ? of : 'that case'}.`,
  course: (number) => `course ${number}`,
  phase: (number) => `phase ${number}`,
  namedCourse: (name) => `course “${name}”`,
  noFractions: (dose) =>
    `The number of fractions of the dose ${dose} is not known: its plan is not among the files. Enter it on the Case screen under Fractions, or add the file of the plan.`,
  missingInPhase: {
    dose: (place) =>
      `The dose of ${place} is not given. Choose its dose file, or give what the paper record has: the prescribed dose, or the highest dose of single organs.`,
    fractions: (place) => `The number of fractions of ${place} is not given; without a dose file nothing else tells it.`,
    hoursBetween: (place) => `The hours between the fractions of one day are not given for ${place}.`,
  },
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
    'not-opened': '病例所用的一个文件不在已打开的文件中：请打开包含它的文件夹。',
    'other-files': '已打开的文件不是处理该病例时所用的文件。',
    'newer-version': '它由较新版本的 Isoeffect 写入，现保持原样。',
    'not-registered':
      '既往疗程与计划疗程之间尚无配准。请在“配准”页面建立配准，在“病例”页面勾选已打开的 Spatial Registration 文件，或将其文件加入数据。',
  },
  file: '文件：',
  where: '位置：',
  found: '发现：',
  needed: '需要：',
  gap: '；',
  details: '详细信息（英文）',
  missingAttribute: (attribute) => `文件缺少：${attribute}。`,
  unusableAttribute: (attribute) => `文件中的${attribute}无法使用。`,
  notRegistered: (course) =>
    `疗程“${course}”与用于评估的解剖结构之间尚无配准。请在“配准”页面建立配准，在“病例”页面勾选已打开的 Spatial Registration 文件，或将其文件加入数据。`,
  otherFiles: ({ of, here, files }) =>
    `已打开的文件不是处理该病例时所用的文件，未用它们进行任何计算。病例属于${of ? `患者 ${of}` : '草稿中未注明的患者'}；${here ? `已打开的文件属于患者 ${here}` : '已打开的文件未注明患者'}。${files ? `内容不同的文件：${files}。` : ''}请打开${of ? `患者 ${of} ` : '该病例'}的文件所在的文件夹。`,
  course: (number) => `疗程 ${number}`,
  phase: (number) => `阶段 ${number}`,
  namedCourse: (name) => `疗程“${name}”`,
  noFractions: (dose) =>
    `剂量 ${dose} 的分次数未知：其计划不在已打开的文件中。请在“病例”页面的“分次数”栏填写，或加入其计划文件。`,
  missingInPhase: {
    dose: (place) => `${place}的剂量未给出。请选择其剂量文件，或填写纸质记录所载：处方剂量，或单个器官的最大剂量。`,
    fractions: (place) => `${place}的分次数未给出；没有剂量文件时，别处无从得知。`,
    hoursBetween: (place) => `${place}每日多次照射之间的间隔小时数未给出。`,
  },
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
    'not-opened': '症例のファイルが、開いたファイルの中にありません。それを含むフォルダを開いてください。',
    'other-files': '開いているファイルは、この症例の作業に使ったファイルではありません。',
    'newer-version': 'より新しい Isoeffect が書いたものです。そのまま残しています。',
    'not-registered':
      '既照射コースと今回計画の間にまだ位置合わせがありません。「位置合わせ」画面で作成するか、開いてある Spatial Registration ファイルを「症例」画面で選ぶか、そのファイルをデータに追加してください。',
  },
  file: 'ファイル：',
  where: '位置：',
  found: '検出：',
  needed: '必要：',
  gap: '；',
  details: '詳細（英語）',
  missingAttribute: (attribute) => `ファイルに次がありません：${attribute}。`,
  unusableAttribute: (attribute) => `ファイルの${attribute}を使用できません。`,
  notRegistered: (course) =>
    `コース「${course}」と評価に用いる解剖の間にまだ位置合わせがありません。「位置合わせ」画面で作成するか、開いてある Spatial Registration ファイルを「症例」画面で選ぶか、そのファイルをデータに追加してください。`,
  otherFiles: ({ of, here, files }) =>
    `開いているファイルは、この症例の作業に使ったファイルではありません。それらからは何も計算していません。${of ? `症例は患者 ${of} のものです` : '症例の下書きには患者が記されていません'}。${here ? `開いているファイルは患者 ${here} のものです` : '開いているファイルには患者が記されていません'}。${files ? `内容が異なるファイル：${files}。` : ''}${of ? `患者 ${of} の` : 'その症例の'}ファイルがあるフォルダを開いてください。`,
  course: (number) => `コース ${number}`,
  phase: (number) => `フェーズ ${number}`,
  namedCourse: (name) => `コース「${name}」`,
  noFractions: (dose) =>
    `線量 ${dose} の分割回数がわかりません。その計画が、開いたファイルの中にありません。「症例」画面の「分割回数」に入力するか、計画のファイルを追加してください。`,
  missingInPhase: {
    dose: (place) =>
      `${place}の線量が指定されていません。線量ファイルを選ぶか、紙の記録にある処方線量または臓器ごとの最大線量を入力してください。`,
    fractions: (place) => `${place}の分割回数が指定されていません。線量ファイルがないため、ほかからはわかりません。`,
    hoursBetween: (place) => `${place}の 1 日の照射間隔（時間）が指定されていません。`,
  },
};

export const REFUSAL_WORDS: Readonly<Record<Language, RefusalWords>> = { en, zh, ja };

/** A part of a refusal, with the word before it. */
export interface RefusalPart {
  readonly part: 'file' | 'where' | 'found' | 'needed';
  readonly word: string;
  readonly text: string;
  /** Whether the text is the program's own English. */
  readonly isEnglish: boolean;
}

/** The parts of a refusal in the order they are said. */
export function refusalParts(words: RefusalWords, refusal: Refusal): readonly RefusalPart[] {
  const parts = ['file', 'where', 'found', 'needed'] as const;
  return parts.flatMap((part) => {
    const text = refusal[part];
    return text === undefined ? [] : [{ part, word: words[part], text, isEnglish: part !== 'file' }];
  });
}

/** The sentence that a refusal begins with: in the reader's words what is the matter, as far as its kind and place tell. */
export function refusalLead(language: Language, refusal: Refusal): string {
  const { kind, where, course } = refusal;
  const words = REFUSAL_WORDS[language];
  const missing = missingInPhase(words, refusal);
  if (missing !== undefined) return missing;
  if (refusal.owners) {
    const { of, here, files } = refusal.owners;
    const [several, most] = [language === 'en' ? ', ' : '、', 5];
    const more = files.length > most ? [...files.slice(0, most), '…'] : files;
    const names = {
      of: of ? personText(of) : '',
      here: here.map(personText).filter(Boolean).join(several),
      files: more.join(several),
    };
    return words.otherFiles(quotable(names));
  }
  const attribute = attributeAt(language, where);
  if (attribute && kind === 'tag-missing') return words.missingAttribute(attribute);
  if (attribute && kind === 'tag-value') return words.unusableAttribute(attribute);
  return kind === 'not-registered' && course !== undefined ? words.notRegistered(course) : words.lead[kind];
}

/** What a phase of the case lacks, as a sentence; undefined of another refusal. */
function missingInPhase(words: RefusalWords, { kind, where, file }: Refusal): string | undefined {
  if (kind === 'entry-value' && where === 'fractions' && file !== undefined) return words.noFractions(file);
  const place = kind === 'entry-missing' ? placeWords(words, where) : undefined;
  const entry = /^courses\[\d+\]\.phases\[\d+\]\.(dose|fractions|hoursBetween)$/.exec(where ?? '')?.[1];
  return place === undefined || entry === undefined ? undefined : words.missingInPhase[entry as PhaseEntry](place);
}

/** Kinds whose sentence says what was found and what is needed. */
const SAID_BY_THE_LEAD: readonly RefusalKind[] = ['not-registered', 'patients-differ', 'not-opened', 'other-files'];

/** Tags, UIDs, and the keywords of attributes: nothing that a clinician has to read. */
const TECHNICAL = /\([0-9A-F]{4},[0-9A-F]{4}\)|\b\d+(\.\d+){4,}|\b(?:[A-Z]+[a-z]+){2,}(?:Sequence|UID)\b/;
/** English words, and not a value with its unit, or what is quoted. */
const PROSE = /(?:^|\s)(?!(?:mm|cm|cc)\b)[a-z]{2,}\b/;
const QUOTED = /"[^"]*"/g;

/** What of a refusal is read at once, and what is folded: what is technical, and in another language English prose. */
export function foldedParts(language: Language, refusal: Refusal): Readonly<Record<'open' | 'folded', readonly RefusalPart[]>> {
  const words = REFUSAL_WORDS[language];
  const isMissing = missingInPhase(words, refusal) !== undefined;
  const isSaidByTheLead = isMissing || SAID_BY_THE_LEAD.includes(refusal.kind);
  const all = refusalParts(words, refusal);
  const isFolded = ({ part, text }: RefusalPart): boolean => {
    // Who names the course has named what the file is of.
    if (part === 'file') return isMissing || refusal.course !== undefined;
    if (part === 'where') return isSaidByTheLead || TECHNICAL.test(text) || placeWords(words, text) !== undefined;
    return isSaidByTheLead || TECHNICAL.test(text) || (language !== 'en' && PROSE.test(text.replaceAll(QUOTED, '')));
  };
  const place = isMissing ? undefined : placeWords(words, refusal.where);
  const open = all.filter((part) => !isFolded(part));
  const said: RefusalPart[] = place === undefined ? [] : [{ part: 'where', word: '', text: place, isEnglish: false }];
  const before = open.filter(({ part }) => part === 'file');
  return { open: [...before, ...said, ...open.filter((part) => !before.includes(part))], folded: all.filter(isFolded) };
}

/** `courses[1].phases[0].dose` and `course "first"` in the reader's words; undefined for another place. */
function placeWords(words: RefusalWords, where: string | undefined): string | undefined {
  const named = /^course "(.+)"$/.exec(where ?? '')?.[1];
  if (named !== undefined) return words.namedCourse(named);
  const [, course, phase] = /^courses\[(\d+)\](?:\.phases\[(\d+)\])?/.exec(where ?? '') ?? [];
  if (course === undefined) return undefined;
  const place = words.course(Number(course) + 1);
  return phase === undefined ? place : `${place}, ${words.phase(Number(phase) + 1)}`;
}

/** A refusal as one line, for where nothing can be marked as English or folded. */
export function refusalText(language: Language, refusal: Refusal): string {
  const words = REFUSAL_WORDS[language];
  const parts = refusalParts(words, refusal).map(({ word, text }) => word + text);
  return `${refusalLead(language, refusal)}${parts.join(words.gap)}`;
}
