import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { mayBeDicom } from '../dicom/may-be-dicom';
import { isCsvReport } from './csv-report';
import { isHtmlReport } from './html-report';

/**
 * What a file holds, for who would write over it, window or command line, and whatever its name: a
 * result of this program may be made again, and nothing else. DICOM is none, whoever wrote it, and neither is a case file: what persons said is
 * in it.
 */
export type Held = 'nothing' | 'own result' | 'DICOM' | 'case file' | 'other';

/** A head of a file that every kind is known by, the header of a CSV report included. */
const HEAD_BYTES = 65_536;
/** The end of a file that an HTML report is known by. */
const TAIL_BYTES = 4096;
/** No result is longer, and no longer text would fit in a string. */
const LONGEST_JSON_BYTES = 2 ** 29 - 2 ** 20;

/**
 * What a regular file holds.
 * @throws the system's error where it cannot be read.
 */
export function whatIsIn(file: string): Held {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const head = bytesAt(handle, 0, HEAD_BYTES);
    if (head.length === 0) return 'nothing';
    if (mayBeDicom(head)) return 'DICOM';
    const start = textOf(head);
    if (/^\uFEFF?\s*\{/.test(start)) {
      return size > LONGEST_JSON_BYTES ? 'other' : jsonHeld(readFileSync(handle, 'utf8'));
    }
    const tail = textOf(bytesAt(handle, Math.max(0, size - TAIL_BYTES), TAIL_BYTES));
    return isHtmlReport(start, tail) || isCsvReport(start) ? 'own result' : 'other';
  } finally {
    closeSync(handle);
  }
}

function bytesAt(handle: number, position: number, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const read = readSync(handle, bytes, length, most - length, position + length);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
  }
}

/** With its byte order mark, which is one of the marks. */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/**
 * What the JSON of each command has at its top, of `assess`, `inspect`, `dvh`, `propose` and
 * `calc`: other programs' has not all of one of these.
 */
const JSON_RESULTS: readonly (readonly string[])[] = [
  ['courses', 'organs', 'findings', 'settings', 'version'],
  ['patients', 'doses', 'plans', 'structureSets', 'ctSeries', 'registrations', 'findings', 'unreadable', 'foreign'],
  ['quantity', 'rois', 'findings'],
  ['case', 'guesses', 'missing'],
  ['doseGy', 'fractions', 'alphaBetaGy', 'bedGy', 'eqd2Gy'],
];

function jsonHeld(text: string): Held {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'other';
  }
  if (typeof root !== 'object' || root === null) return 'other';
  const has = (key: string) => Object.hasOwn(root, key);
  if (has('isoeffectCase')) return 'case file';
  const isResult = JSON_RESULTS.some((keys) => keys.every(has));
  return isResult ? 'own result' : 'other';
}
