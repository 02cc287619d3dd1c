import { InputError } from '../input-error';
import { parseDataSet } from './parse-data-set';
import { openDicomFile } from './part10';
import type { DicomFile } from './read-dicom';
import { readHeader } from './read-header';
import { readReferencedPlans } from './read-rt-dose';
import { type ObjectKind, objectKind } from './sop-class';

/** What an object that cannot be used says of itself: what it is, when it was made, and what it is of. */
export interface HeadOfUnusable {
  readonly kind: ObjectKind;
  /** YYYYMMDD, or YYYY where that is all there is. */
  readonly studyDate?: string;
  /** SOP Instance UIDs of the plans that a dose is of. */
  readonly planUids: readonly string[];
}

/** The head of a file whose object cannot be used; undefined where not even that can be read. */
export function headOfUnusable({ path, bytes }: DicomFile): HeadOfUnusable | undefined {
  try {
    const opened = openDicomFile(path, bytes);
    const data = parseDataSet(path, opened, [], Number.MAX_SAFE_INTEGER);
    const { sopClassUid, modality, studyDate } = readHeader(data, opened);
    const kind = objectKind(sopClassUid, modality);
    const planUids = kind === 'dose' ? readReferencedPlans(data).map(({ sopInstanceUid }) => sopInstanceUid) : [];
    return { kind, ...(studyDate !== undefined && { studyDate }), planUids };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
