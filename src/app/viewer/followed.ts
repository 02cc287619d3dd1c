/** Moves that are remembered until they are answered; an owner may also never answer. */
const UNANSWERED = 60;

/**
 * A value that belongs to someone else (a prop) but is moved here: it changes at once, its owner is told, and the
 * owner's answers to moves that are already past do not pull it back. Any other value of the owner's is followed.
 */
export class Followed<T> {
  value: T;
  private told: T[] = [];
  private readonly same: (a: T, b: T) => boolean;

  constructor(value: T, same: (a: T, b: T) => boolean) {
    this.value = value;
    this.same = same;
  }

  /** Moves the value here; `true` where that changes it. */
  move(value: T): boolean {
    if (this.same(value, this.value)) return false;
    this.value = value;
    return true;
  }

  /** The value that the owner is told now. */
  tell(): T {
    this.told.push(this.value);
    if (this.told.length > UNANSWERED) this.told.shift();
    return this.value;
  }

  /** What the owner says; `true` where that changes the value. */
  follow(value: T): boolean {
    const answered = this.told.findIndex((sent) => this.same(sent, value));
    if (answered >= 0) {
      const newest = answered === this.told.length - 1;
      this.told = this.told.slice(answered + 1);
      if (!newest || !this.same(value, this.value)) return false;
    }
    return this.move(value);
  }
}
