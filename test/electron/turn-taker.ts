import { readFile } from 'node:fs/promises';
import { FileGrants } from '../../electron/file-grants';
import { saveFile } from '../../electron/save';
import { sha256Of } from '../../src/sha256';

/*
 * A program that saves one case again and again, as the window does: each time with a mark of its own added to what it
 * has read, and anew where it is told that another one's save lies there. Says how often it was told so.
 */

const [file, name, turns] = process.argv.slice(2);
const none = new FileGrants();

let asked = 0;
for (let turn = 0; turn < Number(turns); turn++) {
  for (;;) {
    const text = await readFile(file, 'utf8');
    const caseFile = JSON.parse(text) as { marks: string[] };
    const content = JSON.stringify({ ...caseFile, marks: [...caseFile.marks, `${name}${turn}`] });
    const saved = await saveFile(file, content, none, { known: [await sha256Of(text)] });
    if (typeof saved === 'string') break;
    // What it was told is what lay there, whole.
    JSON.parse(saved.onDisk.text);
    asked++;
  }
}
process.stdout.write(`${asked}`);
