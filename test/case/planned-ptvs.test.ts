import { describe, expect, it } from 'vitest';
import { plannedPtvs } from '../../src/case/planned-ptvs';
import { matchOrgans } from '../../src/constraints/organ-names';

interface Found {
  readonly prior?: readonly string[];
  readonly types?: Readonly<Record<string, string>>;
  /** ROIs in their order of size, each with the next within it. */
  readonly nested?: readonly string[];
  readonly said?: readonly string[];
}

function found(
  planned: readonly string[],
  rois: readonly string[],
  { prior = [], types = {}, nested = [], said = [] }: Found = {},
) {
  const at = (name: string) => nested.indexOf(name);
  return plannedPtvs({
    targets: { planned, prior },
    rois: rois.map((name) => ({ name, interpretedType: types[name], isSaid: said.includes(name) })),
    matches: matchOrgans([...rois, 'Esophagus']).matches.map((match) =>
      said.includes(match.roi) ? { ...match, organ: 'PTV' } : match,
    ),
    hasWithin: (outer, inner) => at(outer) >= 0 && at(inner) > at(outer),
  });
}

describe('the planned PTVs', () => {
  it('are those of the planned targets that are PTVs', () => {
    expect(found(['PTV_5040', 'CTV_5880'], ['PTV_5040', 'CTV_5880', 'PTV_old'])).toEqual({
      ptvs: ['PTV_5040'],
      findings: [],
    });
    // By the type of the ROI, where the name says nothing.
    expect(found(['Ziel'], ['Ziel', 'PTV_alt'], { types: { Ziel: 'PTV' } }).ptvs).toEqual(['Ziel']);
    // By the word of the case where a type says otherwise.
    expect(found(['PTV_5040'], ['PTV_5040'], { types: { PTV_5040: 'ORGAN' } }).ptvs).toEqual(['PTV_5040']);
    // Named, a help structure beside them is none.
    expect(found(['PTV'], ['PTV', 'PTV_20mm'], { types: { PTV_20mm: 'CONTROL' } }).ptvs).toEqual(['PTV']);
  });

  it('are not known where the planned targets are no PTVs, or are not drawn', () => {
    for (const targets of [['CTV_60'], ['GTV'], ['PTV_66']]) {
      const { ptvs, findings } = found(targets, ['CTV_60', 'GTV', 'PTV_60']);
      expect(ptvs).toEqual([]);
      expect(findings).toMatchObject([{ code: 'planned-ptv-not-known', facts: { why: 'no-ptv-named', rois: targets } }]);
    }
  });

  it('are all that are drawn where no target is named and none can be of an earlier course', () => {
    expect(found([], ['PTV_5040', 'PTV_5880', 'CTV']).ptvs).toEqual(['PTV_5040', 'PTV_5880']);
  });

  it.each([
    ['CONTROL', 'PTV_20mm'],
    ['AVOIDANCE', 'PTV_Halo'],
    ['ORGAN', 'PTV_Halo'],
    ['', 'PTV_exp20'],
    [undefined, 'PTV_exp20'],
    ['PTV', 'z_Ring'],
    ['PTV', 'PTV_opt'],
    ['PTV', 'PTV_Ring'],
    ['PTV', 'PTVRing'],
    ['PTV', 'PTV+2cm'],
    ['PTV', 'PTV_95%'],
    ['PTV', 'PTV-Lung_L'],
    ['PTV', 'zPTVEval'],
    ['', 'PTV_外扩'],
    ['', 'PTVリング'],
    // Not by its name: by its type.
    ['AVOIDANCE', 'PTV_60'],
    ['EXTERNAL', 'PTV 2'],
  ])('do not have a structure of type %s called %s', (type, name) => {
    const types = type === undefined ? {} : { [name]: type };
    expect(found([], ['PTV', name], { types })).toEqual({ ptvs: ['PTV'], findings: [] });
    const alone = found([], [name], { types });
    expect(alone.ptvs).toEqual([]);
    const called = matchOrgans([name]).matches[0].organ === 'PTV' || type === 'PTV' || /ptv/i.test(name);
    expect(alone.findings).toMatchObject(called ? [{ facts: { why: 'help-only', rois: [name] } }] : []);
  });

  it('have what the case itself says is a PTV, whatever its name and type', () => {
    const said = { said: ['PTV_5mm'], types: { PTV_5mm: 'ORGAN' } };
    expect(found([], ['PTV_5mm'], said)).toEqual({ ptvs: ['PTV_5mm'], findings: [] });
  });

  it.each([
    [['PTV_5040', 'PTV_5880']],
    [['PTV_Low', 'PTV_High']],
    [['PTV1', 'PTV2']],
    [['PTV_2', 'PTV_1']],
    [['PTV 50.4', 'PTV 58.8']],
    [['PTV_LN', 'PTV']],
    [['PTVn', 'PTVp']],
    [['PTV', 'PTV_Boost']],
    [['PTV', 'PTV_Mediastinum']],
    [['PTV45', 'PTV54', 'PTV60']],
    [['PTV_Elective_45', 'PTV_Boost_60']],
    [['PTV_5040', 'PTV']],
  ])('of levels are all of them, each within the one before: %j', (nested) => {
    expect(found([], nested, { nested })).toEqual({ ptvs: nested, findings: [] });
  });

  it.each([
    ['PTV_xyz', 'PTV'],
    ['PTV_20', 'PTV'],
    ['PTV_20', 'PTV_60'],
    ['PTV_2', 'PTV'],
    ['PTV_High', 'PTV_Low'],
    ['PTV_60', 'PTV_50'],
    ['PTV_Boost', 'PTV'],
    ['Ziel', 'PTV'],
  ])('are not known where %s has %s within it', (outer, inner) => {
    const rois = [inner, outer];
    const given = { types: { Ziel: 'PTV' } };
    expect(found([], rois, { ...given, nested: [outer, inner] })).toMatchObject({
      ptvs: [],
      findings: [{ code: 'planned-ptv-not-known', facts: { why: 'one-within-another', rois, outer, inner } }],
    });
    // Side by side both count.
    expect(found([], rois, given).ptvs).toEqual(rois);
  });

  it.each(['PTV_old', 'PTV prior', 'PTV 2019', 'PTV_prev', 'PTV-1st', 'PTV_C1', 'PTV_旧', '既往PTV', 'PTV_init'])(
    'are not known where no target is named and one is called %s',
    (name) => {
      const { ptvs, findings } = found([], ['PTV_60', name], { types: { [name]: 'PTV' } });
      expect(ptvs).toEqual([]);
      expect(findings).toMatchObject([{ facts: { why: 'perhaps-earlier', rois: ['PTV_60', name] } }]);
    },
  );

  it('are not known where one bears the name of a target of the prior course', () => {
    expect(found([], ['PTV'], { prior: ['PTV'] }).ptvs).toEqual([]);
  });

  it('are not asked for, and nothing is said, without an oesophagus', () => {
    for (const name of ['PTV_old', 'PTV_Ring']) {
      const targets = { planned: [], prior: [] };
      const { matches } = matchOrgans([name]);
      expect(plannedPtvs({ targets, rois: [{ name }], matches, hasWithin: () => false }).findings).toEqual([]);
    }
  });
});
