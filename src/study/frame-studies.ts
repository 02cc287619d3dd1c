import type { DicomHeader } from '../dicom/dicom-header';
import { type Finding, makeFinding } from '../findings/finding';
import type { CtSeries } from './ct-series';

/** What one study has in a frame of reference. */
interface InFrame {
  readonly study: string;
  readonly dates: Set<string>;
  readonly files: string[];
  /** Of each scan: where it begins and ends, and its slices. */
  readonly scans: string[];
}

/** Files that are named of each study. */
const NAMED = 3;

/**
 * Frames of reference that scans, doses or structures of different studies share, and that may not be one scan: the
 * studies have different dates, or their scans lie differently. Scanners and anonymisers give one frame to two scans;
 * the same coordinates are then two places.
 */
export function frameStudyFindings(objects: readonly DicomHeader[], series: readonly CtSeries[] = []): Finding[] {
  const frames = new Map<string, Map<string, InFrame>>();
  const studyOf = (frame: string, { studyInstanceUid: study }: DicomHeader): InFrame => {
    const studies = frames.get(frame) ?? new Map<string, InFrame>();
    frames.set(frame, studies);
    const known = studies.get(study) ?? { study, dates: new Set<string>(), files: [], scans: [] };
    studies.set(study, known);
    return known;
  };
  const placed = [
    ...objects.map((object) => ({ object, scan: undefined })),
    ...series.map((scan) => ({ object: scan.images[0], scan })),
  ];
  for (const { object, scan } of placed) {
    if (!object.frameOfReferenceUid || !object.studyInstanceUid) continue;
    const study = studyOf(object.frameOfReferenceUid, object);
    if (object.studyDate) study.dates.add(object.studyDate);
    for (const { file } of scan?.images ?? [object]) study.files.push(file);
    if (scan) study.scans.push([scan.fromMm, scan.toMm, scan.images.length].join(' '));
  }
  return [...frames].flatMap(([frame, studies]): Finding[] => {
    const all = [...studies.values()];
    if (!all.some((a, n) => all.slice(n + 1).some((b) => areApart(a, b)))) return [];
    const facts = all.map(({ dates, files }) => ({
      date: [...dates].join(', '),
      files: files.slice(0, NAMED),
      more: Math.max(0, files.length - NAMED),
    }));
    return [makeFinding('frame-in-several-studies', 'warning', { frame, studies: facts }, { file: all[0].files[0] })];
  });
}

/** Whether two studies are told to be of different days, or have no scan in common that lies alike. */
function areApart(a: InFrame, b: InFrame): boolean {
  if (a.dates.size > 0 && b.dates.size > 0 && ![...a.dates].some((date) => b.dates.has(date))) return true;
  return a.scans.length > 0 && b.scans.length > 0 && !a.scans.some((scan) => b.scans.includes(scan));
}
