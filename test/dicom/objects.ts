import { type DicomFile, readDicom } from '../../src/dicom/read-dicom';
import { InputError } from '../../src/input-error';
import { type Numbers, type WriteOptions, type WrittenElement, writeElements } from './dicom-writer';

/** Tag and VR of what the tests write (PS3.6), kept apart from the reader's own list. */
const DICTIONARY: Record<string, readonly [tag: number, vr: string]> = {
  SpecificCharacterSet: [0x00080005, 'CS'],
  SOPClassUID: [0x00080016, 'UI'],
  SOPInstanceUID: [0x00080018, 'UI'],
  StudyDate: [0x00080020, 'DA'],
  Modality: [0x00080060, 'CS'],
  Manufacturer: [0x00080070, 'LO'],
  StudyDescription: [0x00081030, 'LO'],
  SeriesDescription: [0x0008103e, 'LO'],
  ManufacturerModelName: [0x00081090, 'LO'],
  SoftwareVersions: [0x00181020, 'LO'],
  PatientComments: [0x00104000, 'LT'],
  CodeMeaning: [0x00080104, 'LO'],
  RadiopharmaceuticalInformationSequence: [0x00540016, 'SQ'],
  RadionuclideCodeSequence: [0x00540300, 'SQ'],
  Radiopharmaceutical: [0x00180031, 'LO'],
  ReferencedImageSequence: [0x00081140, 'SQ'],
  ReferencedSOPInstanceUID: [0x00081155, 'UI'],
  PatientName: [0x00100010, 'PN'],
  PatientID: [0x00100020, 'LO'],
  PatientBirthDate: [0x00100030, 'DA'],
  PatientSex: [0x00100040, 'CS'],
  SliceThickness: [0x00180050, 'DS'],
  StudyInstanceUID: [0x0020000d, 'UI'],
  SeriesInstanceUID: [0x0020000e, 'UI'],
  InstanceNumber: [0x00200013, 'IS'],
  ImagePositionPatient: [0x00200032, 'DS'],
  ImageType: [0x00080008, 'CS'],
  ImageOrientationPatient: [0x00200037, 'DS'],
  FrameOfReferenceUID: [0x00200052, 'UI'],
  SamplesPerPixel: [0x00280002, 'US'],
  NumberOfFrames: [0x00280008, 'IS'],
  Rows: [0x00280010, 'US'],
  Columns: [0x00280011, 'US'],
  PixelSpacing: [0x00280030, 'DS'],
  BitsAllocated: [0x00280100, 'US'],
  BitsStored: [0x00280101, 'US'],
  HighBit: [0x00280102, 'US'],
  PixelRepresentation: [0x00280103, 'US'],
  WindowCenter: [0x00281050, 'DS'],
  WindowWidth: [0x00281051, 'DS'],
  RescaleIntercept: [0x00281052, 'DS'],
  RescaleSlope: [0x00281053, 'DS'],
  DeformableRegistrationSequence: [0x00640002, 'SQ'],
  SourceFrameOfReferenceUID: [0x00640003, 'UI'],
  DeformableRegistrationGridSequence: [0x00640005, 'SQ'],
  GridDimensions: [0x00640007, 'UL'],
  GridResolution: [0x00640008, 'FD'],
  VectorGridData: [0x00640009, 'OF'],
  PreDeformationMatrixRegistrationSequence: [0x0064000f, 'SQ'],
  PostDeformationMatrixRegistrationSequence: [0x00640010, 'SQ'],
  ContentLabel: [0x00700080, 'CS'],
  RegistrationSequence: [0x00700308, 'SQ'],
  MatrixRegistrationSequence: [0x00700309, 'SQ'],
  MatrixSequence: [0x0070030a, 'SQ'],
  FrameOfReferenceTransformationMatrixType: [0x0070030c, 'CS'],
  DVHType: [0x30040001, 'CS'],
  DoseUnits: [0x30040002, 'CS'],
  DoseType: [0x30040004, 'CS'],
  DoseSummationType: [0x3004000a, 'CS'],
  GridFrameOffsetVector: [0x3004000c, 'DS'],
  DoseGridScaling: [0x3004000e, 'DS'],
  DVHSequence: [0x30040050, 'SQ'],
  DVHDoseScaling: [0x30040052, 'DS'],
  DVHVolumeUnits: [0x30040054, 'CS'],
  DVHData: [0x30040058, 'DS'],
  DVHReferencedROISequence: [0x30040060, 'SQ'],
  DVHMinimumDose: [0x30040070, 'DS'],
  DVHMaximumDose: [0x30040072, 'DS'],
  DVHMeanDose: [0x30040074, 'DS'],
  StructureSetLabel: [0x30060002, 'SH'],
  StructureSetDate: [0x30060008, 'DA'],
  ReferencedFrameOfReferenceSequence: [0x30060010, 'SQ'],
  RTReferencedStudySequence: [0x30060012, 'SQ'],
  RTReferencedSeriesSequence: [0x30060014, 'SQ'],
  ContourImageSequence: [0x30060016, 'SQ'],
  StructureSetROISequence: [0x30060020, 'SQ'],
  ROINumber: [0x30060022, 'IS'],
  ReferencedFrameOfReferenceUID: [0x30060024, 'UI'],
  ROIName: [0x30060026, 'LO'],
  ROIDisplayColor: [0x3006002a, 'IS'],
  ROIGenerationAlgorithm: [0x30060036, 'CS'],
  ROIGenerationDescription: [0x30060038, 'ST'],
  ROIContourSequence: [0x30060039, 'SQ'],
  ContourSequence: [0x30060040, 'SQ'],
  ContourGeometricType: [0x30060042, 'CS'],
  NumberOfContourPoints: [0x30060046, 'IS'],
  ContourData: [0x30060050, 'DS'],
  RTROIObservationsSequence: [0x30060080, 'SQ'],
  ReferencedROINumber: [0x30060084, 'IS'],
  RTROIInterpretedType: [0x300600a4, 'CS'],
  FrameOfReferenceTransformationMatrix: [0x300600c6, 'DS'],
  RTPlanLabel: [0x300a0002, 'SH'],
  RTPlanDate: [0x300a0006, 'DA'],
  PlanIntent: [0x300a000a, 'CS'],
  DoseReferenceSequence: [0x300a0010, 'SQ'],
  DoseReferenceStructureType: [0x300a0014, 'CS'],
  DoseReferenceDescription: [0x300a0016, 'LO'],
  DoseReferenceType: [0x300a0020, 'CS'],
  TargetPrescriptionDose: [0x300a0026, 'DS'],
  OrganAtRiskMaximumDose: [0x300a002c, 'DS'],
  FractionGroupSequence: [0x300a0070, 'SQ'],
  FractionGroupNumber: [0x300a0071, 'IS'],
  NumberOfFractionsPlanned: [0x300a0078, 'IS'],
  NumberOfFractionPatternDigitsPerDay: [0x300a0079, 'IS'],
  RepeatFractionCycleLength: [0x300a007a, 'IS'],
  FractionPattern: [0x300a007b, 'LT'],
  BeamDoseSpecificationPoint: [0x300a0082, 'DS'],
  BeamDose: [0x300a0084, 'DS'],
  NumberOfBrachyApplicationSetups: [0x300a00a0, 'IS'],
  BrachyApplicationSetupDose: [0x300a00a4, 'DS'],
  BeamSequence: [0x300a00b0, 'SQ'],
  BeamNumber: [0x300a00c0, 'IS'],
  BeamName: [0x300a00c2, 'LO'],
  BeamType: [0x300a00c4, 'CS'],
  RadiationType: [0x300a00c6, 'CS'],
  TreatmentDeliveryType: [0x300a00ce, 'CS'],
  BrachyTreatmentTechnique: [0x300a0200, 'CS'],
  BrachyTreatmentType: [0x300a0202, 'CS'],
  SourceSequence: [0x300a0210, 'SQ'],
  SourceIsotopeName: [0x300a0226, 'LO'],
  ApplicationSetupSequence: [0x300a0230, 'SQ'],
  RadiationMassNumber: [0x300a0302, 'IS'],
  IonBeamSequence: [0x300a03a2, 'SQ'],
  ReferencedRTPlanSequence: [0x300c0002, 'SQ'],
  ReferencedBeamSequence: [0x300c0004, 'SQ'],
  ReferencedBeamNumber: [0x300c0006, 'IS'],
  ReferencedBrachyApplicationSetupSequence: [0x300c000a, 'SQ'],
  ReferencedFractionGroupSequence: [0x300c0020, 'SQ'],
  ReferencedFractionGroupNumber: [0x300c0022, 'IS'],
  ReferencedStructureSetSequence: [0x300c0060, 'SQ'],
  ReferencedDoseSequence: [0x300c0080, 'SQ'],
  ApprovalStatus: [0x300e0002, 'CS'],
  PixelData: [0x7fe00010, 'OW'],
};

