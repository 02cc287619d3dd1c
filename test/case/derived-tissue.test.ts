import { describe, expect, it } from 'vitest';
import { type Cylinder, loaded, twoCourses } from './written-case';

/* Which tissue a derived structure is of: concentric and touching bodies, so that no combination is empty. */

const body = (name: string, y: number, radiusMm: number): Cylinder => ({ name, x: 0, y, radiusMm, fromMm: -9, toMm: 9 });
const BODIES = [
  body('SpinalCord', 20, 5),
  body('Esophagus', 10, 8),
  body('Lung_L', 5, 12),
  body('Lung_R', 0, 12),
  body('GTV', 8, 7),
  body('CTV', 8, 10),
  body('PTV_50', 8, 14),
  body('PTV_60', 8, 11),
  body('Body', 0, 40),
  body('Helper', 10, 12),
];
const { caseFile, files } = twoCourses(
  BODIES,
  () => 20,
  () => 20,
);

async function tissueOf(expression: string, more: Readonly<Record<string, string>> = {}) {
  const organs = Object.fromEntries(['Made', ...Object.keys(more)].map((name) => [name, { alphaBetaGy: 7 }]));
  const { regions } = await loaded({ ...caseFile, derived: { ...more, Made: expression }, organs }, files);
  return regions.find(({ name }) => name === 'Made')?.tissueOrgan;
}
const refusal = (derived: Readonly<Record<string, string>>) =>
  loaded({ ...caseFile, derived }, files).then(
    () => 'loaded',
    ({ message }: Error) => message,
  );

describe('the tissue of a derived structure', () => {
  it.each([
    ['SpinalCord & expand(PTV_50, 15 mm)', 'SpinalCord'],
    ['SpinalCord & PTV_50', 'SpinalCord'],
    ['expand(SpinalCord, 3 mm) & contract(PTV_50, 1 mm)', 'SpinalCord'],
    ['SpinalCord & (expand(PTV_50, 15 mm) - PTV_50)', 'SpinalCord'],
    ['SpinalCord & (Body - GTV)', 'SpinalCord'],
    ['PTV_50 & Body', 'PTV'],
    ['PTV_50 & expand(CTV, 3 mm)', 'PTV'],
    ['CTV & PTV_60', 'CTV'],
    ['Lung_L & Lung_R', 'Lung_L'],
    ['SpinalCord & Lung_L', undefined],
    ['expand(SpinalCord, 9 mm) & Esophagus', undefined],
    ['SpinalCord & Helper', undefined],
    ['PTV_50 & Helper', undefined],
  ])('is that of %s, in either order: %s', async (expression, organ) => {
    const [, left, right] = /^(.+?) & (.+)$/.exec(expression)!;
    expect(await tissueOf(expression)).toBe(organ);
    expect(await tissueOf(`${right} & ${left}`)).toBe(organ);
  });

  it.each([
    ['PTV_50 - PTV_60', 'PTV'],
    ['PTV_50 - Esophagus', 'PTV'],
    ['expand(CTV, 5 mm)', 'CTV'],
    ['expand(CTV, 5 mm) - SpinalCord', 'CTV'],
    ['CTV + PTV_50', 'CTV'],
    ['Esophagus - GTV', 'Esophagus'],
    ['Esophagus - (Esophagus - PTV_50)', 'Esophagus'],
    ['Lung_L + Lung_R - GTV', 'Lung_L'],
    ['expand(SpinalCord, 5 mm) - Body', 'SpinalCord'],
    ['Body - PTV_50', 'Body'],
  ])('is kept where parts are taken away or margins put on: %s', async (expression, organ) => {
    expect(await tissueOf(expression)).toBe(organ);
  });

  it.each([
    ['a ring', 'expand(PTV_50, 15 mm) - PTV_50', {}],
    ['a ring between margins', 'expand(PTV_50, 15 mm) - expand(PTV_50, 5 mm)', {}],
    ['a shell of one target about another', 'expand(PTV_60, 9 mm) - GTV', {}],
    ['a ring of what was grown before', 'Near - CTV', { Near: 'expand(CTV, 20 mm)' }],
    ['a ring within the body', '(expand(PTV_50, 15 mm) - PTV_50) & Body', {}],
    ['what a ring is with a target', '(expand(PTV_50, 15 mm) - PTV_50) + PTV_60', {}],
    ['a target less nobody knows what', 'expand(PTV_50, 15 mm) - Helper', {}],
    ['a target less all of it but an organ', 'PTV_50 - (PTV_50 - Esophagus)', {}],
    ['a target less the body but an organ', 'PTV_50 - Rest', { Rest: 'Body - Esophagus' }],
    ['an organ with a target', 'SpinalCord + PTV_50', {}],
    ['organs of different tissue', 'SpinalCord + Esophagus', {}],
  ])('is not said by the expression of %s', async (_, expression, more) => {
    expect(await tissueOf(expression, more)).toBeUndefined();
  });

  it('is asked for where nothing says it, with the expression', async () => {
    expect(await refusal({ Ring: 'expand(PTV_50, 15 mm) - PTV_50' })).toBe(
      'case.json: organs.Ring.alphaBetaGy: found nothing, and neither the name nor "expand(PTV_50, 15 mm) - PTV_50" is of one known organ or of target alone; needed its alpha/beta in Gy, or `organ` with the organ it is',
    );
    expect(await refusal({ Both: 'Esophagus & SpinalCord' })).toContain('organs.Both.alphaBetaGy');
    expect(await refusal({ A: 'PTV_50 & SpinalCord', SpinalCord_PRV05: 'expand(SpinalCord, 5 mm)' })).toBe('loaded');
  });

  it('is that of the name where that is an organ’s, however it is made', async () => {
    const derived = { PTV_46: 'expand(PTV_50, 5 mm) - PTV_50', In: 'PTV_46 - GTV' };
    const { regions } = await loaded({ ...caseFile, derived }, files);
    expect(regions.find(({ name }) => name === 'In')?.tissueOrgan).toBe('PTV');
  });
});
