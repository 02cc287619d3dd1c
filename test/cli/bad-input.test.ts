import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cylinder, doseFile, type Files, PRIOR, planFile, structureFile, twoCourses } from '../case/written-case';
import { fileBytes } from '../dicom/objects';
import { rtDose } from '../dicom/samples';
import { filesIn, inFolder, isoeffect } from './run';

/*
 * What cannot be used ends with status 2 and one line that names the file, the tag or field, what was found and what is
 * needed; nothing is written. What can be lived with is a finding.
 */

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 };
const BODIES = [CORD];
const base = () =>
  twoCourses(
    BODIES,
    () => 20,
    () => 30,
  );
type Case = ReturnType<typeof base>;

const random = (length: number) => Uint8Array.from({ length }, (_, n) => (Math.imul(n + 1, 2654435761) >>> 13) & 255);
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1);
const outputs = ['--json', 'out/a.json', '--report', 'out/r.html', '--report', 'out/r.csv', '--dose-out', 'out/d.dcm'];

/** Runs `assess` on a changed case and returns what it said, after checking that nothing was written. */
const refusedBy = (change: (made: Case) => void) => {
  const made = base();
  change(made);
  return inFolder({ ...made.files, 'case.json': made.caseFile, 'out/.keep': '' }, (folder) => {
    const before = filesIn(folder);
    const { status, stdout, stderr } = isoeffect(['assess', 'case.json', ...outputs], folder);
    expect(filesIn(folder)).toEqual(before);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n'), 'one line').toHaveLength(1);
    expect(stderr).toMatch(/^isoeffect: .*found .*; needed /);
    return stderr;
  });
};
const phaseOf = (made: Case, course: number) => (made.caseFile.courses[course].phases as Record<string, unknown>[])[0];
const dose = (overrides: Parameters<typeof rtDose>[0]) => fileBytes(rtDose(overrides));

