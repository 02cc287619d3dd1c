import { withGuesses } from '../../inspection/kept-guesses';
import { NewerVersion } from '../../newer-version';
import type { Host } from '../host/host';
import { awaitedOf } from './awaited-files';
import { caseChanges } from './case-changes';
import { newDraftKey } from './case-identity';
import { readDraftContent } from './draft-content';
import { isDraftOf } from './draft-key';
import { engine } from './engine-client';
import { evaluateLatest, forgetAnswers } from './evaluation';
import type { DraftQuestion } from './keeping-question';
import type { DraftContent } from './kept-draft';
import { said } from './said';
import { type AppState, appNow, caseHistory, caseText, START, setApp } from './store';

/* A draft outlived the sitting in which it was made, and its case is opened: a person says which of the two counts. */

type DraftHost = Pick<Host, 'drafts' | 'readDraft' | 'saveDraft'>;

/**
 * What is to be asked of the drafts of a case that is being opened; undefined where none differs from it. One that holds
 * nothing but what is in the file is forgotten.
 * @throws NewerVersion where all there is was written by a newer version of the program: it stays as it is.
 */
export async function draftQuestion(
  host: DraftHost,
  { caseFile, guesses, place }: Pick<AppState, 'caseFile' | 'guesses' | 'place'>,
  savedAt: string | undefined,
): Promise<DraftQuestion | undefined> {
  const opened = withGuesses(caseFile!, guesses);
  const heads = (await host.drafts()).filter((head) => isDraftOf(head, place.identity!, place.path!));
  const asked: Omit<DraftQuestion, 'others'>[] = [];
  const newer: NewerVersion[] = [];
  for (const head of heads) {
    const content = await readContent(host, head.key);
    if (content instanceof NewerVersion) newer.push(content);
    if (!content || content instanceof NewerVersion) continue;
    const kept = withGuesses(content.caseFile, content.guesses);
    if (caseText(kept) === caseText(opened) && content.trials.length === 0) {
      await host.saveDraft(head.key, undefined);
      continue;
    }
    asked.push({
      kind: 'draft',
      head,
      content,
      changes: caseChanges(opened, kept),
      triedRegistrations: content.trials.length,
      isOfOtherFile: content.base !== undefined && content.base !== place.disk,
      ...(savedAt !== undefined && { savedAt }),
    });
  }
  if (asked.length === 0 && newer.length > 0) throw newer[0];
  return asked.length === 0 ? undefined : { ...asked[0], others: asked.length - 1 + newer.length };
}

/** One that is damaged stays in the list, where it can be discarded. */
async function readContent(host: DraftHost, key: string): Promise<DraftContent | NewerVersion | undefined> {
  const content = await host.readDraft(key);
  try {
    return content === undefined ? undefined : readDraftContent(content);
  } catch (error) {
    return error instanceof NewerVersion ? error : undefined;
  }
}

const asksOfDraft = (): DraftQuestion | undefined => {
  const { question } = appNow();
  return question?.kind === 'draft' ? question : undefined;
};

/** Goes on with the draft in place of the saved case; what it was made on is checked before anything is computed. */
export const goOnWithDraft = (host: Pick<Host, 'kind'>): Promise<void> =>
  said(async () => {
    const asked = asksOfDraft();
    if (!asked) return;
    const { head, content } = asked;
    const { caseFile, guesses, trials, inputs, seen, base } = content;
    const awaited = awaitedOf(content, host);
    await engine().expectFiles(awaited);
    forgetAnswers();
    const { layer, label, study, place, savedText } = appNow();
    setApp({
      ...START,
      layer,
      label,
      study,
      savedText,
      caseFile,
      guesses,
      trials,
      awaited,
      seenInputs: { ...inputs, ...seen },
      // Saved over a file that the draft was not begun on it would undo what others did: saving asks then.
      place: { ...place, draft: newDraftKey(place.identity!), continues: head, ...(base !== undefined && { disk: base }) },
      screen: 'assess',
    });
    caseHistory.getState().clear();
    await evaluateLatest();
  });

/** The saved case stays open; the draft stays in the list. */
export const openSavedCase = (): void => {
  if (asksOfDraft()) setApp({ question: undefined });
};

/** By a person's word the draft is no more. */
export const discardDraft = (host: Pick<Host, 'saveDraft'>): Promise<void> =>
  said(async () => {
    const asked = asksOfDraft();
    if (!asked) return;
    await host.saveDraft(asked.head.key, undefined);
    setApp({ question: undefined });
  });
