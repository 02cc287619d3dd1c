import { describe, expect, test } from 'vitest';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { type Fields, inputErrorOf, read } from './objects';
import { DOSE_VALUES, FRAME, rtDose } from './samples';

/** The z of each frame's centre and the frame's first stored value, from low to high along the normal. */
function frames(fields: Fields): { z: number[]; first: number[] } {
  const dose = read('dose', fields);
  const grid = makeDoseGrid(dose, 1);
  const plane = grid.columns * grid.rows;
  return {
    z: Array.from(grid.frameOffsetsMm, (offset) => grid.originMm[2] + offset * grid.normal[2]),
    first: Array.from(grid.frameOffsetsMm, (_, k) => Math.round(grid.doseGy[k * plane] / dose.doseGridScaling)),
  };
}
const FIRST = [0, 1, 2, 3].map((k) => DOSE_VALUES[6 * k]);
const BACKWARDS = [...FIRST].reverse();
const FEET_FIRST = [1, 0, 0, 0, -1, 0];

describe('GridFrameOffsetVector', () => {
  test.each([
    ['relative', [0, 3, 6, 9]],
    ['patient z', [-30, -27, -24, -21]],
    ['descending relative', [0, -3, -6, -9]],
    ['descending patient z', [-30, -33, -36, -39]],
    ['unequal', [0, 3, 7.5, 9.25]],
  ])('%s: kept as given', (_, offsets) => {
    expect(Array.from(read('dose', rtDose({ GridFrameOffsetVector: offsets })).gridFrameOffsetsMm!)).toEqual(offsets);
  });

  test.each([
    ['relative', [0, 3, 6, 9], [-30, -27, -24, -21], FIRST],
    ['patient z', [-30, -27, -24, -21], [-30, -27, -24, -21], FIRST],
    ['descending relative', [0, -3, -6, -9], [-39, -36, -33, -30], BACKWARDS],
    ['descending patient z', [-30, -33, -36, -39], [-39, -36, -33, -30], BACKWARDS],
    ['unequal', [0, 3, 7.5, 9.25], [-30, -27, -22.5, -20.75], FIRST],
    ['unequal patient z', [-30, -27, -22.5, -20.75], [-30, -27, -22.5, -20.75], FIRST],
  ])('%s: each frame lies at its z', (_, offsets, z, first) => {
    expect(frames(rtDose({ GridFrameOffsetVector: offsets }))).toEqual({ z, first });
  });

  test.each([
    ['1e-6', ['0.000001', 3, 6, 9], FIRST],
    ['-1e-10', ['-1e-10', 3, 6, 9], FIRST],
    ['0.001', ['0.001', '3.001', '6.001', '9.001'], FIRST],
    ['1e-6, descending', ['1e-6', -3, -6, -9], BACKWARDS],
    ['patient z with noise', ['-30.000004', '-26.999998', '-24.000003', '-21'], FIRST],
    ['descending patient z with noise', ['-29.999996', '-33', '-36.000002', '-39'], BACKWARDS],
  ])('that starts with %s is taken for what it is meant to be', (_, offsets, first) => {
    const found = frames(rtDose({ GridFrameOffsetVector: offsets.join('\\') }));
    expect(found.first).toEqual(first);
    const wanted = first === FIRST ? [-30, -27, -24, -21] : [-39, -36, -33, -30];
    // The noise itself, at most 0.001 mm.
    for (const [k, z] of found.z.entries()) expect(Math.abs(z - wanted[k])).toBeLessThanOrEqual(1.001e-3);
  });

  test('is along the normal of a grid whose normal points down, and z where it is patient z', () => {
    const down = { ImageOrientationPatient: FEET_FIRST };
    expect(frames(rtDose({ ...down, GridFrameOffsetVector: [0, 3, 6, 9] }))).toEqual({ z: [-30, -33, -36, -39], first: FIRST });
    expect(frames(rtDose({ ...down, GridFrameOffsetVector: [-30, -33, -36, -39] }))).toEqual({
      z: [-30, -33, -36, -39],
      first: FIRST,
    });
    expect(frames(rtDose({ ...down, GridFrameOffsetVector: [-30, -27, -24, -21] }))).toEqual({
      z: [-21, -24, -27, -30],
      first: BACKWARDS,
    });
  });

  test.each([
    ['of another length', [0, 3, 6], '3 values', '4, one for each frame'],
    ['missing', undefined, 'nothing', '4 offsets, one for each frame'],
    ['that starts a little off', ['0.002', 3, 6, 9], '0.002', 'start at 0'],
    ['that starts elsewhere', [-29, -26, -23, -20], '-29', 'start at 0'],
    ['with a frame twice', [0, 3, 3, 6], 'two frames at the same place', 'one frame for each position'],
  ])('%s is refused', (_, offsets, found, needed) => {
    const dose = read('dose', rtDose({ GridFrameOffsetVector: offsets?.join('\\') }));
    const { message } = inputErrorOf(() => makeDoseGrid(dose));
    expect(message).toMatch(/^course\/object\.dcm: \(3004,000C\) GridFrameOffsetVector: found /);
    expect(message).toContain(found);
    expect(message).toContain(needed);
  });
});

