import type { CaseInputs } from '../case/case-inputs';
import type { TissueModel } from '../effect/dose-question';
import type { ExportedGrid } from '../evaluation/exported-grid';
import { NOT_IN_PICTURE } from '../findings/dose';
import { type Finding, makeFinding } from '../findings/finding';
import { printable } from '../printable';
import { VERSION } from '../version';
import { copiedValues } from './copied-values';
import { doseComment, partsDelivered, partWords } from './part-delivered';

/** RT Dose Storage (PS3.4 annex B), Explicit VR Little Endian. */
const RT_DOSE_STORAGE = '1.2.840.10008.5.1.4.1.1.481.2';
const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const HIGHEST = 2 ** 32 - 1;

/** A UID of the 2.25 root from random bytes (PS3.5 B.2). */
function newUid(): string {
  return `2.25.${BigInt(`0x${globalThis.crypto.randomUUID().replaceAll('-', '')}`)}`;
}

/** A decimal string of at most 16 characters (VR DS). */
function decimalString(value: number): string {
  for (let digits = 15; digits > 0; digits--) {
    const text = String(Number(value.toPrecision(digits)));
    if (text.length <= 16) return text;
  }
  return value.toExponential(6);
}

/** What the model of the grid has beside alpha/beta. */
function modelWords({ repairHalfTimeHours, lqL }: TissueModel, { courses }: CaseInputs): string {
  const isFractionated = courses.some(({ phases }) => phases.some(({ schedule }) => schedule));
  return [
    isFractionated && `incomplete repair with a half-time of ${repairHalfTimeHours} h, `,
    lqL && `LQ-L above ${lqL.transitionGyPerFraction} Gy a fraction, `,
  ]
    .filter(Boolean)
    .join('');
}

/** What a Derivation Description (VR ST) holds; the names of courses are cut so that the rest is never lost. */
const LONGEST_ST = 1024;
const LONGEST_NAMES = 400;

/** How the grid was made; first of all where it is not the sum of all courses. */
function derivationWords(
  { tissue, lacks, unknownVoxels, unknownOf, grid }: ExportedGrid,
  model: string,
  parts: ReturnType<typeof partsDelivered>,
): string {
  const names = unknownOf.map(({ course, voxels }) => `"${course}" (${voxels} voxels)`).join(', ');
  const said = names.length > LONGEST_NAMES ? `${[...names].slice(0, LONGEST_NAMES - 3).join('')}...` : names;
  const sum =
    unknownVoxels > 0
      ? `Lower bound: in ${unknownVoxels} of ${grid.doseGy.length} voxels the dose of ${said} is not known, and they hold ` +
        'only what is known. Elsewhere cumulative EQD2 of all courses'
      : 'Cumulative EQD2 of all courses';
  const words =
    `${sum}; alpha/beta ${tissue.alphaBetaGy} Gy, ${model}no recovery.${partWords(parts, LONGEST_NAMES)} Not physical dose. ` +
    'For research and independent checking only.' +
    (lacks.length > 0
      ? ` Not in it, though in the table of organs: ${lacks.map((code) => NOT_IN_PICTURE[code]).join(', ')}.`
      : '');
  return printable(words).slice(0, LONGEST_ST);
}

/**
 * Writes the cumulative EQD2 as an RT Dose on the grid of the planned course's first phase: 32 bit, DoseType EFFECTIVE,
 * one stated alpha/beta, nothing forgiven.
 * @returns the file's bytes and what is to be said of it.
 * @throws InputError where an identifier of the inputs cannot be written as it is.
 */
