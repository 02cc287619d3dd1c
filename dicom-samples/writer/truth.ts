import { PLANNED_ROIS, SOLIDS, type SolidName } from './anatomy';
import { eqd2, FRACTIONS, plannedDose, priorDoseAtPlanned } from './doses';
import type { Vec3 } from './math';
import { hottest, integrate } from './quadrature';
import type { Solid } from './solid';

/** Alpha/beta in Gy, as in src/radiobiology/tissues.json (cord 2, lung 4, oesophagus, heart, airways, vessels 3, tumour 10). */
const ALPHA_BETA_GY: Partial<Record<SolidName, number>> = {
  Lung_L: 4,
  Lung_R: 4,
  SpinalCord: 2,
  SpinalCord_PRV05: 2,
  Esophagus: 3,
  Heart: 3,
  Trachea: 3,
  A_Aorta: 3,
  GTV_Recurrence: 10,
  PTV_5040: 10,
  PTV_5880: 10,
};
const CCS = [0.03, 0.1];

export interface Figures {
  readonly Dmean: number;
  readonly 'D0.03cc': number;
  readonly 'D0.1cc': number;
}
export interface RoiTruth {
  readonly roi: string;
  readonly alphaBetaGy: number;
  readonly volumeCc: number;
  readonly priorPhysicalGy: Figures;
  readonly plannedPhysicalGy: Figures;
  readonly priorEqd2Gy: Figures;
  readonly plannedEqd2Gy: Figures;
  readonly cumulativeEqd2Gy: Figures;
}

/** How much two finenesses may differ: volume relative, hottest part and mean in Gy. */
const CONVERGED = { volume: 5e-4, hottest: 0.02, mean: 0.01 };

function figuresOf(solid: Solid, alphaBeta: number, times: number) {
  const of = (dose: number) => eqd2(dose, FRACTIONS, alphaBeta);
  const cumulative = (p: Vec3) => of(priorDoseAtPlanned(p)) + of(plannedDose(p));
  const inner = solid.name.startsWith('Lung') || solid.name === 'Heart' ? 2 : 1;
  const { volumeMm3, means } = integrate(
    solid,
    (p, out) => {
      [out[0], out[1]] = [priorDoseAtPlanned(p), plannedDose(p)];
      [out[2], out[3]] = [of(out[0]), of(out[1])];
      out[4] = out[2] + out[3];
    },
    5,
    { across: 6 * inner * times, around: 48 * inner * times, panels: 16 * times, perPanel: 3 },
  );
  const even = times === 1 ? 0.65 : 0.45;
  const prior = hottest(solid, priorDoseAtPlanned, CCS, even);
  const planned = hottest(solid, plannedDose, CCS, even);
  const hot = [prior, planned, prior.map(of), planned.map(of), hottest(solid, cumulative, CCS, even)];
  return { volumeCc: volumeMm3 / 1000, means, hot };
}

/** Everything about one organ, from its true solid and the formulas of the doses. @throws where it has not converged. */
function truthOf(name: SolidName): RoiTruth {
  const solid = SOLIDS[name];
  const alphaBetaGy = ALPHA_BETA_GY[name]!;
  const coarse = figuresOf(solid, alphaBetaGy, 1);
  const fine = figuresOf(solid, alphaBetaGy, 2);
  const off = {
    volume: Math.abs(coarse.volumeCc / fine.volumeCc - 1),
    mean: Math.max(...fine.means.map((mean, n) => Math.abs(mean - coarse.means[n]))),
    hottest: Math.max(...fine.hot.flatMap((doses, n) => doses.map((dose, m) => Math.abs(dose - coarse.hot[n][m])))),
  };
  for (const what of ['volume', 'mean', 'hottest'] as const) {
    if (!(off[what] <= CONVERGED[what])) throw new Error(`${name}: ${what} has not converged, ${off[what]}`);
  }
  const round = (value: number) => Number(value.toFixed(4));
  const figures = (n: number): Figures => ({
    Dmean: round(fine.means[n]),
    'D0.03cc': round(fine.hot[n][0]),
    'D0.1cc': round(fine.hot[n][1]),
  });
  return {
    roi: name,
    alphaBetaGy,
    volumeCc: round(fine.volumeCc),
    priorPhysicalGy: figures(0),
    plannedPhysicalGy: figures(1),
    priorEqd2Gy: figures(2),
    plannedEqd2Gy: figures(3),
    cumulativeEqd2Gy: figures(4),
  };
}

export const thoraxTruth = (): RoiTruth[] => PLANNED_ROIS.filter((name) => name !== 'BODY').map(truthOf);
