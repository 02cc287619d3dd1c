import {
  APPROVED,
  type Attributes,
  commonModules,
  ds,
  reference,
  type Series,
  SOP,
  type Study,
  uidOf,
  writeDicom,
} from './dicom-file';
import type { Vec3 } from './math';

export interface PlanBeam {
  readonly name: string;
  /** Gantry angle at the start and at the end; the same for a static field. */
  readonly gantry: readonly [number, number];
  /** Dose of one fraction at the prescription point, Gy. */
  readonly doseGy: number;
}

export interface PlanFile {
  readonly label: string;
  readonly fractions: number;
  readonly isocentre: Vec3;
  readonly beams: readonly PlanBeam[];
  readonly targets: readonly { readonly roiNumber: number; readonly name: string; readonly doseGy: number }[];
  readonly structuresUid: string;
}

/** Half sizes of the jaw openings, mm. */
const JAWS = { ASYMX: 50, ASYMY: 75 };

function beamItem({ name, gantry }: PlanBeam, number: number, isocentre: Vec3): Attributes {
  const arc = gantry[0] !== gantry[1];
  return {
    TreatmentMachineName: 'SAMPLE-LINAC',
    PrimaryDosimeterUnit: 'MU',
    SourceAxisDistance: '1000',
    BeamLimitingDeviceSequence: Object.keys(JAWS).map((type) => ({ RTBeamLimitingDeviceType: type, NumberOfLeafJawPairs: '1' })),
    BeamNumber: String(number),
    BeamName: name,
    BeamType: arc ? 'DYNAMIC' : 'STATIC',
    RadiationType: 'PHOTON',
    TreatmentDeliveryType: 'TREATMENT',
    NumberOfWedges: '0',
    NumberOfCompensators: '0',
    NumberOfBoli: '0',
    NumberOfBlocks: '0',
    FinalCumulativeMetersetWeight: '1',
    NumberOfControlPoints: '2',
    ControlPointSequence: [
      {
        ControlPointIndex: '0',
        NominalBeamEnergy: '6',
        DoseRateSet: '600',
        BeamLimitingDevicePositionSequence: Object.entries(JAWS).map(([type, half]) => ({
          RTBeamLimitingDeviceType: type,
          LeafJawPositions: [ds(-half), ds(half)],
        })),
        GantryAngle: ds(gantry[0]),
        GantryRotationDirection: arc ? (gantry[1] > gantry[0] ? 'CW' : 'CC') : 'NONE',
        BeamLimitingDeviceAngle: '0',
        BeamLimitingDeviceRotationDirection: 'NONE',
        PatientSupportAngle: '0',
        PatientSupportRotationDirection: 'NONE',
        TableTopEccentricAngle: '0',
        TableTopEccentricRotationDirection: 'NONE',
        TableTopVerticalPosition: '',
        TableTopLongitudinalPosition: '',
        TableTopLateralPosition: '',
        IsocenterPosition: isocentre.map(ds),
        CumulativeMetersetWeight: '0',
      },
      {
        ControlPointIndex: '1',
        ...(arc && { GantryAngle: ds(gantry[1]), GantryRotationDirection: 'NONE' }),
        CumulativeMetersetWeight: '1',
      },
    ],
    ReferencedPatientSetupNumber: '1',
  };
}

/** The SOP instance UID of a series' plan, which its dose refers to. */
export const planUid = (series: Series) => uidOf(`${series.uid} plan`);

/** Writes a photon plan (PS3.3 A.20) of one fraction group. */
export function writePlan(file: string, study: Study, series: Series, plan: PlanFile): void {
  writeDicom(file, {
    ...commonModules(study, series, SOP.plan, planUid(series)),
    InstanceNumber: '1',
    RTPlanLabel: plan.label,
    RTPlanDate: study.date,
    RTPlanTime: '104500',
    PlanIntent: 'CURATIVE',
    RTPlanGeometry: 'PATIENT',
    DoseReferenceSequence: plan.targets.map(({ roiNumber, name, doseGy }, n) => ({
      DoseReferenceNumber: String(n + 1),
      DoseReferenceUID: uidOf(`${series.uid} dose reference ${n}`),
      DoseReferenceStructureType: 'VOLUME',
      DoseReferenceDescription: name,
      DoseReferenceType: 'TARGET',
      TargetPrescriptionDose: ds(doseGy),
      ReferencedROINumber: String(roiNumber),
    })),
    FractionGroupSequence: [
      {
        FractionGroupNumber: '1',
        NumberOfFractionsPlanned: String(plan.fractions),
        NumberOfBeams: String(plan.beams.length),
        NumberOfBrachyApplicationSetups: '0',
        ReferencedBeamSequence: plan.beams.map(({ doseGy }, n) => ({
          BeamDose: ds(doseGy),
          BeamMeterset: ds(Math.round(doseGy * 110)),
          ReferencedBeamNumber: String(n + 1),
        })),
      },
    ],
    BeamSequence: plan.beams.map((beam, n) => beamItem(beam, n + 1, plan.isocentre)),
    PatientSetupSequence: [{ PatientPosition: 'HFS', PatientSetupNumber: '1' }],
    ReferencedStructureSetSequence: [reference(SOP.structures, plan.structuresUid)],
    ...APPROVED(study.date),
  });
}
