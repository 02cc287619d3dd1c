import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../input-error';
import { languageFor } from './languages';
import { foldedParts, REFUSAL_WORDS, type RefusalPart, refusalLead } from './refusal-words';

interface RefusalTextProps {
  readonly refusal: Refusal;
  /** Left out where the file is named beside it. */
  readonly withoutFile?: boolean;
}

/** Why something cannot be used: a sentence in the user's language; the technical particulars, in English, are folded. */
export function RefusalText({ refusal, withoutFile = false }: RefusalTextProps) {
  const { i18n } = useTranslation();
  const language = languageFor([i18n.language]);
  const { gap, details } = REFUSAL_WORDS[language];
  const { open, folded } = foldedParts(language, refusal);
  const shown = open.filter(({ part }) => !(withoutFile && part === 'file'));
  return (
    <>
      <span>{refusalLead(language, refusal)}</span> <Parts parts={shown} gap={gap} />
      {folded.length > 0 && (
        <details style={{ overflowWrap: 'anywhere' }}>
          <summary>{details}</summary>
          <Parts parts={folded} gap={gap} />
        </details>
      )}
    </>
  );
}

const Parts = ({ parts, gap }: { readonly parts: readonly RefusalPart[]; readonly gap: string }) => (
  <span>
    {parts.map(({ part, word, text, isEnglish }, n) => (
      <Fragment key={part}>
        {n > 0 && gap}
        {word}
        {isEnglish ? <span lang="en">{text}</span> : <bdi>{text}</bdi>}
      </Fragment>
    ))}
  </span>
);