/** A data set by keyword. A list of numbers becomes a decimal string, except in US; undefined leaves the attribute out. */
export interface Fields {
  readonly [keyword: string]: string | number | readonly number[] | Numbers | readonly Fields[] | WrittenElement | undefined;
}

function toElement(keyword: string, value: Exclude<Fields[string], undefined>): WrittenElement {
  const [tag, vr] = DICTIONARY[keyword] ?? [0, ''];
  if (typeof value === 'object' && 'vr' in value) return value as WrittenElement;
  if (vr === '') throw new Error(`the test dictionary has no ${keyword}`);
  if (vr === 'SQ') return { tag, vr, items: (value as readonly Fields[]).map(toElements) };
  if (vr === 'US') return { tag, vr, value: Uint16Array.of(Number(value)) };
  if (typeof value === 'string' || ArrayBuffer.isView(value)) return { tag, vr, value: value as string | Numbers };
  return { tag, vr, value: Array.isArray(value) ? value.join('\\') : String(value) };
}

export function toElements(fields: Fields): WrittenElement[] {
  return Object.entries(fields).flatMap(([keyword, value]) => (value === undefined ? [] : [toElement(keyword, value)]));
}

/** An attribute in another VR or storage than the dictionary's: `own('PixelData', { vr: 'OB', fragments })`. */
export function own(keyword: string, differs: Partial<WrittenElement>): WrittenElement {
  const [tag, vr] = DICTIONARY[keyword];
  return { tag, vr, ...differs };
}

export const fileBytes = (fields: Fields, options?: WriteOptions): Uint8Array => writeElements(toElements(fields), options);

export const fileOf = (fields: Fields, options?: WriteOptions, path = 'course/object.dcm'): DicomFile => ({
  path,
  bytes: fileBytes(fields, options),
});

/** Reads what is written, and says where it is of another kind than the test means. */
export function read<Kind extends ReturnType<typeof readDicom>['kind']>(kind: Kind, fields: Fields, options?: WriteOptions) {
  const object = readDicom(fileOf(fields, options));
  if (object.kind !== kind) throw new Error(`read as ${object.kind}, not ${kind}`);
  return object as Extract<typeof object, { kind: Kind }>;
}

/** The InputError of an action; anything else that it throws, or no error, fails the test. */
export function inputErrorOf(action: () => unknown): InputError {
  let result: unknown;
  try {
    result = action();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw new Error('threw something other than an InputError', { cause: error });
  }
  throw new Error(`was accepted as ${JSON.stringify(result)?.slice(0, 200)}`);
}

export const refusal = (fields: Fields, options?: WriteOptions): InputError =>
  inputErrorOf(() => readDicom(fileOf(fields, options)));
