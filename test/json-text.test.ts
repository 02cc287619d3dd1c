import { describe, expect, it } from 'vitest';
import { parseJsonText } from '../src/json-text';
import { inputErrorOf } from './dicom/objects';

describe('parseJsonText', () => {
  it('reads JSON, with a byte order mark before it or not', () => {
    expect(parseJsonText('{"a":[1,2]}', 'a.json', 'a case file')).toEqual({ a: [1, 2] });
    expect(parseJsonText('\uFEFF{"a":1}', 'a.json', 'a case file')).toEqual({ a: 1 });
  });

  it.each([
    ['', 'an empty file'],
    [' \n', 'an empty file'],
    ['{', 'text that is not JSON (line 1, character 2)'],
    ['{"a":\n\n 1 ,, }', 'text that is not JSON (line 3, character 5)'],
    ['[1,', 'text that is not JSON: it breaks off'],
    ['x', 'text that is not JSON'],
  ])('says of %j where it is wrong, in plain words', (text, found) => {
    const error = inputErrorOf(() => parseJsonText(text, 'a.json', 'a case file'));
    expect(error.message).toBe(`a.json: found ${found}; needed a case file`);
  });

  it.each([
    ['arrays', '['.repeat(20_000) + ']'.repeat(20_000), 20_000],
    ['objects', `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`, 201],
  ])('refuses %s nested deeper than any file is', (_, text, levels) => {
    const { message } = inputErrorOf(() => parseJsonText(text, 'a.json', 'a case file'));
    expect(message).toBe(`a.json: found brackets ${levels} levels deep; needed a case file: none is deeper than 200`);
  });

  it('takes brackets in text for text', () => {
    const value = [`"\\${'['.repeat(300)}`];
    expect(parseJsonText(JSON.stringify(value), 'a.json', 'a case file')).toEqual(value);
  });

  it.each([
    ['of ten million letters', 'x'.repeat(10_000_000)],
    ['of a million escapes', '\\n"{'.repeat(250_000)],
  ])('reads text %s', (_, long) => {
    const text = JSON.stringify({ displacementMm: long });
    const read = parseJsonText(text, 'a.json', 'a case file') as { displacementMm: string };
    expect(read.displacementMm === long).toBe(true);
  });

  it('asks how deep a text is before it is parsed, one that breaks off too', () => {
    const { message } = inputErrorOf(() => parseJsonText('['.repeat(1_000_000), 'a.json', 'a case file'));
    expect(message).toBe('a.json: found brackets 1000000 levels deep; needed a case file: none is deeper than 200');
  });
});
