import { otherNumber } from './other-number';
import { otherText } from './other-text';
import type { Random } from './random';

/** A place of a JSON value: what holds it, and under which name. */
interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
  readonly value: unknown;
}

/** Changes a JSON value; false where there is nothing that it could change. */
type JsonMutation = (random: Random, root: object) => boolean;

const isHolder = (value: unknown): value is Place['holder'] => typeof value === 'object' && value !== null;

function placesOf(holder: Place['holder']): Place[] {
  const entries: [string | number, unknown][] = Array.isArray(holder) ? [...holder.entries()] : Object.entries(holder);
  return entries.flatMap(([key, value]): Place[] => [{ holder, key, value }, ...(isHolder(value) ? placesOf(value) : [])]);
}

/** Sets an entry whatever it is called, `__proto__` too. */
const put = ({ holder, key }: Place, value: unknown): void => {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
};

const take = ({ holder, key }: Place): void => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

const ofOne =
  (fits: (place: Place) => boolean, change: (random: Random, place: Place, all: Place[]) => void): JsonMutation =>
  (random, root) => {
    const all = placesOf(root as Place['holder']);
    const fitting = all.filter(fits);
    if (fitting.length > 0) change(random, random.pick(fitting), all);
    return fitting.length > 0;
  };

const ofNumber = (change: (random: Random, value: number) => unknown): JsonMutation =>
  ofOne(
    ({ value }) => typeof value === 'number',
    (random, place) => put(place, change(random, place.value as number)),
  );

const ofText = (change: (random: Random, value: string) => unknown): JsonMutation =>
  ofOne(
    ({ value }) => typeof value === 'string',
    (random, place) => put(place, change(random, place.value as string)),
  );

const any = () => true;
const inObject = ({ holder }: Place) => !Array.isArray(holder);
const inList = ({ holder }: Place) => Array.isArray(holder);
const OTHER_TYPES = [null, true, false, 0, 1, -1, '', 'text', [], {}, [[]], [null], { a: 1 }, 1e308];
const OTHER_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '0', 'then', 'toJSON'];
const DAYS = ['2022-02-30', '0000-00-00', '9999-12-31', '0001-01-01', '2022-1-1', '01.02.2022', '2022-01-01T00:00Z'];
const UNICODE = ['\u202e', '\u200b', '\u0000', '\ud83d', '\ufeff', 'é', 'e\u0301', '脊髄', '\u00a0', '％', '≤', '\u2028'];

function nested(value: unknown, levels: number, isList: boolean): unknown {
  let of = value;
  for (let n = 0; n < levels; n++) of = isList ? [of] : { of };
  return of;
}

/** By what they are called in the table. */
export const JSON_MUTATIONS: Readonly<Record<string, JsonMutation>> = {
  'value removed': ofOne(any, (_, place) => take(place)),
  'list emptied': ofOne(
    ({ value }) => isHolder(value),
    (_, place) => put(place, Array.isArray(place.value) ? [] : {}),
  ),
  'entry twice': ofOne(inList, (random, { holder, value }) => {
    const times = random.pick([1, 1, 1, 60, 1200]);
    for (let n = 0; n < times; n++) (holder as unknown[]).push(structuredClone(value));
  }),
  'entries in another order': ofOne(
    ({ value }) => Array.isArray(value) && value.length > 1,
    (_, { value }) => (value as unknown[]).reverse(),
  ),
  'another type': ofOne(any, (random, place) => put(place, structuredClone(random.pick(OTHER_TYPES)))),
  'number as text': ofNumber((_, value) => String(value)),
  'text as number': ofText((_, value) => value.length),
  'number: negative': ofNumber((_, value) => -value || -1),
  'number: zero': ofNumber(() => 0),
  'number: huge': ofNumber((random) => random.pick([1e308, 1e21, 2 ** 53, 1e9, 100_000, 1e-300])),
  'number: point moved': ofNumber((random, value) => value * random.pick([0.1, 10, 100, 0.01])),
  'number: part of a whole': ofNumber((_, value) => value + 0.5),
  'number: a digit': ofNumber((random, value) => Number(otherNumber(random, String(value)))),
  'text: another': ofText(otherText),
  'text: unicode': ofText((random, value) => {
    const at = random.below(value.length + 1);
    return value.slice(0, at) + random.pick(UNICODE) + value.slice(at);
  }),
  'text: long': ofText((random, value) => value.slice(0, 40).repeat(random.pick([10, 1000, 100_000]))),
  'text: a sign': ofText((random, value) => {
    const at = random.below(value.length + 1);
    return value.slice(0, at) + random.pick([...'+-&()<>=.%,[]#"/ 0a']) + value.slice(at + random.below(2));
  }),
  'text: a day': ofOne(
    ({ value }) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
    (random, place) => put(place, random.pick(DAYS)),
  ),
  'text: a path': ofOne(
    ({ value }) => typeof value === 'string' && /\.(?:dcm|json)$/.test(value),
    (random, place, all) => {
      const paths = all.flatMap(({ value }) => (typeof value === 'string' && /\.(?:dcm|json)$/.test(value) ? [value] : []));
      const odd = ['', '.', '..', '/', '../x.dcm', 'plan', 'plan/', './plan/RD.dcm', 'plan\\RD.dcm'];
      put(place, random.chance(0.6) ? random.pick(paths) : random.pick(odd));
    },
  ),
  'values exchanged': ofOne(any, (random, place, all) => {
    const other = random.pick(all);
    if (isHolder(place.value) || isHolder(other.value)) return;
    put(place, other.value);
    put(other, place.value);
  }),
  'value of another': ofOne(any, (random, place, all) => put(place, structuredClone(random.pick(all).value))),
  'key renamed': ofOne(inObject, (random, place) => {
    const name = random.chance(0.4) ? random.pick(OTHER_KEYS) : otherText(random, String(place.key));
    take(place);
    put({ ...place, key: name.slice(0, 100) }, place.value);
  }),
  'key of another': ofOne(inObject, (random, place, all) => {
    const other = random.pick(all.filter(inObject));
    put({ ...place, key: other.key }, structuredClone(other.value));
  }),
  nested: ofOne(any, (random, place) => put(place, nested(place.value, random.pick([1, 2, 50, 300]), random.chance(0.5)))),
};
