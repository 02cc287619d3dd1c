/*
 * Files that another program holds open. Where names may be taken over from open files (Linux,
 * macOS) they are rare; Windows lets nobody rename over, remove or read a file that is open
 * elsewhere without leave, and calls that EBUSY, EPERM or EACCES by turns.
 */

/** What a program that looks at every new file (virus scanner, indexer, backup) takes, ms; 2 s in all. */
const WAITS_MS = [10, 20, 50, 120, 300, 500, 1000];

export interface Patience {
  readonly platform?: NodeJS.Platform;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** A file that is only read: there Windows tells what is held from what may not be read. */
  readonly isRead?: boolean;
}

/** It was held for as long as it was waited for. Its code is EBUSY whatever the system called it. */
export class HeldOpen extends Error {
  readonly code = 'EBUSY';

  /** @param said the code that the system gave. */
  constructor(readonly said: string) {
    super(`another program holds the file open (${said})`);
  }

  /** Windows says that a file may not be touched of one that is held as of one that it protects. */
  get isCertain(): boolean {
    return isHeld(this.said, 'linux');
  }
}

const isHeld = (code: string, platform: NodeJS.Platform): boolean =>
  code === 'EBUSY' || code === 'ETXTBSY' || (platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Does what may be refused because another program holds the file open, again and again for two
 * seconds. All of `work` is done again: what it looks at may have changed meanwhile.
 * @throws HeldOpen where it is held to the end; any other error as it is, at once.
 */
export async function whileHeld<T>(
  work: () => Promise<T>,
  { platform = process.platform, wait = pause, isRead = false }: Patience = {},
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const code = String((error as NodeJS.ErrnoException).code);
      if (error instanceof HeldOpen || !isHeld(code, isRead ? 'linux' : platform)) throw error;
      if (tries === WAITS_MS.length) throw new HeldOpen(code);
      await wait(WAITS_MS[tries]);
    }
  }
}

/** The same of a file that is read. */
export const readWhileHeld = <T>(read: () => Promise<T>, patience: Patience = {}): Promise<T> =>
  whileHeld(read, { ...patience, isRead: true });
