import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../src/case/load-case';
import { prepareCase } from '../../../src/evaluation/prepared-case';

/*
 * The bundled thorax, whose prior dose is Implicit VR Little Endian: one attribute of it at a time is made what a
 * damaged or mistaken file would have.
 */

const SAMPLE = fileURLToPath(new URL('../../../dicom-samples/thorax', import.meta.url));
const SCALING = 0x3004000e;
const OFFSETS = 0x3004000c;
const SPACING = 0x00280030;
const POSITION = 0x00200032;
const PIXELS = 0x7fe00010;

const keyOf = (tag: number) => Buffer.from([16, 24, 0, 8].map((bits) => (tag >>> bits) & 0xff));

/** The bytes with the value of one attribute made another: the last of its tag before the pixels, which may hold any. */
function edited(bytes: Uint8Array, tag: number, edit: (value: Buffer) => Buffer): Uint8Array {
  const buffer = Buffer.from(bytes);
  const at = buffer.lastIndexOf(keyOf(tag), buffer.indexOf(keyOf(PIXELS)));
  const length = buffer.readUInt32LE(at + 4);
  const value = edit(buffer.subarray(at + 8, at + 8 + length));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(value.length, 0);
  return Buffer.concat([buffer.subarray(0, at + 4), size, value, buffer.subarray(at + 8 + length)]);
}

const numbers = (change: (value: number, n: number) => number) => (value: Buffer) => {
  const text = value
    .toString('latin1')
    .split('\\')
    .map((each, n) => String(change(Number(each), n)))
    .join('\\');
  return Buffer.from(text.length % 2 === 0 ? text : `${text} `, 'latin1');
};

async function asked(edit: (dose: Uint8Array) => Uint8Array, fractions?: number): Promise<string[]> {
  const caseFile = JSON.parse(readFileSync(path.join(SAMPLE, 'case.json'), 'utf8'));
  if (fractions !== undefined) caseFile.courses[0].phases[0].fractions = fractions;
  const bytesOf = (file: string) => new Uint8Array(readFileSync(path.join(SAMPLE, file)));
  const inputs = await loadCase(JSON.stringify(caseFile), 'case.json', {
    read: async (file) => (file === 'prior/RD.dcm' ? edit(bytesOf(file)) : bytesOf(file)),
    beside: async (file) => readdirSync(path.join(SAMPLE, path.dirname(file))).map((name) => path.join(path.dirname(file), name)),
    head: async (file, count) => bytesOf(file).subarray(0, count),
  });
  const findings = [...inputs.findings, ...prepareCase(inputs).findings];
  return findings.filter(({ answerable }) => answerable).map(({ code, file }) => `${code} ${file}`);
}
const same = (dose: Uint8Array) => dose;

describe('the bundled thorax', { timeout: 120_000 }, () => {
  it.each<[string, (dose: Uint8Array) => Uint8Array, number | undefined, string | undefined]>([
    ['as it is', same, undefined, undefined],
    ['in 25 fractions', same, 25, undefined],
    ['its pixels 0', (dose) => edited(dose, PIXELS, (value) => Buffer.alloc(value.length)), undefined, 'dose-all-zero'],
    ['in 280 fractions', same, 280, 'fractions-implausible'],
    ['in 3 fractions', same, 3, 'dose-contradicts-beams'],
    [
      'scaled by 0.1',
      (dose) =>
        edited(
          dose,
          SCALING,
          numbers((v) => v * 0.1),
        ),
      undefined,
      'dose-contradicts-prescription',
    ],
    [
      'scaled by 10',
      (dose) =>
        edited(
          dose,
          SCALING,
          numbers((v) => v * 10),
        ),
      undefined,
      'dose-contradicts-prescription',
    ],
    [
      'its spacing times 10',
      (dose) =>
        edited(
          dose,
          SPACING,
          numbers((v) => v * 10),
        ),
      undefined,
      'dose-contradicts-prescription',
    ],
    [
      'its offsets times 2',
      (dose) =>
        edited(
          dose,
          OFFSETS,
          numbers((v) => v * 2),
        ),
      undefined,
      'hot-region-beside-target',
    ],
    ...[0, 1, 2].map((axis): [string, (dose: Uint8Array) => Uint8Array, undefined, string] => [
      `60 mm off along ${'xyz'[axis]}`,
      (dose) =>
        edited(
          dose,
          POSITION,
          numbers((v, n) => v + (n === axis ? 60 : 0)),
        ),
      undefined,
      'hot-region-beside-target',
    ]),
  ])('%s', async (_, edit, fractions, expected) => {
    const codes = await asked(edit, fractions);
    if (expected === undefined) expect(codes).toEqual([]);
    else expect(codes).toContain(`${expected} prior/RD.dcm`);
  });
});
