import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';

/** The frame that the contours are in: one for all, or that of the most ROIs, with the others left out and said. */
export function contourFrame(structures: RtStructureSet, findings: Finding[]): string {
  const counts = new Map<string, string[]>();
  for (const roi of structures.rois) {
    if (roi.contours.length === 0) continue;
    const uid = roi.frameOfReferenceUid ?? structures.frameOfReferenceUid ?? '';
    counts.set(uid, [...(counts.get(uid) ?? []), roi.name]);
  }
  const frames = [...counts.entries()].sort((a, b) => b[1].length - a[1].length);
  if (frames.length === 0 || frames[0][0] === '') {
    throw new InputError({
      file: structures.file,
      where: '(3006,0024) ReferencedFrameOfReferenceUID',
      found: frames.length === 0 ? 'no ROI with contours' : 'nothing: no contour names its frame of reference',
      needed: 'a structure set whose contours name their frame of reference: export it again, with the images it was drawn on',
    });
  }
  for (const [uid, rois] of frames.slice(1)) {
    const facts = { rois, frame: uid, others: frames[0][0] };
    findings.push(makeFinding('roi-in-another-frame', 'error', facts, { file: structures.file, answerable: true }));
  }
  return frames[0][0];
}
