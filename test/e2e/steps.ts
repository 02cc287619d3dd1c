import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { type Driven, ROOT } from './driven';

/* What a person does with the app, whatever it runs in. */

/** The smaller of the bundled patients, without its case, in a folder of its own. */
export function smallPatient(folder: string): string {
  cpSync(path.join(ROOT, 'dicom-samples/small'), folder, { recursive: true });
  rmSync(path.join(folder, 'case.json'));
  return folder;
}

/** What its assessment begins with. */
export const SMALL_VERDICT = '1 organ exceeds a mandatory goal';

export async function openFolder({ page, whileChoosing }: Driven, folder: string): Promise<void> {
  await whileChoosing([folder], async () => {
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open folder…' }).click();
  });
}

/** Opens the smaller patient and makes its case. */
export async function makeSmallCase(app: Driven, folder: string): Promise<void> {
  await openFolder(app, folder);
  await app.page.getByRole('button', { name: 'Make the case' }).click({ timeout: 120_000 });
  await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 120_000 });
}

/** Goes to a screen by the steps above it. */
export const goTo = ({ page }: Driven, screen: 'Start' | 'Data' | 'Case' | 'Registration' | 'Assessment'): Promise<void> =>
  page
    .locator('header label')
    .filter({ hasText: new RegExp(`^${screen}$`) })
    .click();

/** The name of the first course, on the screen of the case. */
export async function courseName(app: Driven): Promise<Locator> {
  await goTo(app, 'Case');
  await app.page.getByRole('heading', { name: 'Course 1' }).waitFor();
  return app.page.getByRole('textbox', { name: 'Name' }).first();
}

export async function renameCourse(app: Driven, to: string): Promise<void> {
  const name = await courseName(app);
  await name.fill(to);
  await name.blur();
}
