import { describe, expect, it } from 'vitest';
import { isHelpStructure } from '../../src/constraints/help-structures';

describe('a help structure', () => {
  it.each([
    'PTV_20mm',
    'PTV 2 cm',
    'PTV+2',
    'PTV_Halo',
    'PTVRing',
    'RingPTV',
    'ring_ptv50',
    'PTVexp20',
    'PTV_exp20',
    'PTV5040eval',
    'PTV_minus_Lung',
    'PTV_sub_cord',
    'PTV-crop',
    'PTV_wo_skin',
    'PTV 95%',
    'PTV95pct',
    'zPTV',
    'z_PTV',
    'zzPTV',
    '_PTV',
    'PTV_Shell',
    'PTV_Wall',
    'PTV_avoid',
    'CTV_5mm',
    'ＰＴＶ＿２０ｍｍ',
    'PTV_环',
    'PTVリング',
    'PTV外扩',
    'PTV評価',
  ])('is what is called "%s"', (name) => {
    expect(isHelpStructure(name)).toBe(true);
  });

  it.each([
    'PTV',
    'PTV_5040',
    'PTV_5880',
    'PTV_High',
    'PTV_Low',
    'PTV1',
    'PTV 50.4',
    'PTV 50.4 Gy',
    'PTVn',
    'PTV_LN',
    'PTV_Boost',
    'PTVp_5040',
    'PTV_Mediastinum',
    'CTV_Elective',
    'IGTV',
    'GTVn1_L',
    'PTV_计划',
    'PTV-T',
    'PTV_Mid_01',
    'PTV^2',
    'PTV_SIB',
  ])('is not what is called "%s"', (name) => {
    expect(isHelpStructure(name)).toBe(false);
  });
});
