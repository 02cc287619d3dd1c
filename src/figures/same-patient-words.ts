import type { Assessment } from '../evaluation/assessment';
import { dayWords, personName } from '../person-words';
import type { Identity } from '../study/patient-identity';
import { answerWords } from './answered-words';

const identityWords = (identity: Identity): string =>
  [personName(identity.name), `ID ${identity.id || 'not given'}`, bornAndSex(identity, ', ')].join(', ');

/** `born 1955-03-01 · sex F`, as far as files say it. */
export const bornAndSex = ({ birthDate, sex }: Pick<Identity, 'birthDate' | 'sex'>, between = ' · '): string =>
  [`born ${birthDate ? dayWords(birthDate) : 'not given'}`, `sex ${sex || 'not given'}`].join(between);

/** That files do not tell whose they are, with who answered for it; nothing where they do. */
export function identityUnknownWords({ findings }: Pick<Assessment, 'findings'>): string | undefined {
  const unknown = findings.filter(({ code }) => code === 'identity-unknown');
  if (unknown.length === 0) return undefined;
  const answers = new Set(unknown.flatMap((finding) => answerWords(finding) ?? []));
  return ['Identity unknown: ID and name in the files are no patient’s.', ...answers].join(' ');
}

/** By whose word files of different identities are of one patient; nothing where no word was needed. */
export function samePatientWords({ patient }: Pick<Assessment, 'patient'>): string | undefined {
  const { samePatient, identities = [] } = patient;
  if (!samePatient) return undefined;
  const { by, on, why } = samePatient;
  return `The files state different identities: ${identities.map(identityWords).join('; ')}. That they are one patient is the word of ${by}, ${on}: ${why}`;
}
