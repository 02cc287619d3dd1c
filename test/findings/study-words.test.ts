import { describe, expect, it } from 'vitest';
import { study as ja } from '../../src/app/words/ja/study';
import { study as zh } from '../../src/app/words/zh/study';
import { STUDY } from '../../src/findings/study';

const of = (first: string, second: string) => ({
  values: [
    { value: first, files: ['a.dcm'], more: 0 },
    { value: second, files: ['b.dcm'], more: 0 },
  ],
});

describe('sentences on identities', () => {
  it.each([
    ['en', STUDY],
    ['zh', zh],
    ['ja', ja],
  ])('write names and days as people do: %s', (_, words) => {
    const names = words['patient-name-differs'].message(of('Thorax^Sample', 'Meier^Hans'));
    expect(names).toContain('Thorax, Sample');
    expect(names).not.toContain('^');
    const days = words['patient-birth-date-differs'].message(of('19550301', '1961'));
    expect(days).toContain('1955-03-01');
    expect(days).toContain('1961');
    // An ID is taken as it is.
    expect(words['patient-id-differs'].message(of('19550301', 'A^1'))).toContain('19550301');
  });
});
