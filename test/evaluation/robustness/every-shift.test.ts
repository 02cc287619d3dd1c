import { describe, expect, it } from 'vitest';
import { evaluateCase } from '../../../src/evaluation/evaluate-case';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import { shiftsOf } from '../../../src/evaluation/robustness/shifts';
import { withRobustness } from '../../../src/evaluation/robustness/with-robustness';
import { settingsOf } from '../../../src/evaluation/settings-of';
import { affineMap, composeMaps } from '../../../src/geometry/point-map';
import { type Cylinder, doseFile, loaded, PRIOR, registrationFile, twoCourses } from '../../case/written-case';

/*
 * The worst case of a goal beside brute force: each of the 26 shifts applied to the registration, and everything sampled
 * and evaluated anew.
 */

const BODIES: readonly Cylinder[] = [
  { name: 'BrachialPlex_L', x: 14, y: 10, radiusMm: 4, fromMm: -29, toMm: 29 },
  { name: 'SpinalCord', x: 0, y: 28, radiusMm: 6, fromMm: -45, toMm: 45, stepMm: 3 },
  { name: 'Heart', x: 14, y: -14, radiusMm: 22, fromMm: -30, toMm: 20, stepMm: 2.5 },
  { name: 'Lungs', x: -20, y: 0, radiusMm: 34, fromMm: -45, toMm: 45, stepMm: 3 },
];
const HOT = ['Dmax', 'D0.03cc', 'D1cc', 'D2%', 'D50%', 'Dmean', 'V20Gy', 'V30Gy[cc]', 'DC1cc'];
const COLD = ['CV30Gy[cc]', 'Dmin', 'D95%'];

const fall = (mm: number, widthMm: number) => 1 / (1 + Math.exp(mm / widthMm));
const prior = (x: number, y: number, z: number) => 46 * fall(Math.hypot(x, y) - 20, 3) * fall(Math.abs(z) - 14, 3) + 2;
const planned = (x: number, y: number, z: number) => 46 * fall(Math.hypot(x, y) - 22, 3) * fall(Math.abs(z) - 19, 3) + 1;

/** A turn by `degrees` about (0, 1, 1) and a shift, row by row. */
function laidAskew(degrees: number): number[] {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const h = Math.SQRT1_2;
  const axis = [0, h, h];
  const cross = [0, -h, h, h, 0, 0, -h, 0, 0];
  const turn = [0, 1, 2].flatMap((r) =>
    [0, 1, 2].map((k) => (r === k ? c : 0) + s * cross[3 * r + k] + (1 - c) * axis[r] * axis[k]),
  );
  return [...turn.slice(0, 3), 4, ...turn.slice(3, 6), -3, ...turn.slice(6, 9), 5, 0, 0, 0, 1];
}

async function caseOf(degrees: number, marginMm: number) {
  const matrix = degrees === 0 ? [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] : laidAskew(degrees);
  const { caseFile, files } = twoCourses(BODIES, prior, planned);
  const inPrior = (x: number, y: number, z: number) => {
    const at = [0, 1, 2].map(
      (row) => matrix[4 * row] * x + matrix[4 * row + 1] * y + matrix[4 * row + 2] * z + matrix[4 * row + 3],
    );
    return prior(at[0], at[1], at[2]);
  };
  files['prior/RD.dcm'] = doseFile(inPrior, {
    frame: PRIOR,
    planUid: '1.2.3.61',
    spacingMm: 4,
    origin: [-90, -90, -90],
    size: [46, 46, 46],
  });
  files['REG.dcm'] = registrationFile(matrix);
  const goals = (metrics: readonly string[], is: string) =>
    BODIES.flatMap(({ name }) =>
      metrics.map((metric) => ({
        organ: name,
        goal: `${metric} ${is} ${metric.startsWith('V') && !metric.includes('cc') ? '%' : metric.includes('Gy[cc]') ? 'cc' : 'Gy'}`,
        quantity: 'eqd2',
        scope: 'cumulative',
        source: 'test',
      })),
    );
  Object.assign(caseFile, {
    registrations: ['REG.dcm'],
    constraints: [...goals(HOT, '<= 50'), ...goals(COLD, '>= 1')],
    robustness: { marginMm, rotationDegrees: 0 },
  });
  return loaded(caseFile, files);
}

describe('the worst case of a goal, for organs of 3 to 340 cc', () => {
  it.each([
    [0, 5],
    [20, 5],
  ])(
    'on a grid turned by %i degrees, moved by %i mm, is that of the worst of its 26 shifts',
    async (degrees, marginMm) => {
      const inputs = await caseOf(degrees, marginMm);
      const prepared = prepareCase(inputs);
      const settings = settingsOf(inputs);
      const { organs } = withRobustness(prepared, settings, evaluateCase(prepared, settings));
      const valuesAt = ([x, y, z]: readonly number[]) => {
        const forth = affineMap([1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1]);
        const transforms = inputs.transforms.map((each) => ({ ...each, map: composeMaps(each.map, forth) }));
        const moved = evaluateCase(prepareCase({ ...inputs, transforms }), settings).organs;
        return new Map<string, number>(
          moved.flatMap(({ roi, goals }) => goals.map((goal) => [`${roi} ${goal.goal}`, goal.value!] as const)),
        );
      };
      const applied = shiftsOf(marginMm).map(valuesAt);
      const wrong: string[] = [];
      for (const { roi, goals, volumeCc } of organs) {
        if (roi === null) continue;
        for (const { goal, unit, value, worstCase } of goals) {
          const key = `${roi} ${goal}`;
          const isUpper = goal.includes('<');
          const all = applied.map((each) => each.get(key)!);
          const worst = isUpper ? Math.max(...all) : Math.min(...all);
          // Where none is worse, it is as placed.
          const stated = worstCase?.value ?? value!;
          const there = worstCase ? valuesAt(worstCase.shiftMm!).get(key)! : stated;
          // A dose to 0.2 % or 0.05 Gy, a volume to 0.2 % of the organ's or 1 % of itself: whichever is larger.
          const wholeVolume = unit === '%' ? 100 : volumeCc;
          const tolerance = unit === 'Gy' ? Math.max(0.05, 0.002 * worst) : Math.max(0.002 * wholeVolume, 0.01 * worst);
          const short = isUpper ? worst - stated : stated - worst;
          if (!(Math.abs(stated - there) <= tolerance) || !(short <= tolerance))
            wrong.push(`${key}: ${stated} at ${worstCase?.shiftMm}, ${there} there, worst of all ${worst}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});
