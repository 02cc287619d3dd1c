import { describe, expect, it } from 'vitest';
import { formatMetric, type Metric, parseMetric } from '../../src/dvh/metric';
import { InputError } from '../../src/input-error';

const GRAMMAR: [string, Metric][] = [
  ['Dmin', { kind: 'min', unit: 'Gy' }],
  ['Dmax', { kind: 'max', unit: 'Gy' }],
  ['Dmean', { kind: 'mean', unit: 'Gy' }],
  ['D95%', { kind: 'doseAtVolume', volume: 95, volumeUnit: '%', unit: 'Gy' }],
  ['D0%', { kind: 'doseAtVolume', volume: 0, volumeUnit: '%', unit: 'Gy' }],
  ['D100%', { kind: 'doseAtVolume', volume: 100, volumeUnit: '%', unit: 'Gy' }],
  ['D0.03cc', { kind: 'doseAtVolume', volume: 0.03, volumeUnit: 'cc', unit: 'Gy' }],
  ['V20Gy', { kind: 'volumeAtDose', doseGy: 20, unit: '%' }],
  ['V0Gy', { kind: 'volumeAtDose', doseGy: 0, unit: '%' }],
  ['V20Gy[cc]', { kind: 'volumeAtDose', doseGy: 20, unit: 'cc' }],
  ['DC10cc', { kind: 'coldDoseAtVolume', volumeCc: 10, unit: 'Gy' }],
  ['CV20Gy[cc]', { kind: 'coldVolumeAtDose', doseGy: 20, unit: 'cc' }],
  ['D0.000001cc', { kind: 'doseAtVolume', volume: 1e-6, volumeUnit: 'cc', unit: 'Gy' }],
];

describe('parseMetric and formatMetric', () => {
  it.each(GRAMMAR)('%s is read, and written back as it was', (text, metric) => {
    expect(parseMetric(text)).toEqual(metric);
    expect(formatMetric(metric)).toBe(text);
  });

  it('drops needless digits, so that one metric has one name', () => {
    expect(formatMetric(parseMetric('D0.030cc'))).toBe('D0.03cc');
    expect(formatMetric(parseMetric('V05.0Gy'))).toBe('V5Gy');
  });

  it.each([
    ['D100.5%', 'a percentage of the volume from 0 to 100'],
    ['D0cc', 'a volume above 0 cc'],
    ['D0.000cc', 'a volume above 0 cc'],
    ['DC0cc', 'a volume above 0 cc'],
  ])('%s is refused for its number', (text, needed) => {
    expect(() => parseMetric(text)).toThrow(new InputError({ where: 'metric', found: `"${text}"`, needed }));
  });

  it.each([
    '',
    'dmax',
    'DMAX',
    ' Dmax',
    'Dmax ',
    'D95',
    'D 95%',
    'D-5%',
    'D.03cc',
    'D1e2cc',
    'D5Gy',
    'V20',
    'V20%',
    'V20gy',
    'V-1Gy',
    'V20Gy[%]',
    'V20Gycc',
    'DC10%',
    'DC10',
    'CV20Gy',
    'CV20Gy[%]',
    'D1234567cc',
    'D0.0000001cc',
    'constructor',
    'toString',
    'D٣cc',
  ])('"%s" is refused, and the grammar named', (text) => {
    let thrown: unknown;
    try {
      parseMetric(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).found).toBe(`"${text}"`);
    expect((thrown as InputError).needed).toMatch(/^a metric: Dmin, Dmax, Dmean, D95% .*V20Gy\[cc\].*DC10cc.*CV20Gy\[cc\]/);
  });
});
