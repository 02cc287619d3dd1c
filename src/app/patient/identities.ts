import type { CaseFile, CaseIdentity } from '../../case/case-file';
import type { Finding } from '../../findings/finding';
import type { Inspection } from '../../inspection/inspect';
import { identityKey, isNobody } from '../../study/patient-identity';
import type { Problem } from '../words/problem';

/** An identity as files state it, with the files that state it as far as they are known. */
export interface StatedIdentity extends CaseIdentity {
  readonly files: readonly string[];
  /** How many more files state it. */
  readonly more: number;
}

/** What tells that files are of different patients, answered or not. */
export const isMixUp = ({ code }: Pick<Finding, 'code'>): boolean => /^patient-.+-differs?$/.test(code);

/** The identities that an evaluation was refused for; undefined where it was refused for something else or not at all. */
export function refusedIdentities(problem: Problem | undefined): readonly StatedIdentity[] | undefined {
  if (problem?.kind !== 'refusal') return undefined;
  const refusal: object = problem.refusal;
  const { kind, identities } = refusal as {
    kind: string;
    identities?: readonly (CaseIdentity & { readonly files?: readonly string[] })[];
  };
  if (kind !== 'patients-differ' || !identities || identities.length === 0) return undefined;
  return identities.map((identity) => ({ ...identity, files: identity.files ?? [], more: 0 }));
}

/** The identities in the files that were opened. */
export function identitiesIn({ patients, findings }: Pick<Inspection, 'patients' | 'findings'>): StatedIdentity[] {
  return patients.map((patient): StatedIdentity => {
    const { id, name, birthDate, sex } = patient as Inspection['patients'][number] & { readonly sex?: string };
    const named = filesNamedFor([id, plainName(name), birthDate], findings).slice(0, patient.files);
    return { id, name, birthDate, ...(sex && { sex }), files: named, more: patient.files - named.length };
  });
}

const plainName = (name: string): string => name.split('=')[0].toUpperCase().replaceAll('^', ' ').replace(/\s+/g, ' ').trim();

/** The files that the findings name for one of these values. */
function filesNamedFor(values: readonly string[], findings: readonly Finding[]): readonly string[] {
  for (const { code, facts } of findings) {
    if (!isMixUp({ code })) continue;
    const differing = (facts as { values?: readonly { value: string; files: readonly string[] }[] }).values ?? [];
    const own = differing.find(({ value }) => value !== '' && values.includes(value));
    if (own) return own.files;
  }
  return [];
}

/** Whether a person's word that identities are of one patient holds for all of these. */
export function covers(samePatient: CaseFile['samePatient'], identities: readonly CaseIdentity[]): boolean {
  // A program that did not read the sex yet may have written either.
  const keyOf = (identity: CaseIdentity, other: CaseIdentity) =>
    identityKey(other.sex === undefined ? { ...identity, sex: '' } : identity);
  return identities.every((identity) => samePatient?.of.some((said) => keyOf(said, identity) === keyOf(identity, said)));
}

/** Whether neither ID nor name tells a person: both are empty, or what anonymising programs write. */
export const isUnknown = ({ id, name }: Pick<CaseIdentity, 'id' | 'name'>): boolean => isNobody(id) && isNobody(name);
