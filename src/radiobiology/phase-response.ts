import { InputError } from '../input-error';
import type { AlphaBetaGy } from '../units';
import { type IncompleteRepair, incompleteRepairFactor } from './incomplete-repair';
import { REFERENCE_FRACTION_GY } from './linear-quadratic';

/** Linear continuation of the LQ curve above a transition dose per fraction (Astrahan 2008; Guerrero & Li 2004). */
export interface LqL {
  readonly transitionGyPerFraction: number;
  /** γ/α; where left out, 1 + 2 dT / (α/β), which joins the curve smoothly. */
  readonly gammaOverAlpha?: number | undefined;
}

/** What turns the stored dose of one phase into BED at a point. */
export interface PhaseModel {
  readonly fractions: number;
  readonly alphaBetaGy: AlphaBetaGy;
  /** Multiplies the stored dose at unchanged number of fractions: 1, or the what-if and head-room scale. */
  readonly doseScale?: number | undefined;
  readonly repair?: IncompleteRepair | undefined;
  readonly lqL?: LqL | undefined;
}

/**
 * BED in Gy as a function of the stored physical dose D of one phase:
 * `linear · D + quadratic · D²` up to `transitionGy`, `offset + slope · D` above.
 */
export interface PhaseResponse {
  readonly linear: number;
  readonly quadratic: number;
  readonly transitionGy: number;
  readonly offset: number;
  readonly slope: number;
}

/**
 * The response of one phase. LQ: BED = D [1 + (1 + Hm) D / (n α/β)]. LQ-L above dT:
 * BED = n [dT (1 + dT/(α/β)) + (γ/α)(d - dT)].
 * @throws InputError where LQ-L is combined with incomplete repair (no published form), or bends below the 2 Gy that
 * EQD2 is expressed in.
 */
export function phaseResponse({ fractions, alphaBetaGy, doseScale = 1, repair, lqL }: PhaseModel): PhaseResponse {
  const hm = repair ? incompleteRepairFactor(repair) : 0;
  const linear = doseScale;
  const quadratic = ((1 + hm) * doseScale ** 2) / (fractions * alphaBetaGy);
  if (!lqL) return { linear, quadratic, transitionGy: Infinity, offset: 0, slope: 0 };
  const dT = lqL.transitionGyPerFraction;
  if (hm > 0) {
    throw new InputError({
      where: 'lqL',
      found: 'LQ-L together with several fractions a day',
      needed: 'one or the other: no published formula joins them',
    });
  }
  if (!(dT > REFERENCE_FRACTION_GY)) {
    throw new InputError({
      where: 'lqL.transitionGyPerFraction',
      found: `${dT} Gy`,
      needed: `more than ${REFERENCE_FRACTION_GY} Gy, the fraction EQD2 is expressed in`,
    });
  }
  const gammaOverAlpha = lqL.gammaOverAlpha ?? 1 + (2 * dT) / alphaBetaGy;
  return {
    linear,
    quadratic,
    transitionGy: (fractions * dT) / doseScale,
    offset: fractions * (dT * (1 + dT / alphaBetaGy) - gammaOverAlpha * dT),
    slope: gammaOverAlpha * doseScale,
  };
}

/**
 * Adds `weight` × BED of `doseGy` to `out`, or writes it there where `replace` is set. NaN (dose unknown) stays NaN.
 * @param weight 1 - recovery for a prior course; 1 / (1 + 2/(α/β)) as well where `out` is to hold EQD2.
 */
export function addResponse(
  response: PhaseResponse,
  doseGy: Float32Array,
  from: number,
  to: number,
  weight: number,
  out: Float32Array | Float64Array,
  replace: boolean,
): void {
  const a = response.linear * weight;
  const b = response.quadratic * weight;
  const { transitionGy } = response;
  if (transitionGy === Infinity) {
    if (replace) {
      for (let n = from; n < to; n++) {
        const d = doseGy[n];
        out[n] = d * (a + b * d);
      }
    } else {
      for (let n = from; n < to; n++) {
        const d = doseGy[n];
        out[n] += d * (a + b * d);
      }
    }
    return;
  }
  const offset = response.offset * weight;
  const slope = response.slope * weight;
  for (let n = from; n < to; n++) {
    const d = doseGy[n];
    const value = d <= transitionGy ? d * (a + b * d) : offset + slope * d;
    out[n] = replace ? value : out[n] + value;
  }
}

/** BED in Gy at one point. */
export function bedAt(response: PhaseResponse, doseGy: number): number {
  if (doseGy <= response.transitionGy) return doseGy * (response.linear + response.quadratic * doseGy);
  return response.offset + response.slope * doseGy;
}
