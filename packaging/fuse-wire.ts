import { readFile } from 'node:fs/promises';
import { type FuseV1Options, FuseVersion, flipFuses, pathToFuseFile } from '@electron/fuses';
import { FUSES, type FuseSetting, placeOf } from './fuses';

/** What stands before the wire in every runtime; then a version, a length, and a sign for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;
const [OFF, ON, REMOVED] = ['0', '1', 'r'];

/** The signs of each fuse: one wire, or one for each processor of a macOS program. */
export function fuseWires(binary: Buffer): string[] {
  const wires: string[] = [];
  for (let at = binary.indexOf(SENTINEL); at >= 0; at = binary.indexOf(SENTINEL, at + 1)) {
    const start = at + SENTINEL.length;
    const [version, length] = binary.subarray(start, start + 2);
    if (version !== VERSION) throw new Error(`The fuses of the runtime are of version ${version}; ${VERSION} is known.`);
    const wire = binary.toString('latin1', start + 2, start + 2 + length);
    if (length === 0 || wire.length < length) throw new Error('The fuses of the runtime are cut off.');
    wires.push(wire);
  }
  if (wires.length === 0) throw new Error('The runtime has no fuses where they are looked for.');
  return wires;
}

/** Fuses of a wire that the project does not name, in words. */
export function unnamedFuses(wire: string, named: readonly FuseSetting[] = FUSES): string[] {
  const places = new Set<number>(named.map(placeOf));
  return [...wire].flatMap((sign, place) => (places.has(place) ? [] : [`fuse ${place} (${sign}) is not named`]));
}

/** What a wire has otherwise than the project says, in words; fuses that a runtime no longer minds are passed over. */
export function wrongFuses(wire: string, named: readonly FuseSetting[] = FUSES): string[] {
  const wrong = named.flatMap((fuse) => {
    const sign = wire.at(placeOf(fuse));
    if (placeOf(fuse) >= wire.length || sign === REMOVED || sign === (fuse.on ? ON : OFF)) return [];
    return [`${fuse.name} is ${sign === ON ? 'on' : sign === OFF ? 'off' : `"${sign}"`} and was to be ${fuse.on ? 'on' : 'off'}`];
  });
  return [...unnamedFuses(wire, named), ...wrong];
}

/** @throws where any wire of a runtime has a complaint. */
async function refuse(program: string, complaints: (wire: string) => string[]): Promise<string[]> {
  const wires = fuseWires(await readFile(pathToFuseFile(program)));
  const found = [...new Set(wires.flatMap(complaints))];
  if (found.length > 0) {
    throw new Error(`${program}: ${found.join('; ')}. Each fuse has its value and its reason in packaging/fuses.ts.`);
  }
  return wires;
}

/**
 * Sets every fuse of a runtime as the project says.
 * @param program the executable, or a macOS `.app`.
 * @throws where the runtime has a fuse that the project does not name; nothing is changed then.
 */
export async function setFuses(
  program: string,
  { resetAdHocDarwinSignature = false, named = FUSES }: { resetAdHocDarwinSignature?: boolean; named?: typeof FUSES } = {},
): Promise<void> {
  const wires = await refuse(program, (wire) => unnamedFuses(wire, named));
  const length = Math.min(...wires.map((wire) => wire.length));
  const there = named.filter((fuse) => placeOf(fuse) < length);
  // A shorter wire has no place for the others.
  const settings = Object.fromEntries(there.map((fuse) => [placeOf(fuse), fuse.on])) as Record<FuseV1Options, boolean>;
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature,
    ...settings,
  });
  await refuseWrongFuses(program, named);
}

/** @throws where the fuses of a program, read from its file, are not those that the project says. */
export async function refuseWrongFuses(program: string, named: readonly FuseSetting[] = FUSES): Promise<void> {
  await refuse(program, (wire) => wrongFuses(wire, named));
}
