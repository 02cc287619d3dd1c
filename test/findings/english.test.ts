import { describe, expect, expectTypeOf, it } from 'vitest';
import { ENGLISH, type FindingCode, type FindingFacts } from '../../src/findings/english';
import { type Finding, type FindingOf, makeFinding } from '../../src/findings/finding';
import type { Facts } from '../../src/findings/words';
import { InputError, type InputErrorParts, refusalSentence } from '../../src/input-error';
import { EVERY, SAMPLES } from './samples';

const said = <Code extends FindingCode>(code: Code, facts: FindingFacts[Code]) => makeFinding(code, 'info', facts).message;

describe('a finding', () => {
  it('carries what its message is made of, beside where it was seen', () => {
    expect(makeFinding('duplicate-contours', 'warning', { roi: 'Heart', contours: 3 }, { file: 'RS.dcm', roi: 'Heart' })).toEqual(
      {
        code: 'duplicate-contours',
        severity: 'warning',
        message: 'ROI Heart: 3 contours are there twice; each is counted once.',
        file: 'RS.dcm',
        roi: 'Heart',
        facts: { roi: 'Heart', contours: 3 },
      },
    );
  });

  /* What these say is checked by the compiler (`npm run check`), not when the tests run. */
  it('does not compile with another code’s facts, without them, or with a code of no table', () => {
    expectTypeOf<FindingOf<'duplicate-contours'>['facts']>().toEqualTypeOf<
      { readonly roi: string } & { readonly contours: number }
    >();
    expectTypeOf<{ roi: string }>().not.toExtend<FindingFacts['duplicate-contours']>();
    expectTypeOf<'duplicate-contour'>().not.toExtend<FindingCode>();
    expectTypeOf<Omit<FindingOf<'duplicate-contours'>, 'facts'>>().not.toExtend<Finding>();
    // A code whose facts were no plain JSON would have `never` here.
    expectTypeOf<FindingFacts[FindingCode]>().toExtend<Facts>();
  });
});

