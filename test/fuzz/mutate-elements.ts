import type { Numbers } from '../dicom/dicom-writer';
import { copyOf, type Element, type Node, nodesOf, pickNode } from './element-tree';
import { otherNumber } from './other-number';
import { otherText } from './other-text';
import type { Random } from './random';

/** Changes the elements of a file; false where there is nothing that it could change. */
export type ElementMutation = (random: Random, elements: Element[], uids: readonly string[]) => boolean;

const isNumberText = ({ vr, value }: Element) => (vr === 'DS' || vr === 'IS') && typeof value === 'string' && value !== '';
const isText = ({ vr, value }: Element) => typeof value === 'string' && vr !== 'UI' && vr !== 'DS' && vr !== 'IS';
const isUid = ({ vr, value }: Element) => vr === 'UI' && typeof value === 'string';
const isSequence = ({ items }: Element) => items !== undefined;
const isBinary = ({ value, tag }: Element) => ArrayBuffer.isView(value) && tag !== PIXELS;
const isPixels = ({ value, tag }: Element) => ArrayBuffer.isView(value) && tag === PIXELS;
const PIXELS = 0x7fe00010;

/** A mutation of one element that fits. */
const ofOne =
  (fits: (element: Element) => boolean, change: (random: Random, node: Node, uids: readonly string[]) => void): ElementMutation =>
  (random, elements, uids) => {
    const node = pickNode(random, nodesOf(elements), fits);
    if (node) change(random, node, uids);
    return node !== undefined;
  };

/** A number text in which one of the values is another. */
const ofNumber = (change: (random: Random, text: string) => string): ElementMutation =>
  ofOne(isNumberText, (random, { element }) => {
    const values = String(element.value).split('\\');
    const at = random.below(values.length);
    values[at] = change(random, values[at]);
    element.value = values.join('\\');
  });

const VRS = ['DS', 'IS', 'UI', 'LO', 'CS', 'SQ', 'UN', 'OB', 'OW', 'FD', 'US', 'UL', 'SH', 'PN', 'UT', 'ZZ'];

function nested(element: Element, levels: number): void {
  for (let n = 0; n < levels; n++) {
    element.items = [[{ tag: element.tag, vr: 'SQ', items: element.items ?? [] }]];
  }
}

/** Binary numbers, one of them another. */
function withOtherBinary(random: Random, values: Numbers): Numbers {
  const changed = values.slice();
  const most = 2 ** (8 * Math.min(4, values.BYTES_PER_ELEMENT)) - 1;
  const was = changed[random.below(Math.max(1, changed.length))];
  const others = [0, 1, most, most - 1, was + 1, was - 1, was * 2, -was, random.below(most)];
  const floats = ArrayBuffer.isView(values) && values instanceof Float64Array;
  changed[random.below(Math.max(1, changed.length))] = random.pick(
    floats || values instanceof Float32Array ? [...others, Number.NaN, Infinity, 1e30, 1e-30] : others,
  );
  return changed;
}

function otherPixels(random: Random, values: Numbers): Numbers {
  const changed = values.slice();
  const at = random.below(changed.length);
  switch (random.below(7)) {
    case 0:
      return changed.subarray(0, at);
    case 1:
      return changed.fill(0);
    case 2:
      return changed.fill(2 ** 32 - 1);
    case 3:
      changed[at] = 2 ** 32 - 1;
      return changed;
    case 4:
      return changed.map((value) => value * 2) as Numbers;
    case 5:
      return changed.fill(0, at);
    default:
      return changed.reverse() as Numbers;
  }
}

