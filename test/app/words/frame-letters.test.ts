import { expect, it } from 'vitest';
import { findingText } from '../../../src/app/words/core-words';
import { withLetters } from '../../../src/app/words/frame-letters';
import { WORDS } from '../../../src/app/words/use-words';
import { makeFinding } from '../../../src/findings/finding';

const letters = new Map([
  ['2.25.9568', 'A'],
  ['2.25.95681', 'B'],
]);
const apart = makeFinding('frames-not-joined', 'error', {
  frames: [
    { frame: '2.25.9568', files: ['a.dcm'] },
    { frame: '2.25.95681', files: ['b.dcm'] },
  ],
});

it.each(['en', 'zh', 'ja'] as const)('a finding names frames by the letters they have elsewhere: %s', (language) => {
  const said = withLetters(findingText(WORDS[language], apart), letters);
  expect(said).not.toContain('2.25.');
  expect(said).toMatch(/\bA\b.*\bB\b/s);
});

it('leaves what has no letter, and everything where no study is open', () => {
  const text = 'frame 1.2.3 and 2.25.9568';
  expect(withLetters(text, letters)).toBe('frame 1.2.3 and A');
  expect(withLetters(text, new Map())).toBe(text);
});
