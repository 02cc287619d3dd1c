import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './driven';

const SMALL = path.join(ROOT, 'dicom-samples/small');
const UID = /2\.25\.\d+/g;

/** Everything has another UID of the same length, and what belonged together still does. */
function asOthers(file: string): void {
  const text = readFileSync(file, 'latin1');
  const others = text.replace(UID, (uid) => uid.slice(0, -1) + ((Number(uid.at(-1)) + 1) % 10));
  writeFileSync(file, others, 'latin1');
}

const frameOf = (file: string): string => {
  const text = readFileSync(file, 'latin1');
  // FrameOfReferenceUID (0020,0052), little endian.
  const at = text.indexOf('\x20\x00\x52\x00');
  return text.slice(at + 8).match(UID)![0];
};

/**
 * The smaller of the bundled patients with a CT and a frame of reference of its own for each course, joined by a matrix:
 * all that the window shows, in little time.
 * @returns its case file.
 */
export function twoFrames(folder: string): string {
  for (const course of ['prior', 'planned']) {
    mkdirSync(path.join(folder, course), { recursive: true });
    cpSync(path.join(SMALL, course), path.join(folder, course), { recursive: true });
    cpSync(path.join(SMALL, 'CT'), path.join(folder, course, 'CT'), { recursive: true });
    cpSync(path.join(SMALL, 'RS.dcm'), path.join(folder, course, 'RS.dcm'));
  }
  const prior = readdirSync(path.join(folder, 'prior'), { recursive: true, encoding: 'utf8' });
  for (const name of prior.filter((each) => each.endsWith('.dcm'))) asOthers(path.join(folder, 'prior', name));
  const caseFile = JSON.parse(readFileSync(path.join(SMALL, 'case.json'), 'utf8'));
  caseFile.courses[0].structures = 'prior/RS.dcm';
  caseFile.structures = 'planned/RS.dcm';
  const [from, to] = ['planned', 'prior'].map((course) => frameOf(path.join(folder, course, 'RD.dcm')));
  const matrix = [1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  caseFile.registrations = [{ from, to, matrix, method: 'manual', note: 'a millimetre to the left' }];
  const file = path.join(folder, 'case.json');
  writeFileSync(file, JSON.stringify(caseFile));
  return file;
}
