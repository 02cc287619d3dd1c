import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { filesUnder } from '../../../src/cli/files-under';
import { type DicomFile, readDicom } from '../../../src/dicom/read-dicom';
import { inspect } from '../../../src/inspection/inspect';
import { proposeCase } from '../../../src/inspection/propose-case';
import { buildStudy } from '../../../src/study/build-study';
import type { StudyObject } from '../../../src/study/study-object';

/** What the engine hands to the window for a folder, made without a worker. @param wanted which of its files. */
export async function openedStudy(folder: string, wanted: (file: string) => boolean = () => true): Promise<OpenedStudy> {
  const files: DicomFile[] = [];
  for (const file of await filesUnder([folder])) {
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    if (wanted(name)) files.push({ path: name, bytes: await readFile(file) });
  }
  return { inspection: await inspect(each(files)), proposal: proposeCase(buildStudy(understood(files))) };
}

async function* each(files: readonly DicomFile[]) {
  yield* files;
}

function understood(files: readonly DicomFile[]): StudyObject[] {
  return files.flatMap((file): StudyObject[] => {
    try {
      return [readDicom(file)];
    } catch {
      return [];
    }
  });
}
