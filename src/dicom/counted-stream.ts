import dicomParser, { type ByteArrayParser, type ByteStream } from 'dicom-parser';
import { MOST_ELEMENTS } from './claimed-sizes';

/** More elements and items than any file has. */
export class TooManyElements extends Error {}

/**
 * The stream that dicom-parser walks a file by, which stops it at `MOST_ELEMENTS`: each element and each item makes an
 * object, however short it is, and the parser itself asks for no end. A VR is read of each explicit element, and four
 * bytes of length of each implicit one, of each item and of each fragment.
 */
export function countedStream(parser: ByteArrayParser, bytes: Uint8Array, offset: number): ByteStream {
  const stream = new dicomParser.ByteStream(parser, bytes, offset);
  const { readFixedString, readUint32 } = stream;
  let counted = 0;
  const count = () => {
    if (++counted > MOST_ELEMENTS) throw new TooManyElements();
  };
  stream.readFixedString = (length) => {
    count();
    return readFixedString.call(stream, length);
  };
  stream.readUint32 = () => {
    count();
    return readUint32.call(stream);
  };
  return stream;
}
