import { expect, it } from 'vitest';
import { restsOnTexts } from '../../../src/app/assess/RestsOn';
import { WORDS } from '../../../src/app/words/use-words';
import { makeFinding } from '../../../src/findings/finding';
import { cord } from '../../report/fixture-organs';
import { assessmentOf } from '../../report/variants';
import { inLanguage } from './in-language';

const plain = assessmentOf([cord]);
const [prior] = plain.courses.filter(({ role }) => role === 'prior');
const studies = [
  { date: '20200115', files: [prior.phases[0].dose], more: 0 },
  { date: '', files: ['scan/1.dcm', 'scan/2.dcm'], more: 30 },
];
const shared = { ...plain, findings: [makeFinding('frame-in-several-studies', 'warning', { frame: '1.2.3', studies })] };

it.each(['en', 'zh', 'ja'] as const)(
  'the banner says what is taken for one scan, by name and without a UID: %s',
  async (language) => {
    const [line] = restsOnTexts(await inLanguage(language), WORDS[language], shared);
    expect(line.part).toBe('one-frame');
    for (const name of [prior.name, '2020-01-15', 'scan/1.dcm']) expect(line.text).toContain(name);
    expect(line.text).not.toContain('1.2.3');
    expect(restsOnTexts(await inLanguage(language), WORDS[language], plain).map(({ part }) => part)).not.toContain('one-frame');
  },
);
