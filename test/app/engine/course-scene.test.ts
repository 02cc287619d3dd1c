import { describe, expect, it } from 'vitest';
import { courseScenes } from '../../../src/app/engine/course-scene';
import { firstToShow, setAccepted } from '../../../src/app/registration/edit-registration';
import type { CaseFile } from '../../../src/case/case-file';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, registrationFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const BY = { by: 'a physicist', on: '2023-05-20' };

/** The planned dose on another frame than the anatomy, with or without a registration; the prior one on the anatomy's. */
async function plannedElsewhere(registrations: NonNullable<CaseFile['registrations']>) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 20,
    () => 20,
  );
  files['planned/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' });
  files['REG.dcm'] = registrationFile(STILL);
  const [first, second] = caseFile.courses as Record<string, unknown>[];
  const courses = [first, { ...second, phases: [{ dose: 'planned/RD.dcm', fractions: 10 }] }];
  const own = { ...caseFile, courses, registrations } as unknown as CaseFile;
  return { own, scenes: courseScenes(await loaded(own as never, files), []) };
}

describe('courseScenes', () => {
  it('has the planned course where its dose lies on another frame, with what carries it', async () => {
    const { own, scenes } = await plannedElsewhere(['REG.dcm']);
    expect(scenes.map(({ role, course, courseFrameUid, links }) => [role, course, courseFrameUid, links.length])).toEqual([
      ['prior', 0, PLANNED, 0],
      ['planned', 1, PRIOR, 1],
    ]);
    // It is what is still to be looked at, and it is accepted as a prior one's is.
    expect(firstToShow(scenes).role).toBe('planned');
    const accepted = setAccepted(own, scenes[1], BY, {}).registrations!;
    expect(accepted).toEqual([{ file: 'REG.dcm', accepted: BY }]);
    const after = await plannedElsewhere(accepted);
    expect(after.scenes[1].links[0].accepted).toMatchObject(BY);
    expect(firstToShow(after.scenes).role).toBe('prior');
  });

  it('has it with nothing that carries it, so that a registration can be made', async () => {
    const { scenes } = await plannedElsewhere([]);
    expect(scenes[1]).toMatchObject({ role: 'planned', map: undefined, links: [] });
    expect(firstToShow(scenes).role).toBe('planned');
  });

  it('has the prior course alone where the planned dose lies on the anatomy', async () => {
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 20,
      () => 20,
    );
    const scenes = courseScenes(await loaded(caseFile, files), []);
    expect(scenes.map(({ role }) => role)).toEqual(['prior']);
  });
});
