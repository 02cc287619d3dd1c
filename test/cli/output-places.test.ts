import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { doseFile } from '../case/written-case';
import { ALL, calculated, said, study, type Written } from './all-outputs';
import { filesIn, inFolder } from './run';

/* Whatever is asked to be written, and whatever lies there: nothing is lost that this program cannot make again. */

const DOSE = doseFile(() => 20);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What lies where a command is to write, and what a refusal says of it. */
const LOST: Readonly<Record<string, readonly [content: Uint8Array, found: string]>> = {
  DICOM: [DOSE, 'DICOM'],
  'DICOM without a preamble': [DOSE.slice(132), 'DICOM'],
  'DICOM behind a stray byte': [DOSE.slice(131), 'DICOM'],
  'DICOM that is cut off': [DOSE.slice(0, 200), 'DICOM'],
  'a case file': [bytesOf('{"isoeffectCase":1,"courses":[]}'), 'a case file'],
  'a case file behind a byte order mark': [bytesOf('\uFEFF {"isoeffectCase":1}'), 'a case file'],
  'JSON of others': [bytesOf('{"findings":[],"rois":[]}'), 'a file that this program did not write'],
  'a list of limits': [bytesOf('[{"goal":"Dmax < 50 Gy"}]'), 'a file that this program did not write'],
  'JSON that breaks off': [bytesOf('{"quantity":"physical","rois":['), 'a file that this program did not write'],
  'JSON 100,000 deep': [bytesOf(`{"a":${'['.repeat(100_000)}`), 'a file that this program did not write'],
  'a page of others': [bytesOf('<!DOCTYPE html>\n<html lang="en"></html>\n'), 'a file that this program did not write'],
  'a table of others': [bytesOf('\uFEFFrecord,patient_id,roi\r\n'), 'a file that this program did not write'],
  'one byte': [Uint8Array.of(0), 'a file that this program did not write'],
};

describe.each(ALL)('$name', (output: Written) => {
  const found = (what: string) => (output.onlyNew ? 'a file that is there already' : what);

  it.each(Object.entries(LOST))('writes over %s under no circumstances, and says so before any work', (_, [content, what]) =>
    inFolder({}, async (folder) => {
      const file = output.at(folder);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      // The inputs are not there: what is refused is refused before they are looked at.
      await expect(output.run(folder)).rejects.toMatchObject({ name: 'InputError', file, found: found(what) });
      expect(readFileSync(file).equals(content)).toBe(true);
      expect(filesIn(path.dirname(file))).toEqual([path.basename(file)]);
    }),
  );

  it('writes over no input by a link, a hard link or another spelling', () =>
    inFolder(study(), async (folder) => {
      const before = filesIn(folder);
      for (const input of output.inputs) {
        const at = path.join(folder, input);
        const bytes = readFileSync(at);
        for (const make of [linkSync, symlinkSync]) {
          const file = output.at(folder);
          mkdirSync(path.dirname(file), { recursive: true });
          make(at, file);
          // What is read first of a case is the case: of the others their content says enough.
          const found = expect.stringMatching(/^(a file that is read|DICOM|a file that is there already)$/);
          await expect(output.run(folder)).rejects.toMatchObject({ file, found });
          expect(lstatSync(file).isSymbolicLink()).toBe(make === symlinkSync);
          rmSync(file);
        }
        expect(readFileSync(at).equals(bytes)).toBe(true);
      }
      expect(filesIn(folder)).toEqual(before);
    }));

  it('takes no folder, socket, link to nowhere or missing folder for a file', () =>
    inFolder({}, async (folder) => {
      const file = output.at(folder);
      const says = (found: string) => expect(output.run(folder)).rejects.toMatchObject({ file, found });
      if (!output.makesItsFolder) await says('no such folder');
      mkdirSync(file, { recursive: true });
      await says('a folder');
      rmSync(file, { recursive: true });
      symlinkSync('nowhere', file);
      await says('a link to something that is not there');
      rmSync(file);
      symlinkSync(path.basename(file), file);
      await says('links that lead back to themselves');
      rmSync(file);
      const server = createServer();
      await new Promise<void>((listening) => server.listen(file, listening));
      await says('a socket');
      await new Promise((closed) => server.close(closed));
    }));
});

describe('an earlier result', () => {
  it('is written anew, with its mode, through a link that stays', () =>
    inFolder({}, async (folder) => {
      const file = path.join(folder, 'a.json');
      await calculated(file, 50);
      chmodSync(file, 0o640);
      const link = path.join(folder, 'link.json');
      symlinkSync('a.json', link);
      await calculated(link, 60);
      expect(JSON.parse(readFileSync(file, 'utf8')).doseGy).toBe(60);
      expect([statSync(file).mode & 0o777, readlinkSync(link)]).toEqual([0o640, 'a.json']);
      expect(filesIn(folder)).toEqual(['a.json']);
    }));

  it('of every command gives way to a new one of any', () =>
    inFolder(study(), async (folder) => {
      for (const output of ALL.filter(({ onlyNew, isLong }) => !onlyNew && !isLong)) {
        mkdirSync(path.dirname(output.at(folder)), { recursive: true });
        await output.run(folder);
        const first = readFileSync(output.at(folder));
        await output.run(folder);
        expect(first.length, output.name).toBeGreaterThan(100);
        await calculated(output.at(folder), 50);
        expect(JSON.parse(readFileSync(output.at(folder), 'utf8')).doseGy).toBe(50);
      }
    }));

  it('that is protected against writing stays', () =>
    inFolder({}, async (folder) => {
      const file = path.join(folder, 'a.json');
      await calculated(file, 50);
      chmodSync(file, 0o444);
      const found = 'a file that is protected against writing';
      await expect(calculated(file, 60)).rejects.toMatchObject({ file, found });
    }));

  it('that was made in the folder of the input is written anew, and an empty file of it too', () =>
    inFolder(study(), async (folder) => {
      const { inspected, proposed } = said(folder);
      await inspected('plan/found.json');
      await inspected('plan/found.json');
      writeFileSync(path.join(folder, 'plan/empty'), '');
      await proposed('plan/empty');
      expect(JSON.parse(readFileSync(path.join(folder, 'plan/empty'), 'utf8'))).toHaveProperty('case');
    }));

  it('is not taken where it is an input itself', () =>
    inFolder(study(), async (folder) => {
      const file = path.join(folder, 'found.json');
      await calculated(file, 50);
      const { inspected } = said(folder);
      await expect(inspected('found.json', ['plan', 'found.json'])).rejects.toMatchObject({
        file,
        found: 'a file that is read',
      });
    }));
});