describe('the English words', () => {
  it.each(EVERY)('%s is a sentence of its facts, which are plain JSON', (code, facts) => {
    const message = said(code, facts);
    expect(message).not.toMatch(/undefined|NaN|\[object|null/);
    // A clinician reads it: fields of files are for docs/case-file.md. Refusals of files speak to whoever wrote them.
    if (code !== 'file-unreadable' && code !== 'dose-grid-unusable') expect(message).not.toContain('`');
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    for (const name of JSON.stringify(facts).match(/«[^»]*»/g) ?? []) expect(message).toContain(name);
  });

  it('have a title each, and no two the same', () => {
    const titles = Object.values(ENGLISH).map(({ title }) => title);
    expect(titles.filter((title) => !/^\p{Lu}|^α/u.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('are as they were: the forms of a message', () => {
    expect(SAMPLES['dose-grid-does-not-cover-roi'].map((facts) => said('dose-grid-does-not-cover-roi', facts))).toEqual([
      'The dose grid does not reach all of «Heart», «Cord». The dose outside is unknown, not zero.',
      '«Cord»: the dose grid covers 81.2 % of it. The dose outside is unknown, not zero: the figures are over the covered part.',
      '«Cord»: the dose grids cover 81.2 % of it (prior 90.0 %). The dose outside is unknown, not zero: metrics are over the covered part, and goals that the rest could turn are not evaluable.',
      '«Cord»: the dose grids cover 81.2 % of it (planned 90.0 %). The dose outside is unknown, not zero: metrics are over the covered part, and goals that the rest could turn are not evaluable.',
      '«Cord»: the dose grids cover 81.2 % of it (prior 90.0 %, planned 95.0 %). The user says that no dose was given outside them; it is taken as 0 Gy there.',
      '«Cord»: 81.2 % of it lies within the dose grids of all courses (course "«A»" 45.8 %, course "«B»" 51.2 %). The dose outside is unknown, not zero: metrics are over the covered part, and goals that the rest could turn are not evaluable.',
    ]);
    expect(said('esophagus-risk-band', SAMPLES['esophagus-risk-band'][0])).toBe(
      '«Cord»: cumulative Dmax not evaluable (α/β 3 Gy as in the source, nothing forgiven). Published data put a 6 % risk of «G≥3» oesophageal toxicity at 94.2 Gy (95 % CI 79.6 to 142.8) without concurrent chemotherapy and 43 Gy (95 % CI below 0 to 108.8) with concurrent chemotherapy (EQD2; 21 studies, 505 patients, 49 events; thoracic re-irradiation in which the oesophagus mostly was not the target; «Rulach»). Concurrent chemotherapy at re-irradiation here: unknown.',
    );
    expect(said('esophagus-risk-band', SAMPLES['esophagus-risk-band'][2])).toContain(
      'cumulative Dmax at least 118.0 Gy EQD2 (α/β 3 Gy as in the source, nothing forgiven).',
    );
    expect(said('esophagus-risk-band', SAMPLES['esophagus-risk-band'][2])).toContain(
      'This case lies above the upper bound of 108.8 Gy with concurrent chemotherapy. Concurrent chemotherapy at re-irradiation here: yes.',
    );
    // What holds with chemotherapy need not hold without, and each answer is told what holds for it.
    const risk = SAMPLES['esophagus-risk-band'];
    const lies = risk.map(
      (facts) => /(This case lies|Its dose is) .*?(?= Concurrent)/.exec(said('esophagus-risk-band', facts))?.[0],
    );
    expect(lies.slice(1)).toEqual([
      'This case lies within the interval of 79.6 to 142.8 Gy without concurrent chemotherapy.',
      'This case lies above the upper bound of 108.8 Gy with concurrent chemotherapy.',
      'This case lies within the interval of 79.6 to 142.8 Gy without concurrent chemotherapy, and above the upper bound of 108.8 Gy with concurrent chemotherapy.',
      'This case lies below the lower bound of 79.6 Gy without concurrent chemotherapy, and within the interval that ends at 108.8 Gy with concurrent chemotherapy.',
      'Its dose is at least 71.4 Gy and not known as a whole, so where it lies without concurrent chemotherapy is not known.',
      'This case lies above the upper bound of 108.8 Gy with concurrent chemotherapy. Its dose is at least 115.0 Gy and not known as a whole, so where it lies without concurrent chemotherapy is not known.',
      'Its dose is at least 20.1 Gy and not known as a whole, so where it lies without concurrent chemotherapy and with concurrent chemotherapy is not known.',
      undefined,
    ]);
    expect(said('esophagus-risk-band', risk.at(-1)!)).toContain(
      'cumulative Dmax not told while a question on the input is open (α/β 3 Gy',
    );
  });

  it('do not write nearly all as all', () => {
    const facts = { seenIn: 'case', roi: 'Heart', coveredShare: 0.99996, priorShare: 0.99996, outside: 'unknown' } as const;
    expect(said('dose-grid-does-not-cover-roi', facts)).toContain('cover 99.996 % of it (prior 99.996 %)');
  });
});

describe('a refusal', () => {
  it.each<[string, InputErrorParts]>([
    ['tag-missing', { file: 'a', where: '(3004,000E) DoseGridScaling', found: 'nothing', needed: 'x' }],
    ['tag-value', { file: 'a', where: '(3004,000E) DoseGridScaling', found: '-1', needed: 'x' }],
    ['entry-missing', { where: 'organs.Heart.alphaBetaGy', found: 'nothing, and the name is not known', needed: 'x' }],
    ['entry-value', { where: 'organs.Heart.alphaBetaGy', found: '-1', needed: 'x' }],
    ['file', { file: 'a', found: 'no such file', needed: 'x' }],
    ['input', { found: 'no files', needed: 'x' }],
  ])('tells what it is about: %s', (kind, parts) => {
    const error = new InputError(parts);
    expect(error.refusal).toEqual({ kind, ...parts });
    expect(refusalSentence(error.refusal)).toBe(error.message);
  });
});
