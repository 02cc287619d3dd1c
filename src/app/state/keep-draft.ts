import type { Host } from '../host/host';
import { sentenceOf } from '../words/problem';
import { draftContent } from './draft-content';
import { draftKey } from './draft-key';
import { useKeeping } from './keeping';
import { type AppState, appNow, type DraftFailure, isDraftNeeded, setApp, useApp } from './store';

/**
 * How long the case must rest before its draft is written, and how long steady changes may go on unwritten, ms: what was
 * changed is on the disk within 3 s, so that the writing of a large case is among them.
 */
const REST_MS = 800;
const MOST_MS = 2500;
/** A draft that was not kept is tried again after so long, ms; the last is repeated. */
const AGAIN_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** Longer than any disk that works takes. */
const NO_ANSWER_MS = 15_000;

type Keeper = Pick<Host, 'saveDraft' | 'drafts'>;

let latest: (() => Promise<void>) | undefined;

/** Writes what is changed and not kept yet, before drafts are looked at. */
export const flushDrafts = (): Promise<void> => latest?.() ?? Promise.resolve();

/**
 * Keeps a draft of what was changed or is tried and is not saved, so that a closed window loses nothing: what has not
 * rested yet is written when the page goes. Each sitting with a case has a draft of its own and writes over no other; it
 * is forgotten once all of it is in the saved file. What cannot be kept is said, and tried until it is.
 * @returns a function that ends it.
 */
export function keepDraft(host: Keeper): () => void {
  const keeping = new Keeping(host);
  const flush = () => keeping.flushAll();
  const ends = [
    useApp.subscribe((state, before) => keeping.changed(state, before)),
    // What was changed while nothing was kept has no draft yet.
    useKeeping.subscribe((now, before) => {
      if (before.keeping?.nothingBy !== undefined && now.keeping?.nothingBy === undefined) keeping.begin(appNow());
    }),
  ];
  window.addEventListener('pagehide', flush);
  latest = () => keeping.flush();
  return () => {
    window.removeEventListener('pagehide', flush);
    latest = undefined;
    void flush();
    keeping.end();
    for (const end of ends) end();
  };
}

class Keeping {
  private waiting: AppState | undefined;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private most: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private failure: DraftFailure | undefined;
  /** What was asked for last of each draft: an answer to anything before it tells nothing. */
  private readonly asked = new Map<string, object>();
  /** What could not be kept yet. */
  private readonly unkept = new Map<string, AppState>();

  constructor(private readonly host: Keeper) {}

  changed(state: AppState, before: AppState): void {
    // Another case begins with nothing to be said; what is not kept of the one before still is.
    if (this.unkept.size > 0 && !state.draftFailure) setApp({ draftFailure: this.failure });
    // Another case: what was changed of the one before is written, and the new one is not changed yet.
    if (!state.caseFile || draftKey(state) !== draftKey(before)) {
      void this.flush();
      return;
    }
    const isSaved = state.savedText !== before.savedText;
    const isSame = state.caseFile === before.caseFile && state.guesses === before.guesses && state.trials === before.trials;
    if (isSame && !isSaved) return;
    if (isDraftNeeded(state)) {
      this.later(state);
      return;
    }
    // All of it is in the saved file, or was changed back to that: no draft but this sitting's own is touched.
    this.drop();
    void this.forget(draftKey(state));
    if (isSaved) void this.supersede(state);
  }

  /** Keeps what there is to be kept. */
  begin(state: AppState): void {
    if (state.caseFile && isDraftNeeded(state)) this.later(state);
  }

  private later(state: AppState): void {
    this.waiting = state;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => void this.flush(), REST_MS);
    this.most ??= setTimeout(() => void this.flush(), MOST_MS);
  }

  private drop(): void {
    clearTimeout(this.rest);
    clearTimeout(this.most);
    this.most = undefined;
    this.waiting = undefined;
  }

  async flush(): Promise<void> {
    const state = this.waiting;
    this.drop();
    if (state) await this.write(state);
  }

  private async write(state: AppState): Promise<void> {
    const key = draftKey(state);
    const mark = {};
    this.asked.set(key, mark);
    const isLatest = () => this.asked.get(key) === mark;
    try {
      await answered(this.host.saveDraft(key, draftContent(state)));
    } catch (error) {
      if (isLatest()) this.failed(key, state, sentenceOf(error));
      return;
    }
    if (!isLatest()) return;
    this.unkept.delete(key);
    this.settle();
  }

  /** What a sitting went on with is in the saved file now; where another window has changed it since, it stays. */
  private async supersede({ place: { continues } }: AppState): Promise<void> {
    if (!continues) return;
    try {
      const head = (await this.host.drafts()).find(({ key }) => key === continues.key);
      if (head?.turn === continues.turn) await this.host.saveDraft(continues.key, undefined);
    } catch {
      // It is listed once more than needed.
    }
  }

  private async forget(key: string): Promise<void> {
    this.asked.set(key, {});
    this.unkept.delete(key);
    this.settle();
    // What is kept beside the saved case is one draft too many, and nothing lost.
    await this.host.saveDraft(key, undefined).catch(() => {});
  }

  private failed(key: string, state: AppState, why: string): void {
    this.unkept.set(key, state);
    this.failure = { why };
    setApp({ draftFailure: this.failure });
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.flushAll(), AGAIN_MS[Math.min(this.failures++, AGAIN_MS.length - 1)]);
  }

  /** What waits, and what could not be kept before. */
  async flushAll(): Promise<void> {
    const unkept = new Map(this.unkept);
    if (this.waiting) unkept.set(draftKey(this.waiting), this.waiting);
    this.drop();
    await Promise.all([...unkept.values()].map((state) => this.write(state)));
  }

  private settle(): void {
    if (this.unkept.size > 0) return;
    this.failures = 0;
    clearTimeout(this.again);
    if (appNow().draftFailure) setApp({ draftFailure: undefined });
  }

  end(): void {
    clearTimeout(this.again);
  }
}

function answered(asked: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('there was no answer')), NO_ANSWER_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
