import type { Random } from './random';

/** A number as text of which one digit is another. */
export function otherNumber(random: Random, text: string): string {
  const digits = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  if (digits.length === 0) return '1';
  const at = random.pick(digits);
  const digit = (Number(text[at]) + random.between(1, 9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
}
