import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveInBrowser } from '../../../src/app/host/web-save';
import { sha256Of } from '../../../src/sha256';

/* Saving by a browser's picker, to a file that others may change meanwhile. */

let text: string | undefined;
/** What happens when the stream is written to, before it is closed, or when it is closed; each is there once. */
let meanwhile: { write?: () => void; close?: () => void };
let aborted: number;
const failing = (name: string) => () => {
  throw new DOMException('of the browser', name);
};
const handle = {
  name: 'case.json',
  getFile: async () => {
    if (text === undefined) throw new DOMException('gone', 'NotFoundError');
    return new File([text], 'case.json', { lastModified: Date.UTC(2026, 0, 2) });
  },
  // As the real ones: what is written is put in the file's place when it is closed, and not before.
  createWritable: async () => {
    let written = '';
    return {
      write: async (content: string) => {
        written += content;
        meanwhile.write?.();
      },
      close: async () => {
        meanwhile.close?.();
        text = written;
      },
      abort: async () => {
        aborted++;
      },
    };
  },
};
const request = { suggestedName: 'case.json', what: 'case', extension: 'json' };
const known = async (...texts: string[]) => Promise.all(texts.map(sha256Of));

beforeEach(async () => {
  vi.stubGlobal('window', { showSaveFilePicker: async () => handle });
  [text, meanwhile, aborted] = [undefined, {}, 0];
  expect(await saveInBrowser({ ...request, content: 'first' })).toEqual({ path: 'case.json' });
});
afterEach(() => vi.unstubAllGlobals());

describe('saving in a browser to a place that was chosen before', () => {
  it('writes over what is known', async () => {
    const again = { ...request, path: 'case.json', content: 'second', known: await known('first') };
    expect(await saveInBrowser(again)).toEqual({ path: 'case.json' });
    expect(text).toBe('second');
  });

  it('asks where it is another file now, and writes nothing', async () => {
    text = 'by a colleague';
    const again = { ...request, path: 'case.json', content: 'second', known: await known('first') };
    expect(await saveInBrowser(again)).toEqual({
      path: 'case.json',
      onDisk: { text, sha256: await sha256Of(text), modifiedAt: '2026-01-02T00:00:00.000Z' },
    });
    expect(text).toBe('by a colleague');
    expect(await saveInBrowser({ ...again, known: await known('first', 'by a colleague') })).toEqual({ path: 'case.json' });
    expect(text).toBe('second');
  });

  it('writes where the file is gone', async () => {
    text = undefined;
    expect(await saveInBrowser({ ...request, path: 'case.json', content: 'again', known: await known('first') })).toEqual({
      path: 'case.json',
    });
    expect(text).toBe('again');
  });
});

describe('saving in a browser that fails', () => {
  const again = async () => ({ ...request, path: 'case.json', content: 'second', known: await known('first') });

  it.each([
    ['write', 'QuotaExceededError', 'The disk is full: case.json was not saved. Make room, or choose another place.'],
    ['write', 'AbortError', 'The browser broke the saving off: case.json was not saved, and what was there is as it was.'],
    ['close', 'AbortError', 'The browser broke the saving off'],
    ['close', 'QuotaExceededError', 'The disk is full'],
    ['close', 'NotFoundError', 'The folder of case.json is no longer there: it was not saved.'],
    ['close', 'TypeMismatchError', 'case.json is the name of a folder now: nothing was saved.'],
    ['write', 'NoModificationAllowedError', 'The browser may not write there: case.json was not saved.'],
    ['close', 'UnknownError', 'case.json could not be saved (of the browser).'],
  ] as const)('in the %s with %s leaves the file as it was, and says so', async (step, name, sentence) => {
    meanwhile = { [step]: failing(name) };
    await expect(saveInBrowser(await again())).rejects.toThrow(sentence);
    expect([text, aborted]).toEqual(['first', 1]);
    meanwhile = {};
    expect(await saveInBrowser(await again())).toEqual({ path: 'case.json' });
    expect(text).toBe('second');
  });

  it('is no fault where a person thinks better of it in the dialog', async () => {
    vi.stubGlobal('window', { showSaveFilePicker: async () => failing('AbortError')() });
    expect(await saveInBrowser({ ...request, content: 'elsewhere' })).toBeUndefined();
    expect([text, aborted]).toEqual(['first', 0]);
  });

  it('asks where the file becomes another one while this one is written', async () => {
    meanwhile = {
      write: () => {
        text = 'by a colleague';
      },
    };
    expect(await saveInBrowser(await again())).toMatchObject({ onDisk: { text: 'by a colleague' } });
    expect([text, aborted]).toEqual(['by a colleague', 1]);
  });

  it('writes over nothing that a newer version of the program wrote, also where that was seen', async () => {
    text = '{"isoeffectCase":2,"writtenBy":"isoeffect 7.2.0"}';
    const told = 'case.json was written by a newer Isoeffect (7.2.0) and is not written over: nothing was saved.';
    await expect(saveInBrowser(await again())).rejects.toThrow(told);
    await expect(saveInBrowser({ ...(await again()), known: await known(text) })).rejects.toThrow(told);
    expect(text).toContain('7.2.0');
  });
});

it('pages of one browser that save to one place do so one at a time: no save is lost', async () => {
  // One page after the other, as the browser has it.
  let last: Promise<unknown> = Promise.resolve();
  const locks = {
    request: <T>(_name: string, _options: object, work: () => Promise<T>) => {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
  vi.stubGlobal('navigator', { locks });
  let asked = 0;
  const page = async (name: string) => {
    for (let turn = 0; turn < 50; turn++) {
      for (;;) {
        const read = text!;
        const content = `${read} ${name}${turn}`;
        const saved = await saveInBrowser({ ...request, path: 'case.json', content, known: await known(read) });
        if (saved && !('onDisk' in saved)) break;
        asked++;
      }
    }
  };
  await Promise.all([page('a'), page('b')]);
  expect(text!.split(' ').length).toBe(101);
  expect(asked).not.toBe(0);
});
