import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DicomObject } from '../../src/dicom/dicom-object';
import { readDicom } from '../../src/dicom/read-dicom';

/* DICOM that others made, beside the project and not in it: see the README there. On a machine without it, its tests are skipped. */

const ROOT = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const isThere = (folder: string): boolean => existsSync(path.join(ROOT, folder));

export const namesIn = (folder: string): string[] => readdirSync(path.join(ROOT, folder)).sort();

export const peerFile = (folder: string, name: string) => ({
  path: `${folder}/${name}`,
  bytes: readFileSync(path.join(ROOT, folder, name)),
});

/** Reads a file that is meant to be of a kind. */
export function readPeer<Kind extends DicomObject['kind']>(kind: Kind, folder: string, name: string) {
  const object = readDicom(peerFile(folder, name));
  if (object.kind !== kind) throw new Error(`${name} is read as ${object.kind}`);
  return object as Extract<DicomObject, { kind: Kind }>;
}

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
