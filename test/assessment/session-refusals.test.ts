import { describe, expect, it } from 'vitest';
import { Session } from '../../src/assessment/session';
import {
  accessTo,
  type Cylinder,
  doseFile,
  type Files,
  PLANNED,
  PRIOR,
  registrationFile,
  twoCourses,
} from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 4, fromMm: -9, toMm: 9 };
const SMALL = { origin: [-45, -45, -45], spacingMm: 10, size: [10, 10, 10] } as const;
const SHIFTED = (mm: number) => [1, 0, 0, mm, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

const made = () => {
  const { files, caseFile } = twoCourses(
    [CORD],
    () => 20,
    () => 30,
  );
  return {
    files: { ...files, 'plan/RD.dcm': doseFile(() => 30, SMALL) } as Files,
    caseFile: { ...caseFile, robustness: false } as Record<string, unknown>,
  };
};
const priorDose = (frame: string) => doseFile(() => 20, { ...SMALL, planUid: '1.2.3.61', frame }, { SOPInstanceUID: '1.2.3.31' });

/** What is said where a case that was read cannot be evaluated. */
async function refusalOf({ files, caseFile }: ReturnType<typeof made>): Promise<string> {
  const session = new Session(accessTo(files));
  const inputs = await session.read(JSON.stringify(caseFile), 'mine.json');
  try {
    session.ask(inputs);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('was evaluated');
}

describe('a session names the case in what only an evaluation finds', () => {
  it('two registrations between the same frames', async () => {
    const { files, caseFile } = made();
    const told = await refusalOf({
      files: {
        ...files,
        'prior/RD.dcm': priorDose(PRIOR),
        'a.dcm': registrationFile(SHIFTED(3)),
        'b.dcm': registrationFile(SHIFTED(30), { SOPInstanceUID: '1.2.3.81' }),
      },
      caseFile: { ...caseFile, registrations: ['a.dcm', 'b.dcm'] },
    });
    expect(told).toBe(
      `mine.json: registrations: found two different transforms between frames ${PLANNED} and ${PRIOR} (a.dcm; b.dcm); needed one of them: list only the registration that is to be used`,
    );
  });

  it('an overall time that counts between days that nobody has given', async () => {
    const { files, caseFile } = made();
    const told = await refusalOf({
      files: { ...files, 'prior/RD.dcm': priorDose(PLANNED) },
      caseFile: {
        ...caseFile,
        organs: {
          SpinalCord: {
            organ: 'PTV',
            alphaBetaGy: 10,
            repopulation: { dProlifGyPerDay: 0.7, kickOffDays: 28 },
          },
        },
      },
    });
    expect(told).toMatch(/^mine\.json: course "second": found no start and completion date; needed/);
  });
});
