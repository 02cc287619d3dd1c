import { describe, expect, it } from 'vitest';
import type { CourseScene } from '../../../src/app/engine/course-scene';
import { setAccepted, setApart, setLandmarks, withEntry } from '../../../src/app/registration/edit-registration';
import { sceneAsInCase } from '../../../src/app/registration/scene-as-in-case';
import { entryOf } from '../../../src/app/state/candidate';
import type { CaseFile } from '../../../src/case/case-file';
import { affineMap } from '../../../src/geometry/point-map';

const SHIFT = [1, 0, 0, 5, 0, 1, 0, -7, 0, 0, 1, 9, 0, 0, 0, 1];
const BY = { by: 'Dr C', on: '2026-11-27' };
const frames = { anatomyFrameUid: '1.1', courseFrameUid: '1.2' };
const before: CaseFile = {
  isoeffectCase: 1,
  courses: [
    { role: 'prior', name: 'first', phases: [{ dose: 'prior/RD.dcm' }], structures: 'prior/RS.dcm' },
    { role: 'planned', phases: [{ dose: 'plan/RD.dcm' }] },
  ],
  structures: 'plan/RS.dcm',
  registrations: [{ file: 'REG.dcm', accepted: BY }],
};
const identity = affineMap([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
const read: CourseScene = {
  course: 0,
  name: 'first',
  role: 'prior',
  ...frames,
  map: identity,
  links: [{ source: 'REG.dcm', method: 'dicom', fromFrameUid: '1.1', toFrameUid: '1.2', map: identity, accepted: BY }],
  outlines: [],
};
const byHand = entryOf({ map: affineMap(SHIFT), method: 'manual', note: 'moved by hand' }, frames);
const put = withEntry(before, byHand, read);

describe('a scene that was made of the case before', () => {
  it('shows what was put into the case at once, and nothing of the old registration', () => {
    const now = sceneAsInCase(read, before, put);
    expect(now.awaited).toBe('computed');
    expect(now.map).toEqual(affineMap(SHIFT));
    expect(now.links).toEqual([
      { source: 'moved by hand', method: 'manual', fromFrameUid: '1.1', toFrameUid: '1.2', map: affineMap(SHIFT) },
    ]);
  });

  it('shows an acceptance that the newer case has, as after an undo', () => {
    const own = { ...put, registrations: [{ ...(byHand as object), accepted: BY } as typeof byHand] };
    expect(sceneAsInCase(read, before, own).links[0].accepted).toEqual(BY);
  });

  it.each([
    ['a file in place of another', { ...before, registrations: ['OTHER.dcm'] }],
    ['none any more', { ...before, registrations: undefined }],
    ['a map the other way round', { ...before, registrations: [{ from: '1.2', to: '1.1', matrix: SHIFT }] }],
    ['two maps between the frames', { ...put, registrations: [byHand, { ...(byHand as object), note: 'again' }] }],
    ['another anatomy', { ...put, structures: 'plan/OTHER.dcm' }],
    ['another dose of the course', { ...put, courses: [{ ...put.courses[0], phases: [{ dose: 'x.dcm' }] }, put.courses[1]] }],
    ['the courses in another order', { ...put, courses: [...put.courses].reverse() }],
    ['a course less', { ...put, courses: put.courses.slice(1) }],
  ] as unknown as [string, CaseFile][])('shows nothing for the case’s until it is read: %s', (_, newer) => {
    const now = sceneAsInCase(read, before, newer);
    expect(now).toMatchObject({ awaited: 'computed', map: undefined, links: [] });
  });

  it('shows nothing of a case that cannot be read', () => {
    expect(sceneAsInCase(read, before, put, true)).toMatchObject({ awaited: 'refused', map: undefined, links: [] });
  });

  it.each([
    ['landmarks', setLandmarks(before, 0, [{ name: 'carina', onAnatomyMm: [0, 0, 0], onCourseMm: [1, 0, 0] }])],
    ['what it is called', { ...before, title: 'another' }],
    ['that the course is apart', setApart(before, 0, true)],
    ['a limit', { ...before, constraints: ['nieder-cord'] }],
  ] as [string, CaseFile][])('stands where nothing that carries the course was changed: %s', (_, newer) => {
    const now = sceneAsInCase(read, before, newer);
    expect(now.awaited).toBeUndefined();
    expect(now.links).toEqual(read.links);
  });

  it('waits for nothing where the acceptance alone was given or taken back', () => {
    const revoked = setAccepted(before, read, undefined, {});
    const now = sceneAsInCase(read, before, revoked);
    expect(now.awaited).toBeUndefined();
    expect(now.links[0]).not.toHaveProperty('accepted');
    expect(now.map).toBe(identity);
  });
});
