import { makeFinding } from '../findings/finding';
import type { DataSet } from './data-set';
import { readDate } from './date';
import type { DicomHeader } from './dicom-header';
import type { OpenedFile } from './part10';

/** `{ [key]: value }` where there is a value; nothing where it is '' or undefined. */
export function given<Key extends string, Value>(key: Key, value: Value | '' | undefined): { [K in Key]?: Value } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [K in Key]?: Value };
}

/**
 * Reads what every object has (PS3.3 C.7, C.12.1). Missing identifiers are '' and a finding.
 * The findings array is shared with the data set, so what is found later while reading is in it too.
 */
export function readHeader(data: DataSet, opened: OpenedFile): DicomHeader {
  const { file, findings } = data;
  const sopClassUid = data.ascii('SOPClassUID') || opened.sopClassUid;
  const sopInstanceUid = data.ascii('SOPInstanceUID') || opened.sopInstanceUid;
  const studyInstanceUid = data.ascii('StudyInstanceUID');
  const seriesInstanceUid = data.ascii('SeriesInstanceUID');
  const missing = Object.entries({ SOPClassUID: sopClassUid, SOPInstanceUID: sopInstanceUid, StudyInstanceUID: studyInstanceUid })
    .filter(([, uid]) => uid === '')
    .map(([keyword]) => keyword);
  if (missing.length > 0) {
    findings.push(makeFinding('identifiers-missing', 'warning', { missing }, { file }));
  }
  const modality = data.code('Modality');
  // Of the hundreds of slices of a CT none is dated by this.
  const studyDate = readDate(data, 'StudyDate', !modality.startsWith('RT'));
  return {
    file,
    sopClassUid,
    sopInstanceUid,
    transferSyntaxUid: opened.syntax.uid,
    modality,
    patient: {
      id: data.text('PatientID'),
      name: data.text('PatientName', 'PN'),
      birthDate: data.ascii('PatientBirthDate'),
      ...given('sex', data.code('PatientSex')),
    },
    studyInstanceUid,
    seriesInstanceUid,
    ...given('frameOfReferenceUid', data.ascii('FrameOfReferenceUID')),
    ...given('studyDate', studyDate),
    ...given('studyDescription', data.text('StudyDescription')),
    ...given('seriesDescription', data.text('SeriesDescription')),
    ...given('manufacturer', data.text('Manufacturer')),
    ...given('modelName', data.text('ManufacturerModelName')),
    ...given('softwareVersions', data.text('SoftwareVersions')),
    findings,
  };
}
