import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Drafts } from '../../../electron/drafts';
import { FileGrants } from '../../../electron/file-grants';
import { RecentCases } from '../../../electron/recent-cases';
import { saveFile } from '../../../electron/save';
import { keptAddress } from '../../../electron/web-address';
import { writeWindowState } from '../../../electron/window-state';
import { numbered } from './written';

/*
 * A process that writes one thing after another by the program's own functions until it is killed, and says the number of
 * each as soon as it is written: `saver.ts <what> <folder> <first number>`.
 */

const [what, folder, first] = process.argv.slice(2);
const file = path.join(folder, 'case.json');
const sha256Of = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
let known = existsSync(file) ? [sha256Of(readFileSync(file))] : [];
const grants = new FileGrants();
const drafts = new Drafts(folder);
const recent = new RecentCases(path.join(folder, 'recent-cases.json'));

const WRITES: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  case: async (n) => {
    const content = numbered(n);
    const saved = await saveFile(file, content, grants, { known });
    if (typeof saved !== 'string') throw new Error('what lies there is not what was written');
    known = [sha256Of(content)];
  },
  draft: (n) => drafts.save('sitting', numbered(n)),
  // The first start, again and again.
  address: async () => {
    await rm(path.join(folder, 'web-address.json'), { force: true });
    await keptAddress(folder);
  },
  settings: async (n) => {
    writeWindowState(path.join(folder, 'window.json'), { width: 1000 + (n % 1000), height: 700, maximized: false });
    await recent.add(`/case-${n}.json`);
  },
};

writeSync(1, 'begun\n');
for (let n = Number(first); ; n++) {
  await WRITES[what](n);
  writeSync(1, `${n}\n`);
}
