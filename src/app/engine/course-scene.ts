import type { CaseInputs } from '../../case/case-inputs';
import { comparedWith } from '../../case/compared-organ';
import type { PointMap } from '../../geometry/point-map';
import { InputError } from '../../input-error';
import { findFramePath, type SourcedTransform } from '../../registration/frame-path';
import type { Outline } from '../viewer/scene';

/** A course that is, or has to be, carried onto the anatomy, as the registration screen needs it, but for its CT. */
export interface CourseScene {
  /** Its place among the courses of the case. */
  readonly course: number;
  readonly name: string;
  readonly role: 'prior' | 'planned';
  readonly anatomyFrameUid: string;
  /** Undefined for a course without a dose grid: there is nothing to register. */
  readonly courseFrameUid: string | undefined;
  /** As the case stands: from the anatomy to the course; undefined where nothing joins them, or several things do. */
  readonly map: PointMap | undefined;
  readonly links: readonly SourcedTransform[];
  /** The course's own organs in its own frame, coloured as those of the anatomy. */
  readonly outlines: readonly Outline[];
}

/** Every prior course of a case, and a planned one whose dose is not on the anatomy's frame, as far as they can be shown. */
export function courseScenes(inputs: CaseInputs, anatomy: readonly Outline[]): CourseScene[] {
  return inputs.courses.flatMap((course, c): CourseScene[] => {
    const frames = course.phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid.frameOfReferenceUid] : []));
    const isElsewhere = frames.length > 0 && frames[0] !== inputs.frameOfReferenceUid;
    if (course.role !== 'prior' && !isElsewhere) return [];
    const path = frames.length > 0 ? pathTo(inputs, frames[0]) : undefined;
    return [
      {
        course: c,
        name: course.name,
        role: course.role,
        anatomyFrameUid: inputs.frameOfReferenceUid,
        courseFrameUid: frames[0],
        map: path?.map,
        links: path?.links ?? [],
        // Without a dose nothing says where its own structures lie on the anatomy.
        outlines: frames.length > 0 ? ownOutlines(inputs, c, anatomy) : [],
      },
    ];
  });
}

/** The case may be without a way, or with two that contradict each other: that is what the screen is there to mend. */
function pathTo({ transforms, frameOfReferenceUid }: CaseInputs, frameUid: string) {
  try {
    return findFramePath(transforms, frameOfReferenceUid, frameUid);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function ownOutlines({ courses, regions }: CaseInputs, course: number, anatomy: readonly Outline[]): Outline[] {
  return [...(courses[course].ownStacks ?? [])].flatMap(([organ, stack]) => {
    const region = regions.find((each) => !each.derived && (comparedWith(each, courses[course])?.organ ?? each.organ) === organ);
    const colour = anatomy.find(({ name }) => name === region?.name)?.colour;
    return region && colour ? [{ name: region.name, colour, stack }] : [];
  });
}
