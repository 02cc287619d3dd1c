import type { Outline } from './contours';
import { APPROVED, commonModules, reference, type Series, SOP, type Study, uidOf, writeDicom } from './dicom-file';

export interface DrawnRoi {
  readonly name: string;
  /** RT ROI Interpreted Type (PS3.3 C.8.8.8). */
  readonly type: string;
  readonly colour: readonly [number, number, number];
  readonly outlines: readonly Outline[];
}

export interface StructuresFile {
  readonly label: string;
  readonly ctSeriesUid: string;
  readonly ctStudyUid: string;
  /** Image of each slice, by z. */
  readonly imageAt: ReadonlyMap<number, string>;
  readonly rois: readonly DrawnRoi[];
}

const fixed = (value: number, digits: number) => String(Number(value.toFixed(digits)) + 0);

/** Writes a structure set (PS3.3 A.19): one contour for each slice, coordinates to 0.01 mm. */
export function writeStructures(file: string, study: Study, series: Series, set: StructuresFile): string {
  const sopInstanceUid = uidOf(`${series.uid} structures`);
  const images = [...set.imageAt.values()];
  writeDicom(file, {
    ...commonModules(study, series, SOP.structures, sopInstanceUid),
    InstanceNumber: '1',
    StructureSetLabel: set.label,
    StructureSetDate: study.date,
    StructureSetTime: '103000',
    ReferencedFrameOfReferenceSequence: [
      {
        FrameOfReferenceUID: study.frameOfReferenceUid,
        RTReferencedStudySequence: [
          {
            ...reference('1.2.840.10008.3.1.2.3.1', set.ctStudyUid),
            RTReferencedSeriesSequence: [
              { SeriesInstanceUID: set.ctSeriesUid, ContourImageSequence: images.map((uid) => reference(SOP.ct, uid)) },
            ],
          },
        ],
      },
    ],
    StructureSetROISequence: set.rois.map(({ name }, n) => ({
      ROINumber: String(n + 1),
      ReferencedFrameOfReferenceUID: study.frameOfReferenceUid,
      ROIName: name,
      ROIGenerationAlgorithm: 'AUTOMATIC',
    })),
    ROIContourSequence: set.rois.map(({ colour, outlines }, n) => ({
      ROIDisplayColor: colour.map(String),
      ContourSequence: outlines.map(({ z, points }) => ({
        ContourImageSequence: [reference(SOP.ct, set.imageAt.get(z)!)],
        ContourGeometricType: 'CLOSED_PLANAR',
        NumberOfContourPoints: String(points.length),
        ContourData: points.flatMap(([x, y]) => [fixed(x, 2), fixed(y, 2), fixed(z, 2)]),
      })),
      ReferencedROINumber: String(n + 1),
    })),
    RTROIObservationsSequence: set.rois.map(({ type }, n) => ({
      ObservationNumber: String(n + 1),
      ReferencedROINumber: String(n + 1),
      RTROIInterpretedType: type,
      ROIInterpreter: '',
    })),
    ...APPROVED(study.date),
  });
  return sopInstanceUid;
}
