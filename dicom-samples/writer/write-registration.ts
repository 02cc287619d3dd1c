import { type Attributes, commonModules, ds, type Series, SOP, type Study, uidOf, writeDicom } from './dicom-file';
import { matrix16, type Rigid, STAYS } from './math';

const code = (value: string, meaning: string): Attributes => ({
  CodeValue: value,
  CodingSchemeDesignator: 'DCM',
  CodeMeaning: meaning,
});

function item(frameUid: string, toRegistered: Rigid, type: Attributes, comment: string): Attributes {
  return {
    FrameOfReferenceUID: frameUid,
    MatrixRegistrationSequence: [
      {
        FrameOfReferenceTransformationComment: comment,
        RegistrationTypeCodeSequence: [type],
        MatrixSequence: [
          {
            FrameOfReferenceTransformationMatrixType: 'RIGID',
            FrameOfReferenceTransformationMatrix: matrix16(toRegistered).map(ds),
          },
        ],
      },
    ],
  };
}

/**
 * Writes a Spatial Registration (PS3.3 A.39.1, C.20.2). The matrix of each item maps points of the item's frame of
 * reference to points of the object's own, which is that of `study`.
 */
export function writeRegistration(file: string, study: Study, series: Series, fromFrameUid: string, toRegistered: Rigid): void {
  writeDicom(file, {
    ...commonModules(study, series, SOP.registration, uidOf(`${series.uid} registration`)),
    ContentDate: study.date,
    ContentTime: '101500',
    BodyPartExamined: 'CHEST',
    InstanceNumber: '1',
    ContentLabel: 'RIGID',
    ContentDescription: 'Prior CT to planned CT',
    ContentCreatorName: '',
    RegistrationSequence: [
      item(study.frameOfReferenceUid, STAYS, code('125021', 'Frame of Reference Identity'), 'Planned CT'),
      item(fromFrameUid, toRegistered, code('125024', 'Image Content-based Alignment'), 'Prior CT to planned CT'),
    ],
  });
}
