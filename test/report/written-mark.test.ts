import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/report/written-mark';

describe('crc32', () => {
  // The check value of CRC-32 (ISO 3309) is that of the digits 1 to 9; that of nothing is 0.
  it.each([
    ['123456789', 'cbf43926'],
    ['', '00000000'],
    ['a', 'e8b7be43'],
    ['The quick brown fox jumps over the lazy dog', '414fa339'],
  ])('is that of ISO 3309: %j', (text, sum) => expect(crc32(text)).toBe(sum));
});
