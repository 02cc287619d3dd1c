import type { CaseCourse, CaseFile, CasePhase } from '../../case/case-file';
import type { Inspection } from '../../inspection/inspect';
import { type DoseQuestion, questionsOf } from './dose-questions';
import { entryAt } from './entries';

type DoseEntry = Inspection['doses'][number];
type PlanEntry = Inspection['plans'][number];

/** What the files say of a phase. */
export interface PhaseFacts {
  readonly doses: readonly DoseEntry[];
  /** Paths of the case that are not among the files. */
  readonly notHere: readonly string[];
  /** The plan that counts: the one the case names, else that of the dose. */
  readonly plan: PlanEntry | undefined;
  /** Fractions of the plan, where it has one number. */
  readonly planFractions: number | undefined;
  /** Fractions of each group of the plan that the dose is of. */
  readonly groups: readonly (number | null)[];
  readonly questions: readonly DoseQuestion[];
}

export const dosePathsOf = ({ dose }: CasePhase): string[] => [dose ?? []].flat().filter((path) => path !== '');

/** What the opened files say of the dose and plan of a phase. */
export function phaseFacts(phase: CasePhase, inspection: Inspection): PhaseFacts {
  const paths = dosePathsOf(phase);
  const entries = paths.map((path) => entryAt(inspection.doses, path));
  const doses = entries.filter((entry) => entry !== undefined);
  const plan = entryAt(inspection.plans, phase.plan ?? doses[0]?.plan?.file);
  const ofDose = doses[0]?.plan;
  const all = plan?.fractionGroups.map(({ fractions }) => fractions) ?? [];
  const groups = ofDose && ofDose.file === plan?.file ? ofDose.fractions : all;
  return {
    doses,
    notHere: paths.filter((_, n) => entries[n] === undefined),
    plan,
    planFractions: groups.length === 1 && doses[0]?.summation !== 'MULTI_PLAN' ? (groups[0] ?? undefined) : undefined,
    groups,
    questions: questionsOf(doses),
  };
}

/** The frame of the first dose of a course; undefined where no dose file is known. */
export function frameOfCourse(course: CaseCourse, inspection: Inspection): string | undefined {
  const doses = course.phases.flatMap((phase) => phaseFacts(phase, inspection).doses);
  return doses[0]?.frameOfReferenceUid ?? undefined;
}

/** What can be chosen as the dose of a phase: whole doses, and the beam doses of one fraction group together. */
export interface DoseChoice {
  readonly key: string;
  readonly files: readonly string[];
  readonly plan: string | undefined;
  readonly areBeams: boolean;
}

export function doseChoices({ doses }: Inspection): DoseChoice[] {
  const beams = new Map<string, DoseEntry[]>();
  const choices: DoseChoice[] = [];
  for (const dose of doses) {
    const plan = dose.plan && `${dose.plan.file} ${dose.plan.groups.join(',')}`;
    if (dose.summation === 'BEAM' && plan !== null) beams.set(plan, [...(beams.get(plan) ?? []), dose]);
    else {
      const files = filesOf(dose);
      choices.push({ key: choiceKey(files), files, plan: dose.plan?.label, areBeams: false });
    }
  }
  for (const those of beams.values()) {
    const files = those.flatMap(filesOf);
    choices.push({ key: choiceKey(files), files, plan: those[0].plan?.label, areBeams: true });
  }
  return choices;
}

/** The files of a dose: one, or one for each plane. */
const filesOf = ({ file, planeFiles }: DoseEntry): readonly string[] => planeFiles ?? [file];

export const choiceKey = (files: readonly string[]): string => JSON.stringify([...files].sort());

/** The choice that a phase has made, in the host's paths. */
export const chosenKey = (phase: CasePhase): string => choiceKey(dosePathsOf(phase));

/** Whether another phase of the course has the same dose. */
export function sharesDose(course: CaseCourse, phase: number): boolean {
  const own = dosePathsOf(course.phases[phase]);
  return course.phases.some((other, n) => n !== phase && dosePathsOf(other).some((path) => own.includes(path)));
}

/** Names of a course for people. */
export const courseName = ({ courses }: CaseFile, index: number, heading: (number: number) => string): string =>
  courses[index]?.name || heading(index + 1);
