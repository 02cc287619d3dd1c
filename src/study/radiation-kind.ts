import type { Beam, RtPlan } from '../dicom/rt-plan';
import { SOP_CLASS } from '../dicom/sop-class';
import { NO_DOSE } from '../dicom/treated-groups';

const IONS: ReadonlyMap<number, string> = new Map([
  [4, 'helium ion'],
  [12, 'carbon ion'],
  [16, 'oxygen ion'],
]);

/** The beams that treat; in an RT Ion Plan one that does not say of what it is, is of ions. */
function treatingBeams({ beams, sopClassUid }: RtPlan): Beam[] {
  const unsaid = sopClassUid === SOP_CLASS.ionPlan ? 'ION' : '';
  const treating = beams.filter(({ treatmentDeliveryType }) => !NO_DOSE.has(treatmentDeliveryType));
  return treating.map((beam) => ({ ...beam, radiationType: beam.radiationType || unsaid }));
}

/** Radiation types of the treatment beams, each once, as the plan has them; '' where a beam does not say. */
export function radiationTypes(plan: RtPlan): string[] {
  return [...new Set(treatingBeams(plan).map(({ radiationType }) => radiationType))];
}

function kindOfBeam({ radiationType, massNumber }: Beam): string {
  if (radiationType === '') return 'unknown';
  if (radiationType !== 'ION') return radiationType.toLowerCase();
  return massNumber === 1 ? 'proton' : (IONS.get(massNumber ?? 0) ?? 'ion');
}

/**
 * The kind of treatment of a plan, for a reader: `photon`, `photon + electron`, `carbon ion`, `brachytherapy LDR`;
 * `unknown` where the plan does not say.
 */
export function radiationKind(plan: RtPlan): string {
  const kinds = treatingBeams(plan).map(kindOfBeam);
  const { brachytherapy } = plan;
  if (brachytherapy) kinds.push(`brachytherapy ${brachytherapy.treatmentType}`.trimEnd());
  return kinds.length > 0 ? [...new Set(kinds)].join(' + ') : 'unknown';
}
