import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ByteSource, listZip } from '../../src/app/host/zip-directory';
import { entryBytes } from '../../src/app/host/zip-entry';

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});
const list = (bytes: Uint8Array, max?: number) => listZip(sourceOf(bytes), 'p.zip', max);

async function contents(bytes: Uint8Array): Promise<Record<string, Buffer>> {
  const source = sourceOf(bytes);
  const all: Record<string, Buffer> = {};
  for (const entry of await listZip(source, 'p.zip')) {
    const pieces: Uint8Array[] = [];
    for await (const piece of entryBytes(source, entry)) pieces.push(piece);
    all[entry.name] = Buffer.concat(pieces);
  }
  return all;
}

/** Where a 32-bit signature last stands. */
const lastOf = (bytes: Uint8Array, signature: string) => Buffer.from(bytes).lastIndexOf(Buffer.from(signature, 'latin1'));

describe('a zip', () => {
  test('gives back what was put into it: packed, stored, empty, large', async () => {
    const files = {
      'CT/1.dcm': Buffer.alloc(1_000_000, 'abc'),
      'random.dcm': randomBytes(300_000),
      'ä ü.dcm': Buffer.from('x'),
      empty: Buffer.alloc(0),
    };
    const zipped = zipSync({ ...files, 'stored.txt': [Buffer.from('stored'), { level: 0 }] });
    const found = await contents(zipped);
    expect(Object.keys(found)).toEqual([...Object.keys(files), 'stored.txt']);
    for (const [name, bytes] of Object.entries(files)) expect(found[name].equals(bytes)).toBe(true);
    expect(found['stored.txt'].toString()).toBe('stored');
  });

  test('as other programs write it, with ZIP64 and data descriptors', async ({ skip }) => {
    const script = `
import io, sys, zipfile
out = io.BytesIO()
class Pipe:
    def write(self, b): return out.write(b)
    def flush(self): pass
with zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED) as z:
    with z.open('big/a.dcm', 'w', force_zip64=True) as f: f.write(b'abc' * 1000)
    z.writestr('b.dcm', b'plain')
sys.stdout.buffer.write(out.getvalue())`;
    let zipped: Buffer;
    try {
      zipped = execFileSync('python3', ['-c', script]);
    } catch {
      return skip('no Python here');
    }
    const found = await contents(zipped);
    expect(found['big/a.dcm'].equals(Buffer.from('abc'.repeat(1000)))).toBe(true);
    expect(found['b.dcm'].toString()).toBe('plain');
  });

  test('with sizes and places only in its ZIP64 records is read', async () => {
    const zipped = Buffer.from(zipSync({ 'a.dcm': Buffer.from('ZIP64') }));
    const directory = lastOf(zipped, 'PK\u0001\u0002');
    const end = lastOf(zipped, 'PK\u0005\u0006');
    const header = Buffer.from(zipped.subarray(directory, end));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(5n, 4);
    extra.writeBigUInt64LE(BigInt(header.readUInt32LE(20)), 12);
    extra.writeBigUInt64LE(BigInt(header.readUInt32LE(42)), 20);
    for (const at of [20, 24, 42]) header.writeUInt32LE(0xffffffff, at);
    header.writeUInt16LE(28, 30);
    const end64 = Buffer.alloc(56);
    end64.write('PK\u0006\u0006', 'latin1');
    end64.writeBigUInt64LE(1n, 32);
    end64.writeBigUInt64LE(BigInt(header.length + 28), 40);
    end64.writeBigUInt64LE(BigInt(directory), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\u0006\u0007', 'latin1');
    locator.writeBigUInt64LE(BigInt(directory + header.length + 28), 8);
    const last = Buffer.from(zipped.subarray(end));
    last.writeUInt32LE(0xffffffff, 12);
    last.writeUInt32LE(0xffffffff, 16);
    const whole = Buffer.concat([zipped.subarray(0, directory), header, extra, end64, locator, last]);
    expect((await contents(whole))['a.dcm'].toString()).toBe('ZIP64');
  });

  test('names are made harmless, and what the platform keeps for itself is passed over', async () => {
    const x = Buffer.from('x');
    const zipped = zipSync({
      '../../etc/passwd': x,
      '/abs/a.dcm': x,
      'C:\\data\\b.dcm': x,
      'a\u0007b.dcm': x,
      'folder/': Buffer.alloc(0),
      '__MACOSX/._a': x,
      '.hidden/c': x,
      'etc/passwd': x,
    });
    expect((await list(zipped)).map(({ name }) => name)).toEqual([
      'etc/passwd',
      'abs/a.dcm',
      'data/b.dcm',
      'a_b.dcm',
      'etc/passwd (2)',
    ]);
  });

  test('that would unpack to too much is refused by what it says, and by what it does', async () => {
    const zipped = zipSync({ bomb: new Uint8Array(3_000_000), more: new Uint8Array(3_000_000) });
    expect(zipped.length).toBeLessThan(10_000);
    await expect(list(zipped, 5_000_000)).rejects.toThrow(/was not opened/);
    const lying = Uint8Array.from(zipSync({ bomb: new Uint8Array(3_000_000) }));
    new DataView(lying.buffer).setUint32(lastOf(lying, 'PK\u0001\u0002') + 24, 1000, true);
    await expect(contents(lying)).rejects.toThrow('bomb is damaged in the zip. Copy the zip again.');
  });

  test('that is damaged anywhere is never taken for whole', async () => {
    const zipped = zipSync({ 'a.dcm': randomBytes(2000), 'b.dcm': Buffer.alloc(5000, 'abcdef') });
    const before = await contents(zipped);
    for (let at = 0; at < zipped.length; at += 7) {
      const broken = Uint8Array.from(zipped);
      broken[at] ^= 0x55;
      const after = await contents(broken).catch((error: Error) => error.message);
      if (typeof after === 'string') expect(after).toMatch(/zip|packed|password/);
      else expect(Object.keys(after).length).toBe(2);
      if (typeof after !== 'string')
        for (const [name, bytes] of Object.entries(after)) if (before[name]) expect(bytes.equals(before[name])).toBe(true);
    }
    for (const length of [0, 10, 21, 22, 1000, zipped.length - 1]) {
      await expect(contents(zipped.subarray(0, length))).rejects.toThrow(/is not a whole zip file/);
    }
  });

  test('that is locked or packed in an unusual way is refused in words', async () => {
    const zipped = zipSync({ 'a.dcm': Buffer.from('x') });
    const directory = lastOf(zipped, 'PK\u0001\u0002');
    const changed = (at: number, value: number) => Uint8Array.from(zipped, (byte, i) => (i === directory + at ? value : byte));
    await expect(list(changed(8, 1))).rejects.toThrow('p.zip is locked with a password. Unpack it first.');
    await expect(list(changed(10, 99))).rejects.toThrow('p.zip is packed in an unusual way. Unpack it first.');
  });
});
