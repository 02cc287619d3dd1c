import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { Session } from '../../src/assessment/session';
import { accessTo, type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

/* A minimum is the coldest point of the closed organ: its wall, its ends and its vertices with it. */

const HEART: Cylinder = { name: 'Heart', x: 0, y: 0, radiusMm: 10, fromMm: -19, toMm: 19 };
const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 25, radiusMm: 5, fromMm: -29, toMm: 29 };
const prior = (x: number, y: number, z: number) => 30 + 0.4 * x - 0.1 * y + 0.2 * z;
const planned = (x: number) => 40 - 0.9 * x;
const goalOf = (organ: string, goal: string, more = {}) => ({
  organ,
  goal,
  quantity: 'eqd2',
  scope: 'cumulative',
  source: 'test',
  ...more,
});

function made(goals: object[]) {
  const { caseFile, files } = twoCourses([HEART, CORD], prior, planned);
  Object.assign(caseFile, { constraints: goals, robustness: false });
  return { caseFile, files };
}

/** The lowest sum over the wall's vertices and chords and the ends of a cylinder, counted finely. */
function lowest({ x, y, radiusMm, fromMm, toMm }: Cylinder, sumGy: (x: number, y: number, z: number) => number): number {
  let least = Infinity;
  for (let n = 0; n < 36_000; n++) {
    const t = (2 * Math.PI * n) / 36_000;
    for (let part = 0; part <= 50; part++) {
      const r = (part / 50) * radiusMm;
      const [a, b] = [x + r * Math.cos(t), y + r * Math.sin(t)];
      for (const z of [fromMm - 1, toMm + 1]) least = Math.min(least, sumGy(a, b, z));
    }
  }
  return least;
}

it('decides a goal by the coldest point of the organ, of one dose and of a sum', async () => {
  // The plan falls along x: at the vertex x = 10 it has 31 Gy, and no sample is there.
  const { caseFile, files } = made([
    goalOf('Heart', 'Dmin >= 31.05 Gy', { quantity: 'physical', scope: 'planned' }),
    goalOf('Heart', 'D100% >= 30.9 Gy', { quantity: 'physical', scope: 'planned' }),
    goalOf('SpinalCord', 'Dmin >= 10 Gy'),
  ]);
  const { organs } = assess(await loaded(caseFile, files));
  const goals = (roi: string) => organs.find((organ) => organ.roi === roi)!.goals;
  const [belowIt, aboveIt] = goals('Heart');
  expect(belowIt.verdict).toBe('exceeded');
  expect(aboveIt.verdict).toBe('met');
  // Float32 of the dose and 0.01 Gy of the search.
  for (const { value } of [belowIt, aboveIt]) expect(Math.abs(value! - 31)).toBeLessThan(0.015);
  const sum = (x: number, y: number, z: number) => eqd2Gy(prior(x, y, z), 28, 2) + eqd2Gy(planned(x), 28, 2);
  expect(Math.abs(goals('SpinalCord')[0].value! - lowest(CORD, sum))).toBeLessThan(0.03);
});

it('follows the plan that is tried, and the headroom meets the goal there', async () => {
  const { caseFile, files } = made([goalOf('SpinalCord', 'Dmin >= 40 Gy', { alphaBetaGy: 3 })]);
  const session = new Session(accessTo(files));
  const read = await session.read(JSON.stringify(caseFile), 'case.json');
  const at = (plannedScale: number) => {
    const { assessment } = session.ask(read, { plannedScale, organs: {} });
    return assessment.organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0];
  };
  for (const scale of [1, 0.5, 1.3]) {
    const sum = (x: number, y: number, z: number) => eqd2Gy(prior(x, y, z), 28, 3) + eqd2Gy(scale * planned(x), 28, 3);
    expect(Math.abs(at(scale).value! - lowest(CORD, sum))).toBeLessThan(0.03);
  }
  const { headroom } = at(1);
  expect(headroom && 'plannedScale' in headroom).toBe(true);
  // What is told in a search for a scale is of the points where the plan as exported is lowest.
  if (headroom && 'plannedScale' in headroom) expect(Math.abs(at(headroom.plannedScale).value! - 40)).toBeLessThan(0.1);
});
