import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Driven, inBrowser, inElectron } from './driven';

export const HOSTS: readonly [string, () => Promise<Driven | string>][] = [
  ['a browser', () => inBrowser()],
  ['Electron', () => inElectron()],
];

/** A test that is given the app, as the tests before it in its host have left it. */
type Step = (name: string, body: (app: Driven) => Promise<void>) => void;

/** The same steps in a browser and in Electron; where there is no runtime, the steps there are skipped with the reason. */
export function inBothHosts(title: string, steps: (step: Step, where: string) => void): void {
  describe.each(HOSTS)(`${title}, in %s`, (where, start) => {
    let app: Driven | undefined;
    let why = '';
    beforeAll(async () => {
      const started = await start();
      if (typeof started !== 'string') {
        app = started;
        return;
      }
      why = started;
      console.warn(`The app in ${where} was not driven: ${why}.`);
    });
    afterAll(() => app?.close());
    steps(
      (name, body) =>
        it(name, async ({ skip }) => {
          if (!app) return skip(why);
          await body(app);
        }, 180_000),
      where,
    );
  });
}
