import { describe, expect, it } from 'vitest';
import { refusalText } from '../../src/app/words/refusal-words';
import { parseCaseFile } from '../../src/case/case-file';
import { newerCaseIn } from '../../src/files/newer-case';
import { InputError } from '../../src/input-error';
import { newerVersion } from '../../src/newer-version';
import { VERSION } from '../../src/version';

const CASE = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };

function refusalOf(json: object): InputError {
  try {
    parseCaseFile(JSON.stringify(json), 'case.json');
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error('it was read');
}

describe('a case that a newer version of the program wrote', () => {
  it('is said to be so, with the versions found and needed, whatever else it holds', () => {
    const { message, refusal } = refusalOf({ isoeffectCase: 2, writtenBy: 'isoeffect 7.2.0', courses: 'elsewhere' });
    expect(message).toBe(
      `case.json: isoeffectCase: found a case of version 2, written by a newer Isoeffect (7.2.0); needed Isoeffect 7.2.0 or a later one: this is ${VERSION}, which reads cases of version 1`,
    );
    expect(refusal.kind).toBe('newer-version');
    expect(refusalText('en', refusal)).toMatch(/^It was written by a newer Isoeffect, and is left as it is\./);
    expect(refusalText('zh', refusal)).toMatch(/^它由较新版本的 Isoeffect 写入/);
    expect(refusalText('ja', refusal)).toMatch(/^より新しい Isoeffect/);
    const unsaid = refusalOf({ ...CASE, isoeffectCase: 3 }).message;
    expect(unsaid).toContain('found a case of version 3, written by a newer Isoeffect; needed that version or a later one');
  });

  it('of version 1 too, where it has what this one does not know; what it knows is read', () => {
    const newer = { ...CASE, writtenBy: 'isoeffect 7.2.0' };
    expect(parseCaseFile(JSON.stringify(newer), 'case.json').writtenBy).toBe('isoeffect 7.2.0');
    const { where, found, needed, refusal } = refusalOf({ ...newer, shielding: [] });
    expect(where).toBeUndefined();
    expect(found).toBe('the unknown field "shielding", written by a newer Isoeffect (7.2.0)');
    expect(needed).toMatch(/^Isoeffect 7\.2\.0 or a later one: this is /);
    expect(refusal.kind).toBe('newer-version');
    // Of this version and of older ones it is a mistake in the file.
    for (const writtenBy of [`isoeffect ${VERSION}`, 'isoeffect 0.0.9', 'another program 9.0.0']) {
      expect(refusalOf({ ...CASE, writtenBy, shielding: [] }).refusal.kind).toBe('file');
    }
  });

  it('is none where the version is no number that a case can have', () => {
    for (const isoeffectCase of [0, -1, 1.5, '2', null]) {
      expect(refusalOf({ ...CASE, isoeffectCase }).refusal.kind).toBe('entry-value');
    }
    for (const text of ['', '{', '3', 'null', '{"isoeffectCase":1}', 'isoeffectCase 2'])
      expect(newerCaseIn(text)).toBeUndefined();
    expect(newerCaseIn('\uFEFF{"isoeffectCase":2}')?.version).toBeUndefined();
  });
});

it('a version is newer by its numbers, one after the other', () => {
  const newer = (version: string) => newerVersion(`isoeffect ${version}`, '0.10.2');
  for (const version of ['0.10.3', '0.11.0', '1.0.0', '0.10.10', '2.0.0-beta.1']) expect(newer(version)).toBe(version);
  for (const version of ['0.10.2', '0.10.1', '0.9.9', '0.10', 'x']) expect(newer(version)).toBeUndefined();
  for (const of of [undefined, null, 3, '0.11.0', {}]) expect(newerVersion(of)).toBeUndefined();
});
