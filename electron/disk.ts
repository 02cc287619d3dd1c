import type * as disk from 'node:fs/promises';

/** What is needed of the disk; tests give one that is full. */
export type Disk = Pick<typeof disk, 'open' | 'rename' | 'rm'>;
