import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { readDicom } from '../../src/dicom/read-dicom';
import { type Fields, fileBytes } from '../dicom/objects';
import { ct, rtDose } from '../dicom/samples';
import { smallPatient } from './steps';

/*
 * A folder as large as a hospital's export with all phases of a 4D-CT and a backup in it. The files are sparse: they are
 * as long as they say, and hold zeros where their pixels are.
 */

const SIZE = 512;
const SLICES = 205;

/** Writes an object whose pixels are `pixelBytes` zeros (explicit VR little endian, PS3.5 7.1.2). */
function writeSparse(file: string, fields: Fields, pixelBytes: number): void {
  const before = fileBytes({ ...fields, PixelData: undefined });
  const element = new DataView(new ArrayBuffer(12));
  for (const [n, byte] of [0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x57].entries()) element.setUint8(n, byte);
  element.setUint32(8, pixelBytes, true);
  const at = openSync(file, 'w');
  writeSync(at, before);
  writeSync(at, new Uint8Array(element.buffer));
  ftruncateSync(at, before.length + element.byteLength + pixelBytes);
  closeSync(at);
}

/** Who the bundled patient is and what is planned for it. */
function patientOf(dose: string): Fields {
  const { patient, frameOfReferenceUid } = readDicom({ path: dose, bytes: readFileSync(dose) });
  return {
    PatientID: patient.id,
    PatientName: patient.name,
    PatientBirthDate: patient.birthDate,
    FrameOfReferenceUID: frameOfReferenceUid,
  };
}

/**
 * The smaller bundled patient, series of 205 CT slices of 512 × 512 on the frame of reference of its plan, an MR object of
 * 2.2 GB, a dose of 2.1 GB, and 2.5 GB that are no DICOM.
 * @returns the bytes that were added.
 */
export function writeLargeFolder(folder: string, series: number): number {
  smallPatient(folder);
  const patient = patientOf(path.join(folder, 'planned/RD.dcm'));
  for (let phase = 0; phase < series; phase++) {
    const to = path.join(folder, `4dct-${phase}`);
    mkdirSync(to);
    for (let slice = 0; slice < SLICES; slice++) {
      const fields = ct({
        ...patient,
        SOPInstanceUID: `1.2.3.900.${phase}.${slice}`,
        SeriesInstanceUID: `1.2.3.900.${phase}`,
        SliceThickness: 1.5,
        ImagePositionPatient: [-250, -250, -150 + 1.5 * slice],
        Rows: SIZE,
        Columns: SIZE,
        PixelSpacing: [0.977, 0.977],
        RescaleIntercept: -1000,
        RescaleSlope: 1,
      });
      writeSparse(path.join(to, `${slice}.dcm`), fields, 2 * SIZE * SIZE);
    }
  }
  const mr = { ...ct(patient), SOPClassUID: '1.2.840.10008.5.1.4.1.1.4.1', Modality: 'MR', SOPInstanceUID: '1.2.3.901' };
  writeSparse(path.join(folder, 'mr.dcm'), mr, 2_200_000_000);
  writeSparse(path.join(folder, 'dose.dcm'), rtDose({ ...patient, SOPInstanceUID: '1.2.3.902' }), 2_100_000_000);
  const backup = openSync(path.join(folder, 'backup.img'), 'w');
  ftruncateSync(backup, 2_500_000_000);
  closeSync(backup);
  return series * SLICES * 2 * SIZE * SIZE + 6_800_000_000;
}
