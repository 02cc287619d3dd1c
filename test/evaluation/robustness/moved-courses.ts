import { assess } from '../../../src/assessment/assess';
import type { CaseInputs } from '../../../src/case/case-inputs';
import { type Cylinder, doseFile, loaded, PLANNED, planFile, registrationFile, structureFile } from '../../case/written-case';
import { matrixItem, registrationItem } from '../../dicom/samples';

/* Cases of several courses, each on the frame that is given for it; 28 fractions each, registered by the identity. */

export type Dose = (x: number, y: number, z: number) => number;

export interface MovedCourse {
  readonly name: string;
  readonly dose: Dose;
  readonly frame?: string;
  readonly role?: 'planned';
}

const SAME = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
export const ROBUSTNESS = { marginMm: 3, rotationDegrees: 0 };
export const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -19, toMm: 19 };
export const goalOf = (goal: string, scope = 'cumulative') => ({
  organ: 'SpinalCord',
  goal,
  quantity: 'eqd2',
  scope,
  source: 'test',
});

/** A case of the cord alone; `spacingMm` of its doses must divide 60. */
export async function movedCase(
  courses: readonly MovedCourse[],
  goals: readonly object[],
  { robustness = ROBUSTNESS as object | false, spacingMm = 3 } = {},
): Promise<CaseInputs> {
  const size = 120 / spacingMm + 1;
  const files: Record<string, Uint8Array> = { 'plan/RS.dcm': structureFile([CORD]) };
  const registrations: string[] = [];
  const frames = new Set(courses.map(({ frame = PLANNED }) => frame).filter((frame) => frame !== PLANNED));
  for (const frame of frames) {
    const file = `REG${frame.split('.').at(-1)}.dcm`;
    files[file] = registrationFile(SAME, {
      SOPInstanceUID: `1.2.3.8${frame.split('.').at(-1)}`,
      RegistrationSequence: [registrationItem(frame, [matrixItem(SAME)])],
    });
    registrations.push(file);
  }
  const entries = courses.map(({ name, dose, frame = PLANNED, role = 'prior' }, n) => {
    const [planUid, year] = [`1.2.3.6${n + 1}`, 2016 + 2 * n];
    files[`${name}/RD.dcm`] = doseFile(
      dose,
      { frame, planUid, spacingMm, size: [size, size, size] },
      { SOPInstanceUID: `1.2.3.3${n + 1}` },
    );
    files[`${name}/RP.dcm`] = planFile(28, planUid);
    const dates = role === 'prior' ? { started: `${year}-01-24`, completed: `${year}-03-04` } : { starts: `${year}-06-01` };
    return { name, role, ...dates, phases: [{ dose: `${name}/RD.dcm` }] };
  });
  const caseFile = {
    isoeffectCase: 1,
    courses: entries,
    structures: 'plan/RS.dcm',
    registrations,
    constraints: goals,
    robustness,
  };
  return loaded(caseFile, files);
}

/** The cord of the assessment of such a case. */
export async function movedCord(...of: Parameters<typeof movedCase>) {
  const result = assess(await movedCase(...of));
  const organ = result.organs.find(({ roi }) => roi === 'SpinalCord')!;
  return { result, organ, goal: organ.goals[0] };
}
