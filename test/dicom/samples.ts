import type { Fields } from './objects';

/* The smallest valid object of each kind. Values are chosen so that rows and columns, x and y, cannot be exchanged unseen. */

const STORAGE = '1.2.840.10008.5.1.4.1.1.';
export const FRAME = '1.2.3.50';
export const OTHER_FRAME = '1.2.3.51';

const common = (sopClass: string, modality: string, instance: string): Fields => ({
  SOPClassUID: STORAGE + sopClass,
  SOPInstanceUID: instance,
  StudyDate: '20240131',
  Modality: modality,
  Manufacturer: 'Maker',
  PatientName: 'Doe^Jane',
  PatientID: 'P-1',
  PatientBirthDate: '19500203',
  PatientSex: 'F',
  StudyInstanceUID: '1.2.3.10',
  SeriesInstanceUID: '1.2.3.20',
  FrameOfReferenceUID: FRAME,
});

/** Stored dose values of the sample dose, 3 columns, 2 rows, 4 frames: no byte pattern is a palindrome. */
export const DOSE_VALUES = Array.from({ length: 24 }, (_, n) => 1000 + 257 * n + 3);

export const rtDose = (overrides: Fields = {}): Fields => ({
  ...common('481.2', 'RTDOSE', '1.2.3.30'),
  SliceThickness: 3,
  ImagePositionPatient: [-10.5, 20.25, -30],
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
  SamplesPerPixel: 1,
  NumberOfFrames: 4,
  Rows: 2,
  Columns: 3,
  PixelSpacing: [2.5, 1.25],
  BitsAllocated: 16,
  BitsStored: 16,
  HighBit: 15,
  PixelRepresentation: 0,
  DoseUnits: 'GY',
  DoseType: 'PHYSICAL',
  DoseSummationType: 'PLAN',
  GridFrameOffsetVector: [0, 3, 6, 9],
  DoseGridScaling: '1.5e-3',
  ReferencedRTPlanSequence: [
    {
      ReferencedSOPInstanceUID: '1.2.3.60',
      ReferencedFractionGroupSequence: [
        {
          ReferencedBeamSequence: [{ ReferencedBeamNumber: 3 }, { ReferencedBeamNumber: 7 }],
          ReferencedFractionGroupNumber: 2,
        },
      ],
    },
  ],
  ReferencedStructureSetSequence: [{ ReferencedSOPInstanceUID: '1.2.3.40' }],
  PixelData: Uint16Array.from(DOSE_VALUES),
  ...overrides,
});

export const SQUARE = [0, 0, 5, 10, 0, 5, 10, 10, 5, 0, 10, 5];

export const contour = (points: readonly number[], overrides: Fields = {}): Fields => ({
  ContourImageSequence: [{ ReferencedSOPInstanceUID: '1.2.3.71' }],
  ContourGeometricType: 'CLOSED_PLANAR',
  NumberOfContourPoints: points.length / 3,
  ContourData: points,
  ...overrides,
});

export const rtStruct = (overrides: Fields = {}): Fields => ({
  ...common('481.3', 'RTSTRUCT', '1.2.3.40'),
  FrameOfReferenceUID: undefined,
  StructureSetLabel: 'contours',
  StructureSetDate: '20240201',
  ReferencedFrameOfReferenceSequence: [
    {
      FrameOfReferenceUID: FRAME,
      RTReferencedStudySequence: [
        {
          RTReferencedSeriesSequence: [
            {
              SeriesInstanceUID: '1.2.3.70',
              ContourImageSequence: [{ ReferencedSOPInstanceUID: '1.2.3.71' }, { ReferencedSOPInstanceUID: '1.2.3.72' }],
            },
          ],
        },
      ],
    },
  ],
  StructureSetROISequence: [
    { ROINumber: 4, ReferencedFrameOfReferenceUID: FRAME, ROIName: 'Esophagus', ROIGenerationAlgorithm: 'MANUAL' },
    { ROINumber: 9, ReferencedFrameOfReferenceUID: FRAME, ROIName: 'Iso', ROIGenerationAlgorithm: '' },
  ],
  ROIContourSequence: [
    { ROIDisplayColor: [255, 128, 0], ContourSequence: [contour(SQUARE)], ReferencedROINumber: 4 },
    { ContourSequence: [contour([1.5, -2.5, 7], { ContourGeometricType: 'POINT' })], ReferencedROINumber: 9 },
  ],
  RTROIObservationsSequence: [
    { ReferencedROINumber: 4, RTROIInterpretedType: 'ORGAN' },
    { ReferencedROINumber: 9, RTROIInterpretedType: 'ISOCENTER' },
  ],
  ApprovalStatus: 'APPROVED',
  ...overrides,
});

export const fractionGroup = (overrides: Fields = {}): Fields => ({
  FractionGroupNumber: 1,
  NumberOfFractionsPlanned: 28,
  NumberOfBrachyApplicationSetups: 0,
  ReferencedBeamSequence: [{ BeamDose: 1.25, ReferencedBeamNumber: 1 }, { ReferencedBeamNumber: 2 }],
  ...overrides,
});

