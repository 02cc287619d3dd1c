import { describe, expect, it } from 'vitest';
import { dvhOf } from '../../../src/assessment/dvh-of';
import { readDicom } from '../../../src/dicom/read-dicom';
import type { RtDose } from '../../../src/dicom/rt-dose';
import type { RtStructureSet } from '../../../src/dicom/rt-structure-set';
import { doseFile, structureFile } from '../../case/written-case';
import type { Fields } from '../../dicom/objects';

const HEART = { name: 'Heart', x: 0, y: 0, radiusMm: 20, fromMm: -19, toMm: 19 };
const CC = (Math.PI * 20 ** 2 * 40) / 1000;
const codes = (gy: number, fractions?: number, overrides: Fields = {}) => {
  const dose = readDicom({ path: 'RD.dcm', bytes: doseFile(() => gy, {}, overrides) }) as RtDose;
  const set = readDicom({ path: 'RS.dcm', bytes: structureFile([HEART]) }) as RtStructureSet;
  const { findings } = dvhOf(dose, set, { quantity: 'physical', fractions, rois: [], metrics: [] });
  return findings.filter(({ code }) => /^dose-(all|contra|per)|^fractions-i/.test(code)).map(({ code }) => code);
};
const dvh = (gy: number): Fields => ({
  DVHSequence: [
    {
      DVHType: 'CUMULATIVE',
      DoseUnits: 'GY',
      DoseType: 'PHYSICAL',
      DVHVolumeUnits: 'CM3',
      DVHData: Array.from({ length: gy }, () => [1, CC]).flat(),
      DVHReferencedROISequence: [{ ReferencedROINumber: 1 }],
    },
  ],
});

describe('one dose with one structure set', () => {
  it('is told zero, and otherwise asked about its fractions where they are given', () => {
    expect(codes(0, 25)).toEqual(['dose-all-zero']);
    expect(codes(50)).toEqual([]);
    expect(codes(50, 25)).toEqual([]);
    expect(codes(50, 4)).toEqual(['dose-per-fraction-high']);
    expect(codes(50, 280)).toEqual(['fractions-implausible', 'dose-per-fraction-implausible']);
  });

  it("is held against the planning system's DVHs", () => {
    expect(codes(50, undefined, dvh(50))).toEqual([]);
    expect(codes(5, undefined, dvh(50))).toEqual(['dose-contradicts-planning-dvh']);
  });
});
