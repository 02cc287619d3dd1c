import type { ByteArrayParser, ByteStream, Element, DataSet as ParsedDataSet } from 'dicom-parser';

/** What dicom-parser has, and its own types do not tell. */
declare module 'dicom-parser' {
  export const DataSet: new (parser: ByteArrayParser, bytes: Uint8Array, elements: Record<string, Element>) => ParsedDataSet;

  /** Where the VR of a tag is not known, the parser looks at the value. */
  export function parseDicomDataSetImplicit(
    dataSet: ParsedDataSet,
    byteStream: ByteStream,
    maxPosition: number,
    options: { untilTag: string; vrCallback: (tag: string) => string | undefined },
  ): void;
}
