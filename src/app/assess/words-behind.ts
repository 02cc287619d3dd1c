import type { CaseFile } from '../../case/case-file';
import type { OrganEntry } from '../../evaluation/assessment';
import type { Answer, Finding } from '../../findings/finding';

/** What the verdicts rest on beside the files: the word of a person, to be read with them. */
export type WordBehind =
  | { readonly kind: 'answered'; readonly finding: Finding; readonly word: Answer }
  | { readonly kind: 'absent'; readonly organ: string; readonly word: Answer }
  | { readonly kind: 'same-patient'; readonly word: Answer };

type Said = Pick<CaseFile, 'samePatient' | 'absent'>;

/** Every word that stands behind a result: answers to contradictions, organs said to be absent, identities taken as one. */
export function wordsBehind(
  { findings, organs }: { readonly findings: readonly Finding[]; readonly organs: readonly Pick<OrganEntry, 'organ'>[] },
  { samePatient, absent = {} }: Said = {},
): readonly WordBehind[] {
  const answered = findings.flatMap((finding): WordBehind[] =>
    finding.answered ? [{ kind: 'answered', finding, word: finding.answered }] : [],
  );
  const inResult = organs.flatMap((entry): [string, Answer][] => {
    const { organ, absent: word } = entry as { organ: string | null; absent?: Answer };
    return organ !== null && word && !Object.hasOwn(absent, organ) ? [[organ, word]] : [];
  });
  const gone = [...Object.entries(absent), ...inResult];
  return [
    ...answered,
    ...gone.map(([organ, word]): WordBehind => ({ kind: 'absent', organ, word })),
    ...(samePatient ? [{ kind: 'same-patient', word: samePatient } as const] : []),
  ];
}
