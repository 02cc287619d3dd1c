import { describe, expect, it } from 'vitest';
import { notReadable } from '../../src/cli/files';

describe('notReadable', () => {
  it.each([
    ['ENOENT', 'no such file'],
    ['ENOTDIR', 'no such file'],
    ['EISDIR', 'a folder'],
    ['EACCES', 'no permission to read it'],
    ['EPERM', 'no permission to read it'],
    ['ELOOP', 'links that lead back to themselves'],
    ['EIO', 'a file that could not be read (EIO)'],
  ])('%s is said in plain words', (code, found) => {
    const { message } = notReadable('a/b.dcm', Object.assign(new Error(`${code}: raw words`), { code }));
    expect(message).toBe(`a/b.dcm: found ${found}; needed a file that can be read`);
  });
});
