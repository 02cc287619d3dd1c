import { expect, it } from 'vitest';
import { isUnregistered, problemOf } from '../../../src/app/words/problem';
import { foldedParts, refusalLead, refusalText } from '../../../src/app/words/refusal-words';
import type { CaseInputs } from '../../../src/case/case-inputs';
import { coursePaths } from '../../../src/case/course-paths';
import { affineMap } from '../../../src/geometry/point-map';
import { IDENTITY } from '../../../src/geometry/transform';

/* Two frames without a registration are work to be done, and are not told as a broken file. */

const dose = (frameOfReferenceUid: string) => ({ kind: 'grid', grid: { frameOfReferenceUid } });
const course = (name: string, ...frames: string[]) => ({
  name,
  phases: frames.map((uid) => ({ dose: dose(uid), files: [{ path: `${name}.dcm` }] })),
});
const inputs = (transforms: object[], ...courses: object[]) =>
  ({ courses, transforms, frameOfReferenceUid: '1.2' }) as unknown as CaseInputs;
const thrown = (of: CaseInputs): unknown => {
  try {
    coursePaths(of);
  } catch (error) {
    return error;
  }
  return undefined;
};

it('says plainly that there is no registration yet, and where one is made', () => {
  const problem = problemOf(thrown(inputs([], course('prior', '1.3'))));
  expect(isUnregistered(problem)).toBe(true);
  if (problem.kind !== 'refusal') throw new Error('no refusal');
  const said = (['en', 'zh', 'ja'] as const).map((language) => refusalText(language, problem.refusal));
  expect(said[0]).toMatch(/^There is no registration yet between .+ Registration screen/);
  expect(said[1]).toContain('“配准”页面');
  expect(said[2]).toContain('「位置合わせ」画面');
  for (const text of said) expect(text).toContain('prior.dcm');
  // Whose dose it is, a planned course's too, and no tag or UID before it is asked for.
  for (const language of ['en', 'zh', 'ja'] as const) {
    expect(refusalLead(language, problem.refusal)).toContain('prior');
    expect(foldedParts(language, problem.refusal).open).toEqual([]);
  }
});

it('is nothing where a registration joins the frames, and another refusal where the phases of a course lie apart', () => {
  const joined = [{ source: 'REG', fromFrameUid: '1.2', toFrameUid: '1.3', map: affineMap(IDENTITY) }];
  expect(thrown(inputs(joined, course('prior', '1.3')))).toBeUndefined();
  expect(isUnregistered(problemOf(thrown(inputs([], course('prior', '1.2', '1.3')))))).toBe(false);
});
