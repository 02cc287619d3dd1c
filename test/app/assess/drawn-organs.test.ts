import { expect, it } from 'vitest';
import { drawnWhere, sideNotDrawn } from '../../../src/app/assess/drawn-organs';
import type { CaseFile } from '../../../src/case/case-file';
import { matchOrgan } from '../../../src/constraints/organ-names';
import type { Inspection } from '../../../src/inspection/inspect';

/* An organ that is drawn is not taken away by a word. */

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [
    { role: 'prior', phases: [{ dose: 'prior/RD.dcm' }], structures: 'prior/RS.dcm' },
    { role: 'planned', phases: [{ dose: 'plan/RD.dcm' }] },
  ],
  structures: 'plan/RS.dcm',
};
const setOf = (file: string, names: readonly string[], contours = 3) => ({
  file,
  rois: names.map((name, number) => ({ number, name, contours, organ: matchOrgan(name).organ ?? null })),
});
const study = (...sets: ReturnType<typeof setOf>[]) => ({ structureSets: sets }) as unknown as Inspection;

it('is drawn where its margin is, or a side of it, and not where its neighbour is', () => {
  const planned = study(setOf('plan/RS.dcm', ['SpinalCord_PRV05', 'Heart', 'BrachialPlex_L', 'Lungs-GTV']));
  expect(drawnWhere('SpinalCord', planned, CASE)).toEqual({
    planned: [{ file: 'plan/RS.dcm', rois: ['SpinalCord_PRV05'] }],
    earlier: [],
  });
  expect(drawnWhere('BrachialPlex', planned, CASE).planned[0].rois).toEqual(['BrachialPlex_L']);
  expect(drawnWhere('Lungs', planned, CASE).planned[0].rois).toEqual(['Lungs-GTV']);
  expect(drawnWhere('BrachialPlex_R', planned, CASE)).toEqual({ planned: [], earlier: [] });
  expect(drawnWhere('Esophagus', planned, CASE)).toEqual({ planned: [], earlier: [] });
});

it('may have been removed where only an earlier set has it', () => {
  const both = study(
    setOf('plan/RS.dcm', ['Heart']),
    setOf('prior/RS.dcm', ['Spinal Cord', 'Heart']),
    setOf('x/RS.dcm', ['SpinalCord']),
  );
  expect(drawnWhere('SpinalCord', both, CASE)).toEqual({
    planned: [],
    earlier: [
      { file: 'prior/RS.dcm', rois: ['Spinal Cord'] },
      { file: 'x/RS.dcm', rois: ['SpinalCord'] },
    ],
  });
});

it('is not drawn by a name without contours, and goes by what the case takes a name for', () => {
  expect(drawnWhere('SpinalCord', study(setOf('plan/RS.dcm', ['SpinalCord'], 0)), CASE).planned).toEqual([]);
  const odd = study(setOf('plan/RS.dcm', ['RM_2024', 'SpinalCord']));
  const organs = { RM_2024: { organ: 'SpinalCord' }, SpinalCord: { organ: 'SpinalCanal' } };
  expect(drawnWhere('SpinalCord', odd, { ...CASE, organs }).planned[0].rois).toEqual(['RM_2024']);
  expect(drawnWhere('SpinalCord', undefined, CASE)).toEqual({ planned: [], earlier: [] });
});

it('one side that is drawn leaves the other one to be said of, and nothing else does', () => {
  const of = (organ: string, names: readonly string[], earlier: readonly string[] = []) =>
    sideNotDrawn(organ, study(setOf('plan/RS.dcm', names), setOf('prior/RS.dcm', earlier)), CASE);
  expect(of('Lungs', ['Lung_L', 'Heart'])).toBe('Lung_R');
  expect(of('Kidneys', ['Kidney_R'])).toBe('Kidney_L');
  expect(of('BrachialPlex', ['BrachialPlex_L'])).toBe('BrachialPlex_R');
  // The lung was removed since the first course: that is told beside, and can be said.
  expect(of('Lungs', ['Lung_L'], ['Lung_L', 'Lung_R'])).toBe('Lung_R');
  expect(of('Lungs', [])).toBeUndefined();
  expect(of('Lungs', ['Lung_L', 'Lung_R'])).toBeUndefined();
  expect(of('Lungs', ['Lungs-GTV', 'Lung_L'])).toBeUndefined();
  expect(of('Lung_R', ['Lung_L'])).toBeUndefined();
  expect(of('Heart', ['Heart'])).toBeUndefined();
});
