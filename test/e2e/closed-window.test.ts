import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inBothHosts } from './both-hosts';
import type { Driven } from './driven';
import { courseName, goTo, makeSmallCase, openFolder, renameCourse, SMALL_VERDICT, smallPatient } from './steps';

/* A window that is closed, or a page that is loaded anew, in the middle of things: what was worked on is there again. */

let data: string;
let patient: string;
let long: string;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'isoeffect-closed-'));
  patient = smallPatient(path.join(data, 'patient'));
  long = path.join(data, 'long');
  mkdirSync(long);
  for (let n = 0; n < 2000; n++) writeFileSync(path.join(long, `${n}.txt`), `note ${n}`);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const drafts = ({ page }: Driven) => page.getByRole('region', { name: 'Not saved yet' });

/** Goes on with the one draft that is offered, to the verdict. */
async function goOn(app: Driven): Promise<void> {
  const offered = drafts(app).getByRole('button', { name: /^patient/ });
  await offered.waitFor();
  expect(await offered.count()).toBe(1);
  await offered.click();
  if (app.kind === 'web') {
    // A browser does not open files again by itself: the page says what it needs, and goes on where it has it.
    const needed = 'A file of the case is not among those that were opened: open the folder that holds it.';
    await app.page.getByRole('alert').filter({ hasText: needed }).waitFor();
    await openFolder(app, patient);
  }
  await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
}

inBothHosts('a window closed at a bad moment', (step) => {
  step('while another folder is read loses nothing of the case that was edited', async (app) => {
    await makeSmallCase(app, patient);
    await renameCourse(app, 'first course');
    await openFolder(app, long);
    await app.page.getByRole('heading', { name: 'Reading files' }).waitFor();
    await app.startAgain();
    await goOn(app);
    expect(await (await courseName(app)).inputValue()).toBe('first course');
  });

  step('in the very moment of a change keeps the change', async (app) => {
    await renameCourse(app, 'second name');
    await app.startAgain();
    await goOn(app);
    expect(await (await courseName(app)).inputValue()).toBe('second name');
  });

  step('after saving has nothing left to offer but the saved case', async (app) => {
    await renameCourse(app, 'third name');
    await app.whileSaving('kept.json', () => app.page.getByRole('button', { name: 'Save case' }).click());
    await app.page.getByText('saved', { exact: true }).waitFor();
    await app.startAgain();
    const recent = app.page.getByRole('region', { name: 'Recent cases' });
    // A page cannot open a file again by its name.
    if (app.kind === 'web') await recent.getByText('Cases that you save will be listed here.').waitFor();
    else {
      await recent.getByRole('button', { name: /^kept\.json/ }).click();
      await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
      expect(await (await courseName(app)).inputValue()).toBe('third name');
      await goTo(app, 'Start');
      await recent.waitFor();
    }
    expect(await drafts(app).count()).toBe(0);
  });
});
