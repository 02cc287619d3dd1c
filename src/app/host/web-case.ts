import { isCaseText } from '../../files/named-paths';
import type { Opened, OpenedCase } from './host';

const LARGEST_CASE_BYTES = 10_000_000;

/**
 * The case file in an opened folder: a browser shows a page only the files that were chosen, so a case is opened with its
 * folder. The one nearest to the top counts.
 * @throws Error with a sentence for the user where there is none, or several.
 */
export async function caseIn({ label, files }: Opened): Promise<OpenedCase> {
  const depth = (path: string) => path.split('/').length;
  const candidates = files
    .filter(({ path, size }) => /\.json$/i.test(path) && size <= LARGEST_CASE_BYTES)
    .sort((a, b) => depth(a.path) - depth(b.path));
  const cases: { path: string; text: string; modifiedAt: string }[] = [];
  for (const { path, file } of candidates) {
    if (cases.length > 0 && depth(path) > depth(cases[0].path)) break;
    const text = await file!.text();
    if (isCaseText(text)) cases.push({ path, text, modifiedAt: new Date(file!.lastModified).toISOString() });
  }
  if (cases.length === 0)
    throw new Error(`There is no case file in ${label}. Choose the folder that holds the case file and its DICOM files.`);
  const chosen = cases.length === 1 ? cases[0] : cases.find(({ path }) => /\/case\.json$/i.test(path));
  if (!chosen)
    throw new Error(
      `There are several case files in ${label}: ${cases.map(({ path }) => path.split('/').at(-1)).join(', ')}. Name the one to be opened case.json, or choose a folder that holds only one.`,
    );
  return { ...chosen, files: files.filter(({ path }) => path !== chosen.path) };
}
