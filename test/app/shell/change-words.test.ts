import i18next, { type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { changeText } from '../../../src/app/shell/change-words';
import type { CaseChange } from '../../../src/app/state/case-changes';
import { SCREENS } from '../../../src/app/words/screens';
import { CASE_SCHEMA } from '../../../src/case/case-file';

async function inLanguage(language: 'en' | 'zh' | 'ja') {
  const instance = i18next.createInstance();
  const resources = { [language]: { keeping: SCREENS[language].keeping } };
  await instance.init({ lng: language, ns: ['keeping'], resources, interpolation: { escapeValue: false } });
  const t = instance.getFixedT(language, 'keeping') as unknown as TFunction<'keeping'>;
  return (change: CaseChange) => changeText(t, change);
}

/** Fields that are told by others, or are no content of a case. */
const NOT_TOLD = ['isoeffectCase', 'uid', 'writtenBy', 'organs'];

describe('what differs in a case, in words', () => {
  it('has a name for every field of the case file', () => {
    const { fields } = SCREENS.en.keeping;
    const { course } = { course: CASE_SCHEMA.shape.courses.element };
    const names = (shape: object) => Object.keys(shape).filter((name) => !NOT_TOLD.includes(name));
    expect(names(CASE_SCHEMA.shape).filter((name) => !Object.hasOwn(fields.case, name))).toEqual([]);
    expect(names(course.shape).filter((name) => !Object.hasOwn(fields.course, name))).toEqual([]);
    expect(names(course.shape.phases.element.shape).filter((name) => !Object.hasOwn(fields.phase, name))).toEqual([]);
    const organs = Object.keys(fields.organ);
    expect(organs).toEqual(
      expect.arrayContaining([
        'organ',
        'alphaBetaGy',
        'alphaBetaSource',
        'recovery',
        'repairHalfTimeHours',
        'lqL',
        'repopulation',
      ]),
    );
  });

  it('says what stood there and what stands there, or that nothing does', async () => {
    const say = await inLanguage('en');
    expect(say({ field: 'fractions', in: 'phase', of: 'dCRT', before: '28', after: '30' })).toBe('Fractions of dCRT: 28 → 30');
    expect(say({ field: 'title', in: 'case', after: 'A' })).toBe('Title: nothing → A');
    expect(say({ field: 'inputs', in: 'case', of: 'RD.dcm' })).toBe('File seen to have changed of RD.dcm');
    expect(say({ field: 'of a later version', in: 'case' })).toBe('of a later version');
  });

  it('does so in the other languages, and shows what cannot be seen', async () => {
    const change: CaseChange = { field: 'recovery', in: 'organ', of: 'Cord\u202e', before: '0', after: '0.25' };
    expect((await inLanguage('zh'))(change)).toBe('Cord\\u202e 的恢复：0 → 0.25');
    expect((await inLanguage('ja'))(change)).toBe('Cord\\u202e の回復：0 → 0.25');
  });
});
