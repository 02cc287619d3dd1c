import { ENGLISH } from '../findings/english';
import type { Finding } from '../findings/finding';
import { makeReason, type Reason } from '../findings/reasons';
import { addsOnly } from './adds-only';
import type { CaseAnswer, CaseFile } from './case-file';
import type { CaseCourseInput } from './case-inputs';
import { baseOf, wholeOf } from './required-organs';
import { roiAsked } from './roi-asked';
import type { SourceFile } from './source-file';
import { unmetAnswers } from './unmet-answers';

/*
 * Findings that ask something. What the input contradicts is not evaluated as if it were not so: until a person has
 * answered for it, no goal that it touches has a verdict.
 */

/** A finding that asks and that nobody has answered, with what it touches. */
export interface Question {
  readonly code: Finding['code'];
  /** Of the courses, by their place; `'all'` where it concerns the anatomy or the case as a whole. */
  readonly courses: readonly number[] | 'all';
  /** The one region that it concerns, where it does not concern all. */
  readonly roi?: string;
  /** An organ that it concerns, by its id, beside the ROI or where there is none. */
  readonly organ?: string;
  /** Whatever the answer, what is drawn of the ROI remains. */
  readonly addsOnly?: true;
  readonly title: string;
  /** The file, ROI or course, for a sentence. */
  readonly place: string;
}

/** What asks about the days of a course, and of these, what touches nothing but what hangs on the interval. */
const OF_DAYS: ReadonlySet<string> = new Set(['course-in-future', 'course-before-birth']);
const OF_INTERVAL: ReadonlySet<string> = new Set(['course-before-birth']);

/** Whether a question is about the days of a course: until it is answered, no interval to or from it is known. */
export const isOfDays = ({ code }: Pick<Question, 'code'>): boolean => OF_DAYS.has(code);

/** What is needed to tell what a finding touches. */
export interface Touched {
  readonly courses: readonly CaseCourseInput[];
  readonly files: ReadonlyMap<string, SourceFile>;
  /** For each registration file the courses that it carries. */
  readonly coursesOfRegistration: (file: string) => readonly number[];
}

/**
 * Marks what is answered, gives what asks its file's hash, says which questions are open, and which answers meet none.
 * An answer holds for exactly the finding of exactly the file that it names by its hash; one that names no ROI only
 * where the same is asked of no more than one.
 */
export function answered(
  findings: readonly Finding[],
  { answers = [], courses }: Pick<CaseFile, 'answers' | 'courses'>,
  touched: Touched,
): { findings: Finding[]; questions: Question[] } {
  const questions: Question[] = [];
  const hashOf = ({ file }: Finding) => (file === undefined ? undefined : touched.files.get(file)?.sha256);
  // That one organ is fine says nothing of another in which the same was seen.
  const isOfOneRoi = (answer: CaseAnswer): boolean => {
    const same = findings.filter((each) => each.answerable && isOfPlace(answer, each, hashOf(each)));
    return new Set(same.map(roiAsked)).size < 2;
  };
  const meets = (answer: CaseAnswer, finding: Finding): boolean =>
    isOfPlace(answer, finding, hashOf(finding)) &&
    (answer.roi === undefined ? isOfOneRoi(answer) : answer.roi === roiAsked(finding)) &&
    (hashOf(finding) !== undefined || answer.course !== undefined || answer.roi !== undefined);
  const told = findings.map((finding): Finding => {
    if (!finding.answerable) return finding;
    const sha256 = hashOf(finding);
    const asking = { ...finding, ...(sha256 !== undefined && { sha256 }) };
    const answer = answers.find((each) => meets(each, finding));
    if (answer) {
      const { by, on, why } = answer;
      return { ...asking, severity: 'warning', answered: { by, on, why } };
    }
    questions.push(questionOf(finding, touched));
    return asking;
  });
  const asked = told.filter(({ answerable }) => answerable);
  return { findings: [...told, ...unmetAnswers({ answers, courses }, asked, meets)], questions };
}

/** Whether an answer is of the code, the file and the course of a finding. */
const isOfPlace = (answer: CaseAnswer, { code, course }: Finding, sha256: string | undefined): boolean =>
  answer.code === code && answer.sha256 === sha256 && (answer.course === undefined || answer.course === course);

