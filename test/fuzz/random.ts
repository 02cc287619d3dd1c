/** Numbers by chance that are the same for the same seed, always and everywhere. */
export class Random {
  constructor(private state: number) {}

  /** The chance of one mutation of a run: none depends on those before it. */
  static of(seed: number, index: number): Random {
    const random = new Random((seed * 0x9e3779b1 + index * 0x85ebca6b) >>> 0);
    random.next();
    return random;
  }

  /** From 0 to below 1 (Mulberry32, by Tommy Ettinger, in the public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }
}
