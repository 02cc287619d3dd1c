import { describe, expect, it } from 'vitest';
import type { CourseScene } from '../../../src/app/engine/course-scene';
import {
  carriedWith,
  coveredBy,
  numberWithoutNote,
  setAccepted,
  setApart,
  setLandmarks,
  withEntry,
  withNewerAcceptances,
} from '../../../src/app/registration/edit-registration';
import { afterPick, isWhole, landmarkOf, pairOf } from '../../../src/app/registration/landmark-pairs';
import { pointsOf } from '../../../src/app/registration/points-of';
import { entryOf } from '../../../src/app/state/candidate';
import { middleOfPatient, middleOfVolume } from '../../../src/app/viewer/middle-of-volume';
import type { CtVolume } from '../../../src/app/viewer/scene';
import { type CaseFile, parseCaseFile } from '../../../src/case/case-file';
import { affineMap, mapPoint } from '../../../src/geometry/point-map';
import { readDeformation } from '../../../src/registration/deformation-text';

const SHIFT = [1, 0, 0, 5, 0, 1, 0, -7, 0, 0, 1, 9, 0, 0, 0, 1];
const BY = { by: 'a physicist', on: '2023-05-20' };
const caseFile: CaseFile = {
  isoeffectCase: 1,
  courses: [
    { role: 'prior', phases: [{ dose: 'prior/RD.dcm' }], structures: 'prior/RS.dcm' },
    { role: 'planned', phases: [{ dose: 'plan/RD.dcm' }] },
  ],
  structures: 'plan/RS.dcm',
  registrations: ['REG.dcm', 'OTHER.dcm'],
};
const scene = (sources: readonly string[]): CourseScene => ({
  course: 0,
  name: 'first',
  role: 'prior',
  anatomyFrameUid: '1.1',
  courseFrameUid: '1.2',
  map: affineMap(SHIFT),
  links: sources.map((source) => ({ source, fromFrameUid: '1.1', toFrameUid: '1.2', map: affineMap(SHIFT) })),
  outlines: [],
});
const linksTo = (toFrameUid: string, source: string, method: 'dicom' | 'manual' = 'manual') => [
  { source, method, fromFrameUid: '1.1', toFrameUid, map: affineMap(SHIFT) },
];
const tried = { map: affineMap(SHIFT), method: 'manual', note: 'moved by hand' } as const;

describe('a registration that was tried', () => {
  it('becomes an entry from the anatomy to the course, which is a case that can be read', () => {
    const entry = entryOf(tried, scene(['REG.dcm']));
    expect(entry).toEqual({ from: '1.1', to: '1.2', matrix: SHIFT, method: 'manual', note: 'moved by hand' });
    const next = withEntry(caseFile, entry, scene(['REG.dcm']));
    expect(next.registrations).toEqual(['OTHER.dcm', entry]);
    expect(parseCaseFile(JSON.stringify(next), 'case.json').registrations).toHaveLength(2);
  });

  it('with a deformation is packed and comes back the same', () => {
    const field = {
      originMm: [1, 2, 3],
      alongRow: [1, 0, 0],
      alongColumn: [0, 1, 0],
      normal: [0, 0, 1],
      spacingMm: [5, 6, 7],
      size: [2, 3, 2],
      displacementMm: Float32Array.from({ length: 36 }, (_, n) => n / 8 - 2),
    } as const;
    const entry = entryOf({ map: [{ matrix: SHIFT, field }], method: 'automatic deformable', note: '' }, scene([]));
    const text = JSON.parse(JSON.stringify(entry)) as { matrix: number[]; deformation: Parameters<typeof readDeformation>[0] };
    expect(text.matrix).toEqual(SHIFT);
    expect(readDeformation(text.deformation, 'case.json', 'registrations[0]')).toEqual(field);
  });

  it('replaces one that was tried before, and leaves a chain over other frames alone', () => {
    const first = entryOf(tried, scene([]));
    const once = withEntry(caseFile, first, scene(['REG.dcm', 'OTHER.dcm']));
    expect(once.registrations).toEqual(['REG.dcm', 'OTHER.dcm', first]);
    const second = entryOf({ ...tried, note: 'moved again' }, scene([]));
    expect(withEntry(once, second, scene(['moved by hand'])).registrations).toEqual(['REG.dcm', 'OTHER.dcm', second]);
  });
});

