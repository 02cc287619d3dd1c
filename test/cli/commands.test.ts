import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDicom } from '../../src/dicom/read-dicom';
import { type Cylinder, eqd2Gy, twoCourses } from '../case/written-case';
import { filesIn, inFolder, isoeffect, SAMPLES } from './run';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 };
const made = (prior: number, planned: number) => {
  const { files, caseFile } = twoCourses(
    [CORD],
    (x) => prior + 0.1 * x,
    (_, y) => planned + 0.2 * y,
  );
  return { ...files, 'case.json': caseFile };
};

describe('assess', () => {
  it('writes JSON to standard output alone with --json -', () =>
    inFolder(made(20, 30), (folder) => {
      const { status, stdout, stderr } = isoeffect(['assess', 'case.json', '--json', '-'], folder);
      expect(status).toBe(0);
      const { courses, organs, settings, version, findings } = JSON.parse(stdout);
      expect(courses[0]).toMatchObject({
        name: 'first',
        role: 'prior',
        phases: [{ dose: 'prior/RD.dcm', fractions: 28, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      });
      expect(Object.keys(organs[0])).toEqual(
        expect.arrayContaining(['roi', 'organ', 'volumeCc', 'alphaBetaGy', 'alphaBetaSource', 'recovery', 'metrics', 'goals']),
      );
      expect(Object.keys(organs[0].metrics['D0.03cc'])).toEqual(
        expect.arrayContaining([
          'priorPhysicalGy',
          'plannedPhysicalGy',
          'priorEqd2Gy',
          'plannedEqd2Gy',
          'cumulativeEqd2Gy',
          'cumulativeBedGy',
        ]),
      );
      expect(Object.keys(organs[0].goals[0])).toEqual(
        expect.arrayContaining([
          'goal',
          'set',
          'quantity',
          'scope',
          'alphaBetaGy',
          'recovery',
          'value',
          'limit',
          'unit',
          'verdict',
          'mandatory',
          'source',
          'evidence',
        ]),
      );
      expect([settings, version, findings]).not.toContain(undefined);
      expect(stderr).toContain('SpinalCord');
    }));

  it('ends with 1 where a mandatory goal is exceeded and either --fail-on is given, else with 0', () =>
    inFolder(made(45, 50), (folder) => {
      expect(isoeffect(['assess', 'case.json'], folder).status).toBe(0);
      for (const asked of [['--fail-on-violation'], ['--fail-on', 'exceeded']]) {
        const { status, stderr } = isoeffect(['assess', 'case.json', ...asked], folder);
        expect(status).toBe(1);
        expect(stderr).toMatch(/^isoeffect: \d+ mandatory goals? exceeded: SpinalCord\./m);
      }
    }));

  it('ends with 1 where a required organ is missing and --fail-on-violation is given, with --fail-on exceeded with 0', () =>
    inFolder(made(5, 5), (folder) => {
      const { status, stderr, stdout } = isoeffect(['assess', 'case.json', '--fail-on-violation'], folder);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^isoeffect: No mandatory goal could be judged: \d+ are without a verdict/m);
      for (const said of [stderr, stdout]) expect(said).toContain('Missing: Lungs (not contoured), Esophagus (not contoured).');
      expect(stdout).not.toContain('No mandatory goal exceeded');
      expect(isoeffect(['assess', 'case.json', '--fail-on', 'exceeded'], folder).status).toBe(0);
      expect(isoeffect(['assess', 'case.json', '--fail-on', 'exceeded', '--fail-on-violation'], folder).status).toBe(2);
    }));

  it('ends with 0 with --fail-on-violation where everything is met and the others are said to be absent', () => {
    const word = { by: 'a physicist', on: '2026-01-05', why: 'resected' };
    const { 'case.json': caseFile, ...files } = made(10, 5) as { 'case.json': object };
    const whole = { ...files, 'case.json': { ...caseFile, absent: { Lungs: word, Esophagus: word } } };
    return inFolder(whole, (folder) => {
      const { status, stdout } = isoeffect(['assess', 'case.json', '--fail-on-violation'], folder);
      expect([status, stdout.includes('counted nowhere: Lungs (resected; a physicist, 2026-01-05), Esophagus')]).toEqual([
        0,
        true,
      ]);
    });
  });

  it('says of what nothing is asked that applies, of required organs; the exit status is that of the goals', () => {
    const word = { by: 'a physicist', on: '2026-01-05', why: 'resected' };
    const { 'case.json': whole, ...files } = made(10, 5) as { 'case.json': object };
    const cord = { organ: 'SpinalCord', goal: 'Dmax <= 50 Gy' };
    const given = (more: object) => ({ ...files, 'case.json': { ...whole, absent: { Esophagus: word }, ...more } });
    const cases = {
      // A required organ that is not there, and no goal of it in the case.
      'no goal of a missing organ': [given({ constraints: [cord] }), 'Lungs'],
      // What is asked of the cord is not mandatory.
      'an optional goal': [
        given({ absent: { Lungs: word, Esophagus: word }, constraints: [{ ...cord, mandatory: false }] }),
        'SpinalCord',
      ],
      // HyTEC studied 1 to 5 fractions; these are 28.
      'goals that do not apply': [given({ absent: { Lungs: word, Esophagus: word }, constraints: 'hytec-cord' }), 'SpinalCord'],
    } as const;
    return Promise.all(
      Object.values(cases).map(([all, organ]) =>
        inFolder(all, (folder) => {
          const { status, stdout } = isoeffect(['assess', 'case.json', '--fail-on-violation'], folder);
          const said = `Not judged, for no mandatory goal that applies is asked of it: ${organ}.`;
          expect([status, stdout.includes(said)]).toEqual([0, true]);
        }),
      ),
    );
  });

  it('writes the reports asked for, and refuses a type it does not know before any work', () =>
    inFolder(made(20, 30), (folder) => {
      const { status } = isoeffect(
        ['assess', 'case.json', '--report', 'r.html', '--report', 'r.csv', '--json', 'a.json'],
        folder,
      );
      expect(status).toBe(0);
      expect(filesIn(folder)).toEqual(expect.arrayContaining(['a.json', 'r.csv', 'r.html']));
      expect(readFileSync(path.join(folder, 'r.html'), 'utf8')).toContain('SpinalCord');
      expect(isoeffect(['assess', 'case.json', '--report', 'r.pdf'], folder)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/r\.pdf: an unknown report type; needed \.html or \.csv/),
      });
    }));

  it('never writes over a file of the case, or two outputs over one another', () =>
    inFolder(made(20, 30), (folder) => {
      const before = filesIn(folder);
      for (const args of [
        ['--json', 'case.json'],
        ['--json', 'plan/RD.dcm'],
        ['--json', 'x.csv', '--report', 'x.csv'],
      ]) {
        expect(isoeffect(['assess', 'case.json', ...args], folder)).toMatchObject({
          status: 2,
          stderr: expect.stringContaining('nothing was written'),
        });
      }
      expect(isoeffect(['assess', 'case.json', '--json', 'no/such/folder/a.json', '--report', 'r.html'], folder).status).toBe(2);
      expect(filesIn(folder)).toEqual(before);
    }));

  it('--dose-out is RT Dose on the planned grid that reads back to the closed form, never over a file', () =>
    inFolder(made(20, 30), (folder) => {
      expect(isoeffect(['assess', 'case.json', '--dose-out', 'sum.dcm', '--dose-alpha-beta', '2'], folder).status).toBe(0);
      const read = (file: string) => readDicom({ path: file, bytes: readFileSync(path.join(folder, file)) });
      const [sum, planned] = [read('sum.dcm'), read('plan/RD.dcm')];
      if (sum.kind !== 'dose' || planned.kind !== 'dose') throw new Error('no dose');
      expect(sum.findings).toEqual([]);
      expect(sum).toMatchObject({
        doseUnits: 'GY',
        doseType: 'EFFECTIVE',
        doseSummationType: 'MULTI_PLAN',
        rows: planned.rows,
        columns: planned.columns,
        frames: planned.frames,
        imagePositionMm: planned.imagePositionMm,
        frameOfReferenceUid: planned.frameOfReferenceUid,
        patient: planned.patient,
      });
      expect(sum.referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid).sort()).toEqual(['1.2.3.60', '1.2.3.61']);
      let worst = 0;
      for (let k = 0, at = 0; k < 41; k++) {
        for (let j = 0; j < 41; j++) {
          for (let i = 0; i < 41; i++, at++) {
            const [x, y] = [-60 + 3 * i, -60 + 3 * j];
            const exact = eqd2Gy(20 + 0.1 * x, 28, 2) + eqd2Gy(30 + 0.2 * y, 28, 2);
            worst = Math.max(worst, Math.abs(sum.pixels[at] * sum.doseGridScaling - exact));
          }
        }
      }
      expect(worst).toBeLessThan(1e-4);
      expect(isoeffect(['assess', 'case.json', '--dose-out', 'sum.dcm'], folder)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('a file that is there already'),
      });
    }));
});

