import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inBothHosts } from './both-hosts';
import { type Driven, ROOT } from './driven';
import { courseName, goTo, makeSmallCase, renameCourse, smallPatient } from './steps';

/* What happens to the disk while a case is open: told in words, and no case, draft or input is lost or half written. */

let data: string;
let patient: string;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'isoeffect-faults-'));
  patient = smallPatient(path.join(data, 'patient'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const alert = ({ page }: Driven, hasText: string | RegExp) => page.getByRole('alert').filter({ hasText });
const save = ({ page }: Driven) => page.getByRole('button', { name: 'Save case' }).click();
const saved = ({ page }: Driven) => page.getByText('saved', { exact: true }).waitFor();
const drafts = ({ page }: Driven) => page.getByRole('region', { name: 'Not saved yet' });

/** Makes the next save dialogs of the desktop answer a place. */
const chooseInDialog = ({ program }: Driven, file: string) =>
  program!.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, file);

/** Files of a browser's own place, which are written beside and put in their place as any other. */
const chooseInPage = ({ page }: Driven) =>
  page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('case.json', { create: true });
    (window as unknown as { showSaveFilePicker: unknown }).showSaveFilePicker = async () => handle;
  });
const inPage = ({ page }: Driven) =>
  page.evaluate(async () => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle('case.json');
    return (await file.getFile()).text();
  });

const nameIn = (text: string) => (JSON.parse(text) as { courses: { name: string }[] }).courses[0].name;

