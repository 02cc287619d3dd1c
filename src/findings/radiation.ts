import type { WordTable } from './words';

/** A plan whose dose is not that of external photons, as far as its words go. */
export type OfPlan = { readonly plan: string };
/** A brachytherapy plan: `technique` and `isotopes` where it names them. */
export type BrachyPlan = OfPlan & { readonly technique: string; readonly isotopes: readonly string[] };
/** LDR, PDR, MDR, MANUAL or '' where the plan does not say. */
export type DoseRate = { readonly rate: string };
/** Particles that are weighted for their biological effect. */
export type Particle = 'proton' | 'ion' | 'neutron';

const inBrackets = ({ technique, isotopes }: BrachyPlan): string => {
  const known = [technique, ...isotopes].filter((part) => part !== '');
  return known.length > 0 ? ` (${known.join(', ')})` : '';
};
const PARTICLES: Readonly<Record<Particle, string>> = { proton: 'protons', ion: 'ions', neutron: 'neutrons' };

/** What kind of radiation a dose is of, and what that means for LQ and RBE. */
export const RADIATION = {
  'brachytherapy-dose-rate': {
    title: 'Brachytherapy: the dose rate matters',
    message: (facts: BrachyPlan & DoseRate) =>
      `Plan ${facts.plan} is brachytherapy${inBrackets(facts)}, ${facts.rate ? `dose rate "${facts.rate}"` : 'its dose rate not stated'}. BED and EQD2 here take each fraction as given at once; over hours or days the tissue repairs meanwhile, and the effect is another one (Lea-Catcheside, Dale).`,
  },
  'brachytherapy-hdr': {
    title: 'Brachytherapy at a high dose rate',
    message: (facts: BrachyPlan) =>
      `Plan ${facts.plan} is HDR brachytherapy${inBrackets(facts)}. Its fractions are taken as those of external beams; near the sources the dose per fraction is far above what the linear-quadratic model is sure for.`,
  },
  'particle-dose-physical': {
    title: 'Physical dose of particles',
    message: ({ plan, particle }: OfPlan & { particle: Particle }) =>
      `Plan ${plan} is of ${PARTICLES[particle]}, and its dose is physical: not weighted for relative biological effectiveness. EQD2 of photons does not follow from it; export the RBE-weighted dose.`,
  },
  'particle-dose-weighted': {
    title: 'RBE-weighted dose of particles',
    message: ({ plan, particle }: OfPlan & { particle: Particle }) =>
      particle === 'ion'
        ? `Plan ${plan} is of ${PARTICLES[particle]}: its RBE-weighted dose holds for the model, tissue and fractionation that it was computed for; EQD2 made of it is an approximation.`
        : `Plan ${plan} is of ${PARTICLES[particle]}: its RBE-weighted dose is taken as photon dose; where tracks end, the true effectiveness may be higher.`,
  },
  'effective-dose-of-photons': {
    title: 'Effective dose of a photon plan',
    message: ({ plan }: OfPlan) =>
      `The dose is EFFECTIVE, but plan ${plan} is of photons or electrons, which need no RBE. It may be a BED or EQD2 already, which must not be converted again.`,
  },
  'dose-of-electrons': {
    title: 'Dose of electrons',
    message: ({ plan }: OfPlan) =>
      `Plan ${plan} has electron beams. Their dose is taken as that of photons; its accuracy at edges and inhomogeneities is that of the planning system.`,
  },
  'dose-of-radionuclides': {
    title: 'Dose of radionuclides',
    message: ({ named }: { named: string }) =>
      `The dose seems to be of radionuclide therapy ("${named}"). It is given over days at a falling dose rate; BED and EQD2 here take each fraction as given at once.`,
  },
} satisfies WordTable;
