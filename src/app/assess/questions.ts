import type { Assessment } from '../../evaluation/assessment';
import { isOpenQuestion } from '../../figures/error-words';
import type { Finding } from '../../findings/finding';
import type { OrganEntry } from './missing-organs';

export { isOpenQuestion as isOpen } from '../../figures/error-words';

/** What is asked, and what has no verdict for it. */
export interface OpenQuestions {
  readonly findings: readonly Finding[];
  readonly organs: readonly OrganEntry[];
  /** No organ that has goals is without a question. */
  readonly isAll: boolean;
}

export function openQuestions({ findings, organs }: Pick<Assessment, 'findings' | 'organs'>): OpenQuestions {
  const isTouched = ({ goals }: OrganEntry) => goals.some(({ code }) => code === 'question-open');
  const touched = organs.filter(isTouched);
  const judged = organs.filter(({ goals }) => goals.some(({ verdict }) => verdict === 'met' || verdict === 'exceeded'));
  return {
    findings: findings.filter(isOpenQuestion),
    organs: touched,
    isAll: touched.length > 0 && judged.length === 0,
  };
}
