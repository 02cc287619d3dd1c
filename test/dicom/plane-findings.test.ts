import { describe, expect, test } from 'vitest';
import { IN_ONE_FILE, IN_SINGLE_FILES, planeFindings, usualStepMm } from '../../src/dicom/plane-findings';
import { read } from './objects';
import { rtDose } from './samples';

const regular = (count: number, stepMm = 3, fromMm = 0) => Array.from({ length: count }, (_, k) => fromMm + k * stepMm);
/** Offsets of planes with these distances between them. */
const stepped = (...steps: readonly number[]) =>
  [0, ...steps].map((_, k) => steps.slice(0, k).reduce((sum, step) => sum + step, 0));
const codesOf = (offsetsMm: readonly number[], rule = IN_ONE_FILE) =>
  planeFindings(offsetsMm, rule, 'RD.dcm').map(({ code, severity }) => `${severity} ${code}`);
const swapped = (offsetsMm: readonly number[], a: number, b: number) => {
  const out = [...offsetsMm];
  [out[a], out[b]] = [out[b], out[a]];
  return out;
};

describe('planeFindings', () => {
  test.each<[string, readonly number[], string[]]>([
    ['one plane', [0], []],
    ['two planes', [0, 3], []],
    ['regular', regular(20), []],
    ['descending', regular(20, -3), []],
    ['patient z', regular(20, 3, -412.5), []],
    ['rounding noise', regular(20).map((mm, k) => mm + (k % 3) * 1e-4), []],
    ['slowly wider', stepped(2, 2, 3, 3, 5), ['info dose-frames-uneven']],
    ['wider in a part', stepped(1, 1, 1, 1, 3, 3, 3, 3), ['info dose-frames-uneven']],
    ['to and fro', stepped(2, 4, 2, 4, 2, 4), ['info dose-frames-uneven']],
    ['one plane a little off', stepped(3, 3, 4, 2, 3, 3), ['info dose-frames-uneven']],
    ['a lone wide gap', stepped(3, 3, 3, 30, 3, 3), ['error dose-frames-jump']],
    ['a lone wide gap, descending', stepped(3, 3, 3, 30, 3, 3).map((mm) => -mm), ['error dose-frames-jump']],
    ['a last plane far away', stepped(3, 3, 3, 3, 12), ['error dose-frames-jump']],
    ['two planes swapped', swapped(regular(10), 4, 5), ['error dose-frames-unsorted']],
    ['the first plane last', [...regular(10).slice(1), 0], ['error dose-frames-unsorted']],
    ['descending, two swapped', swapped(regular(10, -3), 4, 5), ['error dose-frames-unsorted']],
  ])('%s', (_, offsetsMm, codes) => {
    expect(codesOf(offsetsMm)).toEqual(codes);
  });

  test('a missing plane of single files is a gap, and two in a row with one between them are', () => {
    expect(codesOf(stepped(3, 3, 3, 6, 3, 3), IN_SINGLE_FILES)).toEqual(['error dose-frames-jump']);
    expect(codesOf(stepped(3, 3, 6, 6, 3, 3, 3), IN_SINGLE_FILES)).toEqual(['error dose-frames-jump']);
    expect(codesOf(stepped(3, 3, 3, 6, 3, 3), IN_ONE_FILE)).toEqual(['info dose-frames-uneven']);
  });

  test('says where the first gap is, and asks', () => {
    const [finding] = planeFindings(stepped(3, 3, 3, 30, 3, 30, 3), IN_ONE_FILE, 'RD.dcm');
    expect(finding).toMatchObject({
      file: 'RD.dcm',
      answerable: true,
      facts: { jumps: 2, fromMm: 9, toMm: 39, usualMm: 3 },
    });
  });

  test('usualStepMm is the middle one, not the mean', () => {
    expect(usualStepMm(stepped(3, 3, 30, 3, 2))).toBe(3);
    expect(usualStepMm([7])).toBeUndefined();
  });
});

describe('what a dose says of its own grid', () => {
  const said = (fields: Parameters<typeof rtDose>[0]) =>
    read('dose', rtDose(fields)).findings.map(({ code, severity, answerable }) => `${severity} ${code}${answerable ? ' ?' : ''}`);

  test.each<[string, Parameters<typeof rtDose>[0], string[]]>([
    ['nothing odd', {}, []],
    ['no slice thickness', { SliceThickness: undefined }, []],
    ['an empty slice thickness', { SliceThickness: '' }, []],
    ['a slice thickness of 0', { SliceThickness: 0 }, []],
    ['offsets that are twice the slice thickness', { GridFrameOffsetVector: [0, 6, 12, 18] }, ['info slice-thickness-differs']],
    ['pixel spacing times ten', { PixelSpacing: [25, 12.5] }, ['error dose-voxels-large ?']],
    ['one direction above 10 mm', { PixelSpacing: [2.5, 10.5] }, ['error dose-voxels-large ?']],
    ['10 mm', { PixelSpacing: [10, 10] }, []],
    ['planes above 10 mm apart', { GridFrameOffsetVector: [0, 12, 24, 36], SliceThickness: 12 }, ['error dose-voxels-large ?']],
    ['planes out of order', { GridFrameOffsetVector: [0, 6, 3, 9] }, ['error dose-frames-unsorted ?']],
    ['a jump', { GridFrameOffsetVector: [0, 3, 6, 60] }, ['error dose-frames-jump ?']],
  ])('%s', (_, fields, findings) => {
    expect(said(fields)).toEqual(findings);
  });
});
