import { makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import { refuseNowhere } from './bodily-places';
import type { DataSet } from './data-set';
import type { DicomHeader } from './dicom-header';
import type { PixelValues } from './pixel-values';
import { gridFindings, IN_ONE_FILE } from './plane-findings';
import { given } from './read-header';
import { readImagePlane } from './read-image-plane';
import { type PixelShape, readPixelShape, readPixels } from './read-pixels';
import type { PlanningSystemDvh, ReferencedPlan, RtDose } from './rt-dose';
import { asUnsigned, isUnsigned } from './signed-dose';
import type { TransferSyntax } from './transfer-syntax';

/** Numbers of items that have one; items without are passed over. */
function numbersOf(items: readonly DataSet[], keyword: 'ReferencedBeamNumber' | 'ReferencedROINumber'): number[] {
  return items.flatMap((item) => item.integer(keyword) ?? []);
}

/**
 * The plans that a dose names, each once, however many items name it, with the fraction groups and beams that it is of.
 */
export function readReferencedPlans(data: DataSet): ReferencedPlan[] {
  const items = data.items('ReferencedRTPlanSequence').flatMap((plan) => {
    const sopInstanceUid = plan.ascii('ReferencedSOPInstanceUID');
    const fractionGroups = plan.items('ReferencedFractionGroupSequence').flatMap((group) => {
      const number = group.integer('ReferencedFractionGroupNumber');
      return number === undefined
        ? []
        : [{ number, beamNumbers: numbersOf(group.items('ReferencedBeamSequence'), 'ReferencedBeamNumber') }];
    });
    return sopInstanceUid ? [{ sopInstanceUid, fractionGroups }] : [];
  });
  return [...new Set(items.map(({ sopInstanceUid }) => sopInstanceUid))].map((sopInstanceUid) => ({
    sopInstanceUid,
    fractionGroups: eachOnce(items.flatMap((item) => (item.sopInstanceUid === sopInstanceUid ? item.fractionGroups : []))),
  }));
}

type Groups = ReferencedPlan['fractionGroups'];

const eachOnce = (groups: Groups): Groups =>
  [...new Set(groups.map(({ number }) => number))].map((number) => {
    const same = groups.filter((group) => group.number === number);
    if (same.length === 1) return same[0];
    return { number, beamNumbers: [...new Set(same.flatMap(({ beamNumbers }) => beamNumbers))] };
  });

function readDvh(dvh: DataSet): PlanningSystemDvh {
  return {
    roiNumbers: numbersOf(dvh.items('DVHReferencedROISequence'), 'ReferencedROINumber'),
    type: dvh.code('DVHType'),
    doseUnits: dvh.code('DoseUnits'),
    doseType: dvh.code('DoseType'),
    volumeUnits: dvh.code('DVHVolumeUnits'),
    doseScaling: dvh.decimal('DVHDoseScaling') ?? 1,
    ...given('minimum', dvh.decimal('DVHMinimumDose')),
    ...given('maximum', dvh.decimal('DVHMaximumDose')),
    ...given('mean', dvh.decimal('DVHMeanDose')),
    data: dvh.decimals('DVHData') ?? new Float64Array(0),
  };
}

/** The planning system's DVHs are only compared with, so one that cannot be read is a finding and not the end. */
function readDvhs(data: DataSet): PlanningSystemDvh[] {
  return data.items('DVHSequence').flatMap((item) => {
    try {
      return [readDvh(item)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const facts = { where: error.where ?? '', found: error.found };
      data.findings.push(makeFinding('tps-dvh-unreadable', 'info', facts, { file: data.file }));
      return [];
    }
  });
}

/** Not of the standard's RT Dose, but dosimetry programs copy it from the images. */
function readRadionuclide(data: DataSet): string {
  const names = data.items('RadiopharmaceuticalInformationSequence').flatMap((item) => {
    const codes = item.items('RadionuclideCodeSequence').map((code) => code.text('CodeMeaning'));
    return [...codes, item.text('Radiopharmaceutical')];
  });
  return names.find((name) => name !== '') ?? '';
}

function readScaling(data: DataSet): number {
  const values = data.decimals('DoseGridScaling');
  if (values?.length !== 1 || !(values[0] > 0)) {
    throw data.refuse(
      'DoseGridScaling',
      values ? values.join('\\') : 'nothing',
      'one number above 0, the dose of one stored unit',
    );
  }
  return values[0];
}

/** An RT Dose may hold DVHs alone (PS3.3 C.8.8.3: the pixels are conditional): then there is no dose anywhere. */
function refuseWithoutGrid(data: DataSet): void {
  if (data.has('PixelData') || data.has('DoseGridScaling')) return;
  const only = data.has('DVHSequence') ? 'only DVHs of the planning system' : 'only its header';
  throw data.refuse(
    'PixelData',
    `nothing: the file has no dose grid, ${only}`,
    'a dose grid: export the dose of the plan with it',
  );
}

/** Stored values with the sign that they have: PS3.3 C.8.8.3 has signed ones for DoseType ERROR alone. */
function readStored(data: DataSet, syntax: TransferSyntax, shape: PixelShape, doseType: string): PixelValues {
  const { findings, file } = data;
  const values = readPixels(data, syntax, shape);
  if (values instanceof Uint16Array || values instanceof Uint32Array) return values;
  let voxels = 0;
  for (let n = 0; n < values.length; n++) if (values[n] < 0) voxels++;
  if (voxels === 0) return values;
  if (doseType === 'ERROR' || !isUnsigned(values)) {
    findings.push(makeFinding('negative-dose', 'warning', {}, { file }));
    return values;
  }
  const facts = { voxels, stored: doseType || 'PHYSICAL' };
  findings.push(makeFinding('dose-read-as-unsigned', 'error', facts, { file, answerable: true }));
  return asUnsigned(values);
}

/**
 * Reads an RT Dose (PS3.3 A.18.3, C.8.8.3).
 * @throws InputError where there is no dose grid, and on a missing or impossible scaling, spacing, position, orientation, pixel format or pixel length.
 */
export function readRtDose(data: DataSet, header: DicomHeader, syntax: TransferSyntax): RtDose {
  refuseWithoutGrid(data);
  const doseGridScaling = readScaling(data);
  const plane = readImagePlane(data);
  const shape = readPixelShape(data, [16, 32]);
  const doseType = data.code('DoseType');
  const pixels = readStored(data, syntax, shape, doseType);
  const gridFrameOffsetsMm = data.decimals('GridFrameOffsetVector');
  if (gridFrameOffsetsMm) refuseNowhere(data, 'GridFrameOffsetVector', gridFrameOffsetsMm);
  const { columns, rows, frames } = shape;
  const offsetsMm = gridFrameOffsetsMm?.length === frames ? gridFrameOffsetsMm : [0];
  data.findings.push(...gridFindings(plane, offsetsMm, IN_ONE_FILE, data.file));
  return {
    ...header,
    kind: 'dose',
    columns,
    rows,
    frames,
    ...plane,
    gridFrameOffsetsMm,
    doseUnits: data.code('DoseUnits'),
    doseType,
    doseSummationType: data.code('DoseSummationType'),
    doseGridScaling,
    pixels,
    referencedPlans: readReferencedPlans(data),
    ...given('referencedStructureSetUid', data.items('ReferencedStructureSetSequence')[0]?.ascii('ReferencedSOPInstanceUID')),
    tpsDvhs: readDvhs(data),
    ...given('radionuclide', readRadionuclide(data)),
  };
}
