import type { RtDose } from '../dicom/rt-dose';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { Finding } from '../finding';
import { makeDoseGrid } from '../geometry/dose-grid';
import { inOwnFrame, interpolateDose } from '../geometry/interpolate';
import { InputError } from '../input-error';

/** Which ROIs have contour points that the doses on their frame of reference do not reach. */
export function contoursOutsideDose(doses: readonly RtDose[], structureSets: readonly RtStructureSet[]): Finding[] {
  const findings: Finding[] = [];
  for (const dose of doses) {
    const here = structureSets.flatMap(({ rois, frameOfReferenceUid }) =>
      rois.filter(
        (roi) => roi.contours.length > 0 && (roi.frameOfReferenceUid ?? frameOfReferenceUid) === dose.frameOfReferenceUid,
      ),
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
      const message = `The dose grid does not reach all of ${[...new Set(outside.map(({ name }) => name))].join(', ')}. The dose outside is unknown, not zero.`;
      findings.push({ code: 'dose-grid-does-not-cover-roi', severity: 'warning', file: dose.file, message });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push({ code: 'dose-grid-unusable', severity: 'error', file: dose.file, message: error.message });
    }
  }
  return findings;
}