describe('bad input is refused with status 2, one line, and nothing written', () => {
  it.each<[string, (made: Case) => void, RegExp]>([
    [
      'a case of a later version',
      (made) => {
        Object.assign(made.caseFile, { isoeffectCase: 2, writtenBy: 'isoeffect 7.2.0' });
      },
      /case\.json: isoeffectCase: found a case of version 2, written by a newer Isoeffect \(7\.2\.0\); needed Isoeffect 7\.2\.0 /,
    ],
    [
      'a case with what a newer program added to it',
      (made) => {
        Object.assign(made.caseFile, { writtenBy: 'isoeffect 7.2.0', shielding: [] });
      },
      /case\.json: found the unknown field "shielding", written by a newer Isoeffect \(7\.2\.0\); needed Isoeffect 7\.2\.0 /,
    ],
    [
      'a dose that is not there',
      ({ files }) => {
        delete files['plan/RD.dcm'];
      },
      /plan\/RD\.dcm: found no such file/,
    ],
    [
      'a truncated dose',
      ({ files }) => {
        files['plan/RD.dcm'] = files['plan/RD.dcm'].slice(0, 60_000);
      },
      /plan\/RD\.dcm: found a file that is cut off or damaged/,
    ],
    [
      'a truncated structure set',
      ({ files }) => {
        files['plan/RS.dcm'] = files['plan/RS.dcm'].slice(0, 9000);
      },
      /plan\/RS\.dcm: found a file that is cut off/,
    ],
    [
      'random bytes',
      ({ files }) => {
        files['plan/RD.dcm'] = random(5000);
      },
      /plan\/RD\.dcm: found bytes that are no DICOM/,
    ],
    [
      'a zero-byte file',
      ({ files }) => {
        files['plan/RS.dcm'] = new Uint8Array(0);
      },
      /plan\/RS\.dcm: found an empty file; needed a DICOM file/,
    ],
    [
      'a JPEG',
      ({ files }) => {
        files['plan/RD.dcm'] = JPEG;
      },
      /plan\/RD\.dcm: found a JPEG picture/,
    ],
    [
      'a missing DoseGridScaling',
      ({ files }) => {
        files['plan/RD.dcm'] = dose({ DoseGridScaling: undefined });
      },
      /plan\/RD\.dcm: \(3004,000E\) DoseGridScaling: found nothing/,
    ],
    [
      'pixels of the wrong length',
      ({ files }) => {
        files['plan/RD.dcm'] = dose({ PixelData: new Uint16Array(23) });
      },
      /plan\/RD\.dcm: \(7FE0,0010\) PixelData: found 46 bytes/,
    ],
    [
      'doses in another frame of reference',
      ({ files }) => {
        files['prior/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' });
      },
      /prior\/RD\.dcm: \(0020,0052\) FrameOfReferenceUID: found .*no registration between them/,
    ],
    [
      'contours in another frame of reference',
      ({ files }) => {
        files['plan/RS.dcm'] = structureFile(BODIES, {}, PRIOR);
      },
      /found .*no registration between them/,
    ],
    [
      'fractions missing',
      ({ files }) => {
        delete files['plan/RP.dcm'];
      },
      /plan\/RD\.dcm: fractions: found no number/,
    ],
    [
      'fractions missing in the plan',
      ({ files }) => {
        files['plan/RP.dcm'] = planFile('');
      },
      /plan\/RP\.dcm: \(300A,0078\) NumberOfFractionsPlanned: found nothing/,
    ],
    [
      'fractions not whole in the plan',
      ({ files }) => {
        files['plan/RP.dcm'] = planFile('27.5');
      },
      /NumberOfFractionsPlanned: found "27\.5"; needed a whole number/,
    ],
    [
      'fractions not whole in the case',
      (made) => {
        phaseOf(made, 1).fractions = 27.5;
      },
      /case\.json: courses\[1\]\.phases\[0\]\.fractions: found 27\.5; needed a whole number/,
    ],
    [
      'alpha/beta 0',
      (made) => {
        made.caseFile.organs = { SpinalCord: { alphaBetaGy: 0 } };
      },
      /case\.json: organs\.SpinalCord\.alphaBetaGy: found 0/,
    ],
    [
      'a negative alpha/beta',
      (made) => {
        made.caseFile.organs = { SpinalCord: { alphaBetaGy: -2 } };
      },
      /organs\.SpinalCord\.alphaBetaGy: found -2/,
    ],
    [
      'a recovery above 1',
      (made) => {
        made.caseFile.organs = { SpinalCord: { recovery: 25 } };
      },
      /organs\.SpinalCord\.recovery: found 25/,
    ],
    [
      'an unknown field',
      (made) => {
        made.caseFile.organs = { SpinalCord: { recovry: 0.25 } };
      },
      /case\.json: organs\.SpinalCord: found the unknown field "recovry"/,
    ],
    [
      'an unknown field at the top',
      (made) => {
        made.caseFile.outsideDosegrid = 'zero';
      },
      /found the unknown field "outsideDosegrid"/,
    ],
    [
      'an organ that is not there',
      (made) => {
        made.caseFile.organs = { Hart: { recovery: 0.1 } };
      },
      /organs\.Hart: found a name that is no ROI/,
    ],
    [
      'an unknown set of constraints',
      (made) => {
        made.caseFile.constraints = 'reirradiation';
      },
      /reirradiation.*needed .*reirradiation-thorax/,
    ],
    [
      'a goal that is no goal',
      (made) => {
        made.caseFile.constraints = [{ organ: 'SpinalCord', goal: 'D0.03cc <= import("fs") Gy', source: 's' }];
      },
      /goal/,
    ],
    [
      'two doses for one plan',
      ({ files, caseFile }) => {
        files['plan/RD2.dcm'] = doseFile(() => 30, {}, { SOPInstanceUID: '1.2.3.99' });
        caseFile.courses[1].phases = [{ dose: 'plan/RD.dcm' }, { dose: 'plan/RD2.dcm' }];
      },
      /plan\/RD2\.dcm: courses\[1\]\.phases\[1\]\.dose: found a second dose of the same plan/,
    ],
    [
      'two whole doses in one phase',
      ({ files, caseFile }) => {
        files['plan/RD2.dcm'] = doseFile(() => 30, {}, { SOPInstanceUID: '1.2.3.99' });
        caseFile.courses[1].phases = [{ dose: ['plan/RD.dcm', 'plan/RD2.dcm'] }];
      },
      /2 doses for one phase/,
    ],
    [
      'a structure set given as a dose',
      (made) => {
        phaseOf(made, 1).dose = 'plan/RS.dcm';
      },
      /plan\/RS\.dcm: courses\[1\]\.phases\[0\]\.dose: found an RT Structure Set; needed an RT Dose/,
    ],
    [
      'a plan of another dose',
      (made) => {
        phaseOf(made, 1).plan = 'prior/RP.dcm';
      },
      /ReferencedRTPlanSequence: found a dose of plan/,
    ],
    [
      'relative dose without a word',
      ({ files }) => {
        files['plan/RD.dcm'] = doseFile(() => 30, {}, { DoseUnits: 'RELATIVE' });
      },
      /\(3004,0002\) DoseUnits: found RELATIVE/,
    ],
    [
      'a matrix that is none',
      (made) => {
        made.caseFile.registrations = [{ from: 'a', to: 'b', matrix: [1, 2, 3] }];
      },
      /registrations\[0\]\.matrix/,
    ],
    [
      'a recorded dose of an organ that is not there',
      (made) => {
        made.caseFile.courses[0] = {
          role: 'prior',
          phases: [{ totalDoseGy: 40, fractions: 20 }],
          organDoses: { Spinalcord: { Dmax: 42 } },
        };
      },
      /case\.json: courses\[0\]\.organDoses\.Spinalcord: found an organ that is not in the anatomy/,
    ],
    [
      'derived structures in a circle',
      (made) => {
        made.caseFile.derived = { A: 'B + SpinalCord', B: 'A - SpinalCord' };
      },
      /derived\.A: found a structure made from itself/,
    ],
  ])('%s', async (_, change, said) => {
    expect(await refusedBy(change)).toMatch(said);
  });

  it('a case file that is no JSON, or not there', () =>
    inFolder({ 'case.json': '{ "isoeffectCase": 1,' }, (folder) => {
      expect(isoeffect(['assess', 'case.json'], folder)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/case\.json: found text that is not JSON/),
      });
      expect(isoeffect(['assess', 'none.json'], folder)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/none\.json: found no such file/),
      });
    }));
});

