import type { DicomHeader } from './dicom-header';
import type { FractionPattern } from './fraction-pattern';

/** A fraction scheme of a plan (PS3.3 C.8.8.13). */
export interface FractionGroup {
  readonly number: number;
  /** Number of Fractions Planned; undefined where the plan has none or it is not a whole number of at least 1. */
  readonly fractionsPlanned: number | undefined;
  /** The same as written, '' where the plan has none: what an error message quotes. */
  readonly fractionsPlannedText: string;
  /** Absent where the plan has no pattern, or none that tells of a day. */
  readonly pattern?: FractionPattern;
  readonly beamNumbers: readonly number[];
  /** Beam Dose in Gy per fraction, in the order of `beamNumbers`; undefined where not given. */
  readonly beamDosesGy: readonly (number | undefined)[];
  /** Where each beam's dose is, in the order of `beamNumbers`; undefined where not given. */
  readonly beamPointsMm?: readonly (readonly [number, number, number] | undefined)[];
  /** Number of brachytherapy application setups. */
  readonly brachySetups: number;
  /** Doses of the application setups in Gy per fraction, as far as given. */
  readonly brachyDosesGy?: readonly number[];
}

export interface Beam {
  readonly number: number;
  readonly name: string;
  readonly type: string;
  /** PHOTON, ELECTRON, NEUTRON, PROTON or ION; '' where missing. */
  readonly radiationType: string;
  /** Mass number of an ion. */
  readonly massNumber?: number;
  /** TREATMENT, SETUP, VERIFICATION, OPEN_PORTFILM ... '' where missing. */
  readonly treatmentDeliveryType: string;
}

/** A dose reference of a plan (PS3.3 C.8.8.10). */
export interface Prescription {
  readonly roiNumber?: number;
  /** Target Prescription Dose, or for an organ at risk its maximum dose, in Gy. */
  readonly doseGy?: number;
  readonly description: string;
  /** TARGET or ORGAN_AT_RISK. */
  readonly type: string;
  /** What is prescribed to: POINT, VOLUME, COORDINATES or SITE. */
  readonly structureType?: string;
}

/** What a plan says of brachytherapy (PS3.3 C.8.8.15), upper-case as given; '' where it is silent. */
export interface Brachytherapy {
  /** MANUAL, HDR, MDR, LDR or PDR. */
  readonly treatmentType: string;
  /** INTRALUMENARY, INTRACAVITARY, INTERSTITIAL, CONTACT, INTRAVASCULAR or PERMANENT. */
  readonly technique: string;
  readonly isotopes: readonly string[];
}

/** An RT Plan or an RT Ion Plan. */
export interface RtPlan extends DicomHeader {
  readonly kind: 'plan';
  readonly label: string;
  /** YYYYMMDD, or YYYY where that is all there is; see `dateIn`. */
  readonly date?: string;
  /** APPROVED, UNAPPROVED or REJECTED; '' where missing. */
  readonly approvalStatus: string;
  readonly intent?: string;
  readonly fractionGroups: readonly FractionGroup[];
  readonly beams: readonly Beam[];
  readonly prescriptions: readonly Prescription[];
  /** Absent where the plan is of beams alone. */
  readonly brachytherapy?: Brachytherapy;
  readonly referencedStructureSetUid?: string;
  readonly referencedDoseUids: readonly string[];
}
