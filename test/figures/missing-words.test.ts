import { describe, expect, it } from 'vitest';
import type { Assessment, MissingOrgan } from '../../src/evaluation/assessment';
import { countedMissing, missingSentences } from '../../src/figures/missing-words';
import { makeReason } from '../../src/findings/reasons';
import { verdictSection } from '../../src/report/verdict-section';
import { textsOf } from '../report/read-back';
import { allMet } from '../report/variants';

const missing = (organ: string, more: Partial<MissingOrgan>): MissingOrgan => ({
  roi: null,
  organ,
  required: false,
  volumeCc: 0,
  alphaBetaGy: 3,
  alphaBetaSource: 'table',
  metrics: {},
  goals: [],
  ...makeReason('organ-not-contoured', { organs: [organ], unmatched: [] }),
  ...more,
});
const word = { by: 'Dr <X>', on: '2026-01-05', why: 'resected' };
const together: Assessment = {
  ...allMet,
  organs: [
    ...allMet.organs,
    missing('SpinalCord', { required: true }),
    missing('Esophagus', { absent: word }),
    missing('Heart', {}),
    missing('A_Aorta', makeReason('organ-not-contoured', { organs: ['A_Aorta', 'GreatVes'], unmatched: [] })),
  ],
};

describe('missingSentences', () => {
  it('tells apart what counts, what the patient does not have, and what is only listed', () => {
    expect(missingSentences(together)).toEqual([
      'Required and not evaluated: SpinalCord (not contoured).',
      "The patient has none, by the user's word; counted nowhere: Esophagus (resected; Dr <X>, 2026-01-05).",
      'Asked for by the goals and not there under a name that is recognised; counted nowhere: heart, any of aorta / great vessels.',
    ]);
    expect(countedMissing(together)).toEqual(['SpinalCord (not contoured)']);
    expect(missingSentences(allMet)).toEqual([]);
  });

  it('says what is drawn of an organ, and that a name may not have been recognised', () => {
    const prv = makeReason('organ-not-contoured', { organs: ['SpinalCord'], unmatched: [], related: ['SpinalCord_PRV05'] });
    const unknown = { organs: ['SpinalCord'], unmatched: ['Cord_2'], hasUnknownNames: true } as const;
    const side = makeReason('organ-side-missing', { drawn: ['Lung_R'], missing: ['Lung_L'] });
    const short = (...organs: MissingOrgan[]) => countedMissing({ organs });
    expect(short(missing('SpinalCord', { required: true, ...prv }))).toEqual([
      'SpinalCord (not contoured; drawn: SpinalCord_PRV05)',
    ]);
    expect(short(missing('SpinalCord', { required: true, ...makeReason('organ-not-contoured', unknown) }))).toEqual([
      'SpinalCord (not contoured under a name that is recognised)',
    ]);
    expect(short(missing('Lungs', { required: true, ...side }))).toEqual(['Lungs (one side alone: Lung_R)']);
    // Of pairs and of organs that stand for one limit all are named as on the screen.
    const pair = makeReason('organ-not-contoured', { organs: ['Retina_L', 'Retina_R'], unmatched: [] });
    expect(missingSentences({ organs: [missing('Retina_L', pair)] })[0]).toMatch(/any of left retina \/ right retina\.$/);
  });

  it('stands in the head of the report, which then is not calm though every tested goal is met', () => {
    const { text } = verdictSection(together);
    expect(textsOf(text, 'h2')[0]).toBe('▲ No mandatory goal is exceeded (5 tested); missing: SpinalCord (not contoured)');
    expect(text).toContain('class="head open"');
    expect(text).toContain('Dr &lt;X&gt;');
    expect(text).not.toContain('Dr <X>');
  });
});
