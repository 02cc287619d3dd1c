import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { headline } from '../../../src/app/assess/banner-words';
import type { T } from '../../../src/app/assess/goal-words';
import { summary } from '../../../src/app/assess/stops';
import { VerdictBanner, type VerdictBannerProps } from '../../../src/app/assess/VerdictBanner';
import { wordText } from '../../../src/app/assess/WordsBehind';
import { wordsBehind } from '../../../src/app/assess/words-behind';
import { SCREENS } from '../../../src/app/words/screens';
import { ENGLISH } from '../../../src/findings/english';
import { type Finding, makeFinding } from '../../../src/findings/finding';
import { cord, trachea } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';
import { inLanguage } from './in-language';

/* No verdict looks surer than what it rests on. */

let t: T;
beforeAll(async () => {
  t = await inLanguage('en');
});

const WORD = { by: 'Dr Li', on: '2026-11-26', why: 'contours compared' };
const asking: Finding = makeFinding('input-changed', 'error', {}, { file: 'plan/RS.dcm', answerable: true });
const answered: Finding = { ...asking, severity: 'warning', answered: WORD };
const held = { ...cord, goals: [goal('Dmax < 57 Gy', 20, 'met')] };
const open = { ...trachea, goals: [goal('Dmax < 60 Gy', null, 'not evaluable')] };

async function banner(props: VerdictBannerProps): Promise<string> {
  const i18n = i18next.createInstance();
  const { assess, statements } = SCREENS.en;
  await i18n.init({ lng: 'en', resources: { en: { assess, statements } }, interpolation: { escapeValue: false } });
  const page = createElement(MantineProvider, null, createElement(VerdictBanner, props));
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, page));
}
const lookOf = (html: string) => /data-look="([^"]+)"/.exec(html)?.[1];

describe('the headline', () => {
  it('says that nothing can be judged where nothing was', () => {
    expect(headline(t, summary(assessmentOf([open])))).toBe('No mandatory goal could be judged: 1 is without a verdict');
    expect(headline(t, summary(assessmentOf([open, open])))).toMatch(/^No mandatory goal could be judged: 2 are /);
    // With one that is met, or one that is exceeded, something was.
    expect(headline(t, summary(assessmentOf([held, open])))).toBe(
      'No mandatory goal is seen to be exceeded, but 1 goal cannot be judged',
    );
    const over = { ...cord, goals: [goal('Dmax < 57 Gy', 60, 'exceeded')] };
    expect(headline(t, summary(assessmentOf([over, open])))).toMatch(/^1 organ exceeds/);
    expect(headline(t, summary(assessmentOf([])))).toBe('No mandatory goal was tested');
  });

  it('is calm only where nobody had to answer for the input', async () => {
    const calm = assessmentOf([held], { findings: [] });
    expect(lookOf(await banner({ assessment: calm }))).toBe('met');
    const html = await banner({ assessment: { ...calm, findings: [answered] } });
    expect(lookOf(html)).toBe('not evaluable');
    expect(html).toContain('by Dr Li on 2026-11-26 because: contours compared');
    const said = { absent: { SpinalCord: WORD } };
    expect(lookOf(await banner({ assessment: calm, said }))).toBe('not evaluable');
    const guessed = await banner({ assessment: calm, guesses: 6 });
    expect(lookOf(guessed)).toBe('not evaluable');
    expect(guessed).toContain('6 values of the case are the program’s guesses and nobody has confirmed them');
    // What is worse stays worse.
    const over = assessmentOf([{ ...cord, goals: [goal('Dmax < 57 Gy', 60, 'exceeded')] }], { findings: [answered] });
    expect(lookOf(await banner({ assessment: over }))).toBe('exceeded');
  });
});

