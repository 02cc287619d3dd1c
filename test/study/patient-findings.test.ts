import { describe, expect, it } from 'vitest';
import { patientFindings } from '../../src/study/patient-findings';
import { identitiesOf } from '../../src/study/patient-identity';
import { namesDiffer } from '../../src/study/person-name';
import { dose } from './objects';

type Written = readonly [id: string, name: string, birthDate?: string, sex?: string];
const of = ([id, name, birthDate = '19500101', sex = '']: Written, n: number) => ({
  ...dose(),
  file: `${n}.dcm`,
  patient: { id, name, birthDate, ...(sex !== '' && { sex }) },
});
const codes = (...written: Written[]) => patientFindings(written.map(of)).map(({ code }) => code);

describe('patient findings: what differs is an error that names the files', () => {
  it.each<[string, Written, Written]>([
    ['patient-id-differs', ['1', 'A^B'], ['2', 'A^B']],
    ['patient-name-differs', ['1', 'A^B'], ['1', 'C^B']],
    ['patient-birth-date-differs', ['1', 'A^B'], ['1', 'A^B', '19500102']],
    ['patient-sex-differs', ['1', 'A^B', '19500101', 'M'], ['1', 'A^B', '19500101', 'F']],
    ['patient-sex-differs', ['1', 'A^B', '19500101', 'O'], ['1', 'A^B', '19500101', 'M']],
    ['patient-id-differs', ['anon1', 'A^B'], ['anon2', 'A^B']],
    ['patient-id-differs', ['123456', 'A^B'], ['654321', 'A^B']],
    ['patient-name-differs', ['1', 'Test^Patient'], ['1', 'A^B']],
  ])('%s', (code, a, b) => {
    const findings = patientFindings([a, b].map(of));
    expect(findings).toMatchObject([{ code, severity: 'error' }]);
    expect(findings[0].message).toContain('0.dcm');
    expect(findings[0].message).toContain('1.dcm');
  });

  it('sexes of two anonymised files', () => {
    expect(codes(['anon', 'anon', '', 'M'], ['anon', 'anon', '', 'F'])).toEqual(['patient-sex-differs', 'identity-unknown']);
  });
});

describe('patient findings: what is the same, or unknown', () => {
  it.each<[string, Written[]]>([
    [
      'case, spaces, carets, width',
      [
        ['1', 'Yamada^Tarou'],
        ['1', 'YAMADA^TAROU^^^'],
        [' 1', 'Ｙamada  Tarou'],
      ],
    ],
    [
      'groups',
      [
        ['1', 'Yamada^Tarou'],
        ['1', 'Yamada^Tarou=山田^太郎'],
        ['1', '=山田^太郎=やまだ^たろう'],
      ],
    ],
    [
      'forms of a date',
      [
        ['1', 'A^B', '1950.01.01'],
        ['1', 'A^B', '19500101'],
        ['1', 'A^B', '1950'],
      ],
    ],
    [
      'a sex that is not told',
      [
        ['1', 'A^B', '19500101', 'M'],
        ['1', 'A^B'],
      ],
    ],
  ])('%s', (_, written) => {
    expect(codes(...written)).toEqual([]);
  });

  it('what one file does not state is a warning, not a match', () => {
    expect(codes(['1', 'A^B', ''], ['1', 'A^B'])).toEqual(['patient-not-stated']);
    expect(codes(['', 'A^B'], ['1', 'A^B'])).toEqual(['patient-not-stated']);
    expect(codes(['id', 'A^B'], ['1', 'A^B'])).toEqual(['patient-not-stated']);
  });

  it('names in different scripts are neither a match nor a mismatch: that they cannot be compared is a warning', () => {
    const [latin, han] = [of(['1', 'Thorax^Sample'], 0), of(['1', '王^小東'], 1)];
    const findings = patientFindings([latin, han]);
    expect(findings).toMatchObject([{ code: 'patient-names-not-comparable', severity: 'warning' }]);
    expect(findings[0].facts).toEqual({
      values: [
        { value: 'Thorax^Sample', files: ['0.dcm'], more: 0 },
        { value: '王^小東', files: ['1.dcm'], more: 0 },
      ],
    });
    // A kana name beside a romanised one alone, and three scripts of which two are joined by one name.
    expect(codes(['1', 'Yamada^Tarou'], ['1', 'ﾔﾏﾀﾞ^ﾀﾛｳ'])).toEqual(['patient-names-not-comparable']);
    expect(codes(['1', 'Hong^Gildong'], ['1', '洪^吉洞=홍^길동'], ['1', '홍^길동'])).toEqual(['patient-names-not-comparable']);
    // A third file that has both joins them; a name that differs is no question of scripts.
    expect(patientFindings([latin, han, of(['1', 'Thorax^Sample=王^小東'], 2)])).toEqual([]);
    expect(codes(['1', 'Thorax^Sample'], ['1', 'Wang^Xiaodong=王^小東'])).toEqual(['patient-name-differs']);
  });

  it.each<[string, string]>([
    ['anon', 'anon'],
    ['id', ''],
    ['', ''],
    ['0', 'Anonymous^Patient'],
    ['xxx', 'XXXX^XXX'],
    ['N/A', 'NO NAME'],
    ['0000', '匿名'],
  ])('identity "%s", "%s" is unknown: told, neither a match nor a mismatch', (id, name) => {
    const findings = patientFindings([of([id, name], 0), of([id, name], 1), of(['7', 'A^B'], 2)]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['identity-unknown', 'warning']]);
    expect(findings[0].facts).toMatchObject({ files: ['0.dcm', '1.dcm'] });
  });

  it('is not asked of one file alone', () => {
    expect(codes(['anon', 'anon'])).toEqual([]);
  });
});

describe('person names differ', () => {
  it.each<[string, string, boolean]>([
    ['Yamada^Tarou=山田^太郎', 'Yamada^Tarou=山田^次郎', true],
    ['Yamada^Tarou=山田^太郎', '=山田^太郎=やまだ^たろう', false],
    ['Yamada^Tarou', '=山田^太郎', false],
    // No `=` at all, and the katakana form in the alphabetic place (ISO_IR 13).
    ['山田^太郎', 'Yamada^Tarou=山田^太郎', false],
    ['ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎', 'Yamada^Tarou=山田^太郎=やまだ^たろう', false],
    ['ﾔﾏﾀﾞ^ﾀﾛｳ', 'Yamada^Tarou=山田^太郎=やまだ^じろう', true],
    ['Hong^Gildong=洪^吉洞=홍^길동', '홍^길동', false],
    ['Doe^Jane', 'Doe, Jane', false],
    ['Doe^Jane', 'Doe^Janet', true],
  ])('%s and %s: %s', (a, b, differ) => {
    expect([namesDiffer(a, b), namesDiffer(b, a)]).toEqual([differ, differ]);
  });
});

describe('identities', () => {
  it('that occur are listed once, as written, with their files', () => {
    const objects = [of(['1', 'A^B', '', 'M'], 0), of(['1', 'A^B^^', '', 'm'], 1), of(['1', 'A^B', '', 'F'], 2)];
    expect(identitiesOf(objects)).toEqual([
      { id: '1', name: 'A^B', birthDate: '', sex: 'M', files: ['0.dcm', '1.dcm'] },
      { id: '1', name: 'A^B', birthDate: '', sex: 'F', files: ['2.dcm'] },
    ]);
  });
});
