import { describe, expect, it } from 'vitest';
import { totalOf } from '../../src/dicom/prescribed-total';

describe('totalOf: the dose of a target of which several references speak', () => {
  it.each<[string, number[], number | undefined, number | undefined]>([
    ['one alone', [50.4], undefined, 50.4],
    ['the parts of beams and the total', [10.08, 10.08, 10.08, 10.08, 10.08, 50.4], undefined, 50.4],
    ['the total first, parts that differ', [50.4, 30.4, 12, 8], undefined, 50.4],
    ['the same twice: one prescription twice, or two parts', [50.4, 50.4], undefined, undefined],
    ['the same twice, and beams that give it once', [50.4, 50.4], 50.1, 50.4],
    ['the same twice, and beams that give it twice', [25.2, 25.2], 51, 50.4],
    ['parts alone', [10, 20, 30.4], undefined, undefined],
    ['parts alone, and beams that give their sum', [10, 20, 30.4], 59, 60.4],
    ['beams that give neither', [50.4, 45], 20, undefined],
  ])('%s', (_, dosesGy, beamsGy, total) => {
    expect(totalOf(dosesGy, beamsGy)).toBe(total);
  });
});
