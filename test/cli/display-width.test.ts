import { describe, expect, it } from 'vitest';
import { cutToWidth, padToWidth, widthOf } from '../../src/cli/display-width';

describe('the width of text in a terminal', () => {
  it.each([
    ['SpinalCord', 10],
    ['脊髓', 4],
    ['せき髄_L', 8],
    ['한글', 4],
    ['Ｐ', 2],
    ['Ｐｔｖ１', 8],
    // Half-width katakana take one column, as the sign of a variant takes none.
    ['ｾｷ', 2],
    ['葛\u{e0100}', 2],
    ['Rückenmark', 10],
    ['Ru\u0308ckenmark', 10],
    ['𠮷', 2],
    ['α/β', 3],
  ])('%j: %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is what lines are filled up and cut to', () => {
    expect(padToWidth('脊髓', 6)).toBe('脊髓  ');
    expect(padToWidth('SpinalCord', 4)).toBe('SpinalCord');
    expect(cutToWidth('脊髓 SpinalCord', 6)).toBe('脊髓 S');
    expect(cutToWidth('𠮷𠮷', 3)).toBe('𠮷');
  });
});
