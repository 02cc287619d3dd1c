import type { DicomHeader } from '../dicom/dicom-header';
import type { Finding } from '../findings/finding';
import { isMixUp, type MixUp, mixUpWords, patientFindings } from '../study/patient-findings';
import { identitiesOf, identityKey, type StatedIdentity } from '../study/patient-identity';
import { PatientMixUp } from '../study/patient-mix-up';
import type { CaseFile } from './case-file';

/** Who the files of a case are of, and who says that different identities are one patient. */
export interface CasePatient {
  readonly identities: readonly StatedIdentity[];
  /** There where identities differ: the word that they are of one patient. */
  readonly samePatient: Omit<NonNullable<CaseFile['samePatient']>, 'of'> | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Whether all files of a case are of one patient. The word of a person holds for the identities that it lists and no other.
 * @throws PatientMixUp where they are not, and nobody has answered for every identity that occurs.
 */
export function samePatient(objects: readonly DicomHeader[], caseFile: CaseFile, casePath: string): CasePatient {
  const identities = identitiesOf(objects);
  const findings = patientFindings(objects);
  const mixUps = findings.filter(isMixUp);
  if (mixUps.length === 0) return { identities, samePatient: undefined, findings };
  const answer = caseFile.samePatient;
  const listed = new Set(answer?.of.map(identityKey));
  const unlisted = identities.filter((identity) => !listed.has(identityKey(identity)));
  if (!answer || unlisted.length > 0) throw mixUp(mixUps, identities, answer ? unlisted : [], casePath);
  const { by, on, why } = answer;
  const told = findings.map(
    (finding): Finding => (isMixUp(finding) ? { ...finding, severity: 'warning', answered: { by, on, why } } : finding),
  );
  return { identities, samePatient: { by, on, why }, findings: told };
}

function mixUp(
  findings: readonly MixUp[],
  all: readonly StatedIdentity[],
  unlisted: readonly StatedIdentity[],
  file: string,
): PatientMixUp {
  const identities = all.map(withoutFiles);
  const said = findings.map(mixUpWords).join('. ');
  const notListed = `an answer without ${JSON.stringify(unlisted.map(withoutFiles))}`;
  const found = `${unlisted.length > 0 ? notListed : 'files of different patients'}. ${said}`;
  const answer = `"samePatient": {"of": ${JSON.stringify(identities)}, "by": ..., "on": "YYYY-MM-DD", "why": ...}`;
  const needed = `the files of one patient; or, where a person answers for it, ${answer}`;
  return new PatientMixUp({ file, where: 'samePatient', found, needed }, identities);
}

const withoutFiles = ({ files: _, ...identity }: StatedIdentity) => identity;
