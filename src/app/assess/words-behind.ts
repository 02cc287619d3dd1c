import type { CaseFile } from '../../case/case-file';
import type { OrganEntry } from '../../evaluation/assessment';
import type { Answer, Finding } from '../../findings/finding';

/** What the verdicts rest on beside the files: the word of a person, to be read with them. */
export type WordBehind =
  | { readonly kind: 'answered'; readonly findings: readonly Finding[]; readonly word: Answer }
  | { readonly kind: 'absent'; readonly organ: string; readonly word: Answer }
  | { readonly kind: 'same-patient'; readonly word: Answer };

type Said = Pick<CaseFile, 'samePatient' | 'absent'>;

/** What the word that identities are of one patient answers. */
const MIX_UPS: ReadonlySet<Finding['code']> = new Set([
  'patient-id-differs',
  'patient-name-differs',
  'patient-birth-date-differs',
  'patient-sex-differs',
]);

/** Every word that stands behind a result: answers to contradictions, organs said to be absent, identities taken as one. What one person answered for one reason is one word. */
export function wordsBehind(
  { findings, organs }: { readonly findings: readonly Finding[]; readonly organs: readonly Pick<OrganEntry, 'organ'>[] },
  { samePatient, absent = {} }: Said = {},
): readonly WordBehind[] {
  const answered = new Map<string, { readonly word: Answer; readonly of: Finding[] }>();
  for (const finding of findings) {
    const { answered: word, code } = finding;
    if (!word || (samePatient && MIX_UPS.has(code))) continue;
    const key = JSON.stringify([word.by, word.on, word.why]);
    const alike = answered.get(key) ?? { word, of: [] };
    alike.of.push(finding);
    answered.set(key, alike);
  }
  const inResult = organs.flatMap((entry): [string, Answer][] => {
    const { organ, absent: word } = entry as { organ: string | null; absent?: Answer };
    return organ !== null && word && !Object.hasOwn(absent, organ) ? [[organ, word]] : [];
  });
  const gone = [...Object.entries(absent), ...inResult];
  return [
    ...[...answered.values()].map(({ word, of }): WordBehind => ({ kind: 'answered', findings: of, word })),
    ...gone.map(([organ, word]): WordBehind => ({ kind: 'absent', organ, word })),
    ...(samePatient ? [{ kind: 'same-patient', word: samePatient } as const] : []),
  ];
}
