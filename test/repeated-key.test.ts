import { describe, expect, it } from 'vitest';
import { parseCaseFile } from '../src/case/case-file';
import { parseConstraintSet } from '../src/constraints/constraint-set';
import { parseJsonText } from '../src/json-text';
import { repeatedKey } from '../src/repeated-key';

describe('repeatedKey', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"courses":[{"x":[1,{}]},{"phases":[{"fractions":25, "fractions" : 60}]}]}', 'courses[1].phases[0].fractions'],
    // The same name, written with an escape.
    ['{"organs":{"SpinalCord":{},"Spinal\\u0043ord":{}}}', 'organs.SpinalCord'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['[[{"b":"\\\\","b":0}]]', '[0][0].b'],
  ])('gives the path of the key in %s', (text, path) => {
    expect(repeatedKey(text)).toBe(path);
  });

  it.each([
    '{"a":{"a":{"a":"a"}},"b":["a","a"],"c":{"a":1}}',
    '{"a":"\\"a\\":1,\\"a\\":2","b":"{\\"a\\":[","c":"\\\\"}',
    '[{"a":1},{"a":1}]',
    '"a"',
  ])('finds none in %s', (text) => {
    expect(repeatedKey(text)).toBeUndefined();
  });

  it('refuses a case file and a table with two values of one key', () => {
    expect(() => parseCaseFile('\uFEFF{"isoeffectCase":1,"organs":{},"organs":{}}', 'case.json')).toThrow(
      'case.json: organs: found this key twice in one object; needed it once',
    );
    expect(() =>
      parseConstraintSet(parseJsonText('{"goals":[{"goal":"","goal":""}]}', 'mine.json', 'a table'), 'mine.json'),
    ).toThrow('mine.json: goals[0].goal: found this key twice');
  });
});
