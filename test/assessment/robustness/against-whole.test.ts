import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { assess, evaluateCase, prepareCase, settingsOf } from '../../../src/assessment/assess';
import { loadCase } from '../../../src/assessment/load-case';
import { accessFrom } from '../../../src/cli/files';
import { affineMap, composeMaps } from '../../../src/geometry/point-map';
import type { Vec3 } from '../../../src/geometry/vec3';

/*
 * The worst case of a goal is found on a part of the samples, with bounds in place of most of the doses. Here the prior
 * course is really moved, by its registration, and everything is sampled and evaluated anew.
 */

const FOLDER = path.resolve(import.meta.dirname, '../../../dicom-samples/thorax');
const file = path.join(FOLDER, 'case.json');
const load = () => loadCase(readFileSync(file, 'utf8'), file, accessFrom(FOLDER));

it('the worst case of every goal of the sample patient is what a whole assessment gives at its shift', async () => {
  const inputs = await load();
  const { organs } = assess(inputs);
  const goals = organs.flatMap(({ roi, goals: own }) =>
    own.flatMap((goal, n) => (goal.worstCase ? [{ roi, n, ...goal.worstCase }] : [])),
  );
  expect(goals.length).toBeGreaterThanOrEqual(8);
  const moved = new Map<string, ReturnType<typeof evaluateCase>>();
  for (const { shiftMm } of goals) {
    const key = String(shiftMm);
    if (moved.has(key)) continue;
    // The course moved by s has at x what it had at x - s: the way into it begins by going back.
    const [x, y, z]: Vec3 = shiftMm;
    const prepared = prepareCase({
      ...inputs,
      transforms: inputs.transforms.map((transform) => ({
        ...transform,
        map: composeMaps(transform.map, affineMap([1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1])),
      })),
    });
    moved.set(key, evaluateCase(prepared, settingsOf(inputs)));
  }
  for (const { roi, n, shiftMm, value } of goals) {
    const goal = moved.get(String(shiftMm))!.organs.find((organ) => organ.roi === roi)!.goals[n];
    const tolerance = goal.unit === 'Gy' ? 0.1 : 0.5;
    expect(Math.abs(goal.value! - value), `${roi} ${goal.goal} moved by ${shiftMm}: ${value} for ${goal.value}`).toBeLessThan(
      tolerance,
    );
  }
}, 120_000);
