import type { RtDose } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { makeFinding } from '../findings/finding';
import { makeDoseGrid, sumDoseGrids } from '../geometry/dose-grid';
import { InputError } from '../input-error';
import { groupsOf } from '../study/fraction-count';
import { fractionsADayFindings } from '../study/fractions-a-day';
import { planDose } from '../study/plan-dose';
import { radiationFindings } from '../study/radiation-findings';
import type { CaseCourse, CasePhase } from './case-file';
import type { CasePhaseInput } from './case-inputs';
import type { CaseReader } from './case-reader';

function delivered(phase: CasePhase, planned: number, where: string): { fractions: number; deliveredShare: number } {
  const fractions = phase.deliveredFractions ?? planned;
  if (fractions > planned) {
    throw new InputError({
      where: `${where}.deliveredFractions`,
      found: `${fractions} of ${planned} fractions`,
      needed: 'no more than were planned',
    });
  }
  return { fractions, deliveredShare: fractions / planned };
}

function scheduleOf(phase: CasePhase): CasePhaseInput['schedule'] {
  const { fractionsPerDay = 1, hoursBetween } = phase;
  return fractionsPerDay > 1 && hoursBetween !== undefined ? { fractionsPerDay, hoursBetween } : undefined;
}

function fractionsBy(given: number | undefined, dose: RtDose, plan: RtPlan | undefined): CasePhaseInput['fractionsBy'] {
  if (given === undefined) return 'plan';
  const planned = plan ? groupsOf(dose, plan).map((group) => group.fractionsPlanned) : [];
  return planned.length === 1 && planned[0] === given ? 'both' : 'case';
}

/** A phase of which there is a record and no dose. */
export function recordedPhase(phase: CasePhase, course: CaseCourse, index: number, where: string): CasePhaseInput {
  const organDoses = { ...course.organDoses, ...phase.organDoses };
  return {
    name: phase.name ?? `Phase ${index + 1}`,
    header: undefined,
    files: [],
    plan: undefined,
    fractionsBy: 'case',
    doseShare: 1,
    ...delivered(phase, phase.fractions!, where),
    dose: {
      kind: 'record',
      totalDoseGy: phase.totalDoseGy,
      hotSpotFactor: phase.hotSpotFactor,
      organMaximaGy: Object.fromEntries(Object.entries(organDoses).map(([organ, dose]) => [organ, dose.Dmax])),
      organMaximaAre: phase.organDosesAre ?? 'delivered',
    },
    schedule: scheduleOf(phase),
  };
}

/**
 * A phase with its dose, summed over the files it names, and its plan.
 * @throws InputError where a file is another object, the dose has one plane or more fractions are delivered than planned.
 */
export async function readPhase(phase: CasePhase, index: number, where: string, reader: CaseReader): Promise<CasePhaseInput> {
  const paths = Array.isArray(phase.dose) ? phase.dose : [phase.dose!];
  const doses: RtDose[] = [];
  for (const path of paths) doses.push(await reader.dose(path, `${where}.dose`));
  const plan = phase.plan ? await reader.plan(phase.plan, `${where}.plan`) : await reader.planBeside(paths[0], doses[0]);
  if (paths.length === 1 && doses[0].doseSummationType === 'BEAM') {
    const added = await reader.otherBeamDoses(paths[0], doses[0], plan);
    doses.push(...added);
    if (added.length > 0) {
      const facts = { files: added.map((dose) => dose.file) };
      reader.findings.push(makeFinding('beam-doses-added', 'warning', facts, { file: paths[0] }));
    }
  }
  if (doses[0].doseSummationType === 'RECORD' && phase.deliveredFractions !== undefined) throw deliveredTwice(doses[0], where);
  const made = planDose(doses, plan, { fractions: phase.fractions, doseIs: phase.doseIs, doseShare: phase.doseShare });
  reader.findings.push(
    ...made.findings,
    ...radiationFindings(doses[0], plan),
    ...fractionsADayFindings(doses[0], plan, phase.fractionsPerDay),
  );
  if (made.doses[0].dose.frames === 1) throw onePlane(doses[0]);
  const file = paths[0];
  const sources = made.doses.flatMap(({ dose, scale }) =>
    (dose.planeFiles ?? [dose.file]).map((path) => ({ sha256: reader.files.get(path)!.sha256, scale })),
  );
  const grid = reader.steps.doseGrid(sources, () =>
    sumDoseGrids(
      made.doses.map(({ dose, scale }) => makeDoseGrid(dose, scale)),
      file,
    ),
  );
  const files = doses.map((dose) => reader.files.get(dose.file)!);
  if (plan) files.push(reader.files.get(plan.file)!);
  const { pixels: _, ...header } = made.doses[0].dose;
  return {
    name: phase.name ?? plan?.label ?? `Phase ${index + 1}`,
    header,
    files,
    plan,
    fractionsBy: fractionsBy(phase.fractions, doses[0], plan),
    doseShare: phase.doseShare ?? 1,
    ...delivered(phase, made.fractions, where),
    dose: { kind: 'grid', grid },
    schedule: scheduleOf(phase),
  };
}

/** Between planes there is no dose, so one plane is the dose of no organ. */
const onePlane = ({ file }: RtDose) =>
  new InputError({
    file,
    where: '(0028,0008) NumberOfFrames',
    found: 'a dose of one plane',
    needed: 'the whole dose; where its planes are in single files, all of them under `dose`',
  });

/** A dose of treatment records has already only what was delivered. */
const deliveredTwice = ({ file }: RtDose, where: string) =>
  new InputError({
    file,
    where: `${where}.deliveredFractions`,
    found: 'a number, for a dose that is of the treatment as delivered (RECORD) and would be scaled down a second time',
    needed: '`fractions`: the number that was delivered, and no `deliveredFractions`',
  });
