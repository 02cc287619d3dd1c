import { describe, expect, it } from 'vitest';
import { HeldOpen, readWhileHeld, whileHeld } from '../../src/files/held-open';

const coded = (code: string) => Object.assign(new Error(code), { code });

/** Refuses so often with a code, and then does it. */
function held(times: number, code: string) {
  const waits: number[] = [];
  let tries = 0;
  const work = async () => {
    if (tries++ < times) throw coded(code);
    return 'done';
  };
  const wait = async (ms: number) => waits.push(ms);
  const asked = (platform: NodeJS.Platform) => whileHeld(work, { platform, wait });
  return { asked, waits, tries: () => tries };
}

describe('a file that another program holds open', () => {
  it.each([
    ['win32', 'EPERM'],
    ['win32', 'EACCES'],
    ['win32', 'EBUSY'],
    ['linux', 'EBUSY'],
    ['darwin', 'ETXTBSY'],
  ] as const)('on %s, %s, is waited for, longer from time to time', async (platform, code) => {
    const { asked, waits, tries } = held(3, code);
    expect(await asked(platform)).toBe('done');
    expect([tries(), waits]).toEqual([4, [10, 20, 50]]);
  });

  it.each([
    ['linux', 'EPERM'],
    ['darwin', 'EACCES'],
    ['win32', 'ENOSPC'],
    ['win32', 'ENOENT'],
  ] as const)('is not what %s calls %s: that is told at once, as it is', async (platform, code) => {
    const { asked, waits, tries } = held(1, code);
    await expect(asked(platform)).rejects.toMatchObject({ code, message: code });
    expect([tries(), waits]).toEqual([1, []]);
  });

  it('is given up after two seconds, by one code and with what the system said', async () => {
    const { asked, waits } = held(99, 'EPERM');
    const error = await asked('win32').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HeldOpen);
    expect(error).toMatchObject({ code: 'EBUSY', said: 'EPERM', isCertain: false });
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(2000);
    expect(new HeldOpen('EBUSY').isCertain).toBe(true);
  });

  it('is told from one that may not be read, also on Windows: that is said at once', async () => {
    const wait = async () => {};
    let tries = 0;
    const refused = (code: string) => async () => {
      tries++;
      throw coded(code);
    };
    await expect(readWhileHeld(refused('EPERM'), { platform: 'win32', wait })).rejects.toMatchObject({ message: 'EPERM' });
    expect(tries).toBe(1);
    await expect(readWhileHeld(refused('EBUSY'), { platform: 'win32', wait })).rejects.toBeInstanceOf(HeldOpen);
    expect(tries).toBe(9);
  });

  it('within another wait is waited for once, not once for each of its tries', async () => {
    const { asked, waits, tries } = held(99, 'EBUSY');
    await expect(whileHeld(() => asked('linux'), { platform: 'linux' })).rejects.toBeInstanceOf(HeldOpen);
    expect([tries(), waits.length]).toEqual([8, 7]);
  });
});
