import { describe, expect, it } from 'vitest';
import { plannedPtvs } from '../../src/case/planned-ptvs';
import { matchOrgans } from '../../src/constraints/organ-names';

const caseOf = (planned: readonly string[], prior: readonly string[] = []) => ({ planned, prior });

function found(planned: readonly string[], rois: readonly string[], prior: readonly string[] = [], ptvs: readonly string[] = []) {
  const drawn = rois.map((name) => ({ name, ...(ptvs.includes(name) && { interpretedType: 'PTV' }) }));
  return plannedPtvs(caseOf(planned, prior), drawn, matchOrgans([...rois, 'Esophagus']).matches);
}

describe('the planned PTVs', () => {
  it('are those of the planned targets that are PTVs', () => {
    expect(found(['PTV_5040', 'CTV_5880'], ['PTV_5040', 'CTV_5880', 'PTV_old'])).toEqual({
      ptvs: ['PTV_5040'],
      findings: [],
    });
    // By the type of the ROI, where the name says nothing.
    expect(found(['Ziel'], ['Ziel', 'PTV_alt'], [], ['Ziel']).ptvs).toEqual(['Ziel']);
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

  it.each(['PTV_old', 'PTV prior', 'PTV 2019', 'PTV_prev', 'PTV-1st', 'PTV_C1', 'PTV_旧', '既往PTV', 'PTV_init'])(
    'are not known where no target is named and one is called %s',
    (name) => {
      const { ptvs, findings } = found([], ['PTV_60', name], [], [name]);
      expect(ptvs).toEqual([]);
      expect(findings).toMatchObject([{ facts: { why: 'perhaps-earlier', rois: ['PTV_60', name] } }]);
    },
  );

  it('are not known where one bears the name of a target of the prior course', () => {
    expect(found([], ['PTV'], ['PTV']).ptvs).toEqual([]);
  });

  it('are not asked for, and nothing is said, without an oesophagus', () => {
    const rois = [{ name: 'PTV_old' }];
    expect(plannedPtvs(caseOf([]), rois, matchOrgans(['PTV_old']).matches).findings).toEqual([]);
  });
});
