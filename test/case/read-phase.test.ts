import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, eqd2Gy, loaded, planFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };

/** The prior dose as that of two beams, 14 and 6 Gy. */
const beam = (number: number, gy: number) =>
  doseFile(
    () => gy,
    {},
    {
      SOPInstanceUID: `1.2.3.31.${number}`,
      DoseSummationType: 'BEAM',
      ReferencedRTPlanSequence: [
        {
          ReferencedSOPInstanceUID: '1.2.3.61',
          ReferencedFractionGroupSequence: [
            { ReferencedFractionGroupNumber: 1, ReferencedBeamSequence: [{ ReferencedBeamNumber: number }] },
          ],
        },
      ],
    },
  );

async function assessed(dose: string | string[]) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 0,
    () => 20,
  );
  delete files['prior/RD.dcm'];
  files['prior/RP.dcm'] = planFile(28, '1.2.3.61', {
    BeamSequence: [1, 2].map((BeamNumber) => ({
      BeamNumber,
      BeamType: 'STATIC',
      RadiationType: 'PHOTON',
      TreatmentDeliveryType: 'TREATMENT',
    })),
  });
  files['prior/B1.dcm'] = beam(1, 14);
  files['prior/B2.dcm'] = beam(2, 6);
  caseFile.courses[0].phases = [{ dose }];
  const { findings, organs, files: read } = assess(await loaded({ ...caseFile, robustness: false }, files));
  const added = findings.filter(({ code }) => code === 'beam-doses-added');
  return { added, priorGy: organs[0].metrics.Dmax.priorEqd2Gy, paths: read.map(({ path }) => path) };
}

it('the beams of a plan that lie beside the one that a case names are added, and that is told', async () => {
  for (const dose of ['prior/B1.dcm', ['prior/B2.dcm']]) {
    const { added, priorGy, paths } = await assessed(dose);
    const named = [dose].flat()[0];
    const other = named === 'prior/B1.dcm' ? 'prior/B2.dcm' : 'prior/B1.dcm';
    expect(added).toMatchObject([{ severity: 'warning', file: named, facts: { files: [other] } }]);
    expect(priorGy).toBeCloseTo(eqd2Gy(20, 28, 2), 4);
    expect(paths).toContain(other);
  }
});

it('nothing is told where the case names them all', async () => {
  const { added, priorGy } = await assessed(['prior/B1.dcm', 'prior/B2.dcm']);
  expect(added).toEqual([]);
  expect(priorGy).toBeCloseTo(eqd2Gy(20, 28, 2), 4);
});
