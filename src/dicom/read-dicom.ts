import type { Finding } from '../findings/finding';
import type { DataSet } from './data-set';
import type { DicomHeader } from './dicom-header';
import type { DicomObject } from './dicom-object';
import { parseDataSet } from './parse-data-set';
import { openDicomFile } from './part10';
import { readCtImage } from './read-ct-image';
import { readDeformableRegistration } from './read-deformable-registration';
import { readHeader } from './read-header';
import { readSpatialRegistration } from './read-registration';
import { readRtDose } from './read-rt-dose';
import { readRtPlan } from './read-rt-plan';
import { readRtStructureSet } from './read-rt-structure-set';
import { objectKind, sopClassName } from './sop-class';
import type { TransferSyntax } from './transfer-syntax';

/** A file as the outside hands it in: a path to name it by, and its bytes. */
export interface DicomFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function readObject(data: DataSet, header: DicomHeader, syntax: TransferSyntax): DicomObject {
  switch (objectKind(header.sopClassUid, header.modality)) {
    case 'dose':
      return readRtDose(data, header, syntax);
    case 'structures':
      return readRtStructureSet(data, header);
    case 'plan':
      return readRtPlan(data, header);
    case 'registration':
      return readSpatialRegistration(data, header);
    case 'deformable-registration':
      return readDeformableRegistration(data, header);
    case 'ct':
      return readCtImage(data, header, syntax);
    case 'other':
      return { ...header, kind: 'other', sopClass: sopClassName(header.sopClassUid, header.modality) };
  }
}

/**
 * Reads one DICOM file: implicit or explicit VR, little or big endian, deflated, with or without preamble and meta header.
 * @returns the object, with what was odd and could be lived with as `findings`.
 * @throws NotDicomError where the bytes are no DICOM; InputError, naming file, tag, what was found and what is needed,
 *   where they are but cannot be used.
 */
export function readDicom(file: DicomFile): DicomObject {
  const opened = openDicomFile(file.path, file.bytes);
  const findings: Finding[] = [...opened.findings];
  const data = parseDataSet(file.path, opened, findings);
  return readObject(data, readHeader(data, opened), opened.syntax);
}