it('a map of the case without a note is known by its number, and a file or a note by itself', () => {
  const bare = { from: '1.1', to: '1.2', matrix: SHIFT };
  const { registrations } = { registrations: ['REG.dcm', { ...bare, note: 'fitted' }, bare] };
  expect(numberWithoutNote({ registrations }, 'the matrix registrations[2] of the case file')).toBe(3);
  expect(numberWithoutNote({ registrations }, 'REG.dcm')).toBeUndefined();
  expect(numberWithoutNote({ registrations }, 'fitted')).toBeUndefined();
});

describe('acceptance', () => {
  it('of a file holds it as it is, and is taken back whole', () => {
    const accepted = setAccepted(caseFile, scene(['REG.dcm']), BY, { 'REG.dcm': 'a'.repeat(64) });
    expect(accepted.registrations).toEqual([{ file: 'REG.dcm', accepted: { ...BY, sha256: 'a'.repeat(64) } }, 'OTHER.dcm']);
    expect(setAccepted(accepted, scene(['REG.dcm']), undefined, {}).registrations).toEqual(['REG.dcm', 'OTHER.dcm']);
  });

  it('of one that is written out is written with it', () => {
    const entry = entryOf(tried, scene([]));
    const own = { ...caseFile, registrations: [entry] };
    const accepted = setAccepted(own, scene(['moved by hand']), BY, {});
    expect(accepted.registrations).toEqual([{ ...(entry as object), accepted: BY }]);
    expect(setAccepted(accepted, scene(['moved by hand']), undefined, {}).registrations).toEqual([entry]);
  });

  it('of one of two maps that were both moved by hand is not of the other', () => {
    const [first, second] = ['1.2', '1.3'].map((courseFrameUid) => entryOf(tried, { anatomyFrameUid: '1.1', courseFrameUid }));
    const own = { ...caseFile, registrations: [first, second] };
    const accepted = setAccepted(own, scene(['moved by hand']), BY, {});
    expect(accepted.registrations).toEqual([{ ...(first as object), accepted: BY }, second]);
    const seen = withNewerAcceptances({ ...scene(['moved by hand']), links: linksTo('1.3', 'moved by hand') }, own, accepted);
    expect(seen.links[0]).not.toHaveProperty('accepted');
  });

  it('names every course that it is of: those on one frame, and those that one file carries', () => {
    const one = { ...scene(['fitted']), name: 'boost' };
    const same = { ...scene(['fitted']), course: 1, name: 'first' };
    const ofTheFile = { ...one, course: 2, name: 'third', courseFrameUid: '1.3', links: linksTo('1.3', 'REG.dcm', 'dicom') };
    const byHand = { ...one, course: 3, name: 'fourth', courseFrameUid: '1.4', links: linksTo('1.4', 'moved by hand') };
    const apart = { ...one, course: 4, name: 'fifth', courseFrameUid: '1.5', links: [] };
    const all = [one, same, ofTheFile, byHand, apart];
    expect(coveredBy(one, all)).toEqual(['boost', 'first']);
    const file = { ...one, links: linksTo('1.2', 'REG.dcm', 'dicom') };
    expect(coveredBy(file, [file, ...all.slice(1)])).toEqual(['boost', 'third']);
    expect(coveredBy(byHand, all)).toEqual(['fourth']);
    expect(carriedWith(one, all)).toEqual(['boost', 'first']);
  });

  it('of one that is put in place of it is gone', () => {
    const accepted = setAccepted(caseFile, scene(['REG.dcm']), BY, {});
    const next = withEntry(accepted, entryOf(tried, scene(['REG.dcm'])), scene(['REG.dcm']));
    expect(JSON.stringify(next)).not.toContain('a physicist');
  });
});

it('a course is set apart, and no longer once it is carried again', () => {
  const apart = setApart(caseFile, 0, true);
  expect(apart.courses[0].registration).toBe('none');
  expect(withEntry(apart, entryOf(tried, scene([])), scene([])).courses[0]).not.toHaveProperty('registration');
  expect(setApart(apart, 0, false)).toEqual(caseFile);
});

