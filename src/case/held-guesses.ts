import { isSame } from '../is-same';
import type { CaseFile } from './case-file';
import { courseNames } from './course-names';
import { type Guess, type KeptFromBefore, makeGuess } from './guess-words';
import { namedEntry } from './named-entry';
import { isSaid } from './said-guesses';

/*
 * A guess is told as long as the case has what was guessed. Where a person said otherwise it is gone; where its course has
 * another name or place it goes with it; and where its grounds are gone and the value is still there, that is what it says.
 */

type Course = Partial<CaseFile['courses'][number]> & Pick<CaseFile['courses'][number], 'phases'>;
/** What of a case guesses speak of; a proposed case may lack a role or its structures. */
export type Guessed = { readonly courses: readonly Course[] } & Partial<Pick<CaseFile, 'structures' | 'organs'>>;

const COURSE = /^courses\[(\d+)\]/;
const filesOf = ({ phases }: Course): string[] =>
  phases.flatMap(({ dose, plan }) => [dose ?? [], plan ?? []].flat()).filter(Boolean);
const isNothingElse = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((each) => b.includes(each)) && b.every((each) => a.includes(each));

/** Whether two paths are one file, seen from different folders. */
function isOneFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => `/${path.replaceAll('\\', '/').replace(/^(\.{0,2}\/)+/, '')}`);
  return first.endsWith(second) || second.endsWith(first);
}

/**
 * The guesses that the case still bears out, in its present names.
 * @param before the case before the change that is looked at: without it, what a change took away cannot be told.
 * @returns the same list where all hold as they are.
 */
export function heldGuesses(caseFile: Guessed, guesses: readonly Guess[], before?: Guessed): readonly Guess[] {
  const change: Change = {
    caseFile,
    before,
    names: namesIn(caseFile),
    isSomeLeftOut: guesses.some(({ code }) => code === 'course-left-out'),
  };
  // What cannot be said by its facts stays as it stands: nothing is known of what it rests on.
  const held = guesses.flatMap((guess) => (isSaid(guess) ? (heldGuess(guess, change) ?? []) : guess));
  return held.length === guesses.length && held.every((guess, n) => guess === guesses[n]) ? guesses : held;
}

const namesIn = ({ courses }: Guessed): string[] => courseNames(courses as CaseFile['courses']);

interface Change {
  readonly caseFile: Guessed;
  readonly before: Guessed | undefined;
  readonly names: readonly string[];
  /** A course is not in the case that its guesses may speak of. */
  readonly isSomeLeftOut: boolean;
}

function heldGuess(guess: Guess, change: Change): Guess | undefined {
  const { caseFile, before } = change;
  if (guess.code === 'organ-by-name') {
    if (before && before.structures !== caseFile.structures) return undefined;
    return namedEntry(caseFile.organs ?? {}, [guess.facts.roi])?.organ === undefined ? guess : undefined;
  }
  // What was given is known from a person alone, whatever the case says.
  if (guess.code === 'records-not-read') return guess;
  if (guess.code === 'course-left-out') {
    const used = caseFile.courses.flatMap(filesOf);
    // By exactly its path: a file that is taken for another would go untold.
    const files = guess.facts.files.filter((file) => !used.includes(file));
    return files.length > 0 ? same(guess, makeGuess(guess.field, guess.code, { files })) : undefined;
  }
  const index = placeOf(guess, change);
  // The anatomy may be that of a course that the case does not have.
  if (index === undefined) return guess.field === 'structures' ? ofAnatomy(guess, change) : undefined;
  return ofCourse(guess, index, change);
}

/** The course that a guess is of: of the anatomy that which its words name. */
function placeOf({ field, facts }: Guess, { caseFile, before, names }: Change): number | undefined {
  const [, number] = COURSE.exec(field) ?? [];
  if (number !== undefined) return Number(number) < caseFile.courses.length ? Number(number) : undefined;
  const said = 'name' in facts ? facts.name : undefined;
  const known = [names, ...(isSamePlaces(before, caseFile) ? [namesIn(before)] : [])].map((each) => each.indexOf(said ?? ''));
  const index = known.find((place) => place >= 0) ?? caseFile.courses.findIndex(({ role }) => role === 'planned');
  return index >= 0 ? index : undefined;
}

const isSamePlaces = (before: Guessed | undefined, now: Guessed): before is Guessed =>
  before?.courses.length === now.courses.length;

function ofAnatomy(guess: Guess, { caseFile }: Change): Guess | undefined {
  const file = 'file' in guess.facts ? guess.facts.file : undefined;
  return file !== undefined && isOneFile(file, caseFile.structures ?? '') ? guess : undefined;
}

