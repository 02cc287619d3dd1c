import type { Finding } from '../findings/finding';

/** Who an object says it belongs to (PS3.3 C.7.1.1). Decoded text without padding; '' where the file has none. */
export interface Patient {
  readonly id: string;
  /** PN as written, with `^` between parts and `=` between alphabetic, ideographic and phonetic forms. */
  readonly name: string;
  /** DA as written: YYYYMMDD. */
  readonly birthDate: string;
  readonly sex?: string;
}

/** What every object has: where it came from, what it is, whom and which study it belongs to. */
export interface DicomHeader {
  /** Path of the file, as given. */
  readonly file: string;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntaxUid: string;
  /** CS, upper-case: RTDOSE, RTSTRUCT, RTPLAN, REG, CT ... */
  readonly modality: string;
  readonly patient: Patient;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly frameOfReferenceUid?: string;
  /** YYYYMMDD, or YYYY where that is all there is; see `dateIn`. */
  readonly studyDate?: string;
  readonly studyDescription?: string;
  readonly seriesDescription?: string;
  readonly manufacturer?: string;
  readonly modelName?: string;
  readonly softwareVersions?: string;
  /** What was odd in the file and could be lived with. */
  readonly findings: readonly Finding[];
}
