import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveInBrowser } from '../../../src/app/host/web-save';
import { sha256Of } from '../../../src/sha256';

/* Saving by a browser's picker, to a file that others may change meanwhile. */

let text: string | undefined;
const handle = {
  name: 'case.json',
  getFile: async () => {
    if (text === undefined) throw new DOMException('gone', 'NotFoundError');
    return new File([text], 'case.json', { lastModified: Date.UTC(2026, 0, 2) });
  },
  createWritable: async () => ({
    write: async (content: string) => {
      text = content;
    },
    close: async () => {},
  }),
};
const request = { suggestedName: 'case.json', what: 'case', extension: 'json' };
const known = async (...texts: string[]) => Promise.all(texts.map(sha256Of));

beforeEach(async () => {
  vi.stubGlobal('window', { showSaveFilePicker: async () => handle });
  text = undefined;
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
