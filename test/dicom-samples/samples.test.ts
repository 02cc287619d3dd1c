import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeSamples } from '../../dicom-samples/make';
import type { DicomObject } from '../../src/dicom/dicom-object';
import { readDicom } from '../../src/dicom/read-dicom';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import { commonestSpacingMm } from '../../src/geometry/slice-distance';

const SAMPLES = fileURLToPath(new URL('../../dicom-samples', import.meta.url));
const LARGEST_BYTES = 12e6;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

function read<K extends DicomObject['kind']>(file: string, kind: K) {
  const object = readDicom({ path: file, bytes: readFileSync(path.join(SAMPLES, file)) });
  if (object.kind !== kind) throw new Error(`${file} is ${object.kind}`);
  return object as Extract<DicomObject, { kind: K }>;
}

interface Truth {
  readonly rois: readonly { readonly roi: string; readonly volumeCc: number }[];
}
const truthOf = (sample: string): Truth => JSON.parse(readFileSync(path.join(SAMPLES, sample, 'truth.json'), 'utf8'));

const patients = ['thorax', 'small'];
const sampleFiles = patients.flatMap((sample) => filesIn(path.join(SAMPLES, sample)).map((file) => path.join(sample, file)));

describe('the sample patients', () => {
  it('are written again byte for byte', { timeout: 180_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-samples-'));
    try {
      writeSamples(folder);
      expect(filesIn(folder)).toEqual([...sampleFiles].sort());
      const different = sampleFiles.filter(
        (file) => !readFileSync(path.join(SAMPLES, file)).equals(readFileSync(path.join(folder, file))),
      );
      expect(different).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('stay small', () => {
    const bytes = sampleFiles.reduce((sum, file) => sum + statSync(path.join(SAMPLES, file)).size, 0);
    expect(bytes).toBeLessThan(LARGEST_BYTES);
  });

  it('are files that are read without a finding', () => {
    const findings = sampleFiles
      .filter((file) => file.endsWith('.dcm'))
      .flatMap((file) => {
        const object = readDicom({ path: file, bytes: readFileSync(path.join(SAMPLES, file)) });
        expect(object.kind, file).not.toBe('other');
        return object.findings.map(({ code }) => `${file}: ${code}`);
      });
    expect(findings).toEqual([]);
  });
});

const THORAX_ROIS = [
  'BODY',
  'Lung_L',
  'Lung_R',
  'SpinalCord',
  'SpinalCord_PRV05',
  'Esophagus',
  'Heart',
  'Trachea',
  'A_Aorta',
  'GTV_Recurrence',
  'PTV_5040',
  'PTV_5880',
];

describe('the structures', () => {
  it.each([
    ['thorax/planned/RS.dcm', THORAX_ROIS],
    ['small/RS.dcm', ['SpinalCord', 'Lung_L', 'Esophagus', 'PTV']],
  ])('of %s have the volumes of the true solids', (file, names) => {
    const set = read(file, 'structures');
    expect(set.rois.map(({ name }) => name)).toEqual(names);
    const slices = set.rois[0].contours.map(({ pointsMm }) => pointsMm[2]).sort((a, b) => a - b);
    for (const { roi: name, volumeCc } of truthOf(file.split('/')[0]).rois) {
      const { contours } = set.rois[names.indexOf(name)];
      const { stack, findings } = slabsOfRoi({ name, contours, sliceSpacingMm: commonestSpacingMm(slices) });
      expect(findings, name).toEqual([]);
      expect(Math.abs(stackVolumeCc(stack!) / volumeCc - 1), name).toBeLessThan(0.005);
    }
  });

  it('of the prior course are the same solids, moved', () => {
    const set = read('thorax/prior/RS.dcm', 'structures');
    const truth = truthOf('thorax');
    for (const roi of set.rois.filter(({ name }) => name !== 'BODY' && name !== 'PTV')) {
      const { stack } = slabsOfRoi({ name: roi.name, contours: roi.contours, sliceSpacingMm: 3 });
      const volumeCc = truth.rois.find((candidate) => candidate.roi === roi.name)!.volumeCc;
      expect(Math.abs(stackVolumeCc(stack!) / volumeCc - 1), roi.name).toBeLessThan(0.02);
    }
  });
});

describe('the registration', () => {
  const registration = read('thorax/registration/REG.dcm', 'registration');
  const prior = read('thorax/prior/RS.dcm', 'structures');
  const planned = read('thorax/planned/RS.dcm', 'structures');
  const item = registration.items.find(
    ({ sourceFrameOfReferenceUid }) => sourceFrameOfReferenceUid === prior.frameOfReferenceUid,
  )!;
  const m = item.matrices[0].matrix;

  it('leads from the prior frame of reference to the planned one by a rotation and a shift', () => {
    expect(registration.frameOfReferenceUid).toBe(planned.frameOfReferenceUid);
    expect(prior.frameOfReferenceUid).not.toBe(planned.frameOfReferenceUid);
    expect(registration.items).toHaveLength(2);
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const product = m[4 * a] * m[4 * b] + m[4 * a + 1] * m[4 * b + 1] + m[4 * a + 2] * m[4 * b + 2];
        expect(product).toBeCloseTo(a === b ? 1 : 0, 10);
      }
    }
    const degrees = (Math.acos((m[0] + m[5] + m[10] - 1) / 2) * 180) / Math.PI;
    expect(degrees).toBeCloseTo(3.5, 6);
    expect([m[3], m[7], m[11]]).toEqual([7.5, -12, 31]);
  });

  it('brings each organ of the prior course onto that of the planned one', () => {
    const centreOf = (set: typeof prior, name: string) => {
      const roi = set.rois.find((candidate) => candidate.name === name)!;
      const sum = [0, 0, 0];
      let whole = 0;
      for (const { pointsMm: p } of roi.contours) {
        for (let n = 0; n < p.length; n += 3) {
          const next = (n + 3) % p.length;
          const area = (p[n] * p[next + 1] - p[next] * p[n + 1]) / 2;
          whole += area;
          sum[0] += (area * (p[n] + p[next])) / 3;
          sum[1] += (area * (p[n + 1] + p[next + 1])) / 3;
          sum[2] += area * p[2];
        }
      }
      return sum.map((value) => value / whole);
    };
    for (const name of ['Heart', 'Lung_L', 'Lung_R', 'Trachea', 'Esophagus']) {
      const from = centreOf(prior, name);
      const to = centreOf(planned, name);
      for (let axis = 0; axis < 3; axis++) {
        const mapped = m[4 * axis] * from[0] + m[4 * axis + 1] * from[1] + m[4 * axis + 2] * from[2] + m[4 * axis + 3];
        expect(Math.abs(mapped - to[axis]), `${name}, axis ${axis}`).toBeLessThan(0.3);
      }
    }
  });
});

describe('plans and doses', () => {
  it.each([
    ['thorax/prior', 28, [50.4]],
    ['thorax/planned', 28, [50.4, 58.8]],
    ['small/prior', 20, [40]],
    ['small/planned', 15, [30]],
  ] as const)('of %s belong together', (folder, fractions, prescriptions) => {
    const plan = read(`${folder}/RP.dcm`, 'plan');
    const dose = read(`${folder}/RD.dcm`, 'dose');
    expect(plan.approvalStatus).toBe('APPROVED');
    expect(plan.fractionGroups.map(({ fractionsPlanned }) => fractionsPlanned)).toEqual([fractions]);
    expect(plan.prescriptions.map(({ doseGy }) => doseGy)).toEqual(prescriptions);
    expect(dose.referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual([plan.sopInstanceUid]);
    expect([dose.doseUnits, dose.doseType, dose.doseSummationType]).toEqual(['GY', 'PHYSICAL', 'PLAN']);
    expect(dose.frameOfReferenceUid).toBe(plan.frameOfReferenceUid);
    expect(dose.referencedStructureSetUid).toBe(plan.referencedStructureSetUid);
  });

  it('are stored in 16 bit, implicit, and in 32 bit, explicit', () => {
    expect(read('thorax/prior/RD.dcm', 'dose').pixels.BYTES_PER_ELEMENT).toBe(2);
    expect(read('thorax/planned/RD.dcm', 'dose').pixels.BYTES_PER_ELEMENT).toBe(4);
  });
});
