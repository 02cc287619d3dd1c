import { assess } from '../../../src/assessment/assess';
import type { Assessment } from '../../../src/evaluation/assessment';
import type { FindingCode } from '../../../src/findings/english';
import type { FindingOf } from '../../../src/findings/finding';
import { type Cylinder, doseFile, eqd2Gy, type Files, loaded, planFile, structureFile } from '../../case/written-case';

/* A prior course of 40 Gy in 5 fractions and a planned one of 45 Gy in 30, each the same everywhere. */

export const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -19, toMm: 19 };
export const PTV: Cylinder = { name: 'PTV', x: 0, y: -20, radiusMm: 8, fromMm: -19, toMm: 19 };

/** EQD2 of both courses together. */
export const sumGy = (alphaBetaGy: number, priorFractions = 5): number =>
  eqd2Gy(40, priorFractions, alphaBetaGy) + eqd2Gy(45, 30, alphaBetaGy);

export interface Written {
  readonly prior?: Record<string, unknown>;
  readonly planned?: Record<string, unknown>;
  readonly more?: Record<string, unknown>;
  /** Own tables and other files. */
  readonly files?: Record<string, unknown>;
  readonly bodies?: readonly Cylinder[];
  /** Of the prior course, in place of its only one; `c/RD.dcm` has 10 Gy in 5 fractions. */
  readonly phases?: readonly Record<string, unknown>[];
  /** Of the prior plan and its dose, YYYYMMDD. */
  readonly planDate?: string;
  /** Of `c/RD.dcm`. */
  readonly summation?: string;
}

const bytes = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

/** The case with goals; `prior` and `planned` are set in the only phase of each. */
export async function assessed(
  constraints: unknown,
  { prior, planned, more, files = {}, bodies = [CORD, PTV], phases, planDate, summation = 'PLAN' }: Written = {},
): Promise<Assessment> {
  const dicom: Files = {
    'RS.dcm': structureFile(bodies),
    'a/RD.dcm': doseFile(
      () => 40,
      { planUid: '1.2.3.71' },
      { SOPInstanceUID: '1.2.3.81', ...(planDate && { StudyDate: planDate }) },
    ),
    'a/RP.dcm': planFile(5, '1.2.3.71', planDate === undefined ? {} : { RTPlanDate: planDate }),
    'c/RD.dcm': doseFile(() => 10, { planUid: '1.2.3.73' }, { SOPInstanceUID: '1.2.3.83', DoseSummationType: summation }),
    'c/RP.dcm': planFile(5, '1.2.3.73'),
    'b/RD.dcm': doseFile(() => 45, { planUid: '1.2.3.72' }, { SOPInstanceUID: '1.2.3.82' }),
    'b/RP.dcm': planFile(30, '1.2.3.72'),
  };
  const own = Object.fromEntries(Object.entries(files).map(([path, json]) => [path, bytes(json)]));
  const caseFile = {
    isoeffectCase: 1,
    structures: 'RS.dcm',
    robustness: false,
    courses: [
      {
        name: 'A',
        role: 'prior',
        started: '2020-01-07',
        completed: '2020-02-20',
        phases: phases ?? [{ dose: 'a/RD.dcm', ...prior }],
      },
      { name: 'B', role: 'planned', starts: '2023-01-02', completed: '2023-02-15', phases: [{ dose: 'b/RD.dcm', ...planned }] },
    ],
    constraints,
    ...more,
  };
  return assess(await loaded(caseFile, { ...dicom, ...own }));
}

export const found = <Code extends FindingCode>({ findings }: Assessment, code: Code): readonly FindingOf<Code>[] =>
  findings.filter((finding) => finding.code === code) as unknown as FindingOf<Code>[];
