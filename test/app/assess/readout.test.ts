import { expect, it } from 'vitest';
import { noDose } from '../../../src/app/assess/PointReadout';
import { inLanguage } from './in-language';

it('says in every language whether a course is not placed, on paper only, or ends before the point', async () => {
  for (const language of ['en', 'zh', 'ja'] as const) {
    const t = await inLanguage(language);
    const said = (['not placed', 'no grid', 'outside grid', undefined] as const).map((why) => noDose(t, why));
    expect(new Set(said).size, language).toBe(4);
  }
});