inBothHosts('faults while a case is open', (step) => {
  step('a case of a newer version is said to be so, and stays as it is', async (app) => {
    const folder = path.join(data, `newer-${app.kind}`);
    cpSync(patient, folder, { recursive: true });
    const file = path.join(folder, 'case.json');
    const text = JSON.stringify({ isoeffectCase: 2, writtenBy: 'isoeffect 7.2.0', courses: [] });
    writeFileSync(file, text);
    await app.whileChoosing([app.kind === 'web' ? folder : file], async () => {
      await app.page.getByRole('button', { name: 'Open', exact: true }).click();
      await app.page.getByRole('menuitem', { name: 'Open case…' }).click();
    });
    await alert(app, 'It was written by a newer Isoeffect, and is left as it is.').waitFor();
    expect(await alert(app, '7.2.0').count()).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(folder).filter((name) => name.includes('case'))).toEqual(['case.json']);
  });

  step(
    'a browser that gives no more room keeps the case as it was, says that it is not saved, and keeps the draft',
    async (app) => {
      if (app.kind === 'electron') return;
      await makeSmallCase(app, patient);
      await chooseInPage(app);
      await save(app);
      await saved(app);
      const before = await inPage(app);
      const session = await app.page.context().newCDPSession(app.page);
      const { origin } = new URL(app.page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await renameCourse(app, 'no room for it');
      await save(app);
      await alert(app, 'The disk is full: case.json was not saved. Make room, or choose another place.').waitFor();
      expect(await inPage(app)).toBe(before);
      expect(await app.page.getByText('not saved', { exact: true }).isVisible()).toBe(true);
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await save(app);
      await saved(app);
      expect(nameIn(await inPage(app))).toBe('no room for it');
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await renameCourse(app, 'left as a draft');
      await save(app);
      await alert(app, 'The disk is full').waitFor();
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await app.startAgain();
      await drafts(app).getByRole('button').first().click();
      expect(await (await courseName(app)).inputValue()).toBe('left as a draft');
      expect(nameIn(await inPage(app))).toBe('no room for it');
    },
  );

  step('a folder that is renamed is told; the work stays, is a draft, and is saved once the folder is back', async (app) => {
    if (app.kind === 'web') return;
    const [folder, away] = ['here', 'away'].map((name) => path.join(data, name));
    mkdirSync(folder);
    const file = path.join(folder, 'case.json');
    await makeSmallCase(app, patient);
    await chooseInDialog(app, file);
    await save(app);
    await saved(app);
    const before = readFileSync(file, 'utf8');
    renameSync(folder, away);
    await renameCourse(app, 'while it is away');
    await save(app);
    await alert(app, `The folder ${folder} is no longer there: case.json was not saved.`).waitFor();
    await app.startAgain();
    await drafts(app).getByRole('button').first().waitFor();
    // Its case stays among the recent ones: its disk may be back the next time.
    const recent = app.page.getByRole('region', { name: 'Recent cases' }).getByTitle(file);
    await recent.click();
    await alert(app, `${folder} is not there, or is empty: is its disk connected?`).waitFor();
    renameSync(away, folder);
    await recent.click();
    await app.page.getByRole('dialog').getByRole('button', { name: 'Go on with the draft' }).click();
    expect(await (await courseName(app)).inputValue()).toBe('while it is away');
    await save(app);
    await saved(app);
    expect([nameIn(readFileSync(file, 'utf8')), nameIn(before)]).not.toContain(undefined);
    expect(nameIn(readFileSync(file, 'utf8'))).toBe('while it is away');
    expect(readdirSync(folder)).toEqual(['case.json']);
  });

  step('a case that is replaced by another is asked about as another', async (app) => {
    if (app.kind === 'web') return;
    const file = path.join(data, 'here', 'case.json');
    const mine = readFileSync(file, 'utf8');
    const other = JSON.stringify({ ...JSON.parse(mine), uid: '2.25.99', title: 'of somebody else' });
    writeFileSync(file, other);
    await renameCourse(app, 'mine');
    await save(app);
    const asked = app.page.getByRole('dialog', { name: 'The case on the disk is not the one that you opened' });
    expect(await asked.textContent()).toContain('It is ANOTHER CASE that lies there under this name');
    await asked.getByRole('button', { name: 'Save nothing' }).last().click();
    expect(readFileSync(file, 'utf8')).toBe(other);
    writeFileSync(file, mine);
    await save(app);
    await saved(app);
    expect(nameIn(readFileSync(file, 'utf8'))).toBe('mine');
  });

  step('a window and another program that save in turns are each asked, and lose nothing', async (app) => {
    if (app.kind === 'web') return;
    const file = path.join(data, 'here', 'case.json');
    // The other one adds marks of its own to a list that the window does not know: it has the whole file to lose.
    const taker = path.join(ROOT, 'test/electron/turn-taker.ts');
    const theirs = () =>
      new Promise<void>((done, failed) => {
        const args = ['--import', 'tsx', taker, file, 'their', '1'];
        spawn(process.execPath, args, { stdio: 'ignore', cwd: ROOT }).once('exit', (code) =>
          code === 0 ? done() : failed(new Error(`the other program ended with ${code}`)),
        );
      });
    const asked = app.page.getByRole('dialog', { name: 'The case on the disk is not the one that you opened' });
    for (const turn of [1, 2, 3]) {
      const before = JSON.parse(readFileSync(file, 'utf8')) as { title?: string };
      writeFileSync(file, JSON.stringify({ ...before, answers: [], marks: [] }));
      await theirs();
      const left = readFileSync(file, 'utf8');
      expect(left).toContain('their0');
      await renameCourse(app, `turn ${turn}`);
      await save(app);
      await asked.waitFor();
      expect(readFileSync(file, 'utf8')).toBe(left);
      await asked.getByRole('checkbox').check();
      await asked.getByRole('button', { name: 'Replace it' }).click();
      await saved(app);
      expect(nameIn(readFileSync(file, 'utf8'))).toBe(`turn ${turn}`);
    }
    expect(readdirSync(path.dirname(file))).toEqual(['case.json']);
    await goTo(app, 'Start');
    await app.page.getByRole('region', { name: 'Recent cases' }).waitFor();
    expect(await drafts(app).count()).toBe(0);
  });
});
