import type { Refusal } from '../../input-error';
import type { DraftHead } from './draft-head';
import type { Keeping, KeptKind } from './keeping';

/*
 * What the app needs of the place it runs in: Electron's main process, or a browser's own pickers. The app knows nothing
 * else of either; the two are alike from here on.
 */

/** A file that the user has let the app see. Exactly one of `url` (Electron) and `file` (browser) is there. */
export interface HostFile {
  /** With `/` between parts. In Electron the whole path, in a browser the path below the chosen folder. */
  readonly path: string;
  readonly size: number;
  /** Fetchable from a worker: `isoeffect-file://...`. */
  readonly url?: string;
  readonly file?: File;
}

/** Something that is there but could not be read (no permission, a link to nowhere); the reason is a sentence. */
export interface Unreadable {
  readonly file: string;
  readonly reason: string;
  readonly refusal: Refusal;
}

/** What the user chose: folders, files, or a zip (its entries are files). */
export interface Opened {
  /** For a heading: the folder's name, or the number of files. */
  readonly label: string;
  readonly files: readonly HostFile[];
  /** Where there is any. */
  readonly unreadable?: readonly Unreadable[];
}

/** A case file that the user chose, with the files it names (and those beside them) that are there. */
export interface OpenedCase {
  readonly path: string;
  readonly text: string;
  readonly files: readonly HostFile[];
  /** When the file was written last, ISO 8601, where that is known. */
  readonly modifiedAt?: string;
  /** It cannot be saved where it lies: the file is for reading alone, or its folder is. */
  readonly isReadOnly?: true;
}

export interface RecentCase {
  readonly path: string;
  readonly openedAt: string;
}

/** Where something was saved; undefined where the user thought better of it. */
export interface Saved {
  readonly path: string;
}

export interface PlaceRequest {
  readonly suggestedName: string;
  /** Saves here without asking, where the user has chosen this place before. */
  readonly path?: string;
  /** "HTML report", for the dialog. */
  readonly what: string;
  readonly extension: string;
}

export interface SaveRequest extends PlaceRequest {
  readonly content: string | Uint8Array;
  /**
   * SHA-256 of what may be replaced there, in lower case. Where a file has other content nothing is written, and that
   * content is the answer. Left out where the user chose the place just now, or nothing is known of it.
   */
  readonly known?: readonly string[];
  /** The draft that holds the content as well: it stays while a browser may not have it on the disk. */
  readonly draft?: string;
}

/** Nothing was saved: the file is not what it was when it was opened or saved last. */
export interface Conflict {
  readonly path: string;
  readonly onDisk: {
    readonly text: string;
    readonly sha256: string;
    /** ISO 8601, where it is known. */
    readonly modifiedAt?: string;
  };
}

/** Work that was never saved, with the files of its case that are there. */
export interface OpenedDraft {
  readonly content: string;
  readonly files: readonly HostFile[];
}

/** What the platform's menus and the system ask of the app. */
export type HostCommand =
  | 'open-folder'
  | 'open-files'
  | 'open-case'
  | 'save'
  | 'save-as'
  | 'undo'
  | 'redo'
  | 'report-html'
  | 'report-csv'
  | 'open-sample'
  | 'about';

export interface Host {
  readonly kind: 'electron' | 'web';
  /** @returns undefined where the user cancelled. @throws Error whose message is a sentence for the user. */
  openFolder(): Promise<Opened | undefined>;
  openFiles(): Promise<Opened | undefined>;
  /** What was dropped on the window: folders, files, zips; a case file by itself is opened as one where the host can. */
  openDropped(transfer: DataTransfer): Promise<Opened | OpenedCase | undefined>;
  openCase(): Promise<OpenedCase | undefined>;
  /** One of `recent()`. */
  openRecent(path: string): Promise<OpenedCase | undefined>;
  /** The bundled synthetic patient. */
  openSample(): Promise<Opened>;
  recent(): Promise<readonly RecentCase[]>;
  /**
   * Asks where to save, before there is anything to write: what is written may depend on it. Left out where a place is
   * not told (a browser). @returns undefined where the user thought better of it.
   */
  placeFor?(request: PlaceRequest): Promise<Saved | undefined>;
  /** Written whole or not at all; never over a file of the case. @throws Error with a sentence for the user. */
  save(request: SaveRequest): Promise<Saved | Conflict | undefined>;
  /**
   * Keeps a draft that survives a closed window, unless nothing is kept; undefined content forgets it. @throws Error where
   * it could not be kept.
   */
  saveDraft(key: string, content: string | undefined): Promise<void>;
  /** Newest first. */
  drafts(): Promise<readonly DraftHead[]>;
  /** The content of one of `drafts()`; none of its files is opened for that. */
  readDraft(key: string): Promise<string | undefined>;
  /** One of `drafts()` with its files. A browser cannot open files again by itself. */
  openDraft(key: string): Promise<OpenedDraft | undefined>;
  /** Whether anything is kept on this computer. */
  keeping(): Promise<Keeping>;
  /** By a person's word; what was kept before stays until it is cleared. @throws Error with a sentence for the user. */
  keepNothing(isNothing: boolean): Promise<Keeping>;
  /** All of these kinds. @throws Error with a sentence for the user where something is left. */
  clearKept(kinds: readonly KeptKind[]): Promise<Keeping>;
  /** Requests that went anywhere but to the app itself: must be 0. */
  networkRequests(): Promise<number>;
  /** Called for menu commands and for what the system asks to open. @returns a function that ends it. */
  onCommand(listener: (command: HostCommand) => void): () => void;
  onOpened(listener: (opened: Opened | OpenedCase) => void): () => void;
  /** Language tags in the user's order of preference. */
  readonly languages: readonly string[];
}
