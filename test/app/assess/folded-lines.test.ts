import { expect, it } from 'vitest';
import { foldedOf } from '../../../src/app/assess/FoldedLines';

it('foldedOf counts the lines that end below the room, and takes a rounded edge for whole', () => {
  expect(foldedOf([18, 36, 54, 90], 54)).toBe(1);
  expect(foldedOf([18, 36, 54.6], 54)).toBe(0);
  expect(foldedOf([18, 36, 54.6, 56], 40)).toBe(2);
  expect(foldedOf([], 0)).toBe(0);
});
