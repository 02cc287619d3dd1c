import { describe, expect, it } from 'vitest';
import { nameRois, namesOf, roiNamed } from '../../src/case/roi-names';
import type { Roi } from '../../src/dicom/rt-structure-set';

const roi = (number: number, name: string): Roi => ({ number, name, contours: [] });
const named = (rois: readonly Roi[], ...drawn: number[]) => nameRois(rois, ({ number }) => drawn.includes(number));
const names = (rois: readonly Roi[], ...drawn: number[]) => named(rois, ...drawn).map(({ name }) => name);

describe('nameRois', () => {
  it('leaves a name that only one ROI has as it is, drawn or not', () => {
    expect(names([roi(1, 'Heart'), roi(2, 'constructor'), roi(3, '__proto__')], 1)).toEqual([
      'Heart',
      'constructor',
      '__proto__',
    ]);
  });

  it('leaves a shared name to the only ROI that has a volume', () => {
    expect(names([roi(1, 'SpinalCord'), roi(3, 'SpinalCord')], 1)).toEqual(['SpinalCord', 'SpinalCord#3']);
    expect(names([roi(1, 'SpinalCord'), roi(3, 'SpinalCord')], 3)).toEqual(['SpinalCord#1', 'SpinalCord']);
  });

  it('tells several by their numbers, with a volume or without', () => {
    expect(names([roi(1, 'Cord'), roi(3, 'Cord'), roi(7, 'Cord')], 1, 7)).toEqual(['Cord#1', 'Cord#3', 'Cord#7']);
    expect(names([roi(1, 'Cord'), roi(3, 'Cord')])).toEqual(['Cord#1', 'Cord#3']);
  });

  it('leaves `Name#number` to the ROI that is really called so', () => {
    const rois = [roi(1, 'Cord'), roi(3, 'Cord'), roi(7, 'Cord#3')];
    expect(names(rois, 1, 3, 7)).toEqual(['Cord#1', '"Cord"#3', 'Cord#3']);
    const all = named(rois, 1, 3, 7);
    expect(roiNamed('Cord#3', all, 'x')?.roi.number).toBe(7);
    expect(roiNamed('"Cord"#3', all, 'x')?.roi.number).toBe(3);
  });
});

describe('roiNamed', () => {
  const all = named([roi(1, 'Cord'), roi(3, 'Cord'), roi(5, 'Heart'), roi(8, 'toString')], 1, 3, 5, 8);

  it('takes `Name#number` of every ROI, and a name that is enough', () => {
    expect(roiNamed('Cord#3', all, 'x')?.roi.number).toBe(3);
    expect(roiNamed('Heart#5', all, 'x')?.roi.number).toBe(5);
    expect(roiNamed('toString', all, 'x')?.roi.number).toBe(8);
    expect(roiNamed('Heart#3', all, 'x')).toBeUndefined();
    expect(roiNamed('hasOwnProperty', all, 'x')).toBeUndefined();
  });

  it('refuses a name that several have, and tells their numbers', () => {
    expect(() => roiNamed('Cord', all, '--roi', 'RS.dcm')).toThrow(
      'RS.dcm: --roi: found "Cord", the name of 2 ROIs (numbers 1, 3); needed the one that is meant: "Cord#1" or "Cord#3"',
    );
  });

  it('takes a shared name for the only one with a volume', () => {
    expect(roiNamed('Cord', named([roi(1, 'Cord'), roi(3, 'Cord')], 3), 'x')?.roi.number).toBe(3);
  });
});

describe('namesOf', () => {
  it('has the most particular name first', () => {
    const all = named([roi(1, 'Cord'), roi(3, 'Cord')], 1);
    expect(all.map((each) => namesOf(each, all))).toEqual([
      ['Cord', 'Cord#1'],
      ['Cord#3', 'Cord'],
    ]);
  });
});
