import { describe, expect, it } from 'vitest';
import { matchOrgan, matchOrgans } from '../../src/constraints/organ-names';
import { type UsualDerivedOptions, usualDerived } from '../../src/constraints/usual-derived';

const derived = (rois: string[], options?: UsualDerivedOptions) =>
  Object.fromEntries(usualDerived(matchOrgans(rois).matches, options).map(({ name, expression }) => [name, expression]));

describe('usualDerived', () => {
  it('makes what the sets ask for from what is drawn', () => {
    expect(
      derived(['SpinalCord', 'Lung_L', 'Lung_R', 'Esophagus', 'GTV', 'PTV_5040', 'PTV_5880', 'Kidney_L', 'Kidney_R'], {
        plannedPtvs: ['PTV_5040', 'PTV_5880'],
      }),
    ).toEqual({
      Lungs: 'Lung_L + Lung_R',
      'Lungs-GTV': 'Lung_L + Lung_R - GTV',
      Kidneys: 'Kidney_L + Kidney_R',
      'Esophagus-PTV': 'Esophagus - PTV_5040 - PTV_5880',
      Esophagus_in_PTV: 'Esophagus - (Esophagus - PTV_5040 - PTV_5880)',
    });
  });

  it('quotes names with other characters', () => {
    expect(derived(['Lt Lung', 'Rt Lung', 'GTV-T', '食管', 'PTV 1'], { plannedPtvs: ['PTV 1'] })).toEqual({
      Lungs: '"Lt Lung" + "Rt Lung"',
      'Lungs-GTV': '"Lt Lung" + "Rt Lung" - "GTV-T"',
      'Esophagus-PTV': '"食管" - "PTV 1"',
      Esophagus_in_PTV: '"食管" - ("食管" - "PTV 1")',
    });
  });

  it('makes nothing from a name that an expression cannot hold', () => {
    expect(derived(['Esophagus', 'Lung_L', 'Lung_R'], { plannedPtvs: ['PTV "new"'] })).toEqual({ Lungs: 'Lung_L + Lung_R' });
  });

  it('makes nothing from PTVs of which it is not told that they are planned', () => {
    expect(derived(['Esophagus', 'PTV_5040'])).toEqual({});
  });

  it('takes the planned PTVs where they are named', () => {
    expect(derived(['Esophagus', 'PTV_old', 'PTV_new'], { plannedPtvs: ['PTV_new'] })['Esophagus-PTV']).toBe(
      'Esophagus - PTV_new',
    );
    expect(derived(['Esophagus', 'PTV_old'], { plannedPtvs: [] })).toEqual({});
  });

  it('makes nothing that is drawn, and uses what is', () => {
    expect(derived(['Lungs', 'Lung_L', 'Lung_R', 'GTV'])).toEqual({ 'Lungs-GTV': 'Lungs - GTV' });
    expect(derived(['Lungs', 'Lungs-GTV', 'GTV'])).toEqual({});
  });

  it('takes the ITV where there is no GTV', () => {
    expect(derived(['Lungs', 'ITV'])).toEqual({ 'Lungs-ITV': 'Lungs - ITV' });
  });

  it('makes nothing from one lung, or from an organ drawn twice', () => {
    expect(derived(['Lung_L', 'GTV'])).toEqual({});
    expect(derived(['Lung_L', 'Left Lung', 'Lung_R', 'GTV'])).toEqual({});
  });

  it('expands the cord only where asked to, and not again', () => {
    expect(derived(['SpinalCord'])).toEqual({});
    expect(derived(['SpinalCord'], { cordPrvMm: 3 })).toEqual({ SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)' });
    expect(derived(['SpinalCord', 'SpinalCord_PRV05'], { cordPrvMm: 5 })).toEqual({});
    expect(derived(['SpinalCord', 'SpinalCord_PRV05'], { cordPrvMm: 3 })).toEqual({
      SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)',
    });
  });

  it('makes the oesophagus outside and inside the PTV beside parts of that name, under names that nothing has', () => {
    const options = { plannedPtvs: ['PTV'] };
    expect(derived(['Esophagus', 'PTV', 'oesophagus-ptv'], options)).toEqual({
      'Esophagus-PTV (program)': 'Esophagus - PTV',
      Esophagus_in_PTV: 'Esophagus - (Esophagus - PTV)',
    });
    const taken = ['Esophagus-PTV', 'Esophagus-PTV (program)', 'Esophagus_in_PTV'];
    expect(usualDerived(matchOrgans(['Esophagus', 'PTV']).matches, { ...options, taken })).toEqual([
      { name: 'Esophagus-PTV (program 2)', makes: 'Esophagus-PTV', expression: 'Esophagus - PTV' },
      { name: 'Esophagus_in_PTV (program)', makes: 'Esophagus_in_PTV', expression: 'Esophagus - (Esophagus - PTV)' },
    ]);
  });

  it('gives names that are organ ids themselves', () => {
    for (const name of ['Lungs', 'Lungs-GTV', 'Lungs-ITV', 'Kidneys', 'Esophagus-PTV', 'Esophagus_in_PTV']) {
      expect(matchOrgan(name).organ).toBe(name);
    }
  });
});
