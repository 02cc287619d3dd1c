import { describe, expect, it } from 'vitest';
import type { RtDose } from '../../src/dicom/rt-dose';
import { proposeCase } from '../../src/inspection/propose-case';
import { buildStudy } from '../../src/study/build-study';
import { joinPlanes } from '../../src/study/dose-planes';
import { planDose } from '../../src/study/plan-dose';
import { dose, errorOf, group, headerOf, plan } from './objects';

/** Planes 3 mm apart whose voxels hold 100 times their number, from the second file on and the first last. */
const plane = (k: number, changes: Partial<RtDose> = {}): RtDose =>
  dose({
    file: `RD${k}.dcm`,
    sopInstanceUid: `uid ${k}`,
    imagePositionMm: [5, 6, -30 + 3 * k],
    pixels: Uint16Array.of(100 * k, 1, 2, 3),
    ...changes,
  });
const planes = (count: number, changes: Partial<RtDose> = {}) => {
  const [first, ...rest] = Array.from({ length: count }, (_, k) => plane(k, changes));
  return [...rest, first];
};
const codes = (found: { findings: readonly { code: string }[] }) => found.findings.map(({ code }) => code);

describe('joinPlanes', () => {
  it('joins the planes of one plan to one dose, in order of their place', () => {
    const { doses, findings } = joinPlanes(planes(5));
    expect(doses).toHaveLength(1);
    expect(doses[0]).toMatchObject({
      file: 'RD0.dcm',
      frames: 5,
      imagePositionMm: [5, 6, -30],
      gridFrameOffsetsMm: Float64Array.of(0, 3, 6, 9, 12),
      planeFiles: ['RD0.dcm', 'RD1.dcm', 'RD2.dcm', 'RD3.dcm', 'RD4.dcm'],
    });
    expect([0, 1, 2, 3, 4].map((k) => doses[0].pixels[4 * k])).toEqual([0, 100, 200, 300, 400]);
    expect(findings).toMatchObject([{ code: 'dose-planes-joined', facts: { planes: 5, fromMm: -30, toMm: -18 } }]);
  });

  it('gives each plane its own dose where each has its own scaling and storage', () => {
    const mixed = [
      plane(0, { doseGridScaling: 0.001, pixels: Uint16Array.of(1000, 0, 50000, 7) }),
      plane(1, { doseGridScaling: 2e-6, pixels: Uint32Array.of(1_000_000, 4_000_000_000, 0, 1) }),
      plane(2, { doseGridScaling: 0.01, pixels: Int16Array.of(-5, 0, 0, 32000) }),
    ];
    const [{ pixels, doseGridScaling }] = joinPlanes(mixed).doses;
    const gy = Array.from(pixels, (value) => value * doseGridScaling);
    const wanted = mixed.flatMap((each) => Array.from(each.pixels, (value) => value * each.doseGridScaling));
    // Half a unit of 8000 Gy over 2^31.
    for (const [n, value] of gy.entries()) expect(Math.abs(value - wanted[n])).toBeLessThan(2e-6);
  });

  it('joins headers without voxels, and planes in any orientation', () => {
    const coronal = [0, 1, 2, 3].map((k) =>
      headerOf(plane(k, { imageOrientation: [1, 0, 0, 0, 0, -1], imagePositionMm: [5, 3 * k, 6] })),
    );
    expect(joinPlanes(coronal).doses).toMatchObject([{ frames: 4, gridFrameOffsetsMm: Float64Array.of(0, 3, 6, 9) }]);
  });

  it.each<[string, Partial<RtDose>]>([
    ['plan', { referencedPlans: [{ sopInstanceUid: 'another', fractionGroups: [] }] }],
    ['beam', { referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [{ number: 1, beamNumbers: [2] }] }] }],
    ['frame', { frameOfReferenceUid: '1.8' }],
    ['orientation', { imageOrientation: [1, 0, 0, 0, 0, -1] }],
    ['size', { columns: 4, rows: 1 }],
    ['spacing', { rowSpacingMm: 2.5 }],
    ['corner', { imagePositionMm: [5.5, 6, -21] }],
    ['kind of sum', { doseSummationType: 'BEAM' }],
    ['number of planes', { frames: 2 }],
  ])('leaves alone what is of another %s', (_, changes) => {
    const { doses } = joinPlanes([plane(0), plane(1), plane(3, changes)]);
    expect(doses.map(({ frames }) => frames)).toEqual([2, changes.frames ?? 1]);
  });

  it('without a plan joins the planes of one series alone', () => {
    const nameless = (k: number, seriesInstanceUid: string) => plane(k, { referencedPlans: [], seriesInstanceUid });
    expect(joinPlanes([nameless(0, 'a'), nameless(1, 'a'), nameless(2, 'b')]).doses.map(({ frames }) => frames)).toEqual([2, 1]);
  });

  it('asks where a plane is missing in the row', () => {
    const { doses, findings } = joinPlanes(planes(9).filter(({ file }) => file !== 'RD4.dcm'));
    expect(doses).toHaveLength(1);
    expect(findings[1]).toMatchObject({
      code: 'dose-frames-jump',
      severity: 'error',
      answerable: true,
      file: 'RD0.dcm',
      facts: { jumps: 1, fromMm: 9, toMm: 15, usualMm: 3 },
    });
  });

  it('does not join where two planes are at one place, and says so; a phase of them is refused', () => {
    const doubled = [...planes(4), plane(9, { imagePositionMm: [5, 6, -27] })];
    const { doses, findings } = joinPlanes(doubled);
    expect(doses).toHaveLength(5);
    expect(findings).toMatchObject([{ code: 'dose-planes-overlap', severity: 'error' }]);
    expect(errorOf(() => planDose(doubled, plan(), {})).message).toMatch(
      /some of them at the same place.*each plane of the dose once/,
    );
  });

  it('takes two doses at one place for what they are', () => {
    expect(joinPlanes([dose(), dose({ file: 'other' })])).toMatchObject({ findings: [], overlapping: [] });
  });
});

describe('planes in single files', () => {
  it('are the dose of a phase, and the doses of its beams', () => {
    expect(planDose(planes(5), plan(), {})).toMatchObject({ fractions: 28, doses: [{ dose: { frames: 5 }, scale: 1 }] });
    const ofBeam = (beam: number) =>
      planes(3, {
        doseSummationType: 'BEAM',
        referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [{ number: 1, beamNumbers: [beam] }] }],
      });
    const made = planDose([...ofBeam(1), ...ofBeam(2)], plan({ fractionGroups: [group(1, 25, [1, 2])] }), {});
    expect(made.doses.map(({ dose: each }) => each.frames)).toEqual([3, 3]);
  });

  it('are one dose of a study, all of whose files are proposed', () => {
    const structures = { ...dose(), kind: 'structures', file: 'RS.dcm', rois: [], referencedFrames: [], label: '' };
    const study = buildStudy([plan(), ...planes(5), structures as never]);
    expect(study.doses).toMatchObject([{ dose: { frames: 5 }, plan: { file: 'RP.dcm' } }]);
    expect(codes(study)).not.toContain('two-doses-of-one-plan');
    const { caseFile } = proposeCase(
      buildStudy([plan({ referencedStructureSetUid: 'uid of RD.dcm' }), ...planes(5), structures as never]),
    );
    expect(caseFile?.courses[0].phases[0].dose).toEqual(['RD0.dcm', 'RD1.dcm', 'RD2.dcm', 'RD3.dcm', 'RD4.dcm']);
  });
});
