import { InputError } from '../input-error';

/**
 * A figure of a dose-volume distribution. `unit` is the unit of the figure itself. Doses are Gy of whatever quantity
 * the distribution holds (physical, EQD2 or BED); percent is of the volume of the ROI's contours.
 */
export type Metric =
  | { readonly kind: 'min' | 'max' | 'mean'; readonly unit: 'Gy' }
  /** `D95%`, `D0.03cc`: the dose that the hottest part of this volume gets at least. */
  | { readonly kind: 'doseAtVolume'; readonly volume: number; readonly volumeUnit: '%' | 'cc'; readonly unit: 'Gy' }
  /** `V20Gy`, `V20Gy[cc]`: the volume at or above this dose. */
  | { readonly kind: 'volumeAtDose'; readonly doseGy: number; readonly unit: '%' | 'cc' }
  /** `DC10cc`: the lowest dose that the coldest part of this volume gets at most. */
  | { readonly kind: 'coldDoseAtVolume'; readonly volumeCc: number; readonly unit: 'Gy' }
  /** `CV20Gy[cc]`: the volume below this dose (the spared volume). */
  | { readonly kind: 'coldVolumeAtDose'; readonly doseGy: number; readonly unit: 'cc' };

/** The metric grammar in words, for messages. */
export const METRIC_GRAMMAR =
  'a metric: Dmin, Dmax, Dmean, D95% or D0.03cc (dose to the hottest volume), V20Gy or V20Gy[cc] (volume at or above a dose), ' +
  'DC10cc (dose to the coldest volume) or CV20Gy[cc] (volume below a dose); numbers with at most six digits before and after the point';

// Six digits on each side are written back by String() without an exponent, so that a metric's text can be its name.
const NUMBER = '(\\d{1,6}(?:\\.\\d{1,6})?)';
const EXTREMES = { Dmin: 'min', Dmax: 'max', Dmean: 'mean' } as const;
const DOSE_AT_VOLUME = new RegExp(`^D${NUMBER}(%|cc)$`);
const VOLUME_AT_DOSE = new RegExp(`^V${NUMBER}Gy(\\[cc\\])?$`);
const COLD_DOSE = new RegExp(`^DC${NUMBER}cc$`);
const COLD_VOLUME = new RegExp(`^CV${NUMBER}Gy\\[cc\\]$`);

/**
 * Reads a metric, e.g. `D0.03cc`. The grammar is case-sensitive and has no spaces.
 * @throws InputError for anything outside the grammar, a percentage above 100, or a volume of 0.
 */
export function parseMetric(text: string): Metric {
  if (Object.hasOwn(EXTREMES, text)) return { kind: EXTREMES[text as keyof typeof EXTREMES], unit: 'Gy' };
  let match = DOSE_AT_VOLUME.exec(text);
  if (match) {
    const volume = Number(match[1]);
    const volumeUnit = match[2] as '%' | 'cc';
    if (volumeUnit === '%' && volume > 100) throw refused(text, 'a percentage of the volume from 0 to 100');
    if (volumeUnit === 'cc' && volume === 0) throw refused(text, 'a volume above 0 cc');
    return { kind: 'doseAtVolume', volume, volumeUnit, unit: 'Gy' };
  }
  match = VOLUME_AT_DOSE.exec(text);
  if (match) return { kind: 'volumeAtDose', doseGy: Number(match[1]), unit: match[2] ? 'cc' : '%' };
  match = COLD_DOSE.exec(text);
  if (match) {
    const volumeCc = Number(match[1]);
    if (volumeCc === 0) throw refused(text, 'a volume above 0 cc');
    return { kind: 'coldDoseAtVolume', volumeCc, unit: 'Gy' };
  }
  match = COLD_VOLUME.exec(text);
  if (match) return { kind: 'coldVolumeAtDose', doseGy: Number(match[1]), unit: 'cc' };
  throw refused(text, METRIC_GRAMMAR);
}

const MAXIMUM: Metric = { kind: 'max', unit: 'Gy' };

/** The metric by what it asks for: the dose to no volume at all (`D0%`) is the maximum itself. */
export const extremeOf = (metric: Metric): Metric => (metric.kind === 'doseAtVolume' && metric.volume === 0 ? MAXIMUM : metric);

/** The metric as it is written, without needless digits: `D0.030cc` comes back as `D0.03cc`. */
export function formatMetric(metric: Metric): string {
  switch (metric.kind) {
    case 'min':
    case 'max':
    case 'mean':
      return `D${metric.kind}`;
    case 'doseAtVolume':
      return `D${metric.volume}${metric.volumeUnit}`;
    case 'volumeAtDose':
      return `V${metric.doseGy}Gy${metric.unit === 'cc' ? '[cc]' : ''}`;
    case 'coldDoseAtVolume':
      return `DC${metric.volumeCc}cc`;
    case 'coldVolumeAtDose':
      return `CV${metric.doseGy}Gy[cc]`;
  }
}

function refused(text: string, needed: string): InputError {
  return new InputError({ where: 'metric', found: `"${text}"`, needed });
}
