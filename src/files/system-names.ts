const SYSTEM_NAMES = new Set([
  'thumbs.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
  'lost+found',
  '__macosx',
  'icon\r',
]);

/** Files and folders that the platform keeps for itself, or that were hidden on purpose. */
export const isSystemName = (name: string): boolean => name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase());

/** More than this is not a patient but a disk. */
export const MAX_FILES = 200_000;

/** A sentence for the user. */
export class TooManyFiles extends Error {
  readonly found: string;

  constructor(label: string, most = MAX_FILES) {
    const found = `more than ${most.toLocaleString('en')} files`;
    super(`${label} holds ${found}. Choose the folder of one patient.`);
    this.found = found;
  }
}

export const tooManyFiles = (label: string, most?: number): Error => new TooManyFiles(label, most);
