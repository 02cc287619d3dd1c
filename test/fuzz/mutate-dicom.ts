import { deflateRawSync } from 'node:zlib';
import { joined, SYNTAX, type SyntaxName, type WriteOptions, type WrittenElement, writeElements } from '../dicom/dicom-writer';
import { copyOf, type Element } from './element-tree';
import { BYTE_MUTATIONS, cutOff, flipped, overwritten } from './mutate-bytes';
import { ELEMENT_MUTATIONS } from './mutate-elements';
import type { Random } from './random';

/** A file that is another, and by what. */
export interface Mutated {
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** What the file says, where its bytes are packed. */
  readonly unpacked?: Uint8Array;
}

const PLAIN_SYNTAXES = ['explicit', 'explicit', 'implicit', 'bigEndian'] as const;
const STATED = [
  '',
  '1.2.840.10008.1.2',
  '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.1.99',
  '1.2.840.10008.1.2.2',
  '1.2.840.10008.1.2.5',
  '1.2.840.10008.1.2.4.90',
  '1.2.3.4.5.6',
  'no uid',
];
const META_BYTES = 132;

/** The ways to write the same elements: of all of them the same has to come. */
export function anyEncoding(random: Random): WriteOptions & { readonly syntax: SyntaxName; readonly undefinedLengths: boolean } {
  const syntax = random.chance(0.12) ? 'deflated' : random.pick(PLAIN_SYNTAXES);
  return { syntax, undefinedLengths: random.chance(0.25) };
}

/** Bytes in which what is deflated is damaged. */
function deflatedDamaged(random: Random, elements: readonly WrittenElement[]): Uint8Array {
  const whole = writeElements(elements, { syntax: 'deflated' });
  const plain = writeElements(elements, { syntax: 'explicit', header: 'none' });
  const packed = new Uint8Array(deflateRawSync(plain));
  const head = whole.subarray(0, whole.length - packed.length);
  const zeros = () => new Uint8Array(deflateRawSync(new Uint8Array(random.pick([1e6, 3e7]))));
  const damaged = random.pick([
    () => flipped(random, packed),
    () => cutOff(random, packed),
    () => overwritten(random, packed),
    () => joined([packed, packed]),
    () => (random.chance(0.2) ? zeros() : plain),
  ])();
  return joined([head, damaged]);
}

const syntaxMistaken = (random: Random, elements: readonly WrittenElement[]): Uint8Array =>
  writeElements(elements, { ...anyEncoding(random), statedUid: random.pick(STATED) });

function headerLost(random: Random, elements: readonly WrittenElement[]): Uint8Array {
  const options = { ...anyEncoding(random), header: random.pick(['none', 'meta'] as const) };
  const bytes = writeElements(elements, options);
  return random.chance(0.3) ? joined([random.bytes(random.below(META_BYTES)), bytes]) : bytes;
}

const FILE_MUTATIONS = {
  'deflated data': deflatedDamaged,
  'transfer syntax': syntaxMistaken,
  header: headerLost,
} as const;

/** All kinds of mutation of a DICOM file. */
export const DICOM_KINDS: readonly string[] = [
  ...Object.keys(ELEMENT_MUTATIONS),
  ...Object.keys(BYTE_MUTATIONS),
  ...Object.keys(FILE_MUTATIONS),
];

/**
 * One mutation of a file; now and then two of them.
 * @param uids those of the other files.
 */
export function mutateDicom(random: Random, elements: readonly WrittenElement[], uids: readonly string[]): Mutated {
  const kind = random.pick(DICOM_KINDS);
  const changed: Element[] = copyOf(elements);
  if (kind in FILE_MUTATIONS) {
    const bytes = FILE_MUTATIONS[kind as keyof typeof FILE_MUTATIONS](random, changed);
    return { kind, bytes };
  }
  const ofBytes = BYTE_MUTATIONS[kind];
  if (ofBytes) {
    const { syntax, undefinedLengths } = anyEncoding(random);
    const options = { syntax: syntax === 'deflated' ? 'explicit' : syntax, undefinedLengths } as const;
    const bytes = writeElements(changed, options);
    return { kind, bytes: ofBytes(random, bytes, changed, SYNTAX[options.syntax]) };
  }
  if (!ELEMENT_MUTATIONS[kind](random, changed, uids)) return mutateDicom(random, elements, uids);
  const encoding = anyEncoding(random);
  const isPacked = encoding.syntax === 'deflated';
  return {
    kind,
    bytes: writeElements(changed, encoding),
    ...(isPacked && { unpacked: writeElements(changed) }),
  };
}
