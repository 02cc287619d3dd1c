import { makeFinding } from '../finding';
import { InputError } from '../input-error';
import type { DataSet } from './data-set';
import type { DicomHeader } from './dicom-header';
import { given } from './read-header';
import { readImagePlane } from './read-image-plane';
import { readPixelShape, readPixels } from './read-pixels';
import type { PlanningSystemDvh, ReferencedPlan, RtDose } from './rt-dose';
import type { TransferSyntax } from './transfer-syntax';

/** Numbers of items that have one; items without are passed over. */
function numbersOf(items: readonly DataSet[], keyword: 'ReferencedBeamNumber' | 'ReferencedROINumber'): number[] {
  return items.flatMap((item) => item.integer(keyword) ?? []);
}

function readReferencedPlans(data: DataSet): ReferencedPlan[] {
  return data.items('ReferencedRTPlanSequence').flatMap((plan) => {
    const sopInstanceUid = plan.ascii('ReferencedSOPInstanceUID');
    const fractionGroups = plan.items('ReferencedFractionGroupSequence').flatMap((group) => {
      const number = group.integer('ReferencedFractionGroupNumber');
      return number === undefined
        ? []
        : [{ number, beamNumbers: numbersOf(group.items('ReferencedBeamSequence'), 'ReferencedBeamNumber') }];
    });
    return sopInstanceUid ? [{ sopInstanceUid, fractionGroups }] : [];
  });
}

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

/**
 * Reads an RT Dose (PS3.3 A.18.3, C.8.8.3).
 * @throws InputError on a missing or impossible scaling, spacing, position, orientation, pixel format or pixel length.
 */
export function readRtDose(data: DataSet, header: DicomHeader, syntax: TransferSyntax): RtDose {
  const doseGridScaling = readScaling(data);
  const plane = readImagePlane(data);
  const { columns, rows, frames, ...stored } = readPixelShape(data, [16, 32]);
  const pixels = readPixels(data, syntax, { columns, rows, frames, ...stored });
  if (stored.signed && pixels.some((value) => value < 0)) {
    data.findings.push(makeFinding('negative-dose', 'warning', {}, { file: data.file }));
  }
  return {
    ...header,
    kind: 'dose',
    columns,
    rows,
    frames,
    ...plane,
    gridFrameOffsetsMm: data.decimals('GridFrameOffsetVector'),
    doseUnits: data.code('DoseUnits'),
    doseType: data.code('DoseType'),
    doseSummationType: data.code('DoseSummationType'),
    doseGridScaling,
    pixels,
    referencedPlans: readReferencedPlans(data),
    ...given('referencedStructureSetUid', data.items('ReferencedStructureSetSequence')[0]?.ascii('ReferencedSOPInstanceUID')),
    tpsDvhs: readDvhs(data),
  };
}
