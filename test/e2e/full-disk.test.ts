import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inBothHosts } from './both-hosts';
import type { Driven } from './driven';
import { courseName, makeSmallCase, renameCourse, SMALL_VERDICT, smallPatient } from './steps';

/* A disk that is full when the case is saved: a sentence, the old file as it was, the work still there, saved elsewhere. */

let data: string;
let patient: string;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'isoeffect-full-'));
  patient = smallPatient(path.join(data, 'patient'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** A place to save in that can be filled up. */
interface Place {
  /** Makes the next save dialogs answer a file here, or elsewhere. */
  choose(where: 'here' | 'elsewhere'): Promise<void>;
  fill(): Promise<void>;
  read(where: 'here' | 'elsewhere'): Promise<string>;
  end(): Promise<void>;
}

/** A disk of its own of 256 kB where that may be made, or else the program's own disk made to say that it is full. */
function onDisk(app: Driven): Place {
  const small = path.join(data, 'small-disk');
  mkdirSync(small);
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]).status === 0;
  const files = { here: path.join(small, 'case.json'), elsewhere: path.join(data, 'elsewhere.json') };
  console.info(isMounted ? 'the full disk is a real one of 256 kB' : 'the full disk is made up: none may be mounted here');
  return {
    choose: (where) =>
      app.program!.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
      }, files[where]),
    fill: async () => {
      if (isMounted) {
        const fillUp = () => {
          for (;;) appendFileSync(path.join(small, 'filler'), Buffer.alloc(4096));
        };
        expect(fillUp).toThrow('ENOSPC');
        return;
      }
      await app.program!.evaluate((_electron, full) => {
        const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
        const disk = process.getBuiltinModule('node:fs/promises');
        const { open } = disk;
        disk.open = async (file, ...rest) => {
          const handle = await open(file, ...rest);
          if (String(file).startsWith(full))
            handle.writeFile = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
          return handle;
        };
        syncBuiltinESMExports();
      }, small);
    },
    read: async (where) => readFileSync(files[where], 'utf8'),
    end: async () => {
      if (isMounted) spawnSync('umount', [small]);
    },
  };
}

/** Files of a browser's save dialog that hold what is written only once it is closed, as the real ones do. */
function inPage({ page }: Driven): Place {
  interface Made {
    made: { chosen: string; isFull: boolean; files: Record<string, string> };
    showSaveFilePicker: unknown;
  }
  return {
    choose: (where) =>
      page.evaluate((name) => {
        const made = window as unknown as Made;
        made.made ??= { chosen: name, isFull: false, files: {} };
        made.made.chosen = name;
        made.showSaveFilePicker = async () => ({
          name: `${made.made.chosen}.json`,
          getFile: async () => new File([made.made.files[name]], `${name}.json`),
          createWritable: async () => {
            let written = '';
            return {
              write: async (text: string) => {
                if (name === 'here' && made.made.isFull) throw new DOMException('no room', 'QuotaExceededError');
                written += text;
              },
              abort: async () => {},
              close: async () => {
                made.made.files[name] = written;
              },
            };
          },
        });
      }, where),
    fill: () =>
      page.evaluate(() => {
        (window as unknown as Made).made.isFull = true;
      }),
    read: (where) => page.evaluate((name) => (window as unknown as Made).made.files[name], where),
    end: async () => {},
  };
}

inBothHosts('a disk that is full', (step) => {
  step('ends saving in a sentence; the old file stays, nothing is lost, and another place will do', async (app) => {
    const place = app.kind === 'web' ? inPage(app) : onDisk(app);
    try {
      const { page } = app;
      const save = () => page.getByRole('button', { name: 'Save case' }).click();
      await makeSmallCase(app, patient);
      await place.choose('here');
      await save();
      await page.getByText('saved', { exact: true }).waitFor();
      const before = await place.read('here');
      expect(JSON.parse(before).isoeffectCase).toBe(1);

      await place.fill();
      await renameCourse(app, 'a name that does not fit');
      await save();
      await page
        .getByRole('alert')
        .filter({ hasText: /^.*The disk is full: .*json was not saved\. Make room, or choose another place\.$/s })
        .waitFor();
      expect(await place.read('here')).toBe(before);
      expect(await page.getByText('not saved', { exact: true }).isVisible()).toBe(true);

      await place.choose('elsewhere');
      await page.getByRole('button', { name: 'Other ways to save' }).click();
      await page.getByRole('menuitem', { name: 'Save case as…' }).click();
      await page.getByText('saved', { exact: true }).waitFor();
      expect(JSON.parse(await place.read('elsewhere')).courses[0].name).toBe('a name that does not fit');
      expect(await place.read('here')).toBe(before);

      // What cannot be saved and is left is offered as a draft.
      await place.choose('here');
      await renameCourse(app, 'kept without a disk');
      await page.getByRole('button', { name: 'Other ways to save' }).click();
      await page.getByRole('menuitem', { name: 'Save case as…' }).click();
      await page.getByRole('alert').filter({ hasText: 'The disk is full' }).waitFor();
      await app.startAgain();
      await app.page.getByRole('region', { name: 'Not saved yet' }).getByRole('button').first().click();
      if (app.kind === 'electron') await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
      expect(await (await courseName(app)).inputValue()).toBe('kept without a disk');
    } finally {
      await place.end();
    }
  });
});
