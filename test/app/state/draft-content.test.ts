import { describe, expect, it } from 'vitest';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { aboutContent } from '../../../src/app/host/draft-head';
import { draftContent, readDraftContent } from '../../../src/app/state/draft-content';
import { type AppState, START } from '../../../src/app/state/store';
import type { Trial } from '../../../src/app/state/trials';
import type { CaseFile } from '../../../src/case/case-file';
import type { Assessment } from '../../../src/evaluation/assessment';
import { affineMap } from '../../../src/geometry/point-map';
import type { Guess } from '../../../src/inspection/proposal-words';
import { VERSION } from '../../../src/version';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };
const GUESS = { field: 'courses[0].role', code: 'only-course', facts: { name: 'A' }, message: 'A is taken' } as unknown as Guess;

const WITHOUT = { ...START, caseFile: CASE };

it('keeps with a draft what of it is still a guess', () => {
  const kept = readDraftContent(draftContent({ ...WITHOUT, place: { folder: 'data' }, guesses: [GUESS] }));
  expect(kept).toEqual({ caseFile: CASE, label: '', inputs: {}, folder: 'data', guesses: [GUESS], trials: [] });
});

it('keeps with a draft whose it is, which case, on which files and from which file, for the list too', () => {
  const patients = [
    { id: '2', name: 'B', birthDate: '', sex: '', files: 1 },
    { id: '1', name: 'A^ANNA', birthDate: '', sex: '', files: 9 },
  ];
  const study = { inspection: { patients } } as unknown as OpenedStudy;
  const place = { folder: '/a', path: '/a/case.json', identity: '2.25.7', draft: '2.25.7/1', disk: 'd'.repeat(64) };
  const seenInputs = { 'RD.dcm': 'a'.repeat(64) };
  const content = draftContent({ ...WITHOUT, study, place, seenInputs, inputHashes: seenInputs, label: 'case.json' });
  const patient = { id: '1', name: 'A^ANNA' };
  expect(readDraftContent(content)).toEqual({
    caseFile: CASE,
    identity: '2.25.7',
    label: 'case.json',
    patient,
    inputs: seenInputs,
    base: 'd'.repeat(64),
    folder: '/a',
    path: '/a/case.json',
    guesses: [],
    trials: [],
  });
  const writtenBy = `isoeffect ${VERSION}`;
  expect(aboutContent(content)).toEqual({ identity: '2.25.7', label: 'case.json', path: '/a/case.json', patient, writtenBy });
  // Of an assessment the patient is the one that it is of.
  const original = { patient: { id: '2', name: 'B' } } as unknown as Assessment;
  expect(readDraftContent(draftContent({ ...WITHOUT, study, original })).patient).toEqual({ id: '2', name: 'B' });
});

describe('the files that a draft was made on', () => {
  const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)];
  const kept = (state: Partial<AppState>) => readDraftContent(draftContent({ ...WITHOUT, ...state }));

  it('are those that the case uses as they are; what they were when they were seen first is kept beside that', () => {
    const seenInputs = { RD: OLD, RS: OLD, 'no longer used': OLD };
    expect(kept({ seenInputs, inputHashes: { RD: NEW, RS: OLD } })).toMatchObject({
      inputs: { RD: NEW, RS: OLD },
      seen: { RD: OLD },
    });
    expect(kept({ seenInputs, inputHashes: { RD: OLD, RS: OLD } })).not.toHaveProperty('seen');
  });

  it("stay, with their patient, those of the draft that is gone on with, while another's files are open", () => {
    const study = { inspection: { patients: [{ id: 'A1', name: 'ALPHA', files: 9 }] } } as unknown as OpenedStudy;
    const awaited = { patient: { id: 'B2', name: 'BETA' }, inputs: { RD: OLD } };
    expect(kept({ study, awaited, seenInputs: { RD: OLD } })).toMatchObject({ inputs: { RD: OLD }, patient: awaited.patient });
    // Nor does a draft that names nobody become that patient's.
    expect(kept({ study, awaited: { inputs: {} } })).not.toHaveProperty('patient');
  });
});

it('keeps with a draft what is tried as a registration, moved or deformed', () => {
  const matrix = [1, 0, 0, 20, 0, 1, 0, -7.5, 0, 0, 1, 9, 0, 0, 0, 1];
  const field = {
    originMm: [1, 2, 3],
    alongRow: [1, 0, 0],
    alongColumn: [0, 1, 0],
    normal: [0, 0, 1],
    spacingMm: [5, 6, 7],
    size: [2, 3, 2],
    displacementMm: Float32Array.from({ length: 36 }, (_, n) => n / 8 - 2),
  } as const;
  const trials: readonly Trial[] = [
    {
      anatomyFrameUid: '1.1',
      courseFrameUid: '1.2',
      courses: ['first'],
      candidate: { map: affineMap(matrix), method: 'manual', note: 'moved by hand' },
    },
    {
      anatomyFrameUid: '1.1',
      courseFrameUid: '1.3',
      courses: ['second'],
      candidate: { map: [{ matrix, field }], method: 'automatic deformable', note: 'elastix' },
    },
  ];
  const kept = readDraftContent(draftContent({ ...WITHOUT, trials }));
  expect(kept.trials).toEqual(trials);
});

it('reads a draft that was written before guesses were kept', () => {
  const content = JSON.stringify({ text: JSON.stringify(CASE), folder: '', path: '/a/case.json' });
  expect(readDraftContent(content)).toEqual({
    caseFile: CASE,
    inputs: {},
    folder: '',
    path: '/a/case.json',
    guesses: [],
    trials: [],
  });
});
