import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { type Finding, makeFinding } from '../findings/finding';
import type { Particle } from '../findings/radiation';
import { radiationTypes } from './radiation-kind';

const PARTICLES: ReadonlyMap<string, Particle> = new Map([
  ['PROTON', 'proton'],
  ['ION', 'ion'],
  ['NEUTRON', 'neutron'],
]);

/** What therapies with unsealed sources are called by where a dose is named after them. */
const RADIONUCLIDE =
  /\b(?:(?:177-?Lu|Lu-?177|90-?Y|Y-?90|131-?I|I-?131|Ho-?166|Ra-?223|Ac-?225|Sm-?153)|SIRT|TARE|PRRT|radioemboli[sz]ation)\b/i;

/**
 * What kind of radiation a dose is of, and what that means for LQ and RBE, as findings on the dose.
 * @param plan the plan of the dose, where it is at hand.
 */
export function radiationFindings(dose: DoseHeader, plan: RtPlan | undefined): Finding[] {
  const { file } = dose;
  if (plan?.brachytherapy) return [brachytherapy(plan, file)];
  if (!plan || radiationTypes(plan).length === 0) return radionuclides(dose);
  const findings: Finding[] = [];
  const types = radiationTypes(plan);
  const particles = types.flatMap((type) => PARTICLES.get(type) ?? []);
  const isWeighted = dose.doseType === 'EFFECTIVE';
  for (const particle of particles) {
    const facts = { plan: plan.label, particle };
    findings.push(
      isWeighted
        ? makeFinding('particle-dose-weighted', 'warning', facts, { file })
        : makeFinding('particle-dose-physical', 'error', facts, { file, answerable: true }),
    );
  }
  const isOfPhotons = types.every((type) => type === 'PHOTON' || type === 'ELECTRON');
  if (isWeighted && isOfPhotons) {
    const facts = { plan: plan.label };
    findings.push(makeFinding('effective-dose-of-photons', 'error', facts, { file, answerable: true }));
  }
  if (types.includes('ELECTRON')) {
    findings.push(makeFinding('dose-of-electrons', 'info', { plan: plan.label }, { file }));
  }
  return findings;
}

/** Only at a high dose rate is a fraction given at once, as BED of external beams has it (Dale 1985). */
function brachytherapy({ label, brachytherapy: brachy }: RtPlan, file: string): Finding {
  const { treatmentType: rate, technique, isotopes } = brachy!;
  const facts = { plan: label, technique, isotopes };
  if (rate === 'HDR') return makeFinding('brachytherapy-hdr', 'warning', facts, { file });
  return makeFinding('brachytherapy-dose-rate', 'error', { ...facts, rate }, { file, answerable: true });
}

function radionuclides({ file, radionuclide, seriesDescription = '', studyDescription = '' }: DoseHeader): Finding[] {
  const named = radionuclide ?? RADIONUCLIDE.exec(`${seriesDescription} ${studyDescription}`)?.[0];
  if (named === undefined) return [];
  return [makeFinding('dose-of-radionuclides', 'error', { named }, { file, answerable: true })];
}
