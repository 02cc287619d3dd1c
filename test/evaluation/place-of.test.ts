import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { evaluationContext, tissueModelOf } from '../../src/evaluation/evaluation-context';
import { placeOf } from '../../src/evaluation/place-of';
import { prepareCase } from '../../src/evaluation/prepared-case';
import { settingsOf } from '../../src/evaluation/settings-of';
import { type Cylinder, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -28.5, toMm: 28.5, stepMm: 3 };

it('the place of Dmax is that of the highest point, which the goal names too', async () => {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 30,
    (x, y, z) => 30 + 2 * x + y + 0.1 * z,
  );
  const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 60 Gy', quantity: 'eqd2', scope: 'cumulative', source: 'test' }];
  const inputs = await loaded({ ...caseFile, constraints, robustness: false }, files);
  const prepared = prepareCase(inputs);
  const settings = settingsOf(inputs);
  const tissue = tissueModelOf(prepared.regions[0].region, evaluationContext(inputs.courses, settings, []));
  const place = placeOf(prepared.regions[0], inputs.courses, { tissue, plannedScale: 1 }, 'Dmax', 'cumulative')!;
  // Along the slope, at the polygon's vertex nearest to it (every 1.5 degrees), on the upper face.
  expect(Math.hypot(place[0] - 5 * Math.cos(Math.atan2(1, 2)), place[1] - 5 * Math.sin(Math.atan2(1, 2)))).toBeLessThan(0.1);
  expect(place[2]).toBeCloseTo(30, 3);
  const [goal] = assess(inputs).organs[0].goals;
  for (const axis of [0, 1, 2]) expect(goal.place![axis]).toBeCloseTo(place[axis], 1);
});