describe('the grid', () => {
  test('PixelSpacing is rows first, then columns, as Rows and Columns are', () => {
    const dose = read('dose', rtDose());
    expect(dose).toMatchObject({ rows: 2, columns: 3, frames: 4, rowSpacingMm: 2.5, columnSpacingMm: 1.25 });
    expect(dose.imagePositionMm).toEqual([-10.5, 20.25, -30]);
    expect(makeDoseGrid(dose)).toMatchObject({ columns: 3, rows: 2, rowSpacingMm: 2.5, columnSpacingMm: 1.25 });
  });

  test('dose is stored value times scaling times the factor of its unit', () => {
    const dose = read('dose', rtDose({ DoseUnits: 'CGY' }));
    expect(makeDoseGrid(dose, 0.01).doseGy[7]).toBeCloseTo(DOSE_VALUES[7] * 1.5e-5, 8);
  });

  test.each([
    ['without NumberOfFrames', { NumberOfFrames: undefined, GridFrameOffsetVector: undefined }],
    ['with one offset', { NumberOfFrames: 1, GridFrameOffsetVector: '0' }],
    ['with its z', { NumberOfFrames: 1, GridFrameOffsetVector: '-30' }],
  ])('a single frame %s', (_, differs) => {
    const dose = read('dose', rtDose({ ...differs, PixelData: Uint16Array.from(DOSE_VALUES.slice(0, 6)) }));
    const grid = makeDoseGrid(dose);
    expect(dose.frames).toBe(1);
    expect(Array.from(grid.frameOffsetsMm)).toEqual([0]);
    expect(grid.endCapMm).toEqual([1.5, 1.5]);
    expect(grid.originMm[2]).toBe(-30);
  });

  test('without a frame of reference is read, and refused where it is needed', () => {
    const dose = read('dose', rtDose({ FrameOfReferenceUID: undefined }));
    expect(dose.frameOfReferenceUid).toBeUndefined();
    expect(inputErrorOf(() => makeDoseGrid(dose)).message).toContain('(0020,0052) FrameOfReferenceUID');
  });
});

describe('what the dose says of itself', () => {
  test('units, type and summation type as given, in upper case', () => {
    const given = { DoseUnits: 'relative ', DoseType: 'EFFECTIVE', DoseSummationType: 'MULTI_PLAN' };
    expect(read('dose', rtDose(given))).toMatchObject({
      doseUnits: 'RELATIVE',
      doseType: 'EFFECTIVE',
      doseSummationType: 'MULTI_PLAN',
      doseGridScaling: 0.0015,
      frameOfReferenceUid: FRAME,
    });
    const nothing = { DoseUnits: undefined, DoseType: '', DoseSummationType: undefined };
    expect(read('dose', rtDose(nothing))).toMatchObject({ doseUnits: '', doseType: '', doseSummationType: '' });
  });

  test('its plans, their fraction groups and beams, and its structure set', () => {
    const dose = read('dose', rtDose());
    expect(dose.referencedPlans).toEqual([{ sopInstanceUid: '1.2.3.60', fractionGroups: [{ number: 2, beamNumbers: [3, 7] }] }]);
    expect(dose.referencedStructureSetUid).toBe('1.2.3.40');
    const two = { ReferencedRTPlanSequence: [{ ReferencedSOPInstanceUID: '1.1' }, { ReferencedSOPInstanceUID: '1.2' }] };
    const plans = ['1.1', '1.2'].map((sopInstanceUid) => ({ sopInstanceUid, fractionGroups: [] }));
    expect(read('dose', rtDose(two)).referencedPlans).toEqual(plans);
    expect(read('dose', rtDose({ ReferencedRTPlanSequence: [] })).referencedPlans).toEqual([]);
    // One plan in two items is one plan, whichever groups and beams each of them names.
    const group = (number: number, beams: number[]) => ({
      ReferencedFractionGroupNumber: number,
      ReferencedBeamSequence: beams.map((beam) => ({ ReferencedBeamNumber: beam })),
    });
    const item = (...groups: ReturnType<typeof group>[]) => ({
      ReferencedSOPInstanceUID: '1.1',
      ReferencedFractionGroupSequence: groups,
    });
    const twice = { ReferencedRTPlanSequence: [item(group(1, [3, 7])), item(group(1, [7, 8]), group(2, [4]))] };
    expect(read('dose', rtDose(twice)).referencedPlans).toEqual([
      {
        sopInstanceUid: '1.1',
        fractionGroups: [
          { number: 1, beamNumbers: [3, 7, 8] },
          { number: 2, beamNumbers: [4] },
        ],
      },
    ]);
  });

  test('values below 0 are kept and told', () => {
    const signed = Int16Array.from(DOSE_VALUES, (value, n) => (n === 5 ? -4 : value));
    const dose = read('dose', rtDose({ PixelRepresentation: 1, PixelData: signed }));
    expect(dose.pixels[5]).toBe(-4);
    expect(dose.findings.map(({ code }) => code)).toEqual(['negative-dose']);
  });

  test("the planning system's DVHs; one that cannot be read is left out and told", () => {
    const dvh = (DVHData: string) => ({
      DVHType: 'CUMULATIVE',
      DoseUnits: 'GY',
      DoseType: 'PHYSICAL',
      DVHDoseScaling: 2,
      DVHVolumeUnits: 'CM3',
      DVHData,
      DVHReferencedROISequence: [{ ReferencedROINumber: 4 }],
      DVHMeanDose: 12.5,
    });
    const dose = read('dose', rtDose({ DVHSequence: [dvh('0.1\\30\\0.1\\20'), dvh('0.1\\many')] }));
    expect(dose.tpsDvhs).toEqual([
      {
        roiNumbers: [4],
        type: 'CUMULATIVE',
        doseUnits: 'GY',
        doseType: 'PHYSICAL',
        volumeUnits: 'CM3',
        doseScaling: 2,
        mean: 12.5,
        data: Float64Array.of(0.1, 30, 0.1, 20),
      },
    ]);
    expect(dose.findings.map(({ code }) => code)).toEqual(['tps-dvh-unreadable']);
  });
});
