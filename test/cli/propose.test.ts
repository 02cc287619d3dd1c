import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cylinder, doseFile, PRIOR, planFile, registrationFile, structureFile } from '../case/written-case';
import { filesIn, inFolder, isoeffect } from './run';

const BODIES: Cylinder[] = [
  { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 },
  { name: 'PTV', x: 20, y: 0, radiusMm: 8, fromMm: -9, toMm: 9 },
];
const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
type Fields = Parameters<typeof planFile>[2];

/** The files of two courses on two frames that a registration joins; changes of the plans and of the planned dose. */
const made = (prior: Fields, planned: Fields, dose: Fields = {}) => ({
  'new/RS.dcm': structureFile(BODIES, { SOPInstanceUID: '1.2.3.71' }),
  'new/RD.dcm': doseFile(() => 30, {}, dose),
  'new/RP.dcm': planFile(28, '1.2.3.60', { RTPlanLabel: 'new', ...planned }),
  'old/RS.dcm': structureFile(BODIES, { SOPInstanceUID: '1.2.3.72' }, PRIOR),
  'old/RD.dcm': doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' }),
  'old/RP.dcm': planFile(25, '1.2.3.61', { RTPlanLabel: 'old', ...prior }),
  'REG.dcm': registrationFile(IDENTITY),
});
const DATED = [{ RTPlanDate: '2022.01.01' }, { RTPlanDate: '20230501' }] as const;