function questionOf(finding: Finding, touched: Touched): Question {
  const { code, file, roi, course, facts } = finding;
  // What is drawn for a course may have another name today, and its name may be another organ's.
  const onOwn = 'onOwn' in facts ? facts.onOwn : undefined;
  return {
    code,
    courses: coursesTouched(finding, touched),
    ...(onOwn ? { organ: onOwn.organ } : roi !== undefined && { roi }),
    // What is drawn around an organ is asked about with it.
    ...((finding.code === 'absent-organ-drawn' || finding.code === 'organ-not-held') && { organ: finding.facts.organ }),
    ...(addsOnly(finding) && { addsOnly: true }),
    title: ENGLISH[code].title,
    place: [course, roi, file].filter((part) => part !== undefined).join(', '),
  };
}

function coursesTouched(finding: Finding, { courses, coursesOfRegistration }: Touched): readonly number[] | 'all' {
  const { file, course } = finding;
  const places = courses.map((_, c) => c);
  // Which of the two has the dose of the other, nobody knows yet.
  if (finding.code === 'same-voxels-in-two-courses') {
    const both: readonly string[] = finding.facts.courses;
    return places.filter((c) => both.includes(courses[c].name));
  }
  // An organ that is drawn elsewhere is elsewhere in every dose.
  if (finding.code === 'organ-carried-beside-own' && finding.facts.redrawn !== undefined) return 'all';
  if (course !== undefined) return places.filter((c) => courses[c].name === course);
  if (file === undefined) return 'all';
  const ofDose = places.filter((c) => courses[c].phases.some(({ files }) => files.some(({ path }) => path === file)));
  if (ofDose.length > 0) return ofDose;
  const carried = coursesOfRegistration(file);
  return carried.length > 0 ? carried : 'all';
}

/**
 * Why a goal cannot be judged for the questions that are open; undefined where none touches it.
 * @param courses the courses that the goal's figures are of, by their place.
 */
export function openQuestions(questions: readonly Question[], region: Asked, courses: readonly number[]): Reason | undefined {
  const touching = questionsOn(questions, region, courses);
  return touching.length > 0 ? makeReason('question-open', { questions: touching.map(said) }) : undefined;
}

/**
 * Why a goal on a maximum stays exceeded though questions are open: all of them are about what more there may be of the
 * ROI itself. Undefined where one is about anything else, or none touches it.
 */
export function exceededAnyway(questions: readonly Question[], region: Asked, courses: readonly number[]): Reason | undefined {
  const touching = questionsOn(questions, region, courses);
  // What is made of an ROI may have less where that has more.
  const isOwn = region.madeOf.every((name) => name === region.name);
  const stays = isOwn && touching.length > 0 && touching.every(({ addsOnly: adds, roi }) => adds && roi === region.name);
  return stays ? makeReason('exceeded-as-drawn', { questions: touching.map(said) }) : undefined;
}

/** Whether all that is open about a region is how it is drawn or placed: how courses were given is then known. */
export const areOfOrgansAlone = (questions: readonly Question[], region: Asked, courses: readonly number[]): boolean =>
  questionsOn(questions, region, courses).every(({ roi, organ }) => roi !== undefined || organ !== undefined);

interface Asked {
  readonly name: string;
  readonly madeOf: readonly string[];
  readonly organ?: string | undefined;
}

const said = ({ code, title, place }: Question) => ({ code, title, place });

const questionsOn = (questions: readonly Question[], region: Asked, courses: readonly number[]): Question[] =>
  questions.filter(
    (question) =>
      !OF_INTERVAL.has(question.code) &&
      isOfRegion(question, region) &&
      (question.courses === 'all' || question.courses.some((c) => courses.includes(c))),
  );

function isOfRegion(
  { roi, organ }: Question,
  region: { name: string; madeOf: readonly string[]; organ?: string | undefined },
): boolean {
  if (roi === undefined && organ === undefined) return true;
  if (roi !== undefined && (roi === region.name || region.madeOf.includes(roi))) return true;
  return isOfOrgan(organ, region.organ);
}

/** Whether an organ is the one that a question is about, or is made of it: `Lungs-GTV` of `Lung_L`. */
function isOfOrgan(asked: string | undefined, organ: string | undefined): boolean {
  if (asked === undefined || organ === undefined) return false;
  const base = baseOf(organ) ?? organ;
  return organ === asked || base === asked || base === wholeOf(asked);
}
