import { InputError } from '../input-error';
import { type FramePath, findFramePath, wrongWayRound } from '../registration/frame-path';
import type { CaseInputs } from './case-inputs';
import { NotRegistered } from './not-registered';

/** For each course, how the points of the anatomy are carried into its frame; undefined for one without a dose grid, or apart. */
export type CoursePaths = readonly (FramePath | undefined)[];

/**
 * Finds the way from the anatomy's frame to each course's.
 * @throws InputError where nothing joins the frames: identity is never assumed.
 */
export function coursePaths(inputs: CaseInputs): CoursePaths {
  return inputs.courses.map((course) => {
    if (course.isApart) return undefined;
    const frames = [
      ...new Set(course.phases.flatMap((phase) => (phase.dose.kind === 'grid' ? [phase.dose.grid.frameOfReferenceUid] : []))),
    ];
    if (frames.length > 1) {
      throw new InputError({
        where: `course "${course.name}"`,
        found: `phases on ${frames.length} frames of reference (${frames.join(', ')})`,
        needed: 'one frame for the phases of a course; write phases on another CT as a course of their own',
      });
    }
    if (frames.length === 0) return undefined;
    const path = findFramePath(inputs.transforms, inputs.frameOfReferenceUid, frames[0]);
    if (!path) {
      const { isBackwards, ...missing } = noPath(inputs, course.name, frames[0]);
      const parts = { file: course.phases[0].files[0]?.path, where: '(0020,0052) FrameOfReferenceUID', ...missing };
      throw isBackwards ? new InputError(parts) : new NotRegistered(parts, course.name);
    }
    return path;
  });
}

/** What is missing between the anatomy's frame and a course's, for an error. */
function noPath({ transforms, frameOfReferenceUid }: CaseInputs, course: string, frameUid: string) {
  const apart = `the dose of course "${course}" in frame ${frameUid}, the structures in frame ${frameOfReferenceUid}`;
  const backwards = wrongWayRound(transforms, frameOfReferenceUid, frameUid);
  if (backwards.length > 0) {
    const { source, fromFrameUid, toFrameUid } = backwards[0];
    return {
      isBackwards: true,
      found: `${apart}, and between them a deformation that carries points the other way (${source}: from ${fromFrameUid} to ${toFrameUid})`,
      needed:
        'a deformable registration that carries points of the structures to the course (the planning CT as its registered frame); a deformation is never inverted',
    };
  }
  const joined = [...new Set(transforms.map((t) => `${t.source} joins ${t.fromFrameUid} and ${t.toFrameUid}`))];
  return {
    isBackwards: false,
    found: `${apart}, and no registration between them${joined.length > 0 ? ` (${joined.join('; ')})` : ''}`,
    needed: 'a Spatial Registration that joins the two frames, or a matrix between them',
  };
}
