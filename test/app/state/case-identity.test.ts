import { describe, expect, it } from 'vitest';
import { identityOf, newDraftKey, newUid, openedIdentity, uidOf } from '../../../src/app/state/case-identity';
import { CASE_SCHEMA } from '../../../src/case/case-file';

describe('what a case is known by', () => {
  it('is a new UID each time, which the case file takes', () => {
    const uids = Array.from({ length: 200 }, newUid);
    expect(new Set(uids).size).toBe(200);
    for (const uid of uids) expect(CASE_SCHEMA.shape.uid.safeParse(uid).success).toBe(true);
  });

  it('is its UID, or the hash of its text as it was opened, and the path has no part in it', async () => {
    // SHA-256 of "abc" (FIPS 180-2, B.1).
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await openedIdentity('abc', undefined)).toMatchObject({ identity: `sha256:${abc}`, disk: abc });
    expect(await openedIdentity('abc', '2.25.1')).toMatchObject({ identity: '2.25.1', disk: abc });
    expect(uidOf(identityOf('2.25.1', abc))).toBe('2.25.1');
    expect(uidOf(identityOf(undefined, abc))).toBeUndefined();
  });

  it('has a draft of its own in every sitting', () => {
    expect(newDraftKey('2.25.1')).toMatch(/^2\.25\.1\/[0-9a-f]{16}$/);
    expect(newDraftKey('2.25.1')).not.toBe(newDraftKey('2.25.1'));
  });
});
