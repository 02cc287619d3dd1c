import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dvhOf } from '../../src/assessment/dvh-of';
import { readDicom } from '../../src/dicom/read-dicom';
import { DATA } from './figures';

const FOLDER = path.join(DATA, 'two-frames');
const hasPhantoms = existsSync(FOLDER);
if (!hasPhantoms) console.warn('The two-frame phantoms are not beside the project: they are not run.');

/** The one file of a folder whose name starts so. */
const object = (folder: string, start: string) => {
  const name = readdirSync(path.join(FOLDER, folder)).find((file) => file.startsWith(start))!;
  const file = path.join(FOLDER, folder, name);
  return readDicom({ path: file, bytes: readFileSync(file) });
};

describe.skipIf(!hasPhantoms)('the same phantom on two frames of reference', () => {
  it('has the same volume and doses on each', () => {
    const results = ['fixed', 'moving'].map((folder) => {
      const [dose, structures] = [object(folder, 'dose'), object(folder, 'rtss')];
      if (dose.kind !== 'dose' || structures.kind !== 'structures') throw new Error('not the objects they were');
      return dvhOf(dose, structures, { quantity: 'physical', rois: [], metrics: ['Dmin', 'Dmean', 'D0.03cc', 'Dmax', 'V50Gy'] })
        .rois[0];
    });
    const [fixed, moving] = results;
    expect(fixed.name).toBe('Sphere');
    expect(fixed.insideDoseGrid).toBe(1);
    for (const metric of Object.keys(fixed.metrics))
      expect(Math.abs(moving.metrics[metric] / fixed.metrics[metric] - 1), metric).toBeLessThan(0.03);
    expect(Math.abs(moving.volumeCc / fixed.volumeCc - 1)).toBeLessThan(0.005);
  });
});
