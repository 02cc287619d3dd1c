import { beforeAll, describe, expect, it } from 'vitest';
import type { T } from '../../../src/app/assess/goal-words';
import { missingInShort, othersName } from '../../../src/app/assess/MissingCells';
import { refusalLead } from '../../../src/app/words/refusal-words';
import type { OrganEntry } from '../../../src/evaluation/assessment';
import { makeReason, type Reason } from '../../../src/findings/reasons';
import type { Inspection } from '../../../src/inspection/inspect';
import { unusedRegistrations } from '../../../src/inspection/unused-registrations';
import { trachea } from '../../report/fixture-organs';
import { inLanguage } from './in-language';

/* What is not there is said as it is: what is drawn of it is not passed over. */

const words: Record<string, T> = {};
beforeAll(async () => {
  for (const language of ['en', 'zh', 'ja'] as const) words[language] = await inLanguage(language);
});
const without = (organ: string, why: Reason) => ({ ...trachea, roi: null, organ, ...why }) as unknown as OrganEntry;

describe('a required organ that is missing', () => {
  it.each([
    [
      'one side',
      makeReason('organ-side-missing', { drawn: ['Lung_R'], missing: ['Lung_L'] }),
      'both lungs (one side alone: Lung_R)',
    ],
    [
      'only its risk volume',
      makeReason('organ-not-contoured', { organs: ['Lungs'], unmatched: [], related: ['Lungs_PRV'] }),
      'both lungs (not contoured; drawn: Lungs_PRV)',
    ],
    [
      'unknown names',
      makeReason('organ-not-contoured', { organs: ['Lungs'], unmatched: ['x'], hasUnknownNames: true }),
      'both lungs (not contoured under a name that is recognised)',
    ],
    ['nothing', makeReason('organ-not-contoured', { organs: ['Lungs'], unmatched: [] }), 'both lungs (not contoured)'],
  ])('is said with %s that is drawn', (_, why, said) => {
    expect(missingInShort(words.en, without('Lungs', why))).toBe(said);
    for (const language of ['zh', 'ja'])
      expect(missingInShort(words[language], without('Lungs', why))).not.toMatch(/alone|drawn|name/);
  });
});

it('organs that stand for one limit are named as in the report', () => {
  const pair = makeReason('organ-not-contoured', { organs: ['Retina_L', 'Retina_R'], unmatched: [] });
  expect(othersName(words.en, without('Retina_L', pair))).toBe('any of left retina / right retina');
  const vessels = ['A_Aorta', 'GreatVes', 'A_Pulmonary', 'V_Pulmonary', 'V_Venacava_S'];
  const many = without('A_Aorta', makeReason('organ-not-contoured', { organs: vessels, unmatched: [] }));
  expect(othersName(words.en, many)).toMatch(/^any of aorta \/ .+ and 2 more$/);
  expect(othersName(words.zh, many)).not.toMatch(/[A-Z]_/);
});

describe('two frames without a registration', () => {
  it('are told without codes, and with the file that is opened and not used', () => {
    const uid = '2.25.312693738311356173093925051848071352061';
    const refusal = {
      kind: 'not-registered',
      file: 'prior/RD.dcm',
      where: '(0020,0052) FrameOfReferenceUID',
      found: `the dose in frame ${uid}`,
      needed: 'a matrix',
    } as const;
    for (const language of ['en', 'zh', 'ja'] as const) {
      expect(refusalLead(language, refusal)).not.toMatch(/0020|FrameOfReference|2\.25|matrix/);
    }
    const opened = { registrations: [{ file: 'a/REG.dcm' }, { file: 'b/REG.dcm' }] } as unknown as Inspection;
    expect(unusedRegistrations({}, opened)).toEqual(['a/REG.dcm', 'b/REG.dcm']);
    const accepted = { by: 'A', on: '2026-01-02' };
    expect(unusedRegistrations({ registrations: [{ file: 'a/REG.dcm', accepted }] }, opened)).toEqual(['b/REG.dcm']);
    expect(unusedRegistrations({ registrations: ['b/REG.dcm', 'a/REG.dcm'] }, opened)).toEqual([]);
  });
});
