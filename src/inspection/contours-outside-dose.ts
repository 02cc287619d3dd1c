import { nameRois } from '../case/roi-names';
import type { RtDose } from '../dicom/rt-dose';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import { makeDoseGrid } from '../geometry/dose-grid';
import { inOwnFrame, interpolateDose } from '../geometry/interpolate';
import { InputError } from '../input-error';

/** Which ROIs have contour points that the doses on their frame of reference do not reach. */
export function contoursOutsideDose(doses: readonly RtDose[], structureSets: readonly RtStructureSet[]): Finding[] {
  const findings: Finding[] = [];
  for (const dose of doses) {
    const here = structureSets.flatMap(({ rois, frameOfReferenceUid }) =>
      nameRois(rois, ({ contours }) => contours.length > 0).flatMap(({ roi, name, isDrawn }) => {
        const isHere = isDrawn && (roi.frameOfReferenceUid ?? frameOfReferenceUid) === dose.frameOfReferenceUid;
        return isHere ? [{ name, contours: roi.contours }] : [];
      }),
    );
    if (here.length === 0) continue;
    try {
      const field = inOwnFrame(makeDoseGrid(dose));
      const outside = here.filter(({ contours }) =>
        contours.some(({ pointsMm }) => {
          const doseGy = new Float32Array(pointsMm.length / 3);
          interpolateDose(field, pointsMm, doseGy.length, doseGy);
          return doseGy.some(Number.isNaN);
        }),
      );
      if (outside.length === 0) continue;
      const facts = { seenIn: 'contours', rois: [...new Set(outside.map(({ name }) => name))] } as const;
      findings.push(makeFinding('dose-grid-does-not-cover-roi', 'warning', facts, { file: dose.file }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(makeFinding('dose-grid-unusable', 'error', error.refusal, { file: dose.file }));
    }
  }
  return findings;
}
