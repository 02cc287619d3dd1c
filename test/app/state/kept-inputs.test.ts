import { describe, expect, it } from 'vitest';
import { firstSeen, savedInputs, withChangedInputs, withSeenInput } from '../../../src/app/state/kept-inputs';
import type { CaseFile } from '../../../src/case/case-file';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD' }] }], structures: 'RS' };
const [OLD, NEW, OTHER] = ['a', 'b', 'c'].map((sign) => sign.repeat(64));
const withInputs = (inputs: Record<string, string>): CaseFile => ({ ...CASE, inputs });

describe('the hashes that a case is saved with', () => {
  it('are those of its files where nothing changed', () => {
    const hashes = { RD: NEW, RS: OTHER };
    expect(savedInputs(CASE, { seenInputs: hashes, inputHashes: hashes })).toEqual(hashes);
  });

  it('keep the old one of a file that changed since the case was saved, until a person has seen it', () => {
    const now = { seenInputs: { RD: NEW, RS: OTHER }, inputHashes: { RD: NEW, RS: OTHER } };
    const opened = withInputs({ RD: OLD });
    expect(savedInputs(opened, now)).toEqual({ RD: OLD, RS: OTHER });
    expect(savedInputs(withSeenInput(opened, 'RD', NEW), now)).toEqual({ RD: NEW, RS: OTHER });
  });

  it('keep what was first seen of a file that changes while the case is open, and the evaluation is told', () => {
    const seenInputs = firstSeen(firstSeen({}, { RD: OLD }), { RD: NEW, RS: OTHER });
    const now = { seenInputs, inputHashes: { RD: NEW, RS: OTHER } };
    expect(seenInputs).toEqual({ RD: OLD, RS: OTHER });
    expect(savedInputs(CASE, now)).toEqual({ RD: OLD, RS: OTHER });
    expect(withChangedInputs(CASE, now).inputs).toEqual({ RD: OLD });
    const seen = withSeenInput(CASE, 'RD', NEW);
    expect(withChangedInputs(seen, now)).toBe(seen);
    expect(savedInputs(seen, now)).toEqual({ RD: NEW, RS: OTHER });
    // A file that is as it was is no matter.
    expect(withChangedInputs(CASE, { ...now, inputHashes: { RD: OLD, RS: OTHER } })).toBe(CASE);
  });

  it('are not lost where the files are not there or one of them cannot be read', () => {
    const opened = withInputs({ RD: OLD, RS: OLD, 'no longer named': OLD });
    expect(savedInputs(opened, { seenInputs: {}, inputHashes: {} })).toEqual(opened.inputs);
    expect(savedInputs(opened, { seenInputs: {}, inputHashes: { RS: NEW } })).toEqual({ RS: OLD, RD: OLD });
  });
});
