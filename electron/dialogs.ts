import { type BrowserWindow, dialog } from 'electron';
import { printable } from '../src/printable';
import type { Words } from './words';

/** Longer than any sentence that a dialog has room for. */
const LONGEST = 2000;

const anything = (words: Words) => ({ name: words.allFiles, extensions: ['*'] });

/** Asks for folders or files. @returns undefined where the user cancelled. */
async function ask(window: BrowserWindow, options: Electron.OpenDialogOptions): Promise<string[] | undefined> {
  // Windows would put what is chosen into its own list of recent files, where no word here clears it.
  const properties = [...(options.properties ?? []), 'dontAddToRecent' as const];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { ...options, properties });
  return canceled || filePaths.length === 0 ? undefined : filePaths;
}

export const askForFolders = (window: BrowserWindow, words: Words) =>
  ask(window, { title: words.openFolderTitle, properties: ['openDirectory', 'multiSelections'] });

export const askForFiles = (window: BrowserWindow, words: Words) =>
  ask(window, {
    title: words.openFilesTitle,
    properties: ['openFile', 'multiSelections'],
    // DICOM files often have no extension, or any.
    filters: [anything(words), { name: words.dicomOrZip, extensions: ['dcm', 'zip'] }],
  });

export const askForCase = (window: BrowserWindow, words: Words) =>
  ask(window, {
    title: words.openCaseTitle,
    properties: ['openFile'],
    filters: [{ name: words.caseFile, extensions: ['json'] }, anything(words)],
  });

/** Asks where to save. @returns undefined where the user cancelled. */
export async function askWhereToSave(
  window: BrowserWindow,
  words: Words,
  { what, extension, place }: { what: string; extension: string; place: string },
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: printable(`${words.saveTitle}: ${what}`),
    defaultPath: place,
    filters: [{ name: printable(what), extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled || !filePath ? undefined : filePath;
}

/** Something that the system asked to open could not be. @param sentence may name a file as it likes to be called. */
export async function tellFailure(window: BrowserWindow, words: Words, sentence: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Isoeffect',
    message: words.notOpened,
    detail: printable(sentence, LONGEST),
  });
}
