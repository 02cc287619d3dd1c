import { describe, expect, it } from 'vitest';
import { ORGAN_NAMES, parseOrganNames } from '../../src/constraints/organ-name-table';
import { matchOrgan, matchOrgans } from '../../src/constraints/organ-names';

const organOf = (name: string) => matchOrgan(name).organ;

describe('matchOrgan', () => {
  it.each(
    (
      'SpinalCord SpinalCanal ThecalSac CaudaEquina Brainstem Lung_L Lung_R Lungs Lungs-GTV Esophagus Heart Trachea Carina Bronchus ' +
      'Bronchus_Main_L A_Aorta GreatVes A_Pulmonary V_Pulmonary V_Venacava_S V_Venacava_I BrachialPlex_L BrachialPlex_R Stomach Duodenum ' +
      'Bowel_Small Liver Kidney_L Kidney_R Kidneys Skin Body'
    ).split(' '),
  )('%s is its own TG-263 name', (name) => {
    expect(matchOrgan(name)).toMatchObject({ organ: name, how: 'TG-263 name', kind: 'organ' });
  });

  it.each([
    ['SPINALCORD', 'SpinalCord'],
    ['BrachialPlexs', 'BrachialPlex'],
    ['External', 'Body'],
    ['AirWay_Prox', 'BronchialTree'],
  ])('%s is a TG-263 name of %s', (name, organ) => {
    expect(matchOrgan(name)).toMatchObject({ organ, how: 'TG-263 name' });
  });

  it.each([
    ['Cord', 'SpinalCord'],
    ['spinal cord', 'SpinalCord'],
    ['Spinal-Cord', 'SpinalCord'],
    ['myelon', 'SpinalCord'],
    ['Lunge links', 'Lung_L'],
    ['LUNGE_RE', 'Lung_R'],
    ['Beide Lungen', 'Lungs'],
    ['脊髓', 'SpinalCord'],
    ['脊髄', 'SpinalCord'],
    ['spinal canal', 'SpinalCanal'],
    ['椎管', 'SpinalCanal'],
    ['Oesophagus', 'Esophagus'],
    ['食管', 'Esophagus'],
    ['食道', 'Esophagus'],
    ['Lt Lung', 'Lung_L'],
    ['left lung', 'Lung_L'],
    ['lung_lt', 'Lung_L'],
    ['Lung-L', 'Lung_L'],
    ['L Lung', 'Lung_L'],
    ['左肺', 'Lung_L'],
    ['Right Lung', 'Lung_R'],
    ['RT. LUNG', 'Lung_R'],
    ['右肺', 'Lung_R'],
    ['total lung', 'Lungs'],
    ['Both Lungs', 'Lungs'],
    ['双肺', 'Lungs'],
    ['両肺', 'Lungs'],
    ['Ｌｕｎｇｓ', 'Lungs'],
    ['Lungs–GTV', 'Lungs-GTV'],
    ['双肺-GTV', 'Lungs-GTV'],
    ['心脏', 'Heart'],
    ['心臓', 'Heart'],
    ['气管', 'Trachea'],
    ['気管', 'Trachea'],
    ['支气管', 'Bronchus'],
    ['proximal bronchial tree', 'BronchialTree'],
    ['Trachea_Bronchus', 'Trachea_Bronchus'],
    ['Aorta', 'A_Aorta'],
    ['主动脉', 'A_Aorta'],
    ['大動脈', 'A_Aorta'],
    ['Great Vessels', 'GreatVes'],
    ['A_Pulm', 'A_Pulmonary'],
    ['SVC', 'V_Venacava_S'],
    ['brachial plexus', 'BrachialPlex'],
    ['left brachial plexus', 'BrachialPlex_L'],
    ['左臂丛', 'BrachialPlex_L'],
    ['右腕神経叢', 'BrachialPlex_R'],
    ['胃', 'Stomach'],
    ['肝', 'Liver'],
    ['肝脏', 'Liver'],
    ['肝臓', 'Liver'],
    ['左肾', 'Kidney_L'],
    ['右肾', 'Kidney_R'],
    ['左腎', 'Kidney_L'],
    ['Kidney_Right', 'Kidney_R'],
    ['皮肤', 'Skin'],
    ['脑干', 'Brainstem'],
    ['马尾', 'CaudaEquina'],
    ['small bowel', 'Bowel_Small'],
  ])('%s is a synonym of %s', (name, organ) => {
    expect(matchOrgan(name)).toMatchObject({ organ, how: 'synonym', kind: 'organ' });
  });

  it('tells the side', () => {
    expect(['Lt Lung', '右腎', 'Lungs', 'Heart'].map((name) => matchOrgan(name).laterality)).toEqual([
      'L',
      'R',
      'both',
      undefined,
    ]);
  });

  it.each([
    'zOpt_Cord',
    'Cord_Ring',
    'NS_Ring',
    'Esophagus_out',
    'Lung',
    '肺',
    'Kidney',
    'Heart_opt',
    'LungsAvoid',
    'Cord1',
    'Liver met',
    'Spinal',
    '',
    'PTV-Lung',
    'PTV-CTV',
    'PTV-脊髓',
    'PTV_opt',
    'PTV_ring',
    'PTVring',
    'PTV_eval',
    'PTV+5mm',
    'PTV!',
    'zPTV_5040',
    'PRV',
    'Ring PRV',
    'constructor',
  ])('"%s" matches nothing', (name) => {
    expect(matchOrgan(name)).toEqual({ roi: name, organ: undefined, how: 'none', kind: undefined });
  });

  it('keeps lungs less a target apart from the lungs', () => {
    expect(['Lungs-PTV', 'Lungs-ITV', 'Lungs-CTV', 'Total Lung-GTV'].map(organOf)).toEqual([
      'Lungs-PTV',
      'Lungs-ITV',
      'Lungs-CTV',
      'Lungs-GTV',
    ]);
  });

  it.each([
    ['SpinalCord_PRV05', 'SpinalCord', 'TG-263 name', 5],
    ['SpinalCord_PRV', 'SpinalCord', 'TG-263 name', undefined],
    ['Heart_PRV', 'Heart', 'TG-263 name', undefined],
    ['Cord PRV 3 mm', 'SpinalCord', 'synonym', 3],
    ['PRV_SpinalCord', 'SpinalCord', 'synonym', undefined],
    ['PRV cord 5mm', 'SpinalCord', 'synonym', 5],
    ['脊髓PRV', 'SpinalCord', 'synonym', undefined],
    ['Lung_L_PRV10', 'Lung_L', 'TG-263 name', 10],
  ])('%s is a planning risk volume, not the organ', (name, prvOf, how, marginMm) => {
    expect(matchOrgan(name)).toMatchObject({ organ: `${prvOf}_PRV`, prvOf, how, marginMm, kind: 'PRV' });
  });

  it.each([
    ['PTV', 'PTV', 'TG-263 name'],
    ['PTV_5040', 'PTV', 'TG-263 name'],
    ['GTVn1_L', 'GTV', 'TG-263 name'],
    ['CTV_High', 'CTV', 'TG-263 name'],
    ['ITV', 'ITV', 'TG-263 name'],
    ['IGTV', 'IGTV', 'TG-263 name'],
    ['PTV-5040', 'PTV', 'synonym'],
    ['PTV 50.4Gy', 'PTV', 'synonym'],
    ['ptv', 'PTV', 'synonym'],
    ['GTVnd', 'GTV', 'synonym'],
    ['CTV high', 'CTV', 'synonym'],
    ['PTV-high', 'PTV', 'synonym'],
  ])('%s is a target', (name, organ, how) => {
    expect(matchOrgan(name)).toEqual({ roi: name, organ, how, kind: 'target' });
  });
});

