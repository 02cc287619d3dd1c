import { describe, expect, test } from 'vitest';
import { FileGrants } from '../../electron/file-grants';

const entry = { name: 'CT/1.dcm', size: 3, compressedSize: 3, deflated: false, crc32: 0, headerOffset: 0 };

describe('grants', () => {
  test('a file is found by its address, and by no other', () => {
    const grants = new FileGrants();
    const { url } = grants.grant('/data/RD 1#.dcm', 5, 'chosen');
    expect(url).toMatch(/^isoeffect-file:\/\/[0-9a-f]{32}\/RD%201%23\.dcm$/);
    expect(grants.find(url!)).toMatchObject({ path: '/data/RD 1#.dcm', size: 5 });
    const others = [
      'isoeffect-file://00000000000000000000000000000000/',
      'isoeffect-file:///data/RD',
      url!.replace('isoeffect-file', 'http'),
      'nonsense',
    ];
    for (const other of others) expect(grants.find(other)).toBeUndefined();
  });

  test('granting again gives the same address; an entry of a zip has its own', () => {
    const grants = new FileGrants();
    const { url } = grants.grant('/data/a', 5, 'chosen');
    expect(grants.grant('/data/a', 6, 'beside').url).toBe(url);
    const inZip = grants.grant('/data/p.zip', 3, 'chosen', entry);
    expect(inZip.path).toBe('/data/p.zip/CT/1.dcm');
    expect(grants.find(inZip.url!)).toMatchObject({ path: '/data/p.zip', entry });
  });

  test('how each file came to be granted is known, every way of several', () => {
    const grants = new FileGrants();
    grants.grant('/data/RD.dcm', 5, 'beside');
    grants.grant('/data/limits.json', 5, 'named');
    grants.grant('/data/case.json', 5, 'chosen');
    grants.grant('/data/case.json', 5, 'case');
    expect([...grants.rolesOf('/data/RD.dcm')]).toEqual(['beside']);
    expect([...grants.rolesOf('/data/case.json')]).toEqual(['chosen', 'case']);
    expect([...grants.rolesOf('/data/new.dcm')]).toEqual([]);
    expect(grants.isCase('/data/case.json')).toBe(true);
    expect(grants.isCase('/data/limits.json')).toBe(false);
  });
});