describe('propose', () => {
  it.skipIf(path.sep === '\\')(
    'makes a case of names that hold the sign of Windows, which loads here; so does one written there',
    () => {
      const files = made(...DATED);
      const { 'old/RD.dcm': dose, ...others } = files;
      return inFolder({ ...others, 'old/odd\\RD.dcm': dose }, (folder) => {
        expect(isoeffect(['propose', '.', '--out', 'case.json'], folder).status).toBe(0);
        const text = readFileSync(path.join(folder, 'case.json'), 'utf8');
        expect(JSON.parse(text).courses[0].phases[0].dose).toBe('old/odd\\RD.dcm');
        const first = isoeffect(['assess', 'case.json', '--json', '-'], folder);
        writeFileSync(path.join(folder, 'windows.json'), text.replaceAll('new/R', 'new\\\\R').replaceAll('old/RP', 'old\\\\RP'));
        const second = isoeffect(['assess', 'windows.json', '--json', '-'], folder);
        expect([first.status, second.status]).toEqual([0, 0]);
        const [a, b] = [first, second].map(({ stdout }) => JSON.parse(stdout));
        expect(b.inputs).toEqual(a.inputs);
        expect(b.organs).toEqual(a.organs);
        writeFileSync(path.join(folder, 'drive.json'), text.replaceAll('new/RD.dcm', 'C:/new/RD.dcm'));
        const third = isoeffect(['assess', 'drive.json'], folder);
        expect(third.status).toBe(2);
        expect(third.stderr).toContain('C:/new/RD.dcm: found a path on drive C: of another computer');
      });
    },
  );

  it('gives a case that loads, with paths from the current folder', () =>
    inFolder(made(...DATED), (folder) => {
      const { status, stdout, stderr } = isoeffect(['propose', '.', '--json', '-'], folder);
      expect(status).toBe(0);
      const { case: proposed, guesses, missing } = JSON.parse(stdout);
      expect(missing).toEqual([]);
      expect(stderr).toContain('Nothing is missing');
      expect(proposed).toMatchObject({
        courses: [
          { name: 'old', role: 'prior', started: '2022-01-01', phases: [{ dose: 'old/RD.dcm', plan: 'old/RP.dcm' }] },
          { name: 'new', role: 'planned', starts: '2023-05-01', phases: [{ dose: 'new/RD.dcm', plan: 'new/RP.dcm' }] },
        ],
        structures: 'new/RS.dcm',
        registrations: ['REG.dcm'],
      });
      for (const guess of guesses) expect([typeof guess.code, typeof guess.message]).toEqual(['string', 'string']);
      expect(filesIn(folder)).toEqual(Object.keys(made(...DATED)).sort());
    }));

  it('writes the case to --out with paths from there, and `assess` takes it', () =>
    inFolder({ ...made(...DATED), 'cases/.keep': '' }, (folder) => {
      const { status, stdout } = isoeffect(['propose', 'old', 'new', 'REG.dcm', '--out', 'cases/case.json'], folder);
      expect(status).toBe(0);
      expect(stdout).toContain('Written: cases/case.json');
      const written = JSON.parse(readFileSync(path.join(folder, 'cases/case.json'), 'utf8'));
      expect(written.courses[0].phases[0].dose).toBe('../old/RD.dcm');
      const assessed = isoeffect(['assess', 'cases/case.json', '--json', '-'], folder);
      expect(assessed.status).toBe(0);
      expect(JSON.parse(assessed.stdout).courses.map(({ role }: { role: string }) => role)).toEqual(['prior', 'planned']);
    }));

  it('keeps in the written case what was guessed: it is a warning until it is taken out, and turns no verdict', () =>
    inFolder(made(...DATED), (folder) => {
      const { stdout } = isoeffect(['propose', '.', '--out', 'case.json', '--json', '-'], folder);
      const { case: proposed, guesses } = JSON.parse(stdout);
      const { guesses: kept, writtenBy, ...written } = JSON.parse(readFileSync(path.join(folder, 'case.json'), 'utf8'));
      expect([proposed, kept]).toEqual([written, guesses]);
      expect(writtenBy).toMatch(/^isoeffect \d/);
      const assessed = () => JSON.parse(isoeffect(['assess', 'case.json', '--json', '-'], folder).stdout);
      const of = ({ findings }: { findings: { code: string }[] }) =>
        findings.filter(({ code }) => code === 'guesses-not-confirmed');
      const guessed = assessed();
      expect(of(guessed)).toMatchObject([
        {
          severity: 'warning',
          message: expect.stringContaining('old (2022-01-01) is taken for the prior course: a newer one is there;'),
        },
      ]);
      writeFileSync(path.join(folder, 'case.json'), JSON.stringify(written));
      const confirmed = assessed();
      expect(of(confirmed)).toEqual([]);
      expect(confirmed.organs).toEqual(guessed.organs);
    }));

  it('never writes over a file, and nothing where one cannot be written', () =>
    inFolder({ ...made(...DATED), 'case.json': '{}' }, (folder) => {
      for (const args of [
        ['--out', 'case.json'],
        ['--json', 'old/RP.dcm'],
        ['--out', 'new.json', '--json', 'none/a.json'],
      ]) {
        const before = filesIn(folder);
        const { status, stdout, stderr } = isoeffect(['propose', 'old', 'new', ...args], folder);
        expect({ status, stdout }, args.join(' ')).toEqual({ status: 2, stdout: '' });
        expect(stderr.trim().split('\n')).toHaveLength(1);
        expect(filesIn(folder)).toEqual(before);
      }
      expect(readFileSync(path.join(folder, 'case.json'), 'utf8')).toBe('{}');
    }));

  it('leaves out roles that the dates do not tell, and says what to give', () =>
    inFolder(made({ RTPlanDate: '20240105' }, { RTPlanDate: '20240105' }), (folder) => {
      const { status, stdout } = isoeffect(['propose', '.', '--json', '-'], folder);
      const { case: proposed, missing } = JSON.parse(stdout);
      expect(status).toBe(0);
      expect(proposed.courses.map((course: object) => 'role' in course)).toEqual([false, false]);
      expect(missing.map(({ field }: { field: string }) => field)).toEqual(['structures', 'courses[0].role', 'courses[1].role']);
      expect(missing[1].message).toContain('"prior" or the "planned"');
    }));

  it('says what keeps a case from being assessed that nothing else tells: other patients, a dose of no use', async () => {
    const missingOf = (files: Record<string, Uint8Array>) =>
      inFolder(files, (folder) => JSON.parse(isoeffect(['propose', '.', '--json', '-'], folder).stdout).missing);
    expect(await missingOf(made({ ...DATED[0], PatientSex: 'M' }, { ...DATED[1], PatientSex: 'F' }))).toMatchObject([
      { field: 'samePatient', code: 'same-patient', facts: { kind: 'patients-differ', identities: expect.any(Array) } },
    ]);
    expect(await missingOf(made(...DATED, { DoseType: 'ERROR' }))).toMatchObject([
      { field: '(3004,0004) DoseType', code: 'not-usable', facts: { file: 'new/RD.dcm' } },
    ]);
  });

  it('refuses files without a dose', () =>
    inFolder({ 'RP.dcm': planFile(28) }, (folder) => {
      expect(isoeffect(['propose', '.', '--json', '-'], folder)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^isoeffect: found no RT Dose .* among 1 DICOM object; needed /),
      });
    }));
});
