import { ENGLISH } from '../findings/english';
import type { Answer, Finding } from '../findings/finding';
import { counted } from './wording';

/* What the input contradicts and a person has answered for, said to a reader: an answer is no proof. */

/** A finding that asked something, with the answer. */
export type AnsweredFinding = Finding & { readonly answered: Answer };

/** The contradictions that stand in the input by somebody's word. */
export const answeredFindings = (findings: readonly Finding[]): readonly AnsweredFinding[] =>
  findings.filter((finding): finding is AnsweredFinding => finding.answered !== undefined);

/** What was contradicted, and where: `Same dose in two courses (prior/RD.dcm)`. */
export function contradictionWords({ code, course, roi, file }: Finding): string {
  const place = [course, roi, file].filter((part) => part !== undefined).join(', ');
  return `${ENGLISH[code].title}${place && ` (${place})`}`;
}

/** Who answered, when and why; nothing of a finding that nobody answered. */
export const answerWords = ({ answered }: Finding): string | undefined =>
  answered && `Answered by ${answered.by}, ${answered.on}: ${answered.why}`;

/** What a headline says of them; nothing where there are none. */
export function answeredCaveat(findings: readonly Finding[]): string | undefined {
  const { length } = answeredFindings(findings);
  return length > 0 ? `rests on the answer to ${counted(length, 'contradiction')} in the input` : undefined;
}
