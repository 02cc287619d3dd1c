import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import dcmjs from 'dcmjs';

export const SOP = {
  ct: '1.2.840.10008.5.1.4.1.1.2',
  dose: '1.2.840.10008.5.1.4.1.1.481.2',
  structures: '1.2.840.10008.5.1.4.1.1.481.3',
  plan: '1.2.840.10008.5.1.4.1.1.481.5',
  registration: '1.2.840.10008.5.1.4.1.1.66.1',
} as const;
export const IMPLICIT = '1.2.840.10008.1.2';
export const EXPLICIT = '1.2.840.10008.1.2.1';

export type Attributes = Record<string, unknown>;

/** The same UID for the same words, of the 2.25 root (PS3.5 B.2). */
export function uidOf(words: string): string {
  const hash = createHash('sha256').update(`Isoeffect samples: ${words}`).digest('hex');
  return `2.25.${BigInt(`0x${hash.slice(0, 32)}`)}`;
}

/** A decimal string of at most 16 characters (VR DS). */
export function ds(value: number): string {
  for (let digits = 15; digits > 0; digits--) {
    const text = String(Number(value.toPrecision(digits)));
    if (text.length <= 16) return text === '-0' ? '0' : text;
  }
  throw new Error(`${value} has no decimal string`);
}

/** What all files of one study share. */
export interface Study {
  readonly patientName: string;
  readonly patientId: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly uid: string;
  readonly date: string;
  readonly id: string;
  readonly description: string;
  readonly frameOfReferenceUid: string;
}

export interface Series {
  readonly uid: string;
  readonly modality: string;
  readonly number: number;
  readonly description: string;
}

/** A reference to a whole object, as items of referenced sequences have it. */
export const reference = (sopClass: string, uid: string): Attributes => ({
  ReferencedSOPClassUID: sopClass,
  ReferencedSOPInstanceUID: uid,
});

export const APPROVED = (date: string): Attributes => ({
  ApprovalStatus: 'APPROVED',
  ReviewDate: date,
  ReviewTime: '120000',
  ReviewerName: 'Reviewer^Sample',
});

/** The modules that every object has (PS3.3 C.7.1.1, C.7.2.1, C.7.3.1, C.7.4.1, C.7.5.1, C.12.1). */
export function commonModules(study: Study, series: Series, sopClass: string, sopInstanceUid: string): Attributes {
  return {
    SpecificCharacterSet: 'ISO_IR 192',
    InstanceCreationDate: study.date,
    InstanceCreationTime: '100000',
    SOPClassUID: sopClass,
    SOPInstanceUID: sopInstanceUid,
    StudyDate: study.date,
    SeriesDate: study.date,
    StudyTime: '090000',
    SeriesTime: '093000',
    AccessionNumber: '',
    Modality: series.modality,
    Manufacturer: 'Isoeffect sample writer',
    ReferringPhysicianName: '',
    StudyDescription: study.description,
    SeriesDescription: series.description,
    OperatorsName: '',
    ManufacturerModelName: 'Synthetic patient',
    PatientName: study.patientName,
    PatientID: study.patientId,
    PatientBirthDate: study.birthDate,
    PatientSex: study.sex,
    SoftwareVersions: '1',
    StudyInstanceUID: study.uid,
    SeriesInstanceUID: series.uid,
    StudyID: study.id,
    SeriesNumber: String(series.number),
    FrameOfReferenceUID: study.frameOfReferenceUid,
    PositionReferenceIndicator: '',
  };
}

/** Writes one DICOM file (PS3.10), attributes in the order of their tags. */
export function writeDicom(file: string, attributes: Attributes, transferSyntax: string = EXPLICIT): void {
  const { data } = dcmjs;
  const meta = {
    FileMetaInformationVersion: new Uint8Array([0, 1]).buffer,
    MediaStorageSOPClassUID: attributes.SOPClassUID,
    MediaStorageSOPInstanceUID: attributes.SOPInstanceUID,
    TransferSyntaxUID: transferSyntax,
    ImplementationClassUID: uidOf('implementation class'),
    ImplementationVersionName: 'ISOEFFECT-SAMPLE',
  };
  // The group of the meta header is to be keyed by tags too: keywords there are written as tags of nonsense.
  const dicom = new data.DicomDict(data.DicomMetaDictionary.denaturalizeDataset(meta));
  dicom.dict = data.DicomMetaDictionary.denaturalizeDataset(attributes);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, new Uint8Array(dicom.write()));
}
