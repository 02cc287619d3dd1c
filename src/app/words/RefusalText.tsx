import { Fragment } from 'react';
import type { Refusal } from '../../input-error';
import { refusalParts } from './refusal-words';
import { useWords } from './use-words';

interface RefusalTextProps {
  readonly refusal: Refusal;
  /** Left out where the file is named beside it. */
  readonly withoutFile?: boolean;
}

/** Why something cannot be used: the frame in the user's language, the particulars in the program's own English. */
export function RefusalText({ refusal, withoutFile = false }: RefusalTextProps) {
  const { refusal: words } = useWords();
  const parts = refusalParts(words, refusal).filter(({ part }) => !(withoutFile && part === 'file'));
  return (
    <>
      <span>{words.lead[refusal.kind]}</span>{' '}
      <span>
        {parts.map(({ part, word, text }, n) => (
          <Fragment key={part}>
            {n > 0 && words.gap}
            {word}
            {part === 'file' ? <bdi>{text}</bdi> : <span lang="en">{text}</span>}
          </Fragment>
        ))}
      </span>
    </>
  );
}
