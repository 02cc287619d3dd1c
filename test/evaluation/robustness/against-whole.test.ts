import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { loadCase } from '../../../src/case/load-case';
import { accessFrom } from '../../../src/cli/files';
import { evaluateCase } from '../../../src/evaluation/evaluate-case';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import type { MotionCause } from '../../../src/evaluation/robustness/motions';
import { sampleExtent } from '../../../src/evaluation/robustness/sample-extent';
import { settingsOf } from '../../../src/evaluation/settings-of';
import { affineMap, composeMaps } from '../../../src/geometry/point-map';
import type { Vec3 } from '../../../src/geometry/vec3';

/*
 * The worst case of a goal is found on a part of the samples, with bounds in place of most of the doses. Here the prior
 * course is really moved, by its registration, and everything is sampled and evaluated anew.
 */

const FOLDER = path.resolve(import.meta.dirname, '../../../dicom-samples/thorax');
const file = path.join(FOLDER, 'case.json');
const load = () => loadCase(readFileSync(file, 'utf8'), file, accessFrom(FOLDER));

it('the worst case of every goal of the sample patient is what a whole assessment gives under its motion', async () => {
  const inputs = await load();
  const { organs } = assess(inputs);
  const goals = organs.flatMap(({ roi, goals: own }) =>
    own.flatMap((goal, n) => (goal.worstCase && roi !== null ? [{ roi, n, ...goal.worstCase }] : [])),
  );
  // Of the eight that are looked at one is worst as placed.
  expect(goals).toHaveLength(7);
  const asIs = prepareCase(inputs);
  const middleOf = (roi: string) => sampleExtent(asIs.regions.find(({ region }) => region.name === roi)!.samples).centroidMm;
  const target = inputs.courses.find(({ role }) => role === 'planned')!.targets[0].roi;
  const moved = new Map<string, ReturnType<typeof evaluateCase>>();
  for (const { roi, n, cause, value } of goals) {
    const pivot = cause.code === 'rotation' ? middleOf(cause.facts.about === 'organ' ? roi : target) : undefined;
    const key = JSON.stringify([cause, pivot]);
    if (!moved.has(key)) {
      // The course moved by s has at x what it had at x - s: the way into it begins by going back.
      const forth = affineMap(matrixOf(cause, pivot));
      const prepared = prepareCase({
        ...inputs,
        transforms: inputs.transforms.map((transform) => ({ ...transform, map: composeMaps(transform.map, forth) })),
      });
      moved.set(key, evaluateCase(prepared, settingsOf(inputs)));
    }
    const goal = moved.get(key)!.organs.find((organ) => organ.roi === roi)!.goals[n];
    const tolerance = goal.unit === 'Gy' ? 0.1 : 0.5;
    expect(Math.abs(goal.value! - value), `${roi} ${goal.goal} under ${key}: ${value} for ${goal.value}`).toBeLessThan(tolerance);
  }
}, 240_000);

/** A motion of the course as a matrix of the anatomy, written out by itself. */
function matrixOf(cause: MotionCause, pivot: Vec3 | undefined): number[] {
  if (cause.code === 'shift') {
    const { xMm, yMm, zMm } = cause.facts;
    return [1, 0, 0, xMm, 0, 1, 0, yMm, 0, 0, 1, zMm, 0, 0, 0, 1];
  }
  const { degrees, axis } = cause.facts;
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = { x: [1, 0, 0, 0, c, -s, 0, s, c], y: [c, 0, s, 0, 1, 0, -s, 0, c], z: [c, -s, 0, s, c, 0, 0, 0, 1] }[axis];
  const rows = [0, 1, 2].map((row) => turn.slice(3 * row, 3 * row + 3));
  return [
    ...rows.flatMap((row, axis) => [...row, pivot![axis] - row.reduce((sum, each, n) => sum + each * pivot![n], 0)]),
    ...[0, 0, 0, 1],
  ];
}
