import type { Finding } from '../findings/finding';
import { InputError } from '../input-error';
import type { CtHeader } from './ct-image';
import type { OtherObject } from './dicom-object';
import { parseDataSet } from './parse-data-set';
import { openDicomFile } from './part10';
import { readCtImage } from './read-ct-image';
import type { DicomFile } from './read-dicom';
import { readHeader } from './read-header';
import { objectKind, sopClassName } from './sop-class';

/**
 * Reads what is only looked at, from the first bytes of its file: a CT slice without its pixels, and objects that are not
 * used. A folder of gigabytes is mostly these.
 * @param fileBytes how long the whole file is.
 * @returns undefined where the whole file is needed: for any other object, where the pixels begin later, and where
 *   something is wrong, which is then told of the whole.
 */
export function readHead({ path, bytes }: DicomFile, fileBytes: number): CtHeader | OtherObject | undefined {
  try {
    const opened = openDicomFile(path, bytes);
    // What is within a deflated file cannot be told from how long the file is.
    if (opened.syntax.deflated) return undefined;
    const findings: Finding[] = [...opened.findings];
    const data = parseDataSet(path, opened, findings, fileBytes);
    if (!data.has('PixelData')) return undefined;
    const header = readHeader(data, opened);
    const kind = objectKind(header.sopClassUid, header.modality);
    if (kind === 'other') return { ...header, kind, sopClass: sopClassName(header.sopClassUid, header.modality) };
    // Compressed pixels do not say how long they are: whether the slice is whole is seen at its end.
    if (kind !== 'ct' || data.element('PixelData')?.hadUndefinedLength) return undefined;
    const { storedValues: _, ...slice } = readCtImage(data, header, opened.syntax);
    return slice.pixelFault ? undefined : slice;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
