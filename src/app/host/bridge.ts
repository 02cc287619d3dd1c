import type { DraftHead } from './draft-head';
import type {
  Conflict,
  HostCommand,
  Opened,
  OpenedCase,
  OpenedDraft,
  PlaceRequest,
  RecentCase,
  Saved,
  SaveRequest,
} from './host';
import type { Keeping, KeptKind } from './keeping';

/** Errors are carried as sentences: what Electron would carry has its own words in front. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

type Asked<T> = Promise<Reply<T>>;

/** What the preload script gives the page, and all that it gives: one function for each thing that may be asked. */
export interface Bridge {
  openFolder(): Asked<Opened | undefined>;
  openFiles(): Asked<Opened | undefined>;
  openDropped(files: readonly File[]): Asked<Opened | OpenedCase | undefined>;
  openCase(): Asked<OpenedCase | undefined>;
  openRecent(path: string): Asked<OpenedCase | undefined>;
  openSample(): Asked<Opened>;
  recent(): Asked<readonly RecentCase[]>;
  save(request: SaveRequest): Asked<Saved | Conflict | undefined>;
  saveDraft(key: string, content: string | undefined): Asked<undefined>;
  drafts(): Asked<readonly DraftHead[]>;
  readDraft(key: string): Asked<string | undefined>;
  openDraft(key: string): Asked<OpenedDraft | undefined>;
  keeping(): Asked<Keeping>;
  keepNothing(isNothing: boolean): Asked<Keeping>;
  clearKept(kinds: readonly KeptKind[]): Asked<Keeping>;
  placeFor(request: PlaceRequest): Asked<Saved | undefined>;
  networkRequests(): Asked<number>;
  onCommand(listener: (command: HostCommand) => void): () => void;
  onOpened(listener: (opened: Opened | OpenedCase) => void): () => void;
}

declare global {
  interface Window {
    readonly isoeffectBridge?: Bridge;
  }
}
