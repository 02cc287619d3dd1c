import type { CaseFile } from '../../assessment/case-file';

/*
 * What a change of the case makes necessary: reading anew, sampling anew, or only another evaluation.
 */

/** What an ROI is taken for, and whether it is asked for at all: that decides which regions there are. */
const organNames = ({ organs }: CaseFile) =>
  Object.entries(organs ?? {}).map(([roi, { organ, alphaBetaGy }]) => [roi, organ, alphaBetaGy !== undefined]);

/** Same key: the same inputs. Alpha/beta, recovery, goals and metrics are settings of an evaluation, not inputs. */
export const readKeyOf = (caseFile: CaseFile): string => {
  const { organs: _, constraints: __, metrics: ___, outsideDoseGrid: ____, robustness: _____, ...rest } = caseFile;
  return JSON.stringify([rest, organNames(caseFile)]);
};

/** Same key: the same samples. Names, dates, fractions and targets change no point and no physical dose. */
export const sampleKeyOf = (caseFile: CaseFile): string =>
  JSON.stringify([
    caseFile.courses.map(({ role, structures, registration, organDoses, phases }) => [
      role,
      structures,
      registration,
      organDoses,
      phases.map(({ dose, plan, totalDoseGy, organDoses: own, doseShare, doseIs, fractions }) => [
        dose,
        plan,
        totalDoseGy,
        own,
        doseShare,
        doseIs,
        // The dose of one session is multiplied by its fractions.
        JSON.stringify(doseIs ?? '').includes('one-session') ? fractions : null,
      ]),
    ]),
    caseFile.structures,
    caseFile.derived,
    caseFile.registrations,
    caseFile.courses.find(({ role }) => role === 'planned')?.targets?.map(({ roi }) => roi),
    organNames(caseFile),
  ]);