export async function exportCumulativeDose(
  inputs: CaseInputs,
  exported: ExportedGrid,
): Promise<{ bytes: Uint8Array; findings: Finding[] }> {
  const { data } = (await import('dcmjs')).default;
  const { grid, tissue, lacks, unknownVoxels } = exported;
  const { alphaBetaGy } = tissue;
  const eqd2Gy = grid.doseGy;
  const model = modelWords(tissue, inputs);
  let highest = 0;
  for (const d of eqd2Gy) if (d > highest) highest = d;
  // The scaling as written is what readers will multiply by, so the stored values are made with it.
  const scaling = decimalString(highest > 0 ? (highest / HIGHEST) * (1 + 1e-9) : 1e-6);
  const perUnit = Number(scaling);
  const pixels = new Uint32Array(eqd2Gy.length);
  for (let n = 0; n < pixels.length; n++) pixels[n] = Math.min(HIGHEST, Math.round(eqd2Gy[n] / perUnit));

  const sopInstanceUid = newUid();
  const now = new Date().toISOString();
  const [date, time] = [now.slice(0, 10).replaceAll('-', ''), now.slice(11, 19).replaceAll(':', '')];
  const offsets = Array.from(grid.frameOffsetsMm, (offset) => offset - grid.frameOffsetsMm[0]);
  const origin = grid.originMm.map((p, axis) => p + grid.frameOffsetsMm[0] * grid.normal[axis]);
  const parts = partsDelivered(inputs);
  const derivation = derivationWords(exported, model, parts);
  const comment = doseComment(alphaBetaGy, unknownVoxels > 0, parts);
  const { values, planUids, findings } = copiedValues(inputs);
  const { denaturalizeDataset } = data.DicomMetaDictionary;
  const meta = {
    FileMetaInformationVersion: new Uint8Array([0, 1]).buffer,
    MediaStorageSOPClassUID: RT_DOSE_STORAGE,
    MediaStorageSOPInstanceUID: sopInstanceUid,
    TransferSyntaxUID: EXPLICIT_LITTLE_ENDIAN,
    ImplementationClassUID: '2.25.80302813137786398554742050926734630921',
    ImplementationVersionName: 'ISOEFFECT',
  };
  const dataset = {
    _vrMap: { PixelData: 'OW' },
    SpecificCharacterSet: 'ISO_IR 192',
    InstanceCreationDate: date,
    InstanceCreationTime: time,
    SOPClassUID: RT_DOSE_STORAGE,
    SOPInstanceUID: sopInstanceUid,
    ...values,
    StudyTime: '',
    AccessionNumber: '',
    Modality: 'RTDOSE',
    Manufacturer: 'Isoeffect',
    ReferringPhysicianName: '',
    SeriesDescription: `Cumulative EQD2, a/b ${alphaBetaGy} Gy`,
    OperatorsName: '',
    ManufacturerModelName: 'Isoeffect',
    SliceThickness: offsets.length > 1 ? decimalString(Math.abs(offsets[1] - offsets[0])) : '',
    SoftwareVersions: VERSION,
    SeriesInstanceUID: newUid(),
    StudyID: '',
    SeriesNumber: '',
    InstanceNumber: '1',
    ImagePositionPatient: origin.map(decimalString),
    ImageOrientationPatient: [...grid.alongRow, ...grid.alongColumn].map(decimalString),
    PositionReferenceIndicator: '',
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    NumberOfFrames: String(grid.frames),
    FrameIncrementPointer: 0x3004000c,
    Rows: grid.rows,
    Columns: grid.columns,
    PixelSpacing: [grid.rowSpacingMm, grid.columnSpacingMm].map(decimalString),
    BitsAllocated: 32,
    BitsStored: 32,
    HighBit: 31,
    PixelRepresentation: 0,
    DoseUnits: 'GY',
    DoseType: 'EFFECTIVE',
    DoseComment: comment,
    DerivationDescription: derivation,
    DoseSummationType: 'MULTI_PLAN',
    GridFrameOffsetVector: offsets.map(decimalString),
    DoseGridScaling: scaling,
    TissueHeterogeneityCorrection: 'IMAGE',
    ReferencedRTPlanSequence: planUids.map((uid) => ({
      ReferencedSOPClassUID: '1.2.840.10008.5.1.4.1.1.481.5',
      ReferencedSOPInstanceUID: uid,
    })),
    PixelData: pixels.buffer,
  };
  const file = new data.DicomDict(denaturalizeDataset(meta));
  file.dict = denaturalizeDataset(dataset);
  const said: Finding[] = [...findings];
  if (unknownVoxels > 0) {
    said.push(makeFinding('exported-dose-partly-unknown', 'warning', { unknownVoxels, voxels: eqd2Gy.length }));
  }
  if (lacks.length > 0) said.push(makeFinding('exported-dose-without', 'warning', { alphaBetaGy, lacks }));
  // What each value may be has been asked, by letters; the library counts otherwise.
  return { bytes: new Uint8Array(file.write({ allowInvalidVRLength: true })), findings: said };
}