describe('landmarks', () => {
  it('are picked on the planned CT, then on the prior one, where the map takes the click', () => {
    const first = afterPick([], [1, 2, 3], affineMap(SHIFT), 'Point 1');
    expect(first).toEqual([{ name: 'Point 1', plannedMm: [1, 2, 3] }]);
    const whole = afterPick(first, [2, 2, 2], affineMap(SHIFT), 'Point 2');
    expect(whole).toEqual([{ name: 'Point 1', plannedMm: [1, 2, 3], priorMm: mapPoint(affineMap(SHIFT), [2, 2, 2]) }]);
    expect(whole[0].priorMm).toEqual([7, -5, 11]);
    expect(afterPick(whole, [4, 4, 4], affineMap(SHIFT), 'Point 2')).toEqual([
      ...whole,
      { name: 'Point 2', plannedMm: [4, 4, 4] },
    ]);
  });

  it('wait for the prior point where no map tells it', () => {
    const first = [{ name: 'Point 1', plannedMm: [1, 2, 3] }] as const;
    expect(afterPick(first, [2, 2, 2], undefined, 'Point 2')).toEqual(first);
  });

  it('are kept in the case to a hundredth of a millimetre', () => {
    const pair = { name: 'carina', plannedMm: [1.23456, 0, -2], priorMm: [7, 8.999, 9] } as const;
    expect(landmarkOf(pair)).toEqual({ name: 'carina', onAnatomyMm: [1.23, 0, -2], onCourseMm: [7, 9, 9] });
    const kept = setLandmarks(caseFile, 0, [landmarkOf(pair)]);
    expect(isWhole(pairOf(kept.courses[0].landmarks![0]))).toBe(true);
    expect(setLandmarks(kept, 0, [])).toEqual(caseFile);
  });
});

describe('where a registration begins', () => {
  /** 10 × 8 × 6 voxels of 2 × 3 × 4 mm; patient in i 6 to 9 of the lower half, air elsewhere. */
  const ct: CtVolume = {
    frameOfReferenceUid: '1.1',
    columns: 10,
    rows: 8,
    slices: 6,
    originMm: [10, 20, 30],
    alongRow: [1, 0, 0],
    alongColumn: [0, 1, 0],
    normal: [0, 0, 1],
    columnSpacingMm: 2,
    rowSpacingMm: 3,
    sliceOffsetsMm: Float64Array.from([0, 4, 8, 12, 16, 20]),
    hounsfield: Int16Array.from({ length: 480 }, (_, n) => (n % 10 >= 6 && Math.floor(n / 80) < 3 ? 0 : -1000)),
  };

  it('is the middle of the volume, or of what is no air in it', () => {
    expect(middleOfVolume(ct)).toEqual([19, 30.5, 40]);
    // Every third voxel is looked at: columns 6 and 9, rows 0, 3 and 6, the first three slices.
    expect(middleOfPatient(ct)).toEqual([10 + 7.5 * 2, 20 + 3 * 3, 34]);
    expect(middleOfPatient({ ...ct, hounsfield: new Int16Array(480).fill(-1000) })).toEqual(middleOfVolume(ct));
  });

  it('is given a region by the points of a solid, at the bottom and the top of its slabs', () => {
    const stack = {
      basis: { u: [0, 1, 0], v: [0, 0, 1], w: [1, 0, 0] },
      slabs: [{ bottomMm: 2, topMm: 4, rings: [Float64Array.from([5, 6, 7, 6, 7, 8])] }],
    } as never;
    expect([...pointsOf(stack)]).toEqual([2, 5, 6, 4, 5, 6, 2, 7, 6, 4, 7, 6, 2, 7, 8, 4, 7, 8]);
  });
});

describe('an acceptance', () => {
  const loaded = scene(['REG.dcm']);
  const accepted = setAccepted(caseFile, loaded, BY, { 'REG.dcm': 'a'.repeat(64) });

  it('is seen before the case is loaded again, and so is that it was taken back', () => {
    const [link] = withNewerAcceptances(loaded, caseFile, accepted).links;
    expect(link.accepted).toMatchObject(BY);
    const there = { ...loaded, links: [link] };
    expect(withNewerAcceptances(there, accepted, caseFile).links[0].accepted).toBeUndefined();
  });

  it('of a file that has changed since is not taken for one, whatever else is changed', () => {
    // The case has an acceptance that the engine does not honour: its links say that there is none.
    const other = { ...accepted, title: 'renamed' };
    expect(withNewerAcceptances(loaded, accepted, other).links[0].accepted).toBeUndefined();
  });
});
