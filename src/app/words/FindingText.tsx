import { useContext } from 'react';
import type { Finding } from '../../findings/finding';
import { findingText } from './core-words';
import { FrameLettersContext, withLetters } from './frame-letters';
import { RefusalText } from './RefusalText';
import { useWords } from './use-words';

/** A finding's message in the user's language. */
export function FindingText({ finding }: { readonly finding: Finding }) {
  const words = useWords();
  const letters = useContext(FrameLettersContext);
  if (finding.code === 'file-unreadable' || finding.code === 'dose-grid-unusable') return <RefusalText refusal={finding.facts} />;
  return withLetters(findingText(words, finding), letters);
}
