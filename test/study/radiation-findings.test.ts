import { describe, expect, it } from 'vitest';
import type { RtDose } from '../../src/dicom/rt-dose';
import type { RtPlan } from '../../src/dicom/rt-plan';
import { radiationFindings } from '../../src/study/radiation-findings';
import { dose, plan } from './objects';

const brachy = (treatmentType: string): Partial<RtPlan> => ({
  brachytherapy: { treatmentType, technique: 'INTRALUMENARY', isotopes: ['Ir-192'] },
  beams: [],
});
const beams = (...types: string[]): Partial<RtPlan> => ({
  beams: types.map((radiationType, n) => ({
    number: n + 1,
    name: `B${n}`,
    type: 'STATIC',
    radiationType,
    treatmentDeliveryType: 'TREATMENT',
  })),
});
const told = (changes: Partial<RtPlan>, of: Partial<RtDose> = {}) =>
  radiationFindings(dose(of), plan(changes)).map(({ code, severity, answerable, file }) => [
    code,
    severity,
    answerable ?? false,
    file,
  ]);

describe('radiationFindings', () => {
  it.each([
    ['LDR', 'brachytherapy-dose-rate', 'error', true],
    ['PDR', 'brachytherapy-dose-rate', 'error', true],
    ['MDR', 'brachytherapy-dose-rate', 'error', true],
    ['MANUAL', 'brachytherapy-dose-rate', 'error', true],
    ['', 'brachytherapy-dose-rate', 'error', true],
    ['HDR', 'brachytherapy-hdr', 'warning', false],
  ])('brachytherapy "%s": %s, on the dose', (type, code, severity, asks) => {
    expect(told(brachy(type))).toEqual([[code, severity, asks, 'RD.dcm']]);
  });

  it('names rate, technique and source of brachytherapy', () => {
    const [{ facts }] = radiationFindings(dose(), plan(brachy('PDR')));
    expect(facts).toEqual({ plan: 'dCRT', rate: 'PDR', technique: 'INTRALUMENARY', isotopes: ['Ir-192'] });
  });

  it('asks about a physical dose of particles, and tells what a weighted one holds for', () => {
    expect(told(beams('PROTON'))).toEqual([['particle-dose-physical', 'error', true, 'RD.dcm']]);
    expect(told(beams('ION'))).toEqual([['particle-dose-physical', 'error', true, 'RD.dcm']]);
    expect(told(beams('NEUTRON'), { doseType: '' })).toEqual([['particle-dose-physical', 'error', true, 'RD.dcm']]);
    expect(told(beams('PROTON'), { doseType: 'EFFECTIVE' })).toEqual([['particle-dose-weighted', 'warning', false, 'RD.dcm']]);
  });

  it('takes an RT Ion Plan that does not say of what its beams are for one of ions', () => {
    const unsaid = { ...beams(''), sopClassUid: '1.2.840.10008.5.1.4.1.1.481.8' };
    expect(told(unsaid)).toEqual([['particle-dose-physical', 'error', true, 'RD.dcm']]);
    expect(told(beams(''))).toEqual([]);
  });

  it('asks about an effective dose of photons, which may be EQD2 already', () => {
    expect(told(beams('PHOTON', 'ELECTRON'), { doseType: 'EFFECTIVE' })).toEqual([
      ['effective-dose-of-photons', 'error', true, 'RD.dcm'],
      ['dose-of-electrons', 'info', false, 'RD.dcm'],
    ]);
  });

  it('tells electrons, and says nothing of photons, or of a beam that only images', () => {
    expect(told(beams('ELECTRON', 'PHOTON'))).toEqual([['dose-of-electrons', 'info', false, 'RD.dcm']]);
    expect(told(beams('PHOTON'))).toEqual([]);
    const [setup] = beams('PROTON').beams!;
    const withSetup = [...beams('PHOTON').beams!, { ...setup, treatmentDeliveryType: 'SETUP' }];
    expect(told({ beams: withSetup })).toEqual([]);
  });

  it.each([
    ['the object itself', { radionuclide: 'Yttrium-90' }, 'Yttrium-90'],
    ['its series', { seriesDescription: 'Dose Lu-177 cycle 2' }, 'Lu-177'],
    ['its study', { studyDescription: 'SIRT liver' }, 'SIRT'],
  ])('tells a radionuclide by what %s is called', (_, changes, named) => {
    expect(radiationFindings(dose(changes), undefined)).toMatchObject([
      { code: 'dose-of-radionuclides', severity: 'error', answerable: true, facts: { named } },
    ]);
  });

  it('takes no description for a radionuclide where a plan has beams, or a word merely contains one', () => {
    expect(told(beams('PHOTON'), { seriesDescription: 'after SIRT' })).toEqual([]);
    expect(radiationFindings(dose({ seriesDescription: 'Lung boost Gy90' }), undefined)).toEqual([]);
  });
});
