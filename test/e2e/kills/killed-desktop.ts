import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inElectron } from '../driven';
import { goTo, makeSmallCase, SMALL_VERDICT } from '../steps';
import { PART } from './kill-at';
import { caseOf, draftFiles, keptIn } from './sitting';
import { PATIENCE_MS, type Target } from './target';

/** So long a text in the case that writing it takes a while. */
const LARGE = 3_000_000;
/** How long the start may take to tidy up, ms. */
const TIDIED_MS = 20_000;

const partsIn = (folders: readonly string[]): number =>
  folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : [])).filter((name) => new RegExp(PART).test(name))
    .length;

/** The built desktop program; a sentence where there is no runtime here. */
export async function killableDesktop(): Promise<Target | string> {
  const app = await inElectron();
  if (typeof app === 'string') return app;
  const drafts = path.join(app.userData, 'drafts');
  const own = [app.userData, drafts];
  let place = '';
  const answerDialogs = () =>
    app.program!.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
      // The page is gone: the person closes the window.
      dialog.showMessageBox = (async () => ({ response: 1, checkboxChecked: false })) as typeof dialog.showMessageBox;
    }, place);
  return {
    app,
    newPlaceEvery: 4,
    isSavedAtOnce: true,
    begin: async (patient, file) => {
      await makeSmallCase(app, patient);
      place = file;
      await answerDialogs();
      const { page } = app;
      await page.getByRole('button', { name: 'Save case' }).click();
      await page.getByText('saved', { exact: true }).waitFor();
      const answer = {
        code: 'dose-not-near-prescription',
        sha256: '0'.repeat(64),
        by: 'A',
        on: '2026-01-01',
        why: 'y'.repeat(LARGE),
      };
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), answers: [answer] }));
      await goTo(app, 'Start');
      await page.getByRole('region', { name: 'Recent cases' }).locator('button[title]').first().click();
      await page.getByText(SMALL_VERDICT).waitFor({ timeout: PATIENCE_MS });
    },
    processOf: async (victim) => {
      if (victim === 'program') return app.pid;
      const metrics = await app.program!.evaluate(({ app: program }) => program.getAppMetrics());
      return metrics.find(({ type }) => type === 'Tab')!.pid;
    },
    signsOf: (doing, folders) => ({ folders: doing === 'saving' ? folders : [drafts], pattern: PART }),
    choosePlace: async (file) => {
      place = file;
      await answerDialogs();
    },
    kept: () => keptIn(drafts),
    startAgain: async (doing, folders) => {
      const isInWriting = partsIn(doing === 'saving' ? folders : [drafts]) > 0;
      await app.startAfterEnd();
      await answerDialogs();
      app.page.setDefaultTimeout(PATIENCE_MS);
      await app.page.getByRole('region', { name: 'Recent cases' }).waitFor();
      const end = Date.now() + TIDIED_MS;
      const left = () => partsIn([...folders, ...own]);
      while (left() > 0 && Date.now() < end) await app.page.waitForTimeout(100);
      return { isInWriting, leftovers: left() };
    },
    caseTexts: async (folders) =>
      folders
        .map((folder) => path.join(folder, 'kept.json'))
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, 'utf8')),
    draftTexts: async () => draftFiles(drafts).map((file) => caseOf(readFileSync(file, 'utf8'))),
    goOn: async () => {
      const { page } = app;
      const region = (name: string) => page.getByRole('region', { name });
      if (draftFiles(drafts).length > 0) await region('Not saved yet').getByRole('button').first().click();
      else {
        const listed = region('Recent cases').locator('button[title]').first();
        await listed.or(region('Recent cases').getByText('Cases that you save will be listed here.')).waitFor();
        if ((await listed.count()) === 0) return false;
        await listed.click();
      }
      await page.getByText(SMALL_VERDICT).waitFor({ timeout: PATIENCE_MS });
      return true;
    },
    end: () => app.close().catch(() => {}),
  };
}
