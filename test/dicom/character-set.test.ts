import { describe, expect, test } from 'vitest';
import { latin1 } from './dicom-writer';
import { read } from './objects';
import { rtStruct } from './samples';

const ESC = '\x1b';
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

/** Patient names from PS3.5 Annexes H to K, byte for byte. */
const PATIENT_NAMES: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['Latin 1', 'ISO_IR 100', latin1('Buc^J\xe9r\xf4me'), 'Buc^Jérôme'],
  ['Greek', 'ISO_IR 126', latin1('\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2'), 'Διονυσιος'],
  ['Cyrillic', 'ISO_IR 144', latin1('\xbb\xee\xda\x63\xd5\xdc\xd1\xe3\xe0\xd3'), 'Люкcембург'],
  [
    'Japanese, kanji and kana behind ASCII (H.3.1)',
    '\\ISO 2022 IR 87',
    latin1(`Yamada^Tarou=${ESC}$B;3ED${ESC}(B^${ESC}$BB@O:${ESC}(B=${ESC}$B$d$^$@${ESC}(B^${ESC}$B$?$m$&${ESC}(B`),
    'Yamada^Tarou=山田^太郎=やまだ^たろう',
  ],
  [
    'Japanese, half-width katakana (H.3.2)',
    'ISO 2022 IR 13\\ISO 2022 IR 87',
    latin1(
      `\xd4\xcf\xc0\xde^\xc0\xdb\xb3=${ESC}$B;3ED${ESC}(J^${ESC}$BB@O:${ESC}(J=${ESC}$B$d$^$@${ESC}(J^${ESC}$B$?$m$&${ESC}(J`,
    ),
    'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう',
  ],
  ['Japanese, half-width katakana alone', 'ISO_IR 13', latin1('\xd4\xcf\xc0\xde^\xc0\xdb\xb3'), 'ﾔﾏﾀﾞ^ﾀﾛｳ'],
  [
    'Korean (I.2)',
    '\\ISO 2022 IR 149',
    latin1(`Hong^Gildong=${ESC}$)C\xfb\xf3^${ESC}$)C\xd1\xce\xd4\xd7=${ESC}$)C\xc8\xab^${ESC}$)C\xb1\xe6\xb5\xbf`),
    'Hong^Gildong=洪^吉洞=홍^길동',
  ],
  ['Chinese in UTF-8 (J.1)', 'ISO_IR 192', utf8('Wang^XiaoDong=王^小東='), 'Wang^XiaoDong=王^小東='],
  ['Chinese in GB18030 (J.3)', 'GB18030', latin1('Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab='), 'Wang^XiaoDong=王^小东='],
  ['Chinese in GBK (J.4)', 'GBK', latin1('Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab='), 'Wang^XiaoDong=王^小东='],
  [
    'Chinese in ISO 2022 (K.2)',
    '\\ISO 2022 IR 58',
    latin1(`Zhang^XiaoDong=${ESC}$)A\xd5\xc5^${ESC}$)A\xd0\xa1\xb6\xab=`),
    'Zhang^XiaoDong=张^小东=',
  ],
];

/** Names of the oesophagus as planning systems write them. */
const ROI_NAMES: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['Japanese', 'ISO 2022 IR 6\\ISO 2022 IR 87', latin1(`${ESC}$B?)F;${ESC}(B PRV`), '食道 PRV'],
  [
    'three character sets',
    'ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159',
    latin1(`\xbc\xae\xb8\xc4\xde\xb3 ${ESC}$B?)F;${ESC}(J_5mm`),
    'ｼｮｸﾄﾞｳ 食道_5mm',
  ],
  ['Chinese, GB18030', 'GB18030', latin1('\xca\xb3\xb5\xc0_PRV'), '食道_PRV'],
  ['Chinese, GBK', 'GBK', latin1('\xca\xb3\xb5\xc0_PRV'), '食道_PRV'],
  ['Chinese, four bytes of GB18030', 'GB18030', latin1('\x81\x39\xee\x39'), '㐀'],
  ['Chinese, a byte that looks like a backslash', 'GBK', latin1('\x9c\x5c'), '淺'],
  ['Chinese, ISO 2022', '\\ISO 2022 IR 58', latin1(`${ESC}$)A\xca\xb3\xb5\xc0 PRV`), '食道 PRV'],
  ['Korean', '\\ISO 2022 IR 149', latin1(`${ESC}$)C\xbd\xc4\xb5\xb5 PRV`), '식도 PRV'],
  ['UTF-8', 'ISO_IR 192', utf8('Ösophagus 食道 식도'), 'Ösophagus 食道 식도'],
];

const roiNamed = (name: Uint8Array, differs = {}) => ({
  StructureSetROISequence: [{ ROINumber: 4, ROIName: name, ...differs }],
});

describe('PatientName', () => {
  test.each(PATIENT_NAMES)('%s', (_, SpecificCharacterSet, PatientName, name) => {
    const { patient, findings } = read('structures', rtStruct({ SpecificCharacterSet, PatientName }));
    expect(patient.name).toBe(name);
    expect(findings).toEqual([]);
  });
});

describe('ROI name', () => {
  test.each(ROI_NAMES)('%s', (_, SpecificCharacterSet, name, expected) => {
    for (const syntax of ['explicit', 'implicit', 'bigEndian'] as const) {
      const { rois, findings } = read('structures', rtStruct({ SpecificCharacterSet, ...roiNamed(name) }), { syntax });
      expect(rois[0].name).toBe(expected);
      expect(findings.filter(({ code }) => code === 'text-undecodable')).toEqual([]);
    }
  });

  test('an item may have a character set of its own, which is not that of the next item', () => {
    const fields = rtStruct({
      SpecificCharacterSet: 'ISO_IR 100',
      StructureSetROISequence: [
        { SpecificCharacterSet: 'ISO_IR 192', ROINumber: 4, ROIName: utf8('食道') },
        { ROINumber: 9, ROIName: latin1('L\xfcng') },
      ],
    });
    expect(read('structures', fields).rois.map(({ name }) => name)).toEqual(['食道', 'Lüng']);
  });
});

describe('text that does not fit its character set', () => {
  test.each([
    ['none stated, Latin 1 within', undefined, latin1('M\xfcller'), 'Müller'],
    ['an unknown one', 'KLINGON', latin1('M\xfcller'), 'Müller'],
    ['cut within a character', 'ISO_IR 192', utf8('食道').subarray(0, 4), '食\ufffd'],
  ])('%s: shown as well as may be, and told', (_, SpecificCharacterSet, PatientName, shown) => {
    const { patient, findings } = read('structures', rtStruct({ SpecificCharacterSet, PatientName }));
    expect(patient.name).toBe(shown);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['text-undecodable', 'warning']]);
    expect(findings[0].message).toContain('(0010,0010) PatientName');
    expect(findings[0].message).toContain(SpecificCharacterSet ?? 'none stated');
  });

  test('an escape sequence that no character set announces is told', () => {
    const { findings } = read('structures', rtStruct({ PatientName: latin1(`${ESC}$B;3ED${ESC}(B`) }));
    expect(findings.map(({ code }) => code)).toEqual(['text-undecodable']);
  });

  test('ASCII is read whatever is stated', () => {
    for (const SpecificCharacterSet of ['KLINGON', '', 'ISO_IR 138', 'ISO 2022 IR 149']) {
      const { patient, findings } = read('structures', rtStruct({ SpecificCharacterSet }));
      expect(patient).toEqual({ id: 'P-1', name: 'Doe^Jane', birthDate: '19500203', sex: 'F' });
      expect(findings).toEqual([]);
    }
  });
});
