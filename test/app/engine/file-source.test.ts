import { afterEach, describe, expect, it, vi } from 'vitest';
import { accessTo } from '../../../src/app/engine/file-source';
import type { HostFile } from '../../../src/app/host/host';

const opened = (...paths: string[]) => new Map(paths.map((path): [string, HostFile] => [path, { path, size: 1, url: 'x' }]));
const found = async (files: ReadonlyMap<string, HostFile>, path: string) => {
  const read = async () => accessTo(files, '/case').read(path);
  const error = await read().catch((thrown: unknown) => thrown);
  return (error as { found: string }).found;
};

describe('a file that was not opened', () => {
  it('is said to be of another computer where nothing that was opened lies on its drive or share', async () => {
    const here = opened('/case/RS.dcm');
    expect(await found(here, 'C:/data/RD.dcm')).toBe("a path on drive C:, where no opened file lies: perhaps another computer's");
    expect(await found(here, '//server/share/RD.dcm')).toBe(
      'a path on another computer (//server), which is not asked for files',
    );
    expect(await found(here, 'RD.dcm')).toBe('no such file among those that were opened');
    expect(await found(here, '/mnt/RD.dcm')).toBe('no such file among those that were opened');
  });

  it('is one of several where others of its drive or share are open', async () => {
    const there = opened('C:/data/RS.dcm', '//server/share/RS.dcm');
    expect(await found(there, 'c:/other/RD.dcm')).toBe('no such file among those that were opened');
    expect(await found(there, '//SERVER/share/RD.dcm')).toBe('no such file among those that were opened');
    expect(await found(there, '//server/second/RD.dcm')).toMatch(/^a path on another computer/);
  });
});

describe('a file that the shell may not give', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    [404, 'a file that is no longer there'],
    [403, 'something that you may not read'],
    [423, 'a file that another program holds open'],
    [500, 'a file that could not be read'],
  ])('is said to be what it is: %i', async (status, said) => {
    vi.stubGlobal('fetch', async () => new Response('', { status }));
    expect(await found(opened('/case/RD.dcm'), 'RD.dcm')).toBe(said);
  });
});