describe('an empty file, a pipe and a device', () => {
  it('are written by every command, never-over ones included', () =>
    inFolder(study(), async (folder) => {
      for (const output of ALL.filter(({ isLong }) => !isLong)) {
        const file = output.at(folder);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, '');
        await output.run(folder);
        expect(statSync(file).size, output.name).toBeGreaterThan(100);
        rmSync(file);
        symlinkSync('/dev/null', file);
        await output.run(folder);
        expect(lstatSync(file).isSymbolicLink(), output.name).toBe(true);
        rmSync(file);
      }
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    }));

  it('a pipe gets the whole result and stays a pipe', () =>
    inFolder({}, async (folder) => {
      const pipe = path.join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const [text] = await Promise.all([
        import('node:fs/promises').then(({ readFile }) => readFile(pipe, 'utf8')),
        calculated(pipe, 50),
      ]);
      expect(JSON.parse(text).doseGy).toBe(50);
      expect(lstatSync(pipe).isFIFO()).toBe(true);
    }));

  it('/dev/stdout is standard output, which then holds the result alone', () =>
    inFolder({}, async () => {
      for (const name of ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']) {
        const { stdout, stderr } = await calculated(name, 50);
        expect([JSON.parse(stdout).doseGy, stderr]).toEqual([50, expect.stringContaining('EQD2')]);
      }
    }));

  it('a name that a file has no room beside for a longer one is written', () =>
    inFolder({}, async (folder) => {
      const file = path.join(folder, `${'a'.repeat(250)}.json`);
      await calculated(file, 50);
      expect(existsSync(file)).toBe(true);
      const longer = path.join(folder, 'a'.repeat(300));
      await expect(calculated(longer, 50)).rejects.toMatchObject({ file: longer, found: 'a name that is too long' });
    }));
});

describe('two outputs onto one path', () => {
  it.each([
    ['the same name', 'a.json', 'a.json'],
    ['another spelling', 'a.json', './b/../a.json'],
    ['a name that differs in case alone', 'a.json', 'A.JSON'],
    ['a name that is composed otherwise', 'm\u00e9.json', 'me\u0301.json'],
    ['through a linked folder', 'b/a.json', 'link/a.json'],
    ['two hard links', 'one', 'two'],
    ['standard output', '-', '/dev/stdout'],
  ])('are refused: %s', (_, json, out) =>
    inFolder({ 'b/.keep': '', one: '', ...study() }, async (folder) => {
      symlinkSync('b', path.join(folder, 'link'));
      linkSync(path.join(folder, 'one'), path.join(folder, 'two'));
      const before = filesIn(folder);
      await expect(said(folder).proposed(json, out)).rejects.toMatchObject({
        found: 'a file named for two outputs',
        needed: expect.stringContaining('nothing was written'),
      });
      expect(filesIn(folder)).toEqual(before);
    }),
  );

  it('are written where one folder has both names', () =>
    inFolder({ 'b/.keep': '', ...study() }, async (folder) => {
      await said(folder).proposed('a.json', 'b/a.json');
      expect(filesIn(folder)).toEqual(expect.arrayContaining(['a.json', 'b/a.json']));
    }));
});

describe('what a case names', () => {
  it('is written over by nothing, there or not, in use or not', () =>
    inFolder(study(), async (folder) => {
      const { assessed } = said(folder);
      const named = path.join(folder, 'limits.json');
      const text = JSON.parse(readFileSync(path.join(folder, 'case.json'), 'utf8'));
      writeFileSync(path.join(folder, 'case.json'), JSON.stringify({ ...text, constraints: 'limits.json' }));
      // The case's own limits are not there, are empty, and look like a result: each time they are the case's.
      await expect(assessed('limits.json')).rejects.toMatchObject({ file: named, found: 'a file that is read' });
      writeFileSync(named, '');
      await expect(assessed('limits.json')).rejects.toMatchObject({ file: named, found: 'a file that is read' });
      rmSync(named);
      await calculated(named, 50);
      await expect(assessed('limits.json')).rejects.toMatchObject({ file: named, found: 'a file that is read' });
    }));
});

describe('what changes while a command works', () => {
  it('is looked at again before the write: a file that came, a link that was laid', () =>
    inFolder(study(), async (folder) => {
      const file = path.join(folder, 'new.json');
      const { inspected } = said(folder);
      for (const lay of [() => writeFileSync(file, DOSE), () => symlinkSync('plan/RD.dcm', file)]) {
        const before = readFileSync(path.join(folder, 'plan/RD.dcm'));
        const run = inspected('new.json');
        lay();
        await expect(run).rejects.toMatchObject({ file, found: 'DICOM' });
        expect(readFileSync(path.join(folder, 'plan/RD.dcm')).equals(before)).toBe(true);
        rmSync(file);
      }
      expect(filesIn(folder).filter((name) => name.includes('.part'))).toEqual([]);
    }));
});