/** By what they are called in the table. */
export const ELEMENT_MUTATIONS: Readonly<Record<string, ElementMutation>> = {
  'tag removed': ofOne(
    () => true,
    (_, { siblings, element }) => siblings.splice(siblings.indexOf(element), 1),
  ),
  'tag twice': ofOne(
    () => true,
    (random, { siblings, element }) => {
      const [copy] = copyOf([element]);
      if (isNumberText(copy) && random.chance(0.5)) copy.value = otherNumber(random, String(copy.value));
      siblings.splice(siblings.indexOf(element) + random.below(2), 0, copy);
    },
  ),
  'tag emptied': ofOne(
    ({ value }) => value !== undefined,
    (_, { element }) => {
      element.value = '';
    },
  ),
  'another tag': ofOne(
    () => true,
    (random, { element }) => {
      element.tag = (element.tag ^ (1 << random.below(32))) >>> 0;
    },
  ),
  'values exchanged': (random, elements) => {
    const nodes = nodesOf(elements);
    const a = pickNode(random, nodes, ({ value }) => typeof value === 'string');
    const b = a && pickNode(random, nodes, (each) => each.vr === a.element.vr && each !== a.element);
    if (!a || !b || typeof b.element.value !== 'string') return false;
    [a.element.value, b.element.value] = [b.element.value, a.element.value as string];
    return true;
  },
  'number: sign': ofNumber((_, text) => (text.startsWith('-') ? text.slice(1) : `-${text}`)),
  'number: exponent': ofNumber((random, text) => `${text}E${random.between(-9, 9)}`),
  'number: comma': ofNumber((_, text) => (text.includes('.') ? text.replace('.', ',') : `${text},5`)),
  'number: point lost': ofNumber((_, text) => (text.includes('.') ? text.replace('.', '') : `${text}0`)),
  'number: huge': ofNumber((random, text) =>
    random.pick(['1E308', '9'.repeat(400), '4294967296', '2147483648', `${text}${text}${text}`, '1E40']),
  ),
  'number: no number': ofNumber((random) =>
    random.pick(['NaN', 'Infinity', '-inf', '0x10', 'null', '--1', '1e', '.', '+', '1 2', '٣', 'one']),
  ),
  'number: zero': ofNumber(() => '0'),
  'number: a digit': ofNumber(otherNumber),
  'numbers: one less or more': ofOne(isNumberText, (random, { element }) => {
    const values = String(element.value).split('\\');
    const at = random.below(values.length);
    if (random.chance(0.5)) values.splice(at, 1);
    else values.splice(at, 0, random.pick(['', '0', values[at]]));
    element.value = values.join('\\');
  }),
  'text: another': ofOne(isText, (random, { element }) => {
    element.value = otherText(random, String(element.value));
  }),
  'uid: of another': ofOne(isUid, (random, { element }, uids) => {
    element.value = random.pick(uids);
  }),
  'uid: no uid': ofOne(isUid, (random, { element }) => {
    element.value = random.pick(['', ' ', 'abc', '1..2', '9'.repeat(70), `${element.value}.0`, '1.2\\1.3']);
  }),
  'binary number': ofOne(isBinary, (random, { element }) => {
    element.value = withOtherBinary(random, element.value as Numbers);
  }),
  pixels: ofOne(isPixels, (random, { element }) => {
    element.value = otherPixels(random, element.value as Numbers);
  }),
  'item removed': ofOne(
    ({ items }) => items !== undefined && items.length > 0,
    (random, { element }) => element.items!.splice(random.below(element.items!.length), 1),
  ),
  'item twice': ofOne(
    ({ items }) => items !== undefined && items.length > 0,
    (random, { element }) => element.items!.push(copyOf(random.pick(element.items!))),
  ),
  'items in another order': ofOne(
    ({ items }) => items !== undefined && items.length > 1,
    (_, { element }) => element.items!.reverse(),
  ),
  'sequence emptied': ofOne(isSequence, (_, { element }) => {
    element.items = [];
  }),
  'sequence nested': ofOne(isSequence, (random, { element }) => nested(element, random.pick([1, 2, 3, 70, 300]))),
  vr: ofOne(
    ({ items }) => items === undefined,
    (random, { element }) => {
      element.vr = random.pick(VRS.filter((vr) => vr !== 'SQ' && vr !== element.vr));
    },
  ),
};
