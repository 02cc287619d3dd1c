import { describe, expect, it } from 'vitest';
import { Engine } from '../../../src/app/engine/engine';
import { AS_IT_IS } from '../../../src/app/engine/engine-api';
import { checkFiles, OtherFiles } from '../../../src/app/engine/expected-files';
import { withOpenFields } from '../../../src/app/state/open-fields';
import { foldedParts, refusalLead } from '../../../src/app/words/refusal-words';
import { hostFiles } from './sample-files';

const A = { id: 'A1', name: 'ALPHA^ANNA' };
const B = { id: 'B2', name: 'BETA^BERT' };
const inputs = { 'DICOM/RD.dcm': 'b'.repeat(64), 'DICOM/RS.dcm': 'c'.repeat(64) };
const refusedBy = (...asked: Parameters<typeof checkFiles>) => {
  try {
    return checkFiles(...asked);
  } catch (error) {
    if (error instanceof OtherFiles) return error.refusal.owners;
    throw error;
  }
};

describe('the files of a case that was worked on before', () => {
  it('are those of the same content, whatever else is open', () => {
    expect(refusedBy({ patient: B, inputs }, inputs, [B])).toBe(true);
    expect(refusedBy({ patient: B, inputs }, inputs, [A, B])).toBe(true);
  });

  it('of another patient under the same names are refused, with both patients and the files', () => {
    const found = { ...inputs, 'DICOM/RD.dcm': 'a'.repeat(64) };
    expect(refusedBy({ patient: B, inputs }, found, [A])).toEqual({ of: B, here: [A], files: ['DICOM/RD.dcm'] });
    // An export that was made anew is refused as well: of whom it is only a person can say.
    expect(refusedBy({ patient: B, inputs }, found, [B])).toEqual({ of: B, here: [B], files: ['DICOM/RD.dcm'] });
  });

  it('that are not all there are asked for, and what is there is checked', () => {
    const [one] = Object.keys(inputs);
    expect(refusedBy({ patient: B, inputs }, { [one]: inputs['DICOM/RD.dcm'] }, [B])).toBe(false);
    expect(refusedBy({ patient: B, inputs }, {}, [])).toBe(false);
    expect(refusedBy({ patient: B, inputs }, {}, [A])).toEqual({ of: B, here: [A], files: [] });
  });

  it('without hashes are those of its patient, and of nobody where none is named', () => {
    expect(refusedBy({ patient: B, inputs: {} }, {}, [B])).toBe(true);
    expect(refusedBy({ patient: B, inputs: {} }, {}, [A])).toEqual({ of: B, here: [A], files: [] });
    expect(refusedBy({ inputs: {} }, {}, [A])).toEqual({ here: [A], files: [] });
    const nobody = { id: '', name: '' };
    expect(refusedBy({ patient: nobody, inputs: {} }, {}, [nobody])).toEqual({ here: [nobody], files: [] });
  });

  it('are named in the language of the reader', () => {
    const { refusal } = new OtherFiles({ of: B, here: [A], files: ['DICOM/RD.dcm'] });
    for (const language of ['en', 'zh', 'ja'] as const) {
      const lead = refusalLead(language, refusal);
      for (const said of ['BETA BERT (B2)', 'ALPHA ANNA (A1)', 'DICOM/RD.dcm']) expect(lead, language).toContain(said);
      expect(foldedParts(language, refusal).open).toEqual([]);
    }
    const unknown = new OtherFiles({ here: [A], files: Array.from({ length: 9 }, (_, n) => `${n}.dcm`) }).refusal;
    expect(refusalLead('en', unknown)).toContain('0.dcm, 1.dcm, 2.dcm, 3.dcm, 4.dcm, ….');
  });
});

describe('the engine', () => {
  it('names a file that is not the one that the case was saved with as it names its hash, so that it can be accepted', async () => {
    const engine = new Engine();
    const { proposal } = await engine.open(hostFiles('small'), () => {});
    const caseFile = withOpenFields(proposal)!;
    await engine.load(caseFile, '');
    const [file] = Object.keys(await engine.inputHashes());
    const changed = async (inputs: Record<string, string>) => {
      const result = await engine.evaluate({ ...caseFile, inputs }, '', AS_IT_IS, () => {});
      if (!result.ok) throw new Error('refused');
      return result.assessment.findings.filter(({ code }) => code === 'input-changed').map((finding) => finding.file);
    };
    expect(await changed({ [file]: 'a'.repeat(64) })).toEqual([file]);
    expect(await changed({ [file]: (await engine.inputHashes())[file] })).toEqual([]);
  });

  it('makes nothing of other files than those that it is to expect, and goes on with the right ones', async () => {
    const engine = new Engine();
    const { inspection, proposal } = await engine.open(hostFiles('small'), () => {});
    const caseFile = withOpenFields(proposal)!;
    expect(await engine.load(caseFile, '')).toBeUndefined();
    const hashes = await engine.inputHashes();
    const [dose] = Object.keys(hashes);
    const [patient] = inspection.patients;
    await engine.expectFiles({ patient: B, inputs: { ...hashes, [dose]: 'a'.repeat(64) } });
    expect(await engine.load(caseFile, '')).toMatchObject({
      kind: 'other-files',
      owners: { of: B, here: [{ id: patient.id, name: patient.name }], files: [dose] },
    });
    expect(await engine.evaluate(caseFile, '', AS_IT_IS, () => {})).toMatchObject({ ok: false });
    expect(await engine.courseScenes()).toEqual([]);
    expect(await engine.outlines()).toEqual([]);
    expect(await engine.inputHashes()).toEqual({});
    await engine.expectFiles({ patient, inputs: hashes });
    expect(await engine.load(caseFile, '')).toBeUndefined();
    expect(await engine.inputHashes()).toEqual(hashes);
  });
});
