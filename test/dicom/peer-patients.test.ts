import { describe, expect, test } from 'vitest';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { isThere, namesIn, readPeer, sum } from './peer-files';

/** Number, name, interpreted type, contours and points of each ROI. */
const tableOf = (structures: RtStructureSet) =>
  structures.rois.map(({ number, name, interpretedType, contours }) =>
    [number, name, interpretedType, contours.length, sum(contours.map(({ pointsMm }) => pointsMm.length / 3))].join('|'),
  );

const highest = (values: Float32Array) => values.reduce((a, b) => Math.max(a, b), 0);

describe.skipIf(!isThere('breast'))('breast/', () => {
  const plan = () => readPeer('plan', 'breast', 'rtplan.dcm');
  const structures = () => readPeer('structures', 'breast', 'rtss.dcm');

  test('has the files that are looked at here', () => {
    expect(namesIn('breast')).toEqual(['ct.0.dcm', 'rtdose.dcm', 'rtplan.dcm', 'rtss.dcm']);
  });

  test('dose: 194 x 129 x 98 of 32 bits, its sum and its highest voxel as another program counted them', () => {
    const dose = readPeer('dose', 'breast', 'rtdose.dcm');
    expect(dose).toMatchObject({ columns: 194, rows: 129, frames: 98, rowSpacingMm: 2.5, columnSpacingMm: 2.5, findings: [] });
    expect(dose).toMatchObject({ doseUnits: 'GY', doseType: 'PHYSICAL', doseSummationType: 'PLAN', doseGridScaling: 1.4e-5 });
    expect(dose.imagePositionMm).toEqual([-228.6541915, -419.2444776, -122.4407]);
    expect(dose.pixels).toBeInstanceOf(Uint32Array);
    expect(sum(dose.pixels)).toBe(26634963153);
    expect(dose.pixels[810863]).toBe(1048626);
    expect(dose.gridFrameOffsetsMm).toEqual(Float64Array.from({ length: 98 }, (_, k) => 3 * k));
    const grid = makeDoseGrid(dose);
    expect(highest(grid.doseGy)).toBeCloseTo(14.680764, 5);
    expect(grid.originMm[2] + grid.frameOffsetsMm[97]).toBeCloseTo(168.5593, 6);
  });

  test('dose: belongs to the plan and the structure set, and carries nine DVHs in percent', () => {
    const dose = readPeer('dose', 'breast', 'rtdose.dcm');
    expect(dose.referencedPlans).toEqual([{ sopInstanceUid: plan().sopInstanceUid, fractionGroups: [] }]);
    expect(dose.referencedStructureSetUid).toBe(structures().sopInstanceUid);
    expect(dose.frameOfReferenceUid).toBe(structures().rois[0].frameOfReferenceUid);
    expect(dose.tpsDvhs).toHaveLength(9);
    expect(dose.tpsDvhs[0]).toMatchObject({ roiNumbers: [1], type: 'CUMULATIVE', volumeUnits: 'CM3', maximum: 104.862666666667 });
    // 104.86 % of 14 Gy is the highest voxel: the units say GY and mean percent.
    expect((dose.tpsDvhs[0].maximum! / 100) * 14).toBeCloseTo(14.680764, 3);
  });

  test('structures', () => {
    expect(tableOf(structures())).toEqual([
      '1|BODY|EXTERNAL|141|51846',
      '2|Areola|AVOIDANCE|0|0',
      '3|Borders|CTV|2|88',
      '4|Breast|GTV|48|9062',
      '5|Heart|ORGAN|33|4732',
      '6|Lt Lung|AVOIDANCE|165|19956',
      '7|Nodes|AVOIDANCE|4|64',
      '8|Scar|AVOIDANCE|6|162',
      '9|Tumor Bed|CTV|18|616',
      '10|Tumor Bed Block|GTV|24|1632',
    ]);
    expect(structures()).toMatchObject({ label: 'CT_1', approvalStatus: 'APPROVED', findings: [] });
  });

  test('plan: 7 fractions of four beams of 0.5 Gy', () => {
    expect(plan().fractionGroups).toEqual([
      {
        number: 1,
        fractionsPlanned: 7,
        fractionsPlannedText: '7',
        beamNumbers: [1, 2, 3, 4],
        beamDosesGy: [0.5, 0.5, 0.5, 0.5],
        brachySetups: 0,
      },
    ]);
    expect(plan().beams.map(({ name }) => name)).toEqual(['3 RAO', '4 AP', '5 LAO', '6 LPO']);
    expect(plan().prescriptions[0]).toEqual({ doseGy: 14, description: 'Breast', type: 'TARGET', structureType: 'SITE' });
    expect(plan().findings).toEqual([]);
  });

  test('CT slice: in the frame of the dose, in Hounsfield units', () => {
    const slice = readPeer('ct', 'breast', 'ct.0.dcm');
    expect(slice).toMatchObject({ rows: 512, columns: 512, rowSpacingMm: 1.074219, rescaleSlope: 1, rescaleIntercept: 0 });
    expect(slice.frameOfReferenceUid).toBe(readPeer('dose', 'breast', 'rtdose.dcm').frameOfReferenceUid);
    expect(slice.storedValues()[0]).toBe(-1000);
    expect(slice.storedValues()).toHaveLength(512 * 512);
  });
});

describe.skipIf(!isThere('brain-5fx'))('brain-5fx/', () => {
  test('has the files that are looked at here', () => {
    expect(namesIn('brain-5fx')).toEqual(['rtdose.dcm', 'rtplan.dcm', 'rtst.dcm']);
  });

  test('dose: of one fraction group of the plan', () => {
    const dose = readPeer('dose', 'brain-5fx', 'rtdose.dcm');
    expect(dose).toMatchObject({
      columns: 103,
      rows: 115,
      frames: 108,
      doseUnits: 'GY',
      doseSummationType: 'FRACTION',
      findings: [],
    });
    expect(dose.pixels).toBeInstanceOf(Uint16Array);
    expect(sum(dose.pixels)).toBe(693621779);
    expect(highest(makeDoseGrid(dose).doseGy)).toBeCloseTo(16384 * 0.00213846, 5);
    const plan = readPeer('plan', 'brain-5fx', 'rtplan.dcm');
    expect(dose.referencedPlans).toEqual([
      { sopInstanceUid: plan.sopInstanceUid, fractionGroups: [{ number: 1, beamNumbers: [] }] },
    ]);
    expect(plan.fractionGroups).toMatchObject([{ number: 1, fractionsPlanned: 5, beamDosesGy: [3.21741, 2.98305] }]);
    expect(plan.findings).toEqual([]);
  });

  test('structures: points are POINT and all else is closed', () => {
    const structures = readPeer('structures', 'brain-5fx', 'rtst.dcm');
    expect(tableOf(structures).slice(3, 9)).toEqual([
      '4|refPoint|MARKER|1|1',
      '5|TxISO|MARKER|1|1',
      '6|rx 5 x 5.5Gy|MARKER|1|1',
      '7|GTV|GTV|54|3593',
      '8|Brainstem|ORGAN|49|3072',
      '9|Chiasm|ORGAN|11|359',
    ]);
    expect(structures.rois).toHaveLength(18);
    for (const { interpretedType, contours } of structures.rois) {
      const type = interpretedType === 'MARKER' ? 'POINT' : 'CLOSED_PLANAR';
      expect(new Set(contours.map(({ geometricType }) => geometricType))).toEqual(new Set([type]));
    }
    expect(structures.findings).toEqual([]);
  });
});
