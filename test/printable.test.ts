import { describe, expect, it } from 'vitest';
import { en, findingText } from '../src/app/words/core-words';
import { findingLines } from '../src/cli/finding-lines';
import { colouredText, terminalText } from '../src/cli/output';
import { verdictText } from '../src/cli/verdict-text';
import { makeFinding } from '../src/findings/finding';
import { InputError } from '../src/input-error';
import { jsonText } from '../src/json-text';
import { printable, printableLines, quotable, shown, withoutInvisible } from '../src/printable';
import { csvReport } from '../src/report/csv-report';
import { htmlReport } from '../src/report/html-report';
import { read, refusal } from './dicom/objects';
import { rtDose } from './dicom/samples';
import { cord } from './report/fixture-organs';
import { assessmentOf } from './report/variants';

const EVIL = 'Cord\u001b[2J\u0007\u009b31m\u202egnol';
const SHOWN = 'Cord\\x1b[2J\\x07\\x9b31m\\u202egnol';
const CUT = `${'x'.repeat(195)}… (240 characters left out) …${'x'.repeat(65)}`;
/** Anything that acts on a terminal or turns text round, but for line ends and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

describe('text from a file', () => {
  it('is cut in the place that a refusal names, too', () => {
    const error = new InputError({ file: 'x'.repeat(1_000_000), where: 'y', found: 'nothing', needed: 'a file' });
    expect(error.message).toMatch(/^x+… \(\d+ characters left out\) …[xy: ]+: found nothing; needed a file$/);
    expect(error.message.length).toBeLessThan(350);
    expect(error.file).toHaveLength(1_000_000);
  });

  it('is written with visible escapes, and cut', () => {
    expect(printable(EVIL)).toBe(SHOWN);
    expect(printable('a\nb\tc\r')).toBe('a\\nb\\tc\\r');
    expect(printableLines('a\nb\tc\u007f\r\nd')).toBe('a\nb\\tc\\x7f\\r\nd');
    expect(printable('脊髓 Rückenmark 脊髄 ✓')).toBe('脊髓 Rückenmark 脊髄 ✓');
    expect(printable('Cord\u200b\u2028\ufeff\u00ad')).toBe('Cord\\u200b\\u2028\\ufeff\\xad');
    // 260 of 300 characters are the text's own, a quarter of them its end.
    expect(printable('x'.repeat(500), 300)).toBe(CUT);
    expect(quotable({ roi: EVIL, of: [{ name: 'x'.repeat(500), n: 3, is: true }], none: null })).toEqual({
      roi: SHOWN,
      of: [{ name: CUT, n: 3, is: true }],
      none: null,
    });
  });

  it.each<[string, string, string]>([
    ['grapheme joiner', '\u034f', '\\u034f'],
    ['Braille pattern blank', '\u2800', '\\u2800'],
    ['variation selector 16', '\ufe0f', '\\ufe0f'],
    ['variation selector 1', '\ufe00', '\\ufe00'],
    ['variation selector 17', '\u{e0100}', '\\u{e0100}'],
    ['tag A', '\u{e0041}', '\\u{e0041}'],
    ['Khmer vowel inherent', '\u17b4', '\\u17b4'],
    ['Mongolian variation selector', '\u180b', '\\u180b'],
    ['shorthand overlap', '\u{1bca0}', '\\u{1bca0}'],
    ['begin beam', '\u{1d173}', '\\u{1d173}'],
    ['null notehead', '\u{1d159}', '\\u{1d159}'],
    ['reserved for what is passed over', '\ufff0', '\\ufff0'],
    ['em quad', '\u2001', '\\u2001'],
    ['stand-in for an object', '\ufffc', '\\ufffc'],
    ['no character', '\uffff', '\\uffff'],
    ['no character of a higher plane', '\u{1fffe}', '\\u{1fffe}'],
  ])('shows a sign without ink: %s', (_, sign, shownAs) => {
    expect(printable(`Cord${sign}1`)).toBe(`Cord${shownAs}1`);
    expect(withoutInvisible(`${sign}Cord${sign}`).trim()).toBe('Cord');
    expect(withoutInvisible(printable(`${sign}Cord${sign}abc`))).toBe('Cordabc');
    expect(jsonText(`Cord${sign}`)).toMatch(/^"Cord(\\u[0-9a-f]{4}){1,2}"\n$/);
    expect(JSON.parse(jsonText(`Cord${sign}`))).toBe(`Cord${sign}`);
  });

  it('keeps marks, letters and blanks that are seen', () => {
    const seen = 'ะกำ ऩि e\u0301 \u3000\u00a0\u202f \u0600 ⠿ 👍 🇯🇵';
    expect(printable(seen)).toBe(seen);
  });

  it('is cut without cutting a sign, once, and says by how much', () => {
    const long = `${'脊'.repeat(700)}${'\u{20bb7}'.repeat(500_000)}`;
    const cut = printable(long, 2000);
    expect(cut.length).toBeLessThanOrEqual(2000);
    expect(cut).not.toContain('\\ud');
    const [, left] = /\((\d+) characters left out\)/.exec(cut)!;
    expect(cut.replace(/… \(\d+ characters left out\) …/, '').length + Number(left)).toBe(long.length);
    expect(printable(cut, 2000)).toBe(cut);
  });

  it('shows halves of signs, and lets whole ones be', () => {
    expect(printable('a\ud83d b\udc00 \u{1f600}')).toBe('a\\ud83d b\\udc00 \u{1f600}');
  });

  it('is shown wherever it stands in data, numbers and names of entries among it', () => {
    const data = { [EVIL]: [1, 'a\nb'], curve: [0.5, 1], bytes: Uint8Array.of(1), none: null, is: false, left: undefined };
    expect(shown(data)).toEqual({ ...data, [EVIL]: undefined, [SHOWN]: [1, 'a\\nb'] });
    expect(shown(data).curve).toBe(data.curve);
  });

  it('is the same string in JSON, which shows it', () => {
    const text = `${EVIL}\u{e0041}\u2028\ud800\n`;
    const json = jsonText({ [text]: text });
    expect(JSON.parse(json)).toEqual({ [text]: text });
    expect(json).not.toMatch(ACTING);
    expect(json).toContain('\\udb40\\udc41');
    expect(json.split('\n')).toHaveLength(4);
  });

  it('is looked up without what cannot be seen, as it is or as an escape', () => {
    for (const name of ['SpinalCord\u200b', '\u202aSpinalCord\u202c', 'Spinal\u00adCord']) {
      expect(withoutInvisible(name)).toBe('SpinalCord');
      expect(withoutInvisible(printable(name))).toBe('SpinalCord');
    }
    expect(withoutInvisible('脊髓 Rückenmark')).toBe('脊髓 Rückenmark');
  });

  it('cannot act through a refusal', () => {
    const error = new InputError({ file: `a${EVIL}.dcm`, where: EVIL, found: EVIL, needed: `one of ${EVIL}` });
    expect(error.message).not.toMatch(ACTING);
    expect(error.message).toContain(SHOWN);
    expect(error.refusal.found).toBe(SHOWN);
    // The file keeps its name for those who open it.
    expect(error.file).toBe(`a${EVIL}.dcm`);
    expect(new InputError({ found: 'y'.repeat(1e5), needed: 'less' }).message.length).toBeLessThan(2100);
  });

  it('cannot act through what is read from DICOM', () => {
    expect(refusal(rtDose({ DoseGridScaling: '1\u001b[31m' })).message).not.toMatch(ACTING);
    const { findings } = read('dose', rtDose({ StudyDate: '2022\u0007\u001b[31m' }));
    expect(findings.length).toBe(1);
    for (const { message } of findings) expect(message).not.toMatch(ACTING);
    expect(findings[0].message).toContain('2022');
  });

  it('cannot act through a finding, and is the same fact in it', () => {
    const finding = makeFinding('roi-without-volume', 'warning', { roi: EVIL, why: 'no-area' }, { roi: EVIL });
    expect(finding.message).not.toMatch(ACTING);
    expect(finding.message).toContain(SHOWN);
    expect(finding.facts).toMatchObject({ roi: EVIL });
    expect(findingText(en, finding)).toBe(finding.message);
  });

  it('cannot act on a terminal, a page, a table or in JSON', () => {
    const result = assessmentOf([{ ...cord, roi: EVIL }], { findings: [] });
    const page = htmlReport(result, { createdAt: new Date('2026-11-27T10:00:00Z') });
    const lines = findingLines([{ ...makeFinding('registration-mirrors', 'error', {}), file: `${EVIL}.dcm` }]);
    for (const text of [terminalText(verdictText(result, [])), terminalText(lines)]) {
      expect(text).toContain(SHOWN);
      expect(text).not.toMatch(ACTING);
    }
    for (const text of [page, csvReport(result)]) {
      expect(text).toContain(SHOWN);
      expect(text.replaceAll('\r\n', '\n')).not.toMatch(ACTING);
    }
    // JSON has escapes of its own, so that a program reads the name as the file has it.
    expect(JSON.parse(jsonText(result)).organs[0].roi).toBe(EVIL);
    expect(jsonText(result)).not.toMatch(ACTING);
  });

  it('leaves this program its own colours', () => {
    expect(colouredText('\u001b[31mexceeded\u001b[0m')).toBe('\u001b[31mexceeded\u001b[0m');
    expect(colouredText('\u001b[5mblink')).toBe('\\x1b[5mblink');
    // A name of a file that has them is no word of this program's.
    expect(terminalText('\u001b[31mexceeded')).toBe('\\x1b[31mexceeded');
    const red = assessmentOf([{ ...cord, roi: '\u001b[31mCord' }], { findings: [] });
    expect(colouredText(verdictText(red, []))).not.toContain('\u001b');
  });
});
