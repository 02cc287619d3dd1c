import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipFolder } from '../../packaging/zip-folder';

let work: string;
let folder: string;
/** Longer than what is read at once, and not a multiple of it. */
const LONG = Buffer.alloc(3 * 2 ** 20 + 17, 'long ');

beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'isoeffect-zip-'));
  folder = path.join(work, 'Program-x64');
  mkdirSync(path.join(folder, 'lib/deep'), { recursive: true });
  writeFileSync(path.join(folder, 'program'), LONG);
  chmodSync(path.join(folder, 'program'), 0o755);
  writeFileSync(path.join(folder, 'lib/deep/données.txt'), 'é');
  chmodSync(path.join(folder, 'lib/deep/données.txt'), 0o640);
  writeFileSync(path.join(folder, 'lib/empty'), '');
  chmodSync(path.join(folder, 'lib/empty'), 0o644);
  symlinkSync('deep/données.txt', path.join(folder, 'lib/link'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Mode of each entry as the central directory has it (APPNOTE 4.3.12, 4.4.15), with the system that it is meant for. */
function modesIn(zip: Buffer): Record<string, string> {
  const modes: Record<string, string> = {};
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 46)) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    modes[name] = `${zip[at + 5]}: ${(zip.readUInt32LE(at + 38) >>> 16).toString(8)}`;
  }
  return modes;
}

describe.each([0, 6] as const)('a zip of level %d', (level) => {
  it('has every file, its name, content and mode, and links as links', async () => {
    const file = path.join(work, `${level}.zip`);
    await zipFolder(folder, file, { level });
    const zip = readFileSync(file);
    const read = unzipSync(zip);
    expect(Object.fromEntries(Object.entries(read).map(([name, bytes]) => [name, bytes.length]))).toEqual({
      'Program-x64/lib/deep/données.txt': 2,
      'Program-x64/lib/empty': 0,
      'Program-x64/lib/link': Buffer.byteLength('deep/données.txt'),
      'Program-x64/program': LONG.length,
    });
    expect(LONG.equals(read['Program-x64/program'])).toBe(true);
    expect(Buffer.from(read['Program-x64/lib/link']).toString()).toBe('deep/données.txt');
    expect(modesIn(zip)).toEqual({
      'Program-x64/lib/deep/données.txt': '3: 100640',
      'Program-x64/lib/empty': '3: 100644',
      'Program-x64/lib/link': '3: 120777',
      'Program-x64/program': '3: 100755',
    });
  });
});

it('has names without the folder where that is asked for', async () => {
  const file = path.join(work, 'within.zip');
  await zipFolder(folder, file, { within: '' });
  expect(Object.keys(unzipSync(readFileSync(file))).toSorted()).toEqual([
    'lib/deep/données.txt',
    'lib/empty',
    'lib/link',
    'program',
  ]);
});

it('ends with what the system says where the zip cannot be written', async () => {
  await expect(zipFolder(folder, path.join(work, 'nowhere/x.zip'))).rejects.toThrow('ENOENT');
});
