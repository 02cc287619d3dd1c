import { describe, expect, it } from 'vitest';
import type { CaseInputs } from '../../src/case/case-inputs';
import { pointDoses } from '../../src/evaluation/point-doses';
import type { DoseGrid } from '../../src/geometry/dose-grid';

/* A dose that is placed nowhere is not outside its grid: a reader would think that it ends before the point. */

/** 2 Gy in a cube of 20 mm around the origin. */
const grid = (frameOfReferenceUid: string): DoseGrid => ({
  frameOfReferenceUid,
  columns: 3,
  rows: 3,
  frames: 3,
  originMm: [-10, -10, -10],
  alongRow: [1, 0, 0],
  alongColumn: [0, 1, 0],
  normal: [0, 0, 1],
  columnSpacingMm: 10,
  rowSpacingMm: 10,
  frameOffsetsMm: Float64Array.of(0, 10, 20),
  endCapMm: [0, 0],
  doseGy: new Float32Array(27).fill(2),
});
const course = (role: 'prior' | 'planned', dose: object, isApart = false) => ({
  name: role,
  role,
  isApart,
  phases: [{ name: 'phase 1', fractions: 1, deliveredShare: 1, dose }],
});
const inputs = (...courses: ReturnType<typeof course>[]) =>
  ({ courses, transforms: [], frameOfReferenceUid: '1' }) as unknown as CaseInputs;
const tissue = {
  alphaBetaGy: 2,
  recoveryOfCourse: [0, 0],
  repairHalfTimeHours: undefined,
  lqL: undefined,
  repopulation: undefined,
};
const at = (pointMm: [number, number, number], of: CaseInputs) =>
  pointDoses(of, pointMm, { tissue, plannedScale: 1, outsideIsZero: false }).courses.map(({ phases }) => phases[0]);

describe('the doses at a point', () => {
  const here = course('planned', { kind: 'grid', grid: grid('1') });

  it('say whether a course is not placed, on paper only, or ends before the point', () => {
    const elsewhere = course('prior', { kind: 'grid', grid: grid('2') });
    const apart = course('prior', { kind: 'grid', grid: grid('1') }, true);
    const record = course('prior', { kind: 'record' }, true);
    expect(at([0, 0, 0], inputs(elsewhere, here))).toMatchObject([{ physicalGy: null, why: 'not placed' }, { physicalGy: 2 }]);
    expect(at([0, 0, 0], inputs(apart, here))[0]).toMatchObject({ physicalGy: null, why: 'not placed' });
    expect(at([0, 0, 0], inputs(record, here))[0]).toMatchObject({ physicalGy: null, why: 'no grid' });
    expect(at([99, 0, 0], inputs(here, here))[0]).toMatchObject({ physicalGy: null, why: 'outside grid' });
    expect(at([0, 0, 0], inputs(here, here))[0]).not.toHaveProperty('why');
  });
});
