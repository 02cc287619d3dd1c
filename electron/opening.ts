import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { HostFile, Opened, OpenedCase, Unreadable } from '../src/app/host/host';
import { listZip } from '../src/app/host/zip-directory';
import { withSlashes } from '../src/files/named-place';
import { FileWalk } from '../src/files/walk-files';
import { openCaseFile } from './case-files';
import type { FileGrants } from './file-grants';
import { notReadable, refusal, walkFolder } from './folder-walk';
import { zipSource } from './zip-source';

/**
 * Opens what the user pointed at. A case file by itself is opened as one, with the files it names.
 * @throws Error with a sentence for the user.
 */
export async function openPaths(paths: readonly string[], grants: FileGrants): Promise<Opened | OpenedCase> {
  if (paths.length === 1 && isCaseName(paths[0])) return openCaseFile(paths[0], grants);
  return openFilesAt(paths, grants);
}

/** Folders, zips and files, all as files. @throws Error with a sentence for the user. */
export async function openFilesAt(paths: readonly string[], grants: FileGrants): Promise<Opened> {
  const files: HostFile[] = [];
  const unreadable: Unreadable[] = [];
  const walk = new FileWalk();
  for (const at of paths) {
    const found = await stat(at).catch((error: unknown) => {
      throw notReadable(at, error);
    });
    if (found.isFile() && path.extname(at).toLowerCase() === '.zip') {
      files.push(...(await zipFiles(at, grants)));
      continue;
    }
    const walked = await walkFolder(at, undefined, walk);
    for (const file of walked.files) files.push(grants.grant(file.path, file.size, 'chosen'));
    for (const { path: refused, error } of walked.unreadable) {
      const file = withSlashes(refused);
      const why = refusal(file, error);
      unreadable.push({ file, reason: why.message, refusal: why.refusal });
    }
  }
  const label = paths.length === 1 ? path.basename(paths[0]) : `${files.length} files`;
  return unreadable.length > 0 ? { label, files, unreadable } : { label, files };
}

async function zipFiles(file: string, grants: FileGrants): Promise<HostFile[]> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw notReadable(file, error);
  });
  try {
    const entries = await listZip(await zipSource(handle), path.basename(file));
    return entries.map((entry) => grants.grant(file, entry.size, 'chosen', entry));
  } finally {
    await handle.close();
  }
}

const isCaseName = (file: string): boolean => path.extname(file).toLowerCase() === '.json';
