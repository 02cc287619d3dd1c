import { type Gathered, gather, inspectionOf } from '../../assessment/inspect';
import { proposeCase } from '../../assessment/propose-case';
import { HEAD_BYTES, mayBeDicom } from '../../dicom/may-be-dicom';
import { describeForeignBytes } from '../../dicom/not-dicom-error';
import type { DicomFile } from '../../dicom/read-dicom';
import { buildStudy } from '../../study/build-study';
import type { HostFile } from '../host/host';
import type { OpenedStudy, ReadProgress } from './engine-api';
import { bytesOf, headOf } from './file-source';

/** Files up to this size are read at once; of larger ones the head tells first whether the rest is worth reading. */
const SMALL_BYTES = 65_536;
/** Progress is told this often at the most, ms. */
const TELL_EVERY_MS = 60;

export interface ReadResult extends OpenedStudy {
  readonly gathered: Gathered;
}

/**
 * Reads everything that may be DICOM among the files.
 * @param isCancelled is asked between files. @throws Error "cancelled"; InputError where there is no DICOM at all.
 */
export async function readFiles(
  files: readonly HostFile[],
  progress: (progress: ReadProgress) => void,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  const foreign: { file: string; what: string }[] = [];
  const counts = { understood: 0, unreadable: 0 };
  let told = 0;
  const tell = (done: number, file: string) => {
    if (done < files.length && performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    progress({ done, total: files.length, ...counts, foreign: foreign.length, file });
  };
  async function* readable(): AsyncGenerator<DicomFile> {
    for (const [n, file] of files.entries()) {
      if (isCancelled()) throw new Error('cancelled');
      tell(n, file.path);
      const isSmall = file.size <= SMALL_BYTES;
      const start = isSmall ? await bytesOf(file) : await headOf(file, HEAD_BYTES);
      if (!mayBeDicom(start)) foreign.push({ file: file.path, what: describeForeignBytes(start) });
      else {
        counts.understood++;
        yield { path: file.path, bytes: isSmall ? start : await bytesOf(file) };
      }
    }
  }
  const read = await gather(readable());
  counts.unreadable = read.unreadable.length;
  counts.understood = read.objects.length;
  const gathered = { ...read, foreign: [...foreign, ...read.foreign] };
  tell(files.length, '');
  const study = buildStudy(gathered.objects);
  return { gathered, inspection: inspectionOf(gathered, study), proposal: proposeCase(study) };
}
