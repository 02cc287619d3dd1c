import { describe, expect, it } from 'vitest';
import { ORGAN_NAMES } from '../../src/constraints/organ-name-table';
import { TISSUES, tissueFor } from '../../src/radiobiology/tissue-table';

// CLINICAL.md, decision 3 and section 2, written out again: organ, α/β, range, [alternatives], mark.
const ROWS: [string, number, [number, number] | undefined, number[], string][] = [
  ['SpinalCord', 2, [0.87, 4], [0.87, 3.7, 4], 'seen'],
  ['CaudaEquina', 4, undefined, [], 'seen'],
  ['Brainstem', 2, [2, 3], [], 'seen-2'],
  ['BrachialPlex', 3, [2, 3.5], [2], 'known'],
  ['Lungs', 4, [2.2, 5.8], [3, 3.1], 'seen-2'],
  ['Esophagus', 3, undefined, [10, 3.9, 4.3], 'seen'],
  ['Heart', 3, [1, 3], [2], 'seen'],
  ['Trachea', 3, undefined, [], 'seen'],
  ['A_Aorta', 3, undefined, [], 'seen'],
  ['Stomach', 3, [3, 4], [], 'known'],
  ['Duodenum', 3.9, [2.5, 5.3], [4.3], 'seen-2'],
  ['Liver', 3, [2, 3], [2], 'known'],
  ['Kidneys', 2.5, [2, 3], [], 'known'],
  ['Skin', 3, [1.7, 3], [2.6, 1.7, 8.8], 'known'],
  ['PTV', 10, undefined, [4.9], 'known'],
];
// Ranges of the alternatives, by organ and value.
const ALTERNATIVE_RANGES: [string, number, [number, number]][] = [
  ['SpinalCord', 0.87, [0.54, 1.19]],
  ['SpinalCord', 3.7, [2.2, 8.2]],
  ['Lungs', 3.1, [-0.2, 8.5]],
  ['Esophagus', 3.9, [2.5, 5.3]],
  ['Esophagus', 4.3, [2.2, 9.6]],
  ['Duodenum', 4.3, [2.2, 9.6]],
  ['Skin', 2.6, [2.2, 3.3]],
  ['Skin', 1.7, [0.6, 2.6]],
  ['Skin', 8.8, [6.9, 11.6]],
  ['PTV', 4.9, [1.5, 17]],
];

describe('tissueFor', () => {
  it.each(ROWS)('%s: α/β %f Gy', (organ, alphaBetaGy, range, alternatives, evidence) => {
    const tissue = tissueFor(organ);
    expect(tissue.alphaBetaGy).toBe(alphaBetaGy);
    expect(tissue.rangeGy).toEqual(range);
    expect(tissue.alternatives.map((other) => other.alphaBetaGy)).toEqual(alternatives);
    expect(tissue.evidence).toBe(evidence);
  });

  it.each(ALTERNATIVE_RANGES)('%s at %f Gy: %j', (organ, alphaBetaGy, range) => {
    expect(tissueFor(organ).alternatives.find((other) => other.alphaBetaGy === alphaBetaGy)?.rangeGy).toEqual(range);
  });

  it.each([
    ['SpinalCord', 4.1, [0, 8], false],
    ['CaudaEquina', 4.1, [0, 8], true],
    ['Skin', 3.8, [2.5, 4.6], false],
    ['Esophagus', 4.4, [3.8, 4.9], true],
    ['Lungs', 4.4, [3.8, 4.9], true],
    ['Heart', 4.4, [3.8, 4.9], true],
  ])('%s: repair half-time %f h', (organ, hours, range, surrogate) => {
    expect(tissueFor(organ).repair).toMatchObject({ halfTimeHours: hours, rangeHours: range, surrogate });
  });

  it('has no half-time for tumour and brainstem, where no usable value was found', () => {
    expect(tissueFor('GTV').repair).toBeUndefined();
    expect(tissueFor('Brainstem').repair).toBeUndefined();
  });

  it("gives a planning risk volume its organ's values", () => {
    expect(tissueFor('SpinalCord_PRV')).toBe(tissueFor('SpinalCord'));
    expect(tissueFor('Lung_L_PRV')).toBe(tissueFor('Lungs'));
  });

  it('says "other" of what it does not know', () => {
    for (const organ of [undefined, '', 'Ring', 'Body', 'Rectum']) {
      expect(tissueFor(organ)).toMatchObject({
        id: 'other',
        alphaBetaGy: 3,
        source: 'Convention for late-reacting tissue, assumed',
      });
    }
  });

  it('has a source of its own for every number, and no organ twice', () => {
    const numbers = TISSUES.flatMap((tissue) => [tissue, ...tissue.alternatives, ...(tissue.repair ? [tissue.repair] : [])]);
    for (const { source, endpoint, evidence } of numbers) {
      expect(source).toMatch(/\d{4}|[Cc]onvention|QUANTEC/);
      expect(endpoint).toMatch(/[a-z]{4}/);
      expect(['seen', 'seen-2', 'known']).toContain(evidence);
    }
    const organs = TISSUES.flatMap((tissue) => tissue.organs);
    expect(new Set(organs).size).toBe(organs.length);
  });

  it('knows every organ that has a name, but for those outside the thorax', () => {
    const without = ORGAN_NAMES.entries.map(({ organ }) => organ).filter((organ) => tissueFor(organ).id === 'other');
    expect(without).toEqual(
      'SacralPlex Rectum Bladder Body OpticChiasm OpticNrv_L OpticNrv_R Retina_L Retina_R Cochlea_L Cochlea_R'.split(' '),
    );
  });
});
