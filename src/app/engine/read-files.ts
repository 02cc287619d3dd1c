import { HEAD_BYTES, mayBeDicom } from '../../dicom/may-be-dicom';
import { describeForeignBytes } from '../../dicom/not-dicom-error';
import type { DicomFile } from '../../dicom/read-dicom';
import { readHead } from '../../dicom/read-head';
import { InputError } from '../../input-error';
import { type Gathered, gather, inspectionOf, type UnusableFile } from '../../inspection/inspect';
import { proposeCase } from '../../inspection/propose-case';
import { buildStudy } from '../../study/build-study';
import type { CtSeries } from '../../study/ct-series';
import type { StudyObject } from '../../study/study-object';
import type { HostFile, Unreadable } from '../host/host';
import type { OpenedStudy, ReadProgress } from './engine-api';
import { bytesOf, headOf } from './file-source';

/** Files up to this size are read at once; of larger ones so many bytes tell first whether the rest is worth reading. */
const SMALL_BYTES = 65_536;
/** More than this no browser hands over in one piece. */
const LARGEST_BYTES = 2_000_000_000;
/** So many files are begun at once: most of the time goes into asking for them. */
const AHEAD = 16;
/** Progress is told this often at the most, ms. */
const TELL_EVERY_MS = 60;

export interface ReadResult extends OpenedStudy {
  /** Without pixels. No more of what was read is kept: doses would be held beside those of the case. */
  readonly ctSeries: readonly CtSeries[];
  /** The SOP instance UID of every object, by its file. */
  readonly seen: ReadonlyMap<string, string>;
}

/**
 * Reads everything that may be DICOM among the files, and of what is only looked at no more than the head. A file that
 * cannot be read is an entry, not the end.
 * @param refused what was there and could not even be opened.
 * @param isCancelled is asked between files. @throws Error "cancelled"; InputError where there is no DICOM at all.
 */
export async function readFiles(
  files: readonly HostFile[],
  refused: readonly Unreadable[],
  progress: (progress: ReadProgress) => void,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  const foreign: { file: string; what: string }[] = [];
  const unreadable: UnusableFile[] = [...refused];
  const counts = { understood: 0, unreadable: unreadable.length };
  let told = 0;
  const tell = (done: number, file: string) => {
    if (done < files.length && performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    progress({ done, total: files.length, ...counts, foreign: foreign.length, file });
  };
  async function* readable(): AsyncGenerator<DicomFile | StudyObject> {
    const begun: Promise<Uint8Array>[] = [];
    let next = 0;
    for (const [n, file] of files.entries()) {
      if (isCancelled()) throw new Error('cancelled');
      tell(n, file.path);
      while (next < Math.min(files.length, n + AHEAD)) begun.push(startOf(files[next++]));
      try {
        const found = await lookInto(file, await begun.shift()!);
        if ('what' in found) foreign.push(found);
        else {
          counts.understood++;
          yield found;
        }
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        unreadable.push({ file: file.path, reason: error.message, refusal: error.refusal });
        counts.unreadable++;
      }
    }
  }
  const read = await gather(readable());
  const gathered: Gathered = { ...read, foreign: [...foreign, ...read.foreign], unreadable: [...unreadable, ...read.unreadable] };
  counts.unreadable = gathered.unreadable.length;
  counts.understood = read.objects.length;
  tell(files.length, '');
  const study = buildStudy(gathered.objects);
  const proposal = proposeCase(study, gathered.unreadable);
  const seen = new Map(gathered.objects.map(({ file, sopInstanceUid }) => [file, sopInstanceUid]));
  return { ctSeries: study.ctSeries, seen, inspection: inspectionOf(gathered, study), proposal };
}

/** The whole of a small file, the head of a larger one. What goes wrong is told when its turn has come. */
function startOf(file: HostFile): Promise<Uint8Array> {
  const start = file.size <= SMALL_BYTES ? bytesOf(file) : headOf(file, SMALL_BYTES);
  start.catch(() => {});
  return start;
}

/** What is no DICOM; an object that its head tells enough of; or the bytes. @throws InputError where it cannot be read. */
async function lookInto(file: HostFile, start: Uint8Array): Promise<{ file: string; what: string } | DicomFile | StudyObject> {
  const { path, size } = file;
  const isSmall = size <= SMALL_BYTES;
  const head = start.subarray(0, HEAD_BYTES);
  if (!mayBeDicom(isSmall ? start : head)) return { file: path, what: describeForeignBytes(head) };
  if (isSmall) return { path, bytes: start };
  const known = readHead({ path, bytes: start }, size);
  if (known) return known;
  if (size > LARGEST_BYTES)
    throw new InputError({
      file: path,
      found: `a file of ${(size / 1e9).toFixed(1)} GB`,
      needed: `one of at most ${LARGEST_BYTES / 1e9} GB: export it in smaller files`,
    });
  return { path, bytes: await bytesOf(file) };
}
