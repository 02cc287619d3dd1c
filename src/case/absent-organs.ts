import { matchOrgan } from '../constraints/organ-names';
import type { Answer } from '../findings/finding';
import type { CaseFile } from './case-file';

/** An organ as a person may have written it, by its id; a name that is not known stays what it is. */
export const organId = (name: string): string => matchOrgan(name).organ ?? name;

/** The organs that the patient does not have, by their ids, with who says so. */
export const saidAbsent = ({ absent = {} }: CaseFile): ReadonlyMap<string, Answer> =>
  new Map(Object.entries(absent).map(([name, word]) => [organId(name), word]));

/** The ids of the organs that the patient does not have. */
export const absentOrgans = (caseFile: CaseFile): ReadonlySet<string> => new Set(saidAbsent(caseFile).keys());