describe('matchOrgans', () => {
  it('keeps the order and finds two ROIs that claim one organ', () => {
    const { matches, ambiguous } = matchOrgans([
      'Cord',
      'PTV_1',
      'SpinalCord',
      'PTV_2',
      'Ring',
      'SpinalCord_PRV03',
      'SpinalCord_PRV05',
    ]);
    expect(matches.map(({ organ }) => organ)).toEqual([
      'SpinalCord',
      'PTV',
      'SpinalCord',
      'PTV',
      undefined,
      'SpinalCord_PRV',
      'SpinalCord_PRV',
    ]);
    expect(ambiguous).toEqual([{ organ: 'SpinalCord', rois: ['Cord', 'SpinalCord'] }]);
  });

  it('finds two PRVs of one margin', () => {
    expect(matchOrgans(['Cord_PRV5', 'SpinalCord_PRV05', 'Heart']).ambiguous).toEqual([
      { organ: 'SpinalCord_PRV', rois: ['Cord_PRV5', 'SpinalCord_PRV05'] },
    ]);
  });
});

describe('parseOrganNames', () => {
  const table = (organs: unknown[]) => ({ version: '1', organs });

  it('reads a table of the user', () => {
    const names = parseOrganNames(table([{ organ: 'Heart', tg263: ['Heart'], synonyms: ['Coeur'] }]), 'names.json');
    expect(matchOrgan('coeur', names).organ).toBe('Heart');
    expect(matchOrgan('Lung_L', names).organ).toBeUndefined();
    expect(matchOrgan('Coeur_PRV', names).organ).toBe('Heart_PRV');
  });

  it('refuses a name for two organs, and unknown fields', () => {
    expect(() =>
      parseOrganNames(
        table([
          { organ: 'Heart', tg263: ['Heart'], synonyms: [] },
          { organ: 'Lungs', tg263: [], synonyms: ['he art'] },
        ]),
        'n.json',
      ),
    ).toThrow('n.json: organs[1]: found "he art" for Lungs, and already for Heart');
    expect(() => parseOrganNames(table([{ organ: 'Heart', tg263: [], synonyms: [], side: 'L' }]), 'n.json')).toThrow(
      'n.json: organs[0]: found the unknown field "side"',
    );
  });

  it('holds each shipped organ once, and every synonym finds its own organ', () => {
    const organs = ORGAN_NAMES.entries.map(({ organ }) => organ);
    expect(new Set(organs).size).toBe(organs.length);
    for (const { organ, synonyms } of ORGAN_NAMES.entries) for (const name of synonyms) expect(organOf(name), name).toBe(organ);
  });
});
