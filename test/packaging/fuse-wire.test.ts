import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuseWires, refuseWrongFuses, setFuses, unnamedFuses, wrongFuses } from '../../packaging/fuse-wire';
import { FUSES, placeOf } from '../../packaging/fuses';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A runtime: code, the wire of each processor, and more code. */
function runtime(...wires: readonly string[]): Buffer {
  const each = wires.map((wire) => Buffer.from(`code${SENTINEL}\u0001${String.fromCharCode(wire.length)}${wire}more`, 'latin1'));
  return Buffer.concat([Buffer.alloc(5000, 7), ...each, Buffer.alloc(300, 9)]);
}
/** As the project says. */
const OURS = '010011001';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-fuses-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, bytes: Buffer) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

describe('the fuses that the project names', () => {
  it('are all that the tool for setting them knows, each once, each with its reason', () => {
    const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(FUSES.map(placeOf)).toEqual(known);
    for (const { why } of FUSES) expect(why.length).toBeGreaterThan(30);
  });

  it('shut every way by which other code is run in the program', () => {
    const on = FUSES.filter((fuse) => fuse.on).map(({ name }) => name);
    expect(on).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ]);
  });
});

describe('the wire of a runtime', () => {
  it('is read from its file: one, or one for each processor', () => {
    expect(fuseWires(runtime('101000000'))).toEqual(['101000000']);
    expect(fuseWires(runtime('101', '1r1'))).toEqual(['101', '1r1']);
  });

  it.each([
    ['none', Buffer.from('a program'), /no fuses where/],
    ['of another version', Buffer.from(`${SENTINEL}\u0002\u0001${'1'}`, 'latin1'), /version 2; 1 is known/],
    ['that ends with the file', Buffer.from(`${SENTINEL}\u0001\u0009101`, 'latin1'), /cut off/],
    ['of no length', Buffer.from(`${SENTINEL}\u0001\u0000`, 'latin1'), /cut off/],
  ])('is refused: %s', (_, bytes, message) => {
    expect(() => fuseWires(bytes)).toThrow(message);
  });

  it('has nothing to complain about as the project says, with a fuse fewer, or with one that has no meaning any more', () => {
    expect(wrongFuses(OURS)).toEqual([]);
    expect(wrongFuses(OURS.slice(0, 8))).toEqual([]);
    expect(wrongFuses(`r${OURS.slice(1)}`)).toEqual([]);
  });

  it('is complained about for each fuse that is not named, on, off or without a meaning', () => {
    expect(unnamedFuses(`${OURS}0`)).toEqual(['fuse 9 (0) is not named']);
    expect(unnamedFuses(`${OURS}1r`)).toEqual(['fuse 9 (1) is not named', 'fuse 10 (r) is not named']);
    expect(unnamedFuses(OURS, FUSES.slice(1))).toEqual(['fuse 0 (0) is not named']);
  });

  it('is complained about for each fuse that is otherwise, or has a sign that is none', () => {
    expect(wrongFuses('110011001')).toEqual(['RunAsNode is on and was to be off']);
    expect(wrongFuses('010001001')).toEqual(['EnableEmbeddedAsarIntegrityValidation is off and was to be on']);
    expect(wrongFuses('01001100?')).toEqual(['WasmTrapHandlers is "?" and was to be on']);
  });
});

describe('setting the fuses', () => {
  it('sets each of them in each wire, and nothing else of the file', async () => {
    const file = written('both', runtime('101001110', '11100000r'));
    await setFuses(file);
    expect(readFileSync(file).equals(runtime(OURS, OURS))).toBe(true);
    await refuseWrongFuses(file);
  });

  it('sets those that an older runtime has', async () => {
    const file = written('older', runtime('10100000'));
    await setFuses(file);
    expect(fuseWires(readFileSync(file))).toEqual([OURS.slice(0, 8)]);
  });

  it.each([
    ['one wire', ['1010000001']],
    ['one of two', ['101000000', '1010000000']],
  ])('fails where a runtime has a fuse that the project does not name, in %s, and changes nothing', async (_, wires) => {
    const file = written('newer', runtime(...wires));
    await expect(setFuses(file)).rejects.toThrow(/newer: fuse 9 \([01]\) is not named\. Each fuse has .* packaging\/fuses\.ts/);
    expect(readFileSync(file).equals(runtime(...wires))).toBe(true);
  });

  it('is looked over again: a package in which one was turned back fails', async () => {
    const file = written('turned', runtime(`1${OURS.slice(1)}`));
    await expect(refuseWrongFuses(file)).rejects.toThrow('RunAsNode is on and was to be off');
  });
});
