import type { Question } from '../case/answers';
import type { CaseCourseInput } from '../case/case-inputs';
import { affinePart, matrixOfMap, type PointMap } from '../geometry/point-map';
import { rotationDegrees } from '../geometry/transform';
import type { Acceptance, Method } from '../registration/acceptance';
import type { FramePath } from '../registration/frame-path';
import type { RegistrationQuality } from '../registration/quality/registration-quality';
import { isRigid } from '../registration/quality/six-degrees';

/**
 * How a course is carried, by what its map does; `none` is the user's word that it cannot be, `in question` that points
 * are taken as they are while a registration says otherwise.
 */
export type RegistrationType = 'not needed' | 'same frame' | 'in question' | 'rigid' | 'affine' | 'deformable' | 'none';

/** How a course is brought to the anatomy, by whom it was accepted, and how well it fits. */
export interface RegistrationResult {
  readonly course: string;
  readonly type: RegistrationType;
  /** What the map takes and gives. */
  readonly direction: string;
  /** Turn of the map, degrees; absent where nothing is mapped. */
  readonly turnedDegrees?: number;
  /** The transforms that are applied, in order, each with who accepted it. */
  readonly links: readonly { readonly source: string; readonly method: Method; readonly accepted: Acceptance | null }[];
  /** Whether each of the links is accepted; true where there is none to accept. */
  readonly isAccepted: boolean;
  /** How far it is to be trusted, in numbers; absent where points are not moved. */
  readonly quality?: RegistrationQuality;
}

export function registrationTypeOf(map: PointMap): 'rigid' | 'affine' | 'deformable' {
  const matrix = matrixOfMap(map);
  if (!matrix) return 'deformable';
  return isRigid(matrix) ? 'rigid' : 'affine';
}

const UNSETTLED = 'points are taken to be the same in both; a registration says that they are not';
const DIRECTION = 'from points of the anatomy to points of the course';

/** Findings that ask whether points of one frame are the same. */
const ASKS: readonly Question['code'][] = ['registration-within-frame', 'registration-names-no-frame'];

/** Whether an open question doubts that a course without a registration lies where its coordinates say. */
export const isInQuestion = (questions: readonly Question[], course: number): boolean =>
  questions.some(({ code, courses }) => ASKS.includes(code) && (courses === 'all' || courses.includes(course)));

/** @param index the course's place in the case. @param questions those that nobody has answered. */
export function registrationResult(
  course: CaseCourseInput,
  path: FramePath | undefined,
  index: number,
  questions: readonly Question[],
): RegistrationResult {
  const { name } = course;
  const nothing = { course: name, direction: 'nothing is mapped', links: [], isAccepted: true };
  if (course.isApart) return { ...nothing, type: 'none' };
  if (!path) return { ...nothing, type: 'not needed' };
  if (path.links.length === 0 && isInQuestion(questions, index)) {
    return { ...nothing, type: 'in question', direction: UNSETTLED, isAccepted: false };
  }
  if (path.links.length === 0) return { ...nothing, type: 'same frame', direction: 'points are the same in both' };
  const links = path.links.map(({ source, method = 'written', accepted }) => ({ source, method, accepted: accepted ?? null }));
  return {
    course: name,
    type: registrationTypeOf(path.map),
    direction: DIRECTION,
    turnedDegrees: Number(rotationDegrees(affinePart(path.map)).toFixed(3)),
    links,
    isAccepted: links.every(({ accepted }) => accepted !== null),
  };
}

/** Whether a course has an entry among the registrations: a prior one, and a planned one that is carried. */
export const isListed = (role: CaseCourseInput['role'], path: FramePath | undefined): boolean =>
  role === 'prior' || (path !== undefined && path.links.length > 0);

/** The state of all registrations that are listed: the least of them counts. */
export type RegistrationState = 'not needed' | 'same frame' | 'accepted' | 'not accepted' | 'none';

export function registrationState(results: readonly RegistrationResult[]): RegistrationState {
  if (results.some(({ isAccepted }) => !isAccepted)) return 'not accepted';
  if (results.some(({ type }) => type === 'none')) return 'none';
  if (results.some(({ links }) => links.length > 0)) return 'accepted';
  return results.some(({ type }) => type === 'same frame') ? 'same frame' : 'not needed';
}