describe('dvh', () => {
  it('gives volume and metrics of every ROI, of EQD2 too', () =>
    inFolder(made(20, 30), (folder) => {
      const args = ['dvh', '--dose', 'plan/RD.dcm', '--structures', 'plan/RS.dcm'];
      const physical = JSON.parse(isoeffect([...args, '--json', '-'], folder).stdout);
      expect(physical).toMatchObject({
        quantity: 'physical',
        rois: [{ number: 1, name: 'SpinalCord', insideDoseGrid: 1 }],
        findings: [],
      });
      expect(physical.rois[0].volumeCc).toBeCloseTo((Math.PI * 25 * 20) / 1000, 3);
      expect(physical.rois[0].metrics.Dmean).toBeCloseTo(30, 2);
      const eqd2 = JSON.parse(
        isoeffect(
          [
            ...args,
            '--quantity',
            'eqd2',
            '--fractions',
            '15',
            '--alpha-beta',
            '2',
            '--metric',
            'Dmax',
            '--metric',
            'V20Gy[cc]',
            '--json',
            '-',
          ],
          folder,
        ).stdout,
      );
      expect(Object.keys(eqd2.rois[0].metrics)).toEqual(['Dmax', 'V20Gy[cc]']);
      expect(eqd2.rois[0].metrics.Dmax).toBeCloseTo(eqd2Gy(31, 15, 2), 0);
    }));

  it.each([
    [['--quantity', 'eqd2'], /--fractions: found nothing/],
    [['--quantity', 'eqd2', '--fractions', '15'], /--alpha-beta: found nothing/],
    [['--quantity', 'eqd2', '--fractions', '1.5', '--alpha-beta', '2'], /--fractions: found 1\.5/],
    [['--quantity', 'eqd2', '--fractions', '15', '--alpha-beta', '0'], /--alpha-beta: found 0 Gy/],
    [['--metric', 'D5'], /metric/],
    [['--roi', 'Cord'], /--roi: found Cord; needed one of SpinalCord/],
    [['--dose-is', 'centigray'], /DoseUnits: found GY, and the answer/],
  ] as const)('refuses %j', (more, said) =>
    inFolder(made(20, 30), (folder) => {
      const { status, stderr, stdout } = isoeffect(
        ['dvh', '--dose', 'plan/RD.dcm', '--structures', 'plan/RS.dcm', ...more],
        folder,
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(said);
    }),
  );
});

describe('calc, demo, and the rest', () => {
  it('calc gives the published vectors', () => {
    const { stdout } = isoeffect(['calc', '--dose', '50.4', '--fractions', '28', '--alpha-beta', '3', '--json', '-']);
    expect(JSON.parse(stdout)).toMatchObject({ bedGy: expect.closeTo(80.64, 6), eqd2Gy: expect.closeTo(48.384, 6) });
    expect(isoeffect(['calc', '--dose', '50', '--fractions', '0', '--alpha-beta', '3'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--fractions'),
    });
  });

  it('demo runs from anywhere, ends with the verdict and says where the report is', () =>
    inFolder({}, (folder) => {
      const { status, stdout } = isoeffect(['demo'], folder);
      expect(status).toBe(0);
      expect(filesIn(folder)).toEqual([
        'isoeffect-demo/assessment.json',
        'isoeffect-demo/report.csv',
        'isoeffect-demo/report.html',
      ]);
      expect(stdout).toMatch(/mandatory goals? exceeded: SpinalCord/);
      expect(stdout).toContain(`Written: ${path.join('isoeffect-demo', 'report.html')}`);
      expect(stdout).toContain('not a cleared medical device');
    }));

  it('an unknown command or option is status 2 and one line', () => {
    for (const args of [
      ['asses', 'x'],
      ['inspect', '--jsn', 'x', '.'],
      ['calc', '--dose', 'ten', '--fractions', '1', '--alpha-beta', '3'],
    ]) {
      const { status, stdout } = isoeffect(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    }
    expect(isoeffect(['--help']).status).toBe(0);
    expect(isoeffect(['--version']).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('inspect of the bundled patient finds nothing amiss', () => {
    const { status, stdout } = isoeffect(['inspect', path.join(SAMPLES, 'thorax'), '--json', '-']);
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect([
      report.doses.length,
      report.plans.length,
      report.structureSets.length,
      report.ctSeries.length,
      report.registrations.length,
    ]).toEqual([2, 2, 2, 2, 1]);
    expect(report.frameGroups).toHaveLength(1);
    expect(report.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  });
});
