import type { CaseInputs } from '../case/case-inputs';
import type { DoseHeader } from '../dicom/rt-dose';
import type { TissueModel } from '../effect/dose-question';
import { InputError } from '../input-error';
import { sumResponses } from '../radiobiology/sum-grids';
import { type EffectGrid, effectGrid, isGrid, type NoGrid } from './effect-grid';
import { type NotInPicture, pictureTissue } from './picture-tissue';

/** The cumulative EQD2 as it is exported: never for a metric. */
export interface ExportedGrid {
  /** The planned dose's own grid; `doseGy` is the cumulative EQD2. */
  readonly grid: EffectGrid['grid'];
  readonly header: DoseHeader;
  readonly tissue: TissueModel;
  /** What organs of the table have and one alpha/beta for a whole grid cannot have. */
  readonly lacks: readonly NotInPicture[];
  /** Voxels where some course's dose is unknown; they hold what is known of it and the other courses. */
  readonly unknownVoxels: number;
  /** Of how many of these each course's dose is unknown, for those courses that have any. */
  readonly unknownOf: readonly { readonly course: string; readonly voxels: number }[];
}

/** What is asked of an export. */
export interface ExportQuestion {
  readonly alphaBetaGy: number;
  /** For several fractions a day; where left out, the half-time of the organs that have this alpha/beta. */
  readonly repairHalfTimeHours?: number | undefined;
  /** Tissue models of the organs of the table. */
  readonly organs: readonly TissueModel[];
  readonly outsideIsZero: boolean;
}

/**
 * The cumulative EQD2 on the grid of the planned course's first phase, with one alpha/beta and no recovery. Physical
 * doses are interpolated to the voxels, converted there phase by phase, and added.
 * @throws InputError where there is no planned dose grid, a course is only a record, a course is kept apart, a frame
 * cannot be reached, or several fractions a day have no one repair half-time.
 */
export function exportedGrid(inputs: CaseInputs, question: ExportQuestion): ExportedGrid {
  const { alphaBetaGy, repairHalfTimeHours, organs, outsideIsZero } = question;
  if (!(alphaBetaGy > 0))
    throw new InputError({ where: 'doseAlphaBetaGy', found: `${alphaBetaGy} Gy`, needed: 'an alpha/beta above 0 Gy' });
  const first = inputs.courses.find((course) => course.role === 'planned')?.phases[0];
  if (first?.dose.kind !== 'grid' || !first.header) throw withoutGrid('no-course');
  const picture = pictureTissue(alphaBetaGy, organs, inputs.courses);
  const lacksRepair = picture.lacks.includes('incomplete-repair');
  if (lacksRepair && repairHalfTimeHours === undefined) {
    throw new InputError({
      where: 'doseRepairHalfTimeHours',
      found: `several fractions a day, and no one repair half-time of the organs with alpha/beta ${alphaBetaGy} Gy`,
      needed: 'the repair half-time in hours that the exported grid is made with',
    });
  }
  const tissue = { ...picture.tissue, ...(repairHalfTimeHours !== undefined && { repairHalfTimeHours }) };
  const made = effectGrid(inputs, { scope: 'cumulative', quantity: 'eqd2', tissue, plannedScale: 1, outsideIsZero });
  if (!isGrid(made)) throw withoutGrid(made);
  const { doseGy } = made.grid;
  let unknownVoxels = 0;
  for (let n = 0; n < doseGy.length; n++) if (Number.isNaN(doseGy[n])) unknownVoxels++;
  const unknownOf = unknownVoxels > 0 ? unknownOfEach(made.phases) : [];
  if (unknownVoxels > 0) {
    const known = made.phases.map((phase) => ({
      ...phase,
      doseGy: phase.doseGy.map((gy) => (Number.isNaN(gy) ? 0 : gy)),
    }));
    sumResponses(known, doseGy);
  }
  const lacks = picture.lacks.filter((code) => code !== 'incomplete-repair');
  return { grid: made.grid, header: first.header, tissue, lacks, unknownVoxels, unknownOf };
}

/** For each course, the voxels where the dose of one of its phases is unknown. */
function unknownOfEach(phases: EffectGrid['phases']): { course: string; voxels: number }[] {
  return [...new Set(phases.map(({ course }) => course))].flatMap((course) => {
    const doses = phases.filter((phase) => phase.course === course).map(({ doseGy }) => doseGy);
    let voxels = 0;
    for (let n = 0; n < doses[0].length; n++) {
      let isUnknown = false;
      for (let p = 0; p < doses.length && !isUnknown; p++) isUnknown = Number.isNaN(doses[p][n]);
      if (isUnknown) voxels++;
    }
    return voxels > 0 ? [{ course, voxels }] : [];
  });
}

function withoutGrid(why: NoGrid): InputError {
  const where = 'doseOut';
  if (why === 'no-course') {
    return new InputError({
      where,
      found: 'a case without a planned dose grid',
      needed: 'a planned course with an RT Dose, on whose grid the sum is written',
    });
  }
  const { course } = why;
  const SAID = {
    'no-dose': { found: `course "${course.name}" without a dose file`, needed: 'an RT Dose for every course' },
    'no-way': {
      found: `course "${course.name}", whose frame of reference nothing joins to that of the planned dose`,
      needed: 'a registration between the two frames',
    },
    apart: {
      found: `course "${course.name}", which is not carried onto the anatomy`,
      needed: 'a registration: doses that cannot be laid over each other have no sum in space',
    },
  };
  return new InputError({ where, ...SAID[why.why] });
}
