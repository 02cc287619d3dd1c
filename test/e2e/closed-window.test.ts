import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  step('asks which counts where the saved case is opened beside a draft, and no edit destroys the draft', async (app) => {
    if (app.kind === 'web') return;
    const openKept = async () => {
      await app.page
        .getByRole('region', { name: 'Recent cases' })
        .getByRole('button', { name: /^kept\.json/ })
        .click();
      await app.page.getByRole('dialog', { name: 'Changes to this case were not saved' }).waitFor();
    };
    await goTo(app, 'Start');
    await app.page
      .getByRole('region', { name: 'Recent cases' })
      .getByRole('button', { name: /^kept\.json/ })
      .click();
    await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
    await renameCourse(app, 'not saved');
    await app.startAgain();
    await openKept();
    const asked = app.page.getByRole('dialog');
    expect(await asked.textContent()).toContain('Name of third name: third name → not saved');
    await asked.getByRole('button', { name: 'Open the saved case' }).last().click();
    await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
    await renameCourse(app, 'another change');
    await app.whileSaving('kept.json', () => app.page.getByRole('button', { name: 'Save case' }).click());
    await app.page.getByText('saved', { exact: true }).waitFor();
    await app.startAgain();
    await openKept();
    await app.page.getByRole('dialog').getByRole('button', { name: 'Go on with the draft' }).click();
    await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
    expect(await (await courseName(app)).inputValue()).toBe('not saved');
    // It was begun on an earlier state of the file: that is told before it is replaced.
    await app.page.getByRole('button', { name: 'Save case' }).click();
    const conflict = app.page.getByRole('dialog', { name: 'The case on the disk is not the one that you opened' });
    expect(await conflict.textContent()).toContain('Name of another change: another change → not saved');
    await conflict.getByRole('checkbox').check();
    await conflict.getByRole('button', { name: 'Replace it' }).click();
    await app.page.getByText('saved', { exact: true }).waitFor();
    await goTo(app, 'Start');
    await app.page.getByRole('region', { name: 'Recent cases' }).waitFor();
    expect(await drafts(app).count()).toBe(0);
  });

  step('goes on with a draft on no other files than its own, though they have the same names', async (app) => {
    if (app.kind === 'electron') return;
    await makeSmallCase(app, patient);
    await renameCourse(app, 'of these files');
    await app.startAgain();
    const other = smallPatient(path.join(data, 'other', 'patient'));
    const [dose] = readdirSync(other, { recursive: true, encoding: 'utf8' }).filter((name) => /RD[^/]*\.dcm$/.test(name));
    const bytes = readFileSync(path.join(other, dose));
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(path.join(other, dose), bytes);
    await drafts(app)
      .getByRole('button', { name: /^patient/ })
      .click();
    await app.page.getByRole('alert').filter({ hasText: 'open the folder that holds it' }).waitFor();
    await openFolder(app, other);
    const refused = app.page.getByRole('alert').filter({ hasText: 'not those that this case was worked on with' });
    await refused.waitFor();
    expect(await refused.textContent()).toContain(`patient/${dose}`);
    expect(await app.page.getByText(SMALL_VERDICT).count()).toBe(0);
    await openFolder(app, patient);
    await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
    expect(await (await courseName(app)).inputValue()).toBe('of these files');
  });
});
