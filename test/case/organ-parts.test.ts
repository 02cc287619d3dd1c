import { afterEach, describe, expect, it, vi } from 'vitest';
import { organInName } from '../../src/case/organ-parts';
import { baseOf } from '../../src/case/required-organs';
import { ORGAN_NAMES } from '../../src/constraints/organ-name-table';
import { matchOrgan } from '../../src/constraints/organ-names';
import { partBehind } from '../../src/constraints/organ-part';

const ASKED = ['SpinalCord', 'Lungs', 'Esophagus', 'Heart'];

describe('the organ that a name speaks of', () => {
  it.each([
    ['SpinalCord_low', 'SpinalCord'],
    ['opt spinal cord 2', 'SpinalCord'],
    // The most words count, wherever they stand: `lung` alone stands before them.
    ['lung of spinal cord', 'SpinalCord'],
    ['lung or heart', 'Lungs'],
    ['lung left 3', 'Lungs'],
    ['Behandlung', undefined],
    ['liver', undefined],
    ['\u80ba2', 'Lungs'],
  ])('%s', (name, organ) => {
    expect(organInName(name, ASKED)).toBe(organ);
  });
});

describe('how often the table of names is asked about one name of very many words', () => {
  afterEach(() => vi.restoreAllMocks());

  // Every run of words would be 2,000 x 2,000 / 2 questions.
  it.each([
    ['letters', 'a-'.repeat(2000)],
    ['the same part of an organ', `Lungs-${'GTV-'.repeat(2000)}`],
    ['beginnings of a name', 'spinal '.repeat(2000)],
    ['words of a helper', 'ring '.repeat(2000)],
    ['one letter of many names', 'L_'.repeat(2000)],
  ])('%s', (_, name) => {
    const asked = vi.spyOn(ORGAN_NAMES.byName as Map<string, unknown>, 'get');
    organInName(name, ['Esophagus']);
    // Each word begins at most a few of them, each under two names.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(10 * 2001);
    const letters = asked.mock.calls.reduce((sum, [key]) => sum + key.length, 0);
    expect(letters).toBeLessThanOrEqual(100 * 2001);
  });

  it('an organ behind a thousand words is seen', () => {
    expect(organInName(`${'a-'.repeat(1000)}spinal-cord`, ASKED)).toBe('SpinalCord');
  });
});

describe('a margin in a name with many signs between its words', () => {
  const many = (sign: string) => sign.repeat(5000);

  it.each([
    [`SpinalCord${many('_')}PRV03`, 'SpinalCord_PRV', 3],
    [`SpinalCord PRV${many(' ')}3${many(' ')}mm`, 'SpinalCord_PRV', 3],
    [`PRV${many('- ')}SpinalCord${many(' ')}5`, 'SpinalCord_PRV', 5],
    [`SpinalCord_PRV3${many('_')}mm`, undefined, undefined],
  ])('%#', (name, organ, marginMm) => {
    expect(matchOrgan(name)).toMatchObject({ organ, ...(marginMm && { marginMm }) });
  });

  it.each([
    ['Lungs-GTV', '-GTV', 'Lungs'],
    ['Esophagus_in_PTV_50', '_in_PTV_50', 'Esophagus'],
    ['Heart_in_A_in_B', '_in_A_in_B', 'Heart'],
    ['A_in_b c_in_d', '_in_d', 'A_in_b c'],
    ['SpinalCord_PRV03', '_PRV03', 'SpinalCord'],
    ['Heart_in_', '', undefined],
    ['Heart', '', undefined],
  ])('what stands behind the organ in %s', (name, part, base) => {
    expect(partBehind(name)).toBe(part);
    expect(baseOf(name)).toBe(base);
  });
});
