import type { Random } from './random';

const SIGNS = ['\u0000', '\u001b[31m', '\u202e', '\u200b', '\\', '"', '=', '\ud800', 'é', '脊', '\n', '^'];
const WORDS = [
  '',
  ' ',
  'GY',
  'CGY',
  'RELATIVE',
  'EFFECTIVE',
  'PLAN',
  'BEAM',
  'POINT',
  'OPEN_PLANAR',
  'RTPLAN',
  'RTDOSE',
  'PROTON',
  'SETUP',
  '20220230',
  '19000101',
  '99991231',
  'ISO 2022 IR 149',
  'PTV',
  'SpinalCord',
  'SpinalCanal',
  'constructor',
  '__proto__',
  'undefined',
];

/** A text that is another by a sign, a slip of the hand, or altogether. */
export function otherText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + random.pick(SIGNS) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.repeat(random.pick([2, 100, 3000]));
    case 3:
      return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
    default:
      return random.pick(WORDS);
  }
}
