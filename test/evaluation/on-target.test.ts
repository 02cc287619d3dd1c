import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 30, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const PTV: Cylinder = { name: 'PTV', x: -10, y: -10, radiusMm: 15, fromMm: -21, toMm: 21 };
const PTV_OLD: Cylinder = { ...PTV, name: 'PTV_old', x: -40, radiusMm: 8 };
const planned = (organ: string, goal: string) => ({ organ, goal, quantity: 'physical', scope: 'planned', source: 'test' });

async function made(constraints: readonly object[], targets?: readonly object[], more: readonly Cylinder[] = []) {
  const { caseFile, files } = twoCourses(
    [CORD, PTV, ...more],
    () => 10,
    () => 20,
  );
  Object.assign(caseFile, { constraints, robustness: false });
  if (targets) Object.assign(caseFile.courses[1], { targets });
  const { overall, organs } = assess(await loaded(caseFile, files));
  return { overall, goals: organs.flatMap(({ goals }) => goals).filter(({ verdict }) => verdict === 'exceeded') };
}
const NAMED = [{ roi: 'PTV', doseGy: 20 }];

describe('goals on targets themselves', () => {
  it.each([
    ['too little dose', 'D95% >= 25 Gy'],
    ['too much of it', 'Dmax <= 15 Gy'],
  ])('are not counted as exceeded outside the target, with %s', async (_, goal) => {
    for (const targets of [NAMED, undefined]) {
      const { overall, goals } = await made([planned('PTV', goal)], targets);
      expect(overall).toMatchObject({ exceededOutsideTarget: 0 });
      expect(goals[0]).toMatchObject({ onTarget: true });
      expect(overall.mandatoryExceeded).toBe(goals.length);
    }
  });

  it('are none of an organ, nor of a target that is not planned and gets too much', async () => {
    const { overall, goals } = await made([planned('SpinalCord', 'Dmax <= 15 Gy'), planned('PTV_old', 'Dmax <= 15 Gy')], NAMED, [
      PTV_OLD,
    ]);
    expect(overall).toMatchObject({ mandatoryExceeded: 2, exceededOutsideTarget: 2 });
    expect(goals.map(({ onTarget }) => onTarget)).toEqual([undefined, undefined]);
  });
});
