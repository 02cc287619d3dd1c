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

export const tooManyFiles = (label: string): Error =>
  new Error(`${label} holds more than ${MAX_FILES.toLocaleString('en')} files. Choose the folder of one patient.`);