function ofCourse(
  guess: Exclude<Guess, { code: 'organ-by-name' | 'course-left-out' | 'records-not-read' }>,
  index: number,
  change: Change,
): Guess | undefined {
  const { caseFile, names } = change;
  const course = caseFile.courses[index];
  const [at, name] = [`courses[${index}]`, names[index]];
  const isGone = areFilesGone(index, change);
  const kept = (field: string, facts: Omit<KeptFromBefore, 'name'>) => makeGuess(field, 'from-before-change', { name, ...facts });
  const { field } = guess;
  switch (guess.code) {
    case 'role-by-date':
    case 'only-course': {
      const role = guess.code === 'only-course' ? 'planned' : guess.facts.role;
      if (course.role !== role) return undefined;
      const stands = guess.code === 'only-course' ? caseFile.courses.length === 1 : isByDate(index, role, change);
      if (isGone || !stands) return kept(field, { role });
      return renamed(guess, name);
    }
    case 'date-of-plan': {
      const place = dayField(course, at, field, guess.facts.day);
      if (place === undefined) return undefined;
      return isGone ? kept(place, { day: guess.facts.day }) : renamed(guess, name, place);
    }
    case 'targets-of-plan': {
      const targets = left(guess.facts.targets, course);
      if (targets.length === 0) return undefined;
      if (isGone) return kept(field, { targets });
      return same(guess, makeGuess(field, guess.code, { name, targets }));
    }
    case 'prescription-left-out':
      return isGone ? undefined : renamed(guess, name);
    case 'newest-structures': {
      const { file } = guess.facts;
      if (!isOneFile(file, setOf(field, course, change))) return undefined;
      return isGone ? kept(field, { file }) : renamed(guess, name);
    }
    case 'other-structures': {
      const isTakenStill = isOneFile(guess.facts.file, setOf(field, course, change));
      return isTakenStill && !isGone ? renamed(guess, name) : undefined;
    }
    case 'one-of-doses': {
      const phase = course.phases.findIndex(({ dose }) => isTaken([dose ?? []].flat(), guess.facts.taken));
      return phase < 0 ? undefined : same(guess, { ...guess, field: `${at}.phases[${phase}].dose` });
    }
    case 'same-course':
      return arePhases(index, change) ? guess : undefined;
    case 'from-before-change': {
      const { role, day, file, targets } = guess.facts;
      const place = day === undefined ? field : dayField(course, at, field, day);
      const isThere =
        (role === undefined || course.role === role) && (file === undefined || isOneFile(file, setOf(field, course, change)));
      const stay = targets && left(targets, course);
      if (!isThere || place === undefined || stay?.length === 0) return undefined;
      return same(guess, makeGuess(place, guess.code, { ...guess.facts, name, ...(stay && { targets: stay }) }));
    }
  }
}

/** The guess as it was where nothing of it is another, so that a list without changes is the same list. */
const same = (guess: Guess, now: Guess): Guess => (isSame(now, guess) ? guess : now);

const renamed = (guess: Extract<Guess, { facts: { name: string } }>, name: string, field = guess.field): Guess =>
  same(guess, makeGuess(field, guess.code, { ...guess.facts, name } as never) as Guess);

/** Whether the doses and plans that a course was made of are not those that it has. */
function areFilesGone(index: number, { caseFile, before }: Change): boolean {
  const files = filesOf(caseFile.courses[index]);
  if (files.length === 0) return true;
  return isSamePlaces(before, caseFile) && !isNothingElse(filesOf(before.courses[index]), files);
}

/** Whether the days of the courses, as far as they are known, make a course what its date made it. */
function isByDate(index: number, role: 'prior' | 'planned', { caseFile: { courses }, before, isSomeLeftOut }: Change): boolean {
  const days = courses.map(({ started, starts }) => started ?? starts);
  const others = days.filter((_, n) => n !== index);
  const own = days[index];
  const isNewer = (day: string | undefined) => own !== undefined && day !== undefined && day > own;
  if (role === 'planned') return !others.some(isNewer);
  if (isSomeLeftOut) return true;
  if (others.length === 0) return before === undefined || before.courses.length === 1;
  return others.some((day) => own === undefined || day === undefined || isNewer(day));
}

/** Where the course has a day as its first one; a role has its own name for it. */
function dayField({ started, starts }: Course, at: string, field: string, day: string): string | undefined {
  if (field.endsWith('.started') ? started === day : starts === day) return field;
  return started === day ? `${at}.started` : starts === day ? `${at}.starts` : undefined;
}

/** The targets of a guess that the course still has as they are. */
const left = <Target extends { readonly roi: string; readonly doseGy: number }>(
  all: readonly Target[],
  { targets = [] }: Course,
) => all.filter(({ roi, doseGy }) => targets.some((target) => target.roi === roi && target.doseGy === doseGy));

const setOf = (field: string, course: Course, { caseFile }: Change): string =>
  (field === 'structures' ? caseFile.structures : course.structures) ?? '';

const isTaken = (files: readonly string[], taken: readonly string[]): boolean =>
  files.length === taken.length && taken.every((file) => files.some((other) => isOneFile(file, other)));

/** Whether a course has the phases that its plans were taken for: one that was taken away, or exchanged, may be that. */
function arePhases(index: number, { caseFile, before }: Change): boolean {
  const { phases } = caseFile.courses[index];
  if (phases.filter((phase) => filesOf({ phases: [phase] }).length > 0).length < 2) return false;
  if (!isSamePlaces(before, caseFile)) return true;
  const old = before.courses[index];
  const isExchanged = phases.length === 2 && old.phases.length === 2 && !isNothingElse(filesOf(old), filesOf({ phases }));
  return phases.length >= old.phases.length && !isExchanged;
}
