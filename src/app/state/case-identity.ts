import { sha256Of } from '../../sha256';

/*
 * What a case is known by, whatever its file is called and wherever it lies: its UID, or of a case without one (of an
 * earlier version, written by hand) the hash of its text as it was opened. It gets a UID when it is saved.
 */

const HASH = 'sha256:';

/** A new UID: a UUID of random bits as DICOM writes it (PS3.5, B.2). */
export function newUid(): string {
  const bits = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bits[6] = (bits[6] & 0x0f) | 0x40;
  bits[8] = (bits[8] & 0x3f) | 0x80;
  return `2.25.${bits.reduce((value, byte) => value * 256n + BigInt(byte), 0n)}`;
}

/** What the case of a file is known by. */
export const identityOf = (uid: string | undefined, sha256: string): string => uid ?? HASH + sha256;

/** The UID of a case that is known by one. */
export const uidOf = (identity: string | undefined): string | undefined => (identity?.startsWith(HASH) ? undefined : identity);

/** What the draft of one sitting is kept under: no other sitting writes over it. */
export function newDraftKey(identity: string): string {
  const bits = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return `${identity}/${Array.from(bits, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** What a case is opened with: its identity, what is on the disk, and a draft of its own. */
export async function openedIdentity(text: string, uid: string | undefined) {
  const disk = await sha256Of(text);
  const identity = identityOf(uid, disk);
  return { identity, disk, draft: newDraftKey(identity) };
}
