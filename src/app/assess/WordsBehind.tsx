import { useTranslation } from 'react-i18next';
import { useWords } from '../words/use-words';
import styles from './assess.module.css';
import type { T } from './goal-words';
import { organName } from './organ-match';
import type { WordBehind } from './words-behind';

/** One line for each word of a person that the verdicts rest on. */
export function WordsBehind({ words }: { readonly words: readonly WordBehind[] }) {
  const { t } = useTranslation('assess');
  const { findings } = useWords();
  return words.map((each, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
    <p key={n} className={styles.loudLine} data-part={each.kind}>
      <span aria-hidden="true">⚠</span> {wordText(t, each, (code) => findings[code].title)}
    </p>
  ));
}

type Titled = Extract<WordBehind, { kind: 'answered' }>['findings'][number]['code'];

/** @param titleOf the title of a finding, in the language of `t`. */
export function wordText(t: T, said: WordBehind, titleOf: (code: Titled) => string): string {
  const { by, on, why } = said.word;
  if (said.kind === 'same-patient') return t('banner.samePatient', { by, on, why });
  if (said.kind === 'absent') return t('banner.saidAbsent', { organ: organName(t, said.organ), by, on, why });
  const what = said.findings.map(({ code, course, roi, file }) => {
    const place = [course, roi, file].filter(Boolean).join(', ');
    return place === '' ? titleOf(code) : t('banner.placed', { what: titleOf(code), place });
  });
  return t('banner.answered', { what: what.join('; '), by, on, why });
}
