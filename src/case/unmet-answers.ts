import type { AnswerUnmet } from '../findings/assessment-facts';
import { type Finding, makeFinding } from '../findings/finding';
import type { CaseAnswer, CaseFile } from './case-file';
import { coursesOfOneName } from './course-names';
import { roiAsked } from './roi-asked';

/**
 * Answers of a case that meet no question: one that names a course whose name others have, one that names no ROI where
 * the same is asked of several, and one that names another file, a field too many or too few. Whoever wrote it believes
 * that something is answered.
 * @param asked the findings that ask something, with their files' hashes, answered or not.
 * @param meets whether an answer is of a finding.
 */
export function unmetAnswers(
  { answers = [], courses }: Pick<CaseFile, 'answers' | 'courses'>,
  asked: readonly Finding[],
  meets: (answer: CaseAnswer, finding: Finding) => boolean,
): Finding[] {
  const shared = coursesOfOneName(courses);
  return answers.flatMap((answer): Finding[] => {
    if (asked.some((finding) => meets(answer, finding))) return [];
    const { code, course, roi, sha256, by, on } = answer;
    const same = asked.filter((finding) => finding.code === code);
    const apart = course === undefined ? undefined : shared.get(course.normalize('NFC').trim());
    const rois = new Set(same.filter((finding) => finding.sha256 === sha256).map(roiAsked));
    const why = apart ? 'course-of-several' : roi === undefined && rois.size > 1 ? 'several-rois' : 'no-question';
    const facts: AnswerUnmet = {
      code,
      why,
      ...(course !== undefined && { course }),
      ...(roi !== undefined && { roi }),
      ...(sha256 !== undefined && { sha256 }),
      by,
      on,
      asked: same.map(placeAsked),
      ...(apart && { courses: apart }),
    };
    return [makeFinding('answer-meets-no-question', 'warning', facts)];
  });
}

/** What an answer to a finding has to name. */
function placeAsked(finding: Finding): AnswerUnmet['asked'][number] {
  const { file, course } = finding;
  const roi = roiAsked(finding);
  return {
    ...(file !== undefined && { file }),
    ...(course !== undefined && { course }),
    ...(roi !== undefined && { roi }),
  };
}