describe('files of different patients', () => {
  const other = { PatientID: 'P-2', PatientName: 'Roe^Richard', PatientBirthDate: '19600101' };
  const mixedUp = (made: Case) => {
    made.files['plan/RS.dcm'] = structureFile(BODIES, other);
  };

  it('are refused, in one line that names what differs, the files and the answer that is needed', async () => {
    const said = await refusedBy(mixedUp);
    expect(said).toMatch(/case\.json: samePatient: found files of different patients\. The patient ID differs: /);
    expect(said).toMatch(/The patient name differs: .*"Roe, Richard" in plan\/RS\.dcm/);
    expect(said).toMatch(/The birth date differs: .*"1960-01-01" in plan\/RS\.dcm/);
    expect(said).toContain('{"id":"P-2","name":"Roe^Richard","birthDate":"19600101"');
  });

  it('are evaluated where a person answers for every identity; the answer is told', () => {
    const made = base();
    mixedUp(made);
    return inFolder({ ...made.files, 'case.json': made.caseFile }, async (folder) => {
      const { stderr } = isoeffect(['assess', 'case.json'], folder);
      const of = JSON.parse(/"of": (\[.*?\])/.exec(stderr)![1]);
      const samePatient = { of, by: 'Dr Roe', on: '2024-02-01', why: 'renamed after a merge of records' };
      writeFileSync(path.join(folder, 'case.json'), JSON.stringify({ ...made.caseFile, samePatient }));
      const { status, stdout } = isoeffect(['assess', 'case.json', '--json', '-', '--report', 'r.html'], folder);
      expect(status).toBe(0);
      const { patient, findings } = JSON.parse(stdout);
      expect(patient).toMatchObject({ id: 'P-2', birthDate: '19600101' });
      expect(patient.identities.map(({ id }: { id: string }) => id)).toEqual(of.map(({ id }: { id: string }) => id));
      const { of: _, ...word } = samePatient;
      expect(patient.samePatient).toEqual(word);
      const mixUp = findings.find(({ code }: { code: string }) => code === 'patient-id-differs');
      expect(mixUp).toMatchObject({ severity: 'warning', answered: word });
      const report = readFileSync(path.join(folder, 'r.html'), 'utf8');
      const pageOne = report.slice(report.indexOf('<header>'), report.indexOf('</header>'));
      for (const text of ['Dr Roe', '2024-02-01', 'renamed after a merge of records', 'P-2']) expect(pageOne).toContain(text);
    });
  });

  it('an answer holds for the identities that it lists alone', async () => {
    const said = await refusedBy((made) => {
      mixedUp(made);
      const of = [{ id: 'P-2', name: 'Roe^Richard', birthDate: '1960-01-01', sex: '' }];
      made.caseFile.samePatient = { of, by: 'Dr Roe', on: '2024-02-01', why: 'one patient' };
    });
    expect(said).toMatch(/samePatient: found an answer without \[\{"id":"(?!P-2)/);
  });
});

describe('inspect', () => {
  const inspect = (files: Files) => inFolder(files, (folder) => isoeffect(['inspect', folder, '--json', '-']));

  it('of a folder of JPEGs, of nothing, or of a path that is not there is refused', async () => {
    expect(await inspect({ 'a.jpg': JPEG, 'b.jpg': JPEG })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/no readable DICOM among 2 files \(.*a\.jpg: a JPEG picture\)/),
    });
    expect(await inspect({})).toMatchObject({ status: 2, stderr: expect.stringMatching(/found no files/) });
    expect(isoeffect(['inspect', 'no/such/place'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no\/such\/place: found no such file or folder/),
    });
  });

  it('of good and bad files together names the bad ones and goes on', async () => {
    const { files } = base();
    const { status, stdout } = await inspect({
      ...files,
      'cut.dcm': files['plan/RP.dcm'].slice(0, 500),
      'photo.jpg': JPEG,
      'zero.dcm': new Uint8Array(0),
    });
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.doses).toHaveLength(2);
    expect(report.foreign.map(({ what }: { what: string }) => what)).toEqual(['a JPEG picture', 'an empty file']);
    expect(report.unreadable).toHaveLength(1);
    expect(report.findings.map(({ code }: { code: string }) => code)).toContain('file-unreadable');
  });

  it('says two doses for one plan', async () => {
    const { files } = base();
    files['plan/RD2.dcm'] = doseFile(() => 30, {}, { SOPInstanceUID: '1.2.3.99' });
    const { stdout } = await inspect(files);
    expect(JSON.parse(stdout).findings.map(({ code }: { code: string }) => code)).toEqual(['two-doses-of-one-plan']);
  });
});
