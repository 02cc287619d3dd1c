import { describe, expect, it } from 'vitest';
import { dvhOf } from '../../src/assessment/dvh-of';
import { readDicom } from '../../src/dicom/read-dicom';
import type { RtDose } from '../../src/dicom/rt-dose';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import { type Cylinder, doseFile, structureFile } from '../case/written-case';

const body = (name: string, y: number): Cylinder => ({ name, x: 0, y, radiusMm: 5, fromMm: -9, toMm: 9 });
const BODIES = [body('Cord', 20), body('Cord', -20), body('constructor', 0), body('__proto__', 10)];
const dose = readDicom({ path: 'RD.dcm', bytes: doseFile((_, y) => 30 + y / 2) }) as RtDose;
const structures = readDicom({ path: 'RS.dcm', bytes: structureFile(BODIES) }) as RtStructureSet;
const asked = (...rois: string[]) => dvhOf(dose, structures, { quantity: 'physical', rois, metrics: ['Dmean'] }).rois;

describe('dvhOf', () => {
  it('has each ROI with its number, whatever its name', () => {
    // A linear dose: the mean is the dose at the middle.
    expect(asked().map(({ number, name, metrics }) => [number, name, Number(metrics.Dmean.toFixed(2))])).toEqual([
      [1, 'Cord', 40],
      [2, 'Cord', 20],
      [3, 'constructor', 30],
      [4, '__proto__', 35],
    ]);
  });

  it('takes a number behind the name, and refuses a name of several', () => {
    expect(asked('Cord#2', '__proto__').map(({ number }) => number)).toEqual([2, 4]);
    expect(asked('constructor#3').map(({ number }) => number)).toEqual([3]);
    expect(() => asked('Cord')).toThrow('RS.dcm: roi: found "Cord", the name of 2 ROIs (numbers 1, 2)');
    expect(() => asked('toString')).toThrow(/roi: found toString; needed one of Cord#1, Cord#2, constructor, __proto__/);
  });
});
