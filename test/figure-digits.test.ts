import { describe, expect, it } from 'vitest';
import { amountOf, digitsOf, endDigits } from '../src/figure-digits';

describe('the digits of a figure', () => {
  it.each([
    [98.87, 'Gy', '98.9'],
    [8.412, 'Gy', '8.4'],
    [0, 'Gy', '0.0'],
    [-0.01, 'Gy', '0.0'],
    [3.456, '%', '3.5'],
    [8.412, 'cc', '8.41'],
    [9.996, 'cc', '10.0'],
    [2212.64, 'cc', '2212.6'],
    [0.45081, '', '0.451'],
  ] as const)('%d %s is %s', (value, unit, digits) => {
    expect(digitsOf(value, unit)).toBe(digits);
  });

  it('do not hang on the size of a dose: four figures of it have one decimal as well', () => {
    expect(digitsOf(1234.56, 'Gy')).toBe('1234.6');
  });

  it('stand before their unit', () => {
    expect(amountOf(98.87, 'Gy')).toBe('98.9 Gy');
    expect(amountOf(0.45081, '')).toBe('0.451');
  });
});

describe('the digits of a figure that is held to a limit', () => {
  it.each([
    [49.96, 50, '49.96'],
    [50.04, 50, '50.04'],
    [49.9996, 50, '49.9996'],
    [49.94, 50, '49.9'],
    [50, 50, '50.0'],
    // Single precision: at the limit for every verdict.
    [50.00004, 50, '50.0'],
    [57.249, 57.25, '57.249'],
    [61.3, 57.25, '61.30'],
  ])('%d with the limit %d is %s', (value, limit, digits) => {
    expect(digitsOf(value, 'Gy', limit)).toBe(digits);
  });

  it('tell it from each of several limits', () => {
    expect(digitsOf(69.96, 'Gy', 57, 70)).toBe('69.96');
    expect(digitsOf(56.97, 'Gy', 57, 70)).toBe('56.97');
  });

  it('never say all of a part, nor none of it', () => {
    expect(digitsOf(99.96, '%', 0, 100)).toBe('99.96');
    expect(digitsOf(0.04, '%', 0, 100)).toBe('0.04');
    expect(digitsOf(100, '%', 0, 100)).toBe('100.0');
  });
});

describe('the digits of an end of an interval', () => {
  it('are rounded outwards, so that the interval is never narrower than what is known', () => {
    expect([endDigits(56.97, 'Gy', 'low'), endDigits(57.01, 'Gy', 'high')]).toEqual(['56.9', '57.1']);
    expect([endDigits(3.211, 'cc', 'low'), endDigits(3.211, 'cc', 'high')]).toEqual(['3.21', '3.22']);
  });

  it('stay where they are written with so many digits, whatever binary fractions make of them', () => {
    expect([endDigits(1.1, 'Gy', 'low'), endDigits(1.1, 'Gy', 'high')]).toEqual(['1.1', '1.1']);
    expect([endDigits(0, 'Gy', 'low'), endDigits(-0.04, 'Gy', 'high')]).toEqual(['0.0', '0.0']);
  });
});
