import { type DoseField, interpolateDose } from '../interpolate';

/** Points of an ROI with their volumes and the physical dose of each phase there. */
export interface DosedPoints {
  readonly count: number;
  readonly positionsMm: Float32Array;
  readonly volumeCc: Float32Array;
  readonly doseGy: readonly Float32Array[];
}

export function dosed(points: Omit<DosedPoints, 'doseGy'>, fields: readonly DoseField[]): DosedPoints {
  const doseGy = fields.map((field) => {
    const out = new Float32Array(points.count);
    interpolateDose(field, points.positionsMm, points.count, out);
    return out;
  });
  return { ...points, doseGy };
}
