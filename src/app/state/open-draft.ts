import type { Host } from '../host/host';
import { awaitedOf } from './awaited-files';
import { newDraftKey, newUid } from './case-identity';
import { readDraftContent } from './draft-content';
import { draftLabel } from './draft-key';
import { engine } from './engine-client';
import { evaluateLatest } from './evaluation';
import { flushDrafts } from './keep-draft';
import { studyOf } from './opening';
import { said } from './said';
import { appNow, caseHistory, START, setApp } from './store';

/**
 * Goes on with a case that is not saved, from the list; its files have to be opened where the host cannot do that by
 * itself. Nothing is computed from other files than those that it was worked on with.
 */
export const openDraft = (host: Host, key: string): Promise<void> =>
  said(async () => {
    await flushDrafts();
    const draft = await host.openDraft(key);
    const head = (await host.drafts()).find((one) => one.key === key);
    if (!draft || !head) return;
    const content = readDraftContent(draft.content);
    const { caseFile, folder, path, guesses, trials, inputs, seen, base } = content;
    const { layer, study } = appNow();
    const ofItsFiles = draft.files.length > 0 ? await studyOf(draft) : study;
    const awaited = awaitedOf(content, host);
    await engine().expectFiles(awaited);
    const identity = content.identity ?? newUid();
    setApp({
      ...START,
      layer,
      label: draftLabel(head),
      study: ofItsFiles,
      caseFile,
      guesses,
      trials,
      awaited,
      seenInputs: { ...inputs, ...seen },
      place: {
        folder,
        identity,
        draft: newDraftKey(identity),
        continues: head,
        ...(path !== undefined && { path }),
        ...(base !== undefined && { disk: base }),
      },
      screen: 'assess',
    });
    caseHistory.getState().clear();
    await evaluateLatest();
  });

/** By a person's word these drafts are no more. */
export const forgetDrafts = (host: Pick<Host, 'saveDraft'>, keys: readonly string[]): Promise<void> =>
  said(async () => {
    for (const key of keys) await host.saveDraft(key, undefined);
  });