const beam = (number: number, name: string, delivery: string): Fields => ({
  BeamNumber: number,
  BeamName: name,
  BeamType: 'DYNAMIC',
  RadiationType: 'PHOTON',
  TreatmentDeliveryType: delivery,
});

export const rtPlan = (overrides: Fields = {}): Fields => ({
  ...common('481.5', 'RTPLAN', '1.2.3.60'),
  RTPlanLabel: 'oesophagus',
  RTPlanDate: '20240202',
  PlanIntent: 'CURATIVE',
  DoseReferenceSequence: [
    { DoseReferenceDescription: 'PTV', DoseReferenceType: 'TARGET', TargetPrescriptionDose: 50.4, ReferencedROINumber: 4 },
    { DoseReferenceType: 'ORGAN_AT_RISK', TargetPrescriptionDose: 1, OrganAtRiskMaximumDose: 45 },
  ],
  FractionGroupSequence: [fractionGroup()],
  BeamSequence: [beam(1, 'arc', 'TREATMENT'), beam(2, 'kV', 'SETUP')],
  ReferencedStructureSetSequence: [{ ReferencedSOPInstanceUID: '1.2.3.40' }],
  ReferencedDoseSequence: [{ ReferencedSOPInstanceUID: '1.2.3.30' }],
  ApprovalStatus: 'APPROVED',
  ...overrides,
});

/** 90° about z, then a shift: x and y, and forwards and backwards, all give other points. */
export const QUARTER_TURN = [0, -1, 0, 10, 1, 0, 0, 20, 0, 0, 1, 30, 0, 0, 0, 1];

export const matrixItem = (matrix: readonly number[] | string, type?: string): Fields => ({
  FrameOfReferenceTransformationMatrixType: type ?? 'RIGID',
  FrameOfReferenceTransformationMatrix: matrix,
});

export const registrationItem = (frame: string | undefined, matrices: readonly Fields[], overrides: Fields = {}): Fields => ({
  FrameOfReferenceUID: frame,
  MatrixRegistrationSequence: [{ MatrixSequence: matrices }],
  ...overrides,
});

export const registration = (overrides: Fields = {}): Fields => ({
  ...common('66.1', 'REG', '1.2.3.80'),
  ContentLabel: 'FUSION',
  RegistrationSequence: [
    registrationItem(FRAME, [matrixItem([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])]),
    registrationItem(OTHER_FRAME, [matrixItem(QUARTER_TURN)]),
  ],
  ...overrides,
});

/** Two by three by four nodes, 10, 20 and 30 mm apart, turned a quarter about z: rows run along y, columns along -x. */
export const DEFORMATION = {
  originMm: [5, -7, 100],
  orientation: [0, 1, 0, -1, 0, 0],
  spacingMm: [10, 20, 30],
  size: [2, 3, 4],
} as const;

/** The place of node (i, j, k) of `DEFORMATION`. */
export const nodeMm = (i: number, j: number, k: number): [number, number, number] => [5 - 20 * j, -7 + 10 * i, 100 + 30 * k];

/** Displacements of all nodes of `DEFORMATION`, in the order of the file. */
export const vectorsOf = (displacement: (x: number, y: number, z: number) => readonly number[]): Float32Array => {
  const [ni, nj, nk] = DEFORMATION.size;
  return Float32Array.from({ length: 3 * ni * nj * nk }, (_, n) => {
    const node = Math.floor(n / 3);
    return displacement(...nodeMm(node % ni, Math.floor(node / ni) % nj, Math.floor(node / (ni * nj))))[n % 3];
  });
};

export const deformationGrid = (displacementMm: Float32Array, overrides: Fields = {}): Fields => ({
  ImagePositionPatient: DEFORMATION.originMm,
  ImageOrientationPatient: DEFORMATION.orientation,
  GridDimensions: Uint32Array.from(DEFORMATION.size),
  GridResolution: Float64Array.from(DEFORMATION.spacingMm),
  VectorGridData: displacementMm,
  ...overrides,
});

/** A Deformable Spatial Registration from `FRAME` (registered) to `OTHER_FRAME` (source). */
export const deformation = (grid: Fields | undefined, overrides: Fields = {}, item: Fields = {}): Fields => ({
  ...common('66.3', 'REG', '1.2.3.81'),
  DeformableRegistrationSequence: [
    { SourceFrameOfReferenceUID: OTHER_FRAME, ...(grid && { DeformableRegistrationGridSequence: [grid] }), ...item },
  ],
  ...overrides,
});

export const CT_VALUES = [-1024, -1000, 0, 40, 1000, 3071];

export const ct = (overrides: Fields = {}): Fields => ({
  ...common('2', 'CT', '1.2.3.71'),
  SliceThickness: 2,
  InstanceNumber: 5,
  ImagePositionPatient: [-100, -200, 12.5],
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
  SamplesPerPixel: 1,
  Rows: 2,
  Columns: 3,
  PixelSpacing: [0.9, 0.8],
  BitsAllocated: 16,
  BitsStored: 16,
  HighBit: 15,
  PixelRepresentation: 1,
  WindowCenter: [40, 300],
  WindowWidth: [400, 1500],
  RescaleIntercept: -24,
  RescaleSlope: 2,
  PixelData: Int16Array.from(CT_VALUES),
  ...overrides,
});
