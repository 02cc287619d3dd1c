import { type AlphaBetaGy, type BedGy, bedGy, type Eqd2Gy, eqd2Gy, type Gy } from '../units';

/** Dose per fraction that EQD2 is expressed in, Gy. */
export const REFERENCE_FRACTION_GY = 2;

/**
 * BED = D (1 + d / (α/β)) with d = D / n (Fowler 1989, doi 10.1259/0007-1285-62-740-679).
 * @param doseGy total physical dose D at the point. @param fractions n, one or more.
 */
export function bedOf(doseGy: Gy, fractions: number, alphaBetaGy: AlphaBetaGy): BedGy {
  return bedGy(doseGy * (1 + doseGy / fractions / alphaBetaGy));
}

/** EQD2 = BED / (1 + 2 / (α/β)). */
export function eqd2OfBed(bed: BedGy, alphaBetaGy: AlphaBetaGy): Eqd2Gy {
  return eqd2Gy(bed / (1 + REFERENCE_FRACTION_GY / alphaBetaGy));
}

/** EQD2 = D (d + α/β) / (2 + α/β). */
export function eqd2Of(doseGy: Gy, fractions: number, alphaBetaGy: AlphaBetaGy): Eqd2Gy {
  return eqd2OfBed(bedOf(doseGy, fractions, alphaBetaGy), alphaBetaGy);
}
