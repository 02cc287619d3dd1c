import { cutOff, flipped, overwritten } from './mutate-bytes';
import type { Mutated } from './mutate-dicom';
import { JSON_MUTATIONS } from './mutate-json';
import type { Random } from './random';

const written = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One entry once more in its object, with the same value or another. */
function keyTwice(random: Random, text: string): string {
  const entries = [...text.matchAll(/"[^"]+":(?:"[^"]*"|-?[\d.]+)/g)];
  const { 0: entry, index } = random.pick(entries);
  const again = random.chance(0.5) ? entry : entry.replace(/:.*/s, ':1');
  return `${text.slice(0, index)}${again},${text.slice(index)}`;
}

const TEXT_MUTATIONS: Readonly<Record<string, (random: Random, text: string) => Uint8Array>> = {
  'bits flipped': (random, text) => flipped(random, written(text), 3),
  'bytes overwritten': (random, text) => overwritten(random, written(text)),
  'cut off': (random, text) => cutOff(random, written(text)),
  'key twice': (random, text) => written(keyTwice(random, text)),
  'words around it': (random, text) => {
    const more = random.pick(['\ufeff', '// note\n', ',', 'null', '{}', '\0', ' ', '[']);
    return written(random.chance(0.5) ? more + text : text + more);
  },
};

/** All kinds of mutation of a case file and of an own table. */
export const JSON_KINDS: readonly string[] = [...Object.keys(JSON_MUTATIONS), ...Object.keys(TEXT_MUTATIONS)];

/** One mutation of a file in JSON; now and then two. */
export function mutateJson(random: Random, value: object): Mutated {
  const kind = random.pick(JSON_KINDS);
  const ofText = TEXT_MUTATIONS[kind];
  if (ofText) return { kind, bytes: ofText(random, JSON.stringify(value)) };
  const changed = structuredClone(value);
  if (!JSON_MUTATIONS[kind](random, changed)) return mutateJson(random, value);
  if (random.chance(0.15)) JSON_MUTATIONS[kind](random, changed);
  return { kind, bytes: written(JSON.stringify(changed)) };
}
