import { describe, expect, it } from 'vitest';
import { withinFrameFindings } from '../../src/registration/within-frame';
import { type Fields, read } from '../dicom/objects';
import {
  deformation,
  deformationGrid,
  FRAME,
  matrixItem,
  OTHER_FRAME,
  QUARTER_TURN,
  registration,
  registrationItem,
  vectorsOf,
} from '../dicom/samples';

const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const DOWN = [1, 0, 0, 0, 0, 1, 0, 20, 0, 0, 1, 0, 0, 0, 0, 1];
const UP = [1, 0, 0, 0, 0, 1, 0, -5, 0, 0, 1, 0, 0, 0, 0, 1];
const images = { ReferencedImageSequence: [{ ReferencedSOPInstanceUID: '1.2.3.71' }] };
const item = (frame: string | undefined, matrix: readonly number[]) => registrationItem(frame, [matrixItem(matrix)], images);
const told = (...items: readonly Fields[]) =>
  withinFrameFindings(read('registration', registration({ RegistrationSequence: [...items] }))).map(
    ({ code, severity, answerable, facts }) => ({ code, severity, answerable, facts }),
  );
const asks = (code: string, movedMm: number, turnedDegrees: number, more: object = { frame: FRAME }) => [
  {
    code,
    severity: 'error',
    answerable: true,
    facts: {
      movedMm: expect.closeTo(movedMm, 6),
      turnedDegrees: expect.closeTo(turnedDegrees, 4),
      isDeformed: false,
      ...more,
    },
  },
];

describe('withinFrameFindings', () => {
  it('asks of two scans of one frame, by their images', () => {
    expect(told(item(FRAME, STILL), item(FRAME, DOWN))).toEqual(asks('registration-within-frame', 20, 0));
    expect(told(item(FRAME, DOWN), item(FRAME, STILL))).toEqual(asks('registration-within-frame', 20, 0));
    expect(told(item(FRAME, QUARTER_TURN), item(FRAME, STILL))).toMatchObject([{ facts: { turnedDegrees: 90 } }]);
    expect(told(item(FRAME, DOWN))).toEqual(asks('registration-within-frame', 20, 0));
  });

  it('asks of two scans of one frame that are registered to another', () => {
    const both = told(item(OTHER_FRAME, DOWN), item(OTHER_FRAME, UP), item(FRAME, STILL));
    expect(both).toEqual(asks('registration-within-frame', 25, 0, { frame: OTHER_FRAME }));
  });

  it('asks of images whose frame is not named', () => {
    expect(told(item(FRAME, STILL), item(undefined, DOWN))).toEqual(asks('registration-names-no-frame', 20, 0, {}));
    expect(told(item(FRAME, STILL), item(undefined, STILL))).toEqual([]);
  });

  it('asks nothing of a way from frame to frame, also where the registered frame itself is moved', () => {
    expect(told(item(FRAME, STILL), item(OTHER_FRAME, DOWN))).toEqual([]);
    expect(told(item(FRAME, DOWN), item(OTHER_FRAME, STILL))).toEqual([]);
    expect(told(item(FRAME, STILL), item(FRAME, STILL), item(OTHER_FRAME, DOWN), item(OTHER_FRAME, DOWN))).toEqual([]);
  });

  const deformed = (...items: readonly Fields[]) =>
    withinFrameFindings(read('deformable-registration', deformation(undefined, { DeformableRegistrationSequence: [...items] })));

  it('asks of a deformation within a frame, with its longest displacement', () => {
    const grid = { DeformableRegistrationGridSequence: [deformationGrid(vectorsOf((x) => [x > 0 ? 3 : 0, 4, 0]))] };
    expect(deformed({ SourceFrameOfReferenceUID: FRAME, ...grid })).toMatchObject([
      { code: 'registration-within-frame', answerable: true, facts: { isDeformed: true, movedMm: 5, frame: FRAME } },
    ]);
    expect(deformed({ SourceFrameOfReferenceUID: OTHER_FRAME, ...grid })).toEqual([]);
  });

  it('asks of an item that has neither matrix nor grid, but for the registered frame’s own', () => {
    expect(deformed({ SourceFrameOfReferenceUID: OTHER_FRAME })).toMatchObject([
      { code: 'registration-item-empty', severity: 'error', answerable: true, facts: { frame: OTHER_FRAME } },
    ]);
    expect(deformed({ SourceFrameOfReferenceUID: FRAME })).toEqual([]);
    const matrix = { PostDeformationMatrixRegistrationSequence: [matrixItem(STILL)] };
    expect(deformed({ SourceFrameOfReferenceUID: OTHER_FRAME, ...matrix })).toEqual([]);
  });
});
