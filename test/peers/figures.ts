import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dvhOf } from '../../src/assessment/dvh-of';
import { readDicom } from '../../src/dicom/read-dicom';

/*
 * Two real patients against two independent programs and the planning system. The data is read where it is, beside the
 * project; it is not part of it.
 */

export const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
export const hasData = existsSync(path.join(DATA, 'reference-dvh.json'));

export const PATIENTS = [
  { name: 'breast', dose: 'rtdose.dcm', structures: 'rtss.dcm' },
  { name: 'brain-5fx', dose: 'rtdose.dcm', structures: 'rtst.dcm' },
] as const;

/** One figure of one ROI, beside what others make of it; undefined where they give none. */
export interface Compared {
  readonly roi: string;
  readonly figure: 'volume cc' | 'Dmean Gy' | 'D95% Gy' | 'D0.03cc Gy';
  readonly own: number;
  readonly dicompyler: number | undefined;
  readonly plastimatch: number | undefined;
  readonly planningSystem: number | undefined;
  /** Contour area times slice distance with nested contours as holes, from the reference file. */
  readonly xorCc: number | undefined;
}

type Numbers = Readonly<Record<string, number | undefined>> | undefined;

const positive = (value: number | undefined) => (value !== undefined && value > 0 ? value : undefined);

/** The dose and the structures of a patient. */
export function objectsOf({ name, dose, structures }: (typeof PATIENTS)[number]) {
  const read = (file: string) => {
    const at = path.join(DATA, name, file);
    return readDicom({ path: at, bytes: readFileSync(at) });
  };
  const [rd, rs] = [read(dose), read(structures)];
  if (rd.kind !== 'dose' || rs.kind !== 'structures') throw new Error(`${name} is not what it was`);
  return { dose: rd, structures: rs };
}

/** Every figure of every ROI with volume. */
export function comparedFigures(patient: (typeof PATIENTS)[number]): Compared[] {
  const { name } = patient;
  const { dose, structures } = objectsOf(patient);
  const { rois } = dvhOf(dose, structures, { quantity: 'physical', rois: [], metrics: ['Dmean', 'D95%', 'D0.03cc'] });
  const reference = JSON.parse(readFileSync(path.join(DATA, 'reference-dvh.json'), 'utf8'))[name].rois;
  return rois
    .filter(({ volumeCc }) => volumeCc > 0)
    .flatMap(({ name: roi, volumeCc, metrics }) => {
      const { dicompyler, plastimatch, tps_dvh_sequence: tps, geom } = (reference[roi] ?? {}) as Record<string, Numbers>;
      const compare = (figure: Compared['figure'], own: number, key: string, tpsValue: number | undefined): Compared => ({
        roi,
        figure,
        own,
        dicompyler: positive(dicompyler?.[key]),
        plastimatch: positive(plastimatch?.[key]),
        planningSystem: positive(tpsValue),
        xorCc: figure === 'volume cc' ? geom?.xor_cc : undefined,
      });
      return [
        compare('volume cc', volumeCc, 'volume_cc', tps?.volume_cc),
        compare('Dmean Gy', metrics.Dmean, 'Dmean_Gy', tps?.Dmean_as_percent_of_Rx_Gy ?? tps?.Dmean_from_curve_Gy),
        compare('D95% Gy', metrics['D95%'], 'D95_Gy', tps?.D95_Gy),
        compare('D0.03cc Gy', metrics['D0.03cc'], 'D003cc_Gy', tps?.D003cc_Gy),
      ];
    });
}
