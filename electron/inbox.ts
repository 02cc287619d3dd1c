import type { Opened, OpenedCase } from '../src/app/host/host';

/**
 * What the system wants opened (arguments, a second start, a file dropped on the icon), kept until the page listens and
 * then opened in the order in which it came.
 */
export class Inbox {
  #waiting: (readonly string[])[] = [];
  #listening = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly open: (paths: readonly string[]) => Promise<Opened | OpenedCase>,
    private readonly tell: (opened: Opened | OpenedCase) => void,
    private readonly fail: (sentence: string) => void,
  ) {}

  put(paths: readonly string[]): void {
    if (paths.length === 0) return;
    if (this.#listening) this.#deliver(paths);
    else this.#waiting.push(paths);
  }

  listening(): void {
    this.#listening = true;
    for (const paths of this.#waiting.splice(0)) this.#deliver(paths);
  }

  /** The window has gone: what comes now waits for the next. */
  deaf(): void {
    this.#listening = false;
  }

  #deliver(paths: readonly string[]): void {
    this.#last = this.#last.then(() => this.open(paths)).then(this.tell, (error: Error) => this.fail(error.message));
  }
}
