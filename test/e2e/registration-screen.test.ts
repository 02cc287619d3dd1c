import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIOR_TO_PLANNED } from '../../dicom-samples/writer/anatomy';
import { matrix16 } from '../../dicom-samples/writer/math';
import type { CaseFile } from '../../src/case/case-file';
import { writtenRegistration } from '../../src/case/registration-entry';
import { applyMatrix, invert } from '../../src/geometry/transform';
import { HOSTS } from './both-hosts';
import { type Driven, ROOT } from './driven';

/*
 * The prior course laid on today's anatomy in the window: matched by the computer, put into the case, accepted by name,
 * moved by hand, refused as a whole, saved and opened again.
 */

const THORAX = path.join(ROOT, 'dicom-samples/thorax');

describe.each(HOSTS)('the registration screen in %s', (where, start) => {
  let app: Driven;
  let data: string;
  let why: string | undefined;
  let saved: string;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'isoeffect-data-'));
    cpSync(THORAX, path.join(data, 'thorax'), { recursive: true });
    // Without the case and without the registration that came with the patient: nothing joins the two frames.
    rmSync(path.join(data, 'thorax/case.json'));
    rmSync(path.join(data, 'thorax/registration'), { recursive: true });
    const started = await start();
    if (typeof started === 'string') {
      why = started;
      console.warn(`The registration screen in ${where} was not driven: ${why}.`);
    } else app = started;
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const step = (name: string) => app.page.getByLabel('Steps').getByText(name, { exact: true }).click();
  const part = (name: string) => app.page.getByRole('region', { name, exact: true });

  it('is where a case goes that nothing carries over, and matches the two CTs', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await app.whileChoosing([path.join(data, 'thorax')], () => page.getByRole('button', { name: 'Open a folder…' }).click());
    await page.getByRole('button', { name: 'Make the case' }).click({ timeout: 30_000 });
    await page
      .getByRole('alert')
      .getByText('There is no registration yet between “', { exact: false })
      .waitFor({ timeout: 60_000 });
    await step('Registration');
    await part('In the case').getByText('Nothing carries this course onto the anatomy.').waitFor({ timeout: 30_000 });
    await part('Automatic').getByRole('button', { name: 'Rigid' }).click();
    await part('In the case').getByText('Tried, not in the case: automatic, rigid').waitFor({ timeout: 120_000 });
    // The organs of both courses fall on one another.
    const lung = part('Registration quality').getByRole('row').filter({ hasText: 'Lung_L' });
    await lung.waitFor({ timeout: 30_000 });
    expect(Number((await lung.innerText()).split(/\s+/)[1])).toBeGreaterThan(0.97);
  }, 240_000);

  it('puts what was tried into the case, where it is accepted by name', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await page.getByRole('button', { name: 'Put it into the case' }).click();
    await part('In the case').getByText('registration not accepted').waitFor({ timeout: 30_000 });
    await step('Assessment');
    await page.getByRole('heading', { name: /exceed a mandatory goal · registration not accepted/ }).waitFor({ timeout: 60_000 });
    await step('Registration');
    await page.getByLabel('Name', { exact: true }).fill('A physicist');
    await page.getByRole('button', { name: 'Accept this registration' }).click();
    await part('Acceptance')
      .getByText(/accepted by A physicist, \d{4}-\d{2}-\d{2}/)
      .waitFor({ timeout: 30_000 });
    await step('Assessment');
    await page.getByRole('heading', { name: /exceed a mandatory goal$/ }).waitFor({ timeout: 60_000 });
  }, 120_000);

  it('saves the map with the case: within a millimetre of the motion that the sample was made with', async ({ skip }) => {
    if (why) return skip(why);
    saved = await app.whileSaving('registered.json', () =>
      app.page.getByRole('button', { name: 'Save case', exact: true }).click(),
    );
    await app.page.getByText('saved', { exact: true }).waitFor({ timeout: 30_000 });
    const { registrations } = JSON.parse(readFileSync(saved, 'utf8')) as CaseFile;
    const entry = writtenRegistration(registrations![0])!;
    expect(entry).toMatchObject({ method: 'automatic rigid', accepted: { by: 'A physicist' } });
    const back = invert(matrix16(PRIOR_TO_PLANNED));
    for (const corner of [
      [-150, -90, -80],
      [150, 90, 80],
      [0, 60, 0],
    ] as const) {
      const [found, exact] = [applyMatrix(entry.matrix, corner), applyMatrix(back, corner)];
      expect(Math.hypot(found[0] - exact[0], found[1] - exact[1], found[2] - exact[2])).toBeLessThan(1);
    }
  }, 60_000);

  it('moves the prior course by hand, which nobody has accepted', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await step('Registration');
    const toLeft = page.getByRole('textbox', { name: 'To the patient’s left, mm' });
    const before = Number(await toLeft.inputValue());
    await toLeft.fill(String(before + 20));
    await part('In the case').getByText('Tried, not in the case: moved by hand').waitFor({ timeout: 30_000 });
    const cord = part('Registration quality').getByRole('row').filter({ hasText: 'SpinalCord' });
    // A cord of 12 mm that is 20 mm aside falls on nothing of itself.
    await expect.poll(async () => (await cord.innerText()).split(/\s+/)[1], { timeout: 30_000 }).toBe('0.00');
    await page.getByRole('button', { name: 'Put it into the case' }).click();
    await part('In the case').getByText('registration not accepted').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await part('Acceptance')
      .getByText(/accepted by A physicist/)
      .waitFor({ timeout: 30_000 });
  }, 120_000);

  it('sums organ by organ where nothing can be trusted, and says so in the headline', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await part('No registration can be trusted').getByRole('switch').click({ force: true });
    await step('Assessment');
    await page.getByRole('heading', { name: /no registration: worst-case sums/ }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: /exceed a mandatory goal$/ }).waitFor({ timeout: 60_000 });
    expect(await app.networkRequests()).toBe(0);
  }, 120_000);

  it('cancels a match at once', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await step('Registration');
    await part('Automatic').getByRole('button', { name: 'Deformable' }).click();
    await part('Automatic').getByRole('button', { name: 'Cancel' }).click();
    await part('Automatic').getByRole('button', { name: 'Deformable' }).waitFor({ timeout: 30_000 });
    expect(await page.getByText('Tried, not in the case').count()).toBe(0);
  }, 60_000);
});
