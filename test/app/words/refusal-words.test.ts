import { describe, expect, it } from 'vitest';
import { accessTo } from '../../../src/app/engine/file-source';
import { attributeAt } from '../../../src/app/words/attribute-names';
import { isOfCase, refused } from '../../../src/app/words/problem';
import { foldedParts, REFUSAL_WORDS, refusalLead, refusalText } from '../../../src/app/words/refusal-words';
import { InputError } from '../../../src/input-error';

const LANGUAGES = ['en', 'zh', 'ja'] as const;
const refusal = (where: string | undefined, found: string, needed: string) =>
  new InputError({ file: 'a.dcm', ...(where !== undefined && { where }), found, needed }).refusal;
const open = (language: 'en' | 'zh' | 'ja', of: ReturnType<typeof refusal>) =>
  foldedParts(language, of).open.map(({ text }) => text);

describe('what of a refusal is read at once', () => {
  const samples = [
    refusal('(3004,0002) DoseUnits', 'CGY', 'GY'),
    refusal('(0020,0052) FrameOfReferenceUID', 'frames 2.25.3126937 and 1.2.840.10008.1.4.1.1', 'one frame'),
    refusal(undefined, 'a file that is cut off within (7FE0,0010) PixelData', 'the whole file'),
    refusal('registrations', 'two transforms between 1.2.3.4.5.6 and 1.2.3.4.5.7', 'one of them'),
  ];

  it.each(LANGUAGES)('has no tag and no UID, and nothing is left out: %s', (language) => {
    for (const sample of samples) {
      const { open: shown, folded } = foldedParts(language, sample);
      for (const { text } of shown) expect(text).not.toMatch(/\([0-9A-F]{4},|\d+(\.\d+){4}/);
      const all = [...shown, ...folded].map(({ text }) => text);
      for (const text of [sample.where, sample.found, sample.needed]) expect(text === undefined || all.includes(text)).toBe(true);
    }
  });

  it.each(['zh', 'ja'] as const)('has no English sentence, but values and names: %s', (language) => {
    expect(open(language, refusal('(3004,0002) DoseUnits', 'CGY', 'GY'))).toEqual(['a.dcm', 'CGY', 'GY']);
    expect(open(language, refusal('organs.A', '"an own name"', '3 mm'))).toEqual(['a.dcm', 'organs.A', '"an own name"', '3 mm']);
    expect(open(language, refusal(undefined, 'nothing', '3 mm'))).toEqual(['a.dcm', '3 mm']);
    const prose = refusal(undefined, 'half a file', 'all of it');
    expect(open(language, prose)).toEqual(['a.dcm']);
    expect(foldedParts(language, prose).folded.map(({ text }) => text)).toEqual(['half a file', 'all of it']);
  });

  it('is in English what was found and what is needed, where it is in plain words', () => {
    expect(open('en', refusal(undefined, 'half a file', 'all of it'))).toEqual(['a.dcm', 'half a file', 'all of it']);
    expect(foldedParts('en', refusal(undefined, 'half a file', 'all of it')).folded).toEqual([]);
  });

  it('names the place in a case by numbers that begin at 1, or by the name of the course', () => {
    const at = (where: string) => LANGUAGES.map((language) => open(language, refusal(where, '0', '1'))[1]);
    expect(at('courses[1].phases[0].fractions')).toEqual(['course 2, phase 1', '疗程 2, 阶段 1', 'コース 2, フェーズ 1']);
    expect(at('courses[0].started')).toEqual(['course 1', '疗程 1', 'コース 1']);
    expect(at('course "dCRT"')).toEqual(['course “dCRT”', '疗程“dCRT”', 'コース「dCRT」']);
    expect(at('organs.SpinalCord')).toEqual(['organs.SpinalCord', 'organs.SpinalCord', 'organs.SpinalCord']);
  });
});

describe('the sentence of a refusal', () => {
  it.each(LANGUAGES)('says what to do where a file was not opened, and has the file with it: %s', async (language) => {
    const access = accessTo(new Map(), '');
    const read = async () => access.read('prior/RD.dcm');
    const error = await read().catch((thrown: unknown) => thrown);
    const { refusal: of } = error as InputError;
    expect(refusalLead(language, of)).not.toBe(REFUSAL_WORDS[language].lead.file);
    expect(open(language, of)).toEqual(['prior/RD.dcm']);
  });

  it.each(LANGUAGES)('says what a phase of the case lacks, and folds the rest: %s', (language) => {
    const entries = { dose: '', fractions: '', hoursBetween: '' };
    for (const entry of Object.keys(entries) as (keyof typeof entries)[]) {
      const of = new InputError({ file: 'case', where: `courses[0].phases[1].${entry}`, found: 'nothing', needed: 'either' })
        .refusal;
      const lead = refusalLead(language, of);
      entries[entry] = lead;
      expect(lead).toMatch({ en: /course 1, phase 2/, zh: /疗程 1, 阶段 2/, ja: /コース 1, フェーズ 2/ }[language]);
      expect(lead).not.toMatch(/entry|file case|either/);
      expect(foldedParts(language, of).open).toEqual([]);
      expect(foldedParts(language, of).folded.map(({ part }) => part)).toEqual(['file', 'where', 'found', 'needed']);
    }
    expect(new Set(Object.values(entries)).size).toBe(3);
    // A value that is there and is wrong is told as before, and so is another entry.
    for (const [where, found] of [
      ['courses[0].phases[1].fractions', '-1'],
      ['courses[0].role', 'nothing'],
    ] as const) {
      const lead = refusalLead(language, new InputError({ file: 'case', where, found, needed: 'x' }).refusal);
      expect(Object.values(REFUSAL_WORDS[language].lead)).toContain(lead);
    }
  });

  it('says what the attribute is in plain words', () => {
    expect(refusalLead('en', refusal('(3004,000E) DoseGridScaling', 'nothing', 'one'))).toBe(
      'The file lacks the scale of the dose.',
    );
    expect(refusalLead('zh', refusal('(3004,000E) DoseGridScaling', 'nothing', 'one'))).toBe('文件缺少：剂量比例系数。');
    expect(refusalLead('ja', refusal('(3004,0002) DoseUnits of 1', 'CGY', 'GY'))).toBe('ファイルの線量の単位を使用できません。');
    // One without a name is told apart in the details.
    const unnamed = refusal('(0018,0050) SliceThickness', 'nothing', 'mm');
    expect(attributeAt('en', unnamed.where)).toBeUndefined();
    expect(refusalLead('en', unnamed)).toBe('The file lacks a DICOM attribute.');
  });

  it.each(LANGUAGES)('has the particulars behind it where there is no room to fold: %s', (language) => {
    const text = refusalText(language, refusal('(3004,0002) DoseUnits', 'CGY', 'GY'));
    for (const part of ['a.dcm', '(3004,0002) DoseUnits', 'CGY', 'GY']) expect(text).toContain(part);
  });
});

describe('a dose without its plan', () => {
  const refusal = {
    kind: 'entry-value',
    file: 'v3/prior/RD.dcm',
    where: 'fractions',
    found: 'no number, and not the plan that the dose references',
    needed: 'the plan beside the dose, or `fractions` in the case file',
  } as const;

  it.each([
    ['en', 'on the Case screen under Fractions'],
    ['zh', '“病例”页面的“分次数”'],
    ['ja', '「症例」画面の「分割回数」'],
  ] as const)('is asked for its fractions in words, with the field: %s', (language, field) => {
    const lead = refusalLead(language, refusal);
    expect(lead).toContain(field);
    expect(lead).toContain('v3/prior/RD.dcm');
    expect(foldedParts(language, refusal).open).toEqual([]);
    // Another refusal of an entry keeps its frame.
    const other = { ...refusal, where: 'courses[0].phases[0].fractions', found: '27.5', needed: 'a whole number' };
    expect(refusalLead(language, other)).toBe(REFUSAL_WORDS[language].lead['entry-value']);
  });

  it('leads to the case, as every field of it does and no file or attribute', () => {
    expect(isOfCase(refused(refusal))).toBe(true);
    expect(isOfCase(refused({ ...refusal, where: 'courses[1].phases[0].dose' }))).toBe(true);
    expect(isOfCase(refused({ ...refusal, where: '(300A,0078) NumberOfFractionsPlanned' }))).toBe(false);
    expect(isOfCase({ kind: 'fault', text: 'courses[0]' })).toBe(false);
  });
});
