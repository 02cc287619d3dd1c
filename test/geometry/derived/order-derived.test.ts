import { describe, expect, it } from 'vitest';
import { orderDerived } from '../../../src/geometry/derived/order-derived';
import { inputErrorOf } from '../../dicom/objects';

const refused = (expressions: Record<string, string>) => inputErrorOf(() => orderDerived(expressions)).message;
/** X0 from X1 from X2 ... from the last, which is drawn. */
const chain = (links: number, of: (next: string) => string) =>
  Object.fromEntries(Array.from({ length: links }, (_, n) => [`X${n}`, of(n + 1 < links ? `X${n + 1}` : 'Lung_L')]));
const nested = (levels: number, mm: number) => `${'expand('.repeat(levels)}Lung_L${`, ${mm} mm)`.repeat(levels)}`;

describe('derived structures', () => {
  it('are ordered after what they are made from, in a chain of as many as may be', () => {
    const ordered = orderDerived(chain(200, (next) => `${next} + Lung_R`));
    expect(ordered.map(({ name }) => name)).toEqual(Array.from({ length: 200 }, (_, n) => `X${199 - n}`));
  });

  it('of the program are not counted among those of the case', () => {
    const given = chain(200, (next) => next);
    expect(orderDerived({ ...given, Lungs: 'Lung_L + Lung_R' }, 200)).toHaveLength(201);
  });

  it.each([201, 20_000])('are refused where they are %i', (links) => {
    expect(refused(chain(links, (next) => next))).toBe(`derived: found ${links} structures; needed at most 200`);
  });
});

describe('margins within one another', () => {
  it('are taken as far as a ring around a margin needs them', () => {
    const ring = { Ring: 'expand(expand(PTV, 5 mm), 20 mm) - expand(PTV, 5 mm)', Smooth: 'contract(expand(Ring, 3 mm), 3 mm)' };
    expect(orderDerived(ring).map(({ name }) => name)).toEqual(['Ring', 'Smooth']);
  });

  it.each([
    ['30 in one expression', { X: nested(30, 3) }, 'derived.X: found 6 margins within one another'],
    ['6 through other structures', chain(6, (next) => `expand(${next}, 1 mm)`), 'derived.X0: found 6 margins within one another'],
    ['in a term of a sum', { X: `Heart + ${nested(6, 1)}` }, 'derived.X: found 6 margins within one another'],
    [
      'so wide that they leave the room',
      { X: nested(2, 101) },
      'derived.X: found margins within one another that come to 202 mm',
    ],
  ])('are refused before one is made: %s', (_, expressions, message) => {
    expect(refused(expressions as Record<string, string>)).toContain(message);
  });

  it('beside one another are as many as their terms', () => {
    const sum = Array.from({ length: 20 }, (_, n) => `expand(GTV_${n}, 15 mm)`).join(' + ');
    expect(orderDerived({ CTV: sum })).toEqual([{ name: 'CTV', expression: sum }]);
  });
});
