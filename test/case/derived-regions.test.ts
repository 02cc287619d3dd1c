import { describe, expect, it } from 'vitest';
import { deriveRegions } from '../../src/case/derived-regions';
import { asked } from '../../src/case/known-roi';
import { MOST_SWEPT } from '../../src/geometry/derived/margin-work';
import { InputError } from '../../src/input-error';
import { inputErrorOf } from '../dicom/objects';
import { prism, rectangle } from '../geometry/solids';

const SOLID = prism([rectangle(0, 0, 20, 20)], 0, 10);
const GTV = { name: 'GTV', roi: { number: 1, name: 'GTV', contours: [] }, isDrawn: true } as never;

/** Derives structures of which each takes a third of the points that the margins of a case may take. */
function derived(own: Record<string, string>) {
  const left: number[] = [];
  const each = MOST_SWEPT / 3;
  const make = () =>
    deriveRegions({
      own,
      usual: [],
      known: [{ named: GTV, match: asked('GTV', undefined), names: ['GTV'], override: undefined }],
      all: [GTV],
      overrides: {},
      stacks: new Map(),
      stackOf: () => SOLID,
      steps: {
        derivedStack: (_expression, _operands, most = MOST_SWEPT) => {
          left.push(most);
          if (most < each) throw new InputError({ found: 'too much', needed: 'less' });
          return { ...SOLID, swept: each };
        },
      },
    });
  return { left, make };
}

describe('margins of derived structures', () => {
  it('share what a case may take: what one took is not left for those after it', () => {
    const { left, make } = derived({ A: 'expand(GTV, 5 mm)', B: 'expand(GTV, 6 mm)', C: 'expand(A, 5 mm)' });
    expect(make().regions.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(left).toEqual([MOST_SWEPT, (2 * MOST_SWEPT) / 3, MOST_SWEPT / 3]);
  });

  it('are refused by the name of the structure for which nothing is left', () => {
    const own = Object.fromEntries(['A', 'B', 'C', 'D', 'E'].map((name, n) => [name, `expand(GTV, ${n + 1} mm)`]));
    expect(inputErrorOf(derived(own).make).where).toBe('derived.D');
  });
});
