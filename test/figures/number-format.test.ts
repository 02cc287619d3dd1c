import { describe, expect, it } from 'vitest';
import {
  allowedDose,
  asWritten,
  type Comparator,
  comparedFigure,
  type FigureUnit,
  figure,
  floored,
  holds,
  percent,
  scaleFactor,
  shownDifference,
  withUnit,
} from '../../src/figures/number-format';

describe('figures', () => {
  it.each([
    [61.34, 'Gy', '61.3'],
    [9.94, 'Gy', '9.9'],
    [9.96, 'Gy', '10.0'],
    [0, 'Gy', '0.0'],
    [-0.01, 'Gy', '0.0'],
    [8.412, 'cc', '8.41'],
    [2212.64, 'cc', '2212.6'],
    [3.456, '%', '3.5'],
    [0.45081, '', '0.451'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(figure(value, unit)).toBe(text);
  });

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s is not evaluable, never 0', (value) => {
    expect(figure(value, 'Gy')).toBe('not evaluable');
    expect(withUnit(value, 'Gy')).toBe('not evaluable');
  });

  it('stand off their unit by a space that does not break', () => {
    expect(withUnit(61.34, 'Gy')).toBe('61.3\u00a0Gy');
    expect(withUnit(0.5, '')).toBe('0.500');
    expect(percent(0.25)).toBe('25.0\u00a0%');
    expect(asWritten(57, 'Gy')).toBe('57\u00a0Gy');
  });
});

describe('a figure beside its limit', () => {
  const shown = (value: number, comparator: Comparator, limit: number, unit: FigureUnit = 'Gy') =>
    comparedFigure({ value, limit, unit, comparator, verdict: holds(value, limit, comparator) ? 'met' : 'exceeded' });

  it.each([
    [50.04, '<=', 50, '50.04'],
    [50.004, '<=', 50, '50.004'],
    [49.96, '<', 50, '49.96'],
    [49.96, '<=', 50, '49.96'],
    [50.04, '>=', 50, '50.04'],
    [49.99999, '<', 50, '49.99999'],
    [50, '<', 50, '50.0'],
    [50, '<=', 50, '50.0'],
    [61.34, '<', 57, '61.3'],
    [57.25, '<=', 57.25, '57.25'],
    [999.96, '>=', 1000, '999.96'],
    [1000.04, '>', 1000, '1000.04'],
  ] as const)('%d %s %d is shown as %s', (value, comparator, limit, text) => {
    expect(shown(value, comparator, limit)).toBe(text);
  });

  it('never reads as another verdict than its own', () => {
    const units: readonly FigureUnit[] = ['Gy', '%', 'cc', ''];
    for (let n = 0; n < 4000; n++) {
      const limit = [0.5, 7.5, 40, 57, 1000][n % 5];
      const value = limit * (1 + (n % 2 ? 1 : -1) * 10 ** (-1 - (n % 70) / 10));
      for (const comparator of ['<', '<=', '>', '>='] as const) {
        const text = shown(value, comparator, limit, units[n % 4]);
        expect(holds(Number(text), limit, comparator)).toBe(holds(value, limit, comparator));
      }
    }
  });

  it('takes the verdict as given where a tolerance made it', () => {
    expect(comparedFigure({ value: 50.00004, limit: 50, unit: 'Gy', comparator: '<=', verdict: 'met' })).toBe('50.0');
    expect(comparedFigure({ value: 61.34, limit: 50, unit: 'Gy', comparator: '<=', verdict: 'not evaluable' })).toBe('61.3');
  });

  it('gives the excess in the digits that are shown', () => {
    expect(shownDifference('61.3', 57)).toBe('4.3');
    expect(shownDifference('50.004', 50)).toBe('0.004');
    expect(shownDifference('812.4', 1000)).toBe('187.6');
  });
});

describe('what is left of a dose', () => {
  it('is cut off, never rounded up', () => {
    expect(scaleFactor(0.9999)).toBe('×0.99');
    expect(scaleFactor(1.13)).toBe('×1.13');
    expect(scaleFactor(0)).toBe('×0.00');
    expect(scaleFactor(12)).toBe('×12.00');
    expect(allowedDose(44.09)).toBe('44.0\u00a0Gy');
    expect(allowedDose(9.999)).toBe('9.9\u00a0Gy');
    expect(floored(5e-7, 2)).toBe('0.00');
    expect(floored(2.9, 0)).toBe('2');
  });
});