describe('what a verdict rests on beside the files', () => {
  const table = { verdict: 'exceeded', goal: 'Dmax < 57 Gy', limit: 57, unit: 'Gy', value: 59.31 } as const;
  const facts = { roi: 'SpinalCord', ownGy: 0.5, tableGy: 2, withTable: table };
  const own = makeFinding('own-alpha-beta', 'warning', facts, { roi: 'SpinalCord' });
  const plain = (html: string) => html.replaceAll('\u00a0', ' ');

  it('names an alpha/beta of the case, with what the verdict is with the table’s, and is no calm one', async () => {
    const html = plain(await banner({ assessment: assessmentOf([held], { findings: [own] }) }));
    expect(html).toContain('SpinalCord 0.5 Gy (table 2 Gy; with the table’s: exceeded, 59.3 Gy).');
    expect(lookOf(html)).toBe('not evaluable');
  });

  it('says in the headline that no cumulative dose was tested, and is no calm one', async () => {
    const planned = { ...cord, goals: [goal('V20Gy <= 30 %', 20, 'met', { scope: 'planned' })] };
    const html = await banner({ assessment: assessmentOf([planned], { findings: [] }) });
    expect(html).toContain('(1 tested) · No goal on the cumulative dose was tested');
    expect(lookOf(html)).toBe('not evaluable');
  });

  it('names what the acceptance of a registration is limited to', async () => {
    const calm = assessmentOf([held], { findings: [] });
    const [first] = calm.registrations;
    const accepted = { by: 'Dr B', on: '2026-02-01', note: 'for the cord only' };
    const registrations = [{ ...first, links: [{ ...first.links[0], accepted }] }];
    const html = await banner({ assessment: { ...calm, registrations } });
    expect(html).toContain('is accepted by Dr B on 2026-02-01, with the note: for the cord only');
  });
});

describe('the words behind a result', () => {
  it('are one line each, with who, when and why', () => {
    const second: Finding = { ...answered, file: 'prior/RD.dcm', answered: { ...WORD, by: 'Dr B' } };
    const absent = { SpinalCord: WORD };
    const samePatient = { of: [{ id: '1', name: 'A' }], ...WORD };
    const said = wordsBehind({ findings: [asking, answered, second], organs: [] }, { absent, samePatient });
    expect(said.map(({ kind, word }) => [kind, word.by])).toEqual([
      ['answered', 'Dr Li'],
      ['answered', 'Dr B'],
      ['absent', 'Dr Li'],
      ['same-patient', 'Dr Li'],
    ]);
    const texts = said.map((each) => wordText(t, each, (code) => ENGLISH[code].title));
    expect(texts[0]).toBe(
      `“${ENGLISH['input-changed'].title} (plan/RS.dcm)” is taken as it is by Dr Li on 2026-11-26 because: contours compared`,
    );
    expect(texts[2]).toMatch(/^said not to be in this patient: .+ \(Dr Li, 2026-11-26, contours compared\)$/);
  });

  it('are one line for all that one person answered for one reason, and one for who the patient is', () => {
    const other: Finding = { ...answered, file: 'prior/RD.dcm' };
    const sexes = { values: [], more: 0 };
    const mixUp: Finding = { ...makeFinding('patient-sex-differs', 'warning', sexes), answered: WORD };
    const findings = [answered, other, mixUp];
    const [one, ...rest] = wordsBehind({ findings, organs: [] }, { samePatient: { of: [], ...WORD } });
    expect(rest.map(({ kind }) => kind)).toEqual(['same-patient']);
    expect(wordText(t, one, () => 'X')).toMatch(/^“X \(plan\/RS\.dcm\); X \(prior\/RD\.dcm\)” is taken as it is by Dr Li/);
    expect(wordsBehind({ findings: [mixUp], organs: [] }).map(({ kind }) => kind)).toEqual(['answered']);
  });

  it('have an organ once that the case and its result both say is absent', () => {
    const organs = [{ organ: 'Stomach', absent: WORD }, { organ: 'Lungs', absent: WORD }, { organ: null }];
    const said = wordsBehind({ findings: [], organs }, { absent: { Stomach: WORD } });
    expect(said.map((each) => each.kind === 'absent' && each.organ)).toEqual(['Stomach', 'Lungs']);
  });

  it('are in every language', async () => {
    for (const language of ['zh', 'ja'] as const) {
      const other = await inLanguage(language);
      const text = wordText(other, { kind: 'answered', findings: [answered], word: WORD }, () => '…');
      expect(text, language).toMatch(/plan\/RS\.dcm.*Dr Li.*2026-11-26.*contours compared/);
      expect(text).not.toMatch(/because|taken/);
    }
  });
});
