import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { HostFile } from '../../../src/app/host/host';

const SAMPLES = path.resolve(import.meta.dirname, '../../../dicom-samples');

/** A folder of the bundled patients as a browser's picker gives it. */
export function hostFiles(folder: string): HostFile[] {
  const at = path.join(SAMPLES, folder);
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      return { path: path.posix.join(folder, path.relative(at, file)), size: bytes.length, file: new File([bytes], entry.name) };
    });
}

export const hostFile = (name: string, bytes: Uint8Array): HostFile => ({
  path: name,
  size: bytes.length,
  file: new File([bytes as Uint8Array<ArrayBuffer>], name),
});
