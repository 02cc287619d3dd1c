import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../src/app/host/zip-directory';

/** An open file, as the zip reader wants it. */
export async function zipSource(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}
