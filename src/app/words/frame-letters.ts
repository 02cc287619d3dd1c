import { createContext } from 'react';

/** The letter that a frame of reference has on every screen, by its UID. */
export type FrameLetters = ReadonlyMap<string, string>;

/** Those of the study that is open; none where there is no study. */
export const FrameLettersContext = createContext<FrameLetters>(new Map());

/** A text that names frames by their UIDs, with their letters instead: nobody reads a UID. */
export function withLetters(text: string, letters: FrameLetters): string {
  // The longest first: one UID may begin as another does.
  const uids = [...letters.keys()].filter((uid) => uid !== '').sort((a, b) => b.length - a.length);
  return uids.reduce((said, uid) => said.replaceAll(uid, letters.get(uid)!), text);
}
