import path from 'node:path';
import type { Driven } from './driven';
import { goTo } from './steps';

/* A case that is opened, looked at and left again, as a person does it. */

/** Opens a case from the Start screen: from the list of recent ones where the host has it there, else by its file. */
async function open({ page, kind, whileChoosing }: Driven, caseFile: string): Promise<void> {
  const recent = page.getByRole('region', { name: 'Recent cases' }).getByRole('button', { name: /case\.json/ });
  if (kind === 'electron' && (await recent.count()) > 0) return recent.first().click();
  // A browser is given the folder that holds the case.
  const chosen = kind === 'electron' ? caseFile : path.dirname(caseFile);
  await whileChoosing([chosen], async () => {
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open case…' }).click();
  });
}

/** The three pictures of a screen are drawn. */
const pictures = ({ page }: Driven): Promise<void> => page.locator('[data-view=sagittal] canvas').first().waitFor();

/**
 * Opens a case that has two CTs, waits for its verdict, looks at the registration and at the assessment with their
 * pictures, and goes back.
 */
export async function openAndClose(app: Driven, caseFile: string): Promise<void> {
  const { page } = app;
  await open(app, caseFile);
  await page.locator('table').first().waitFor({ timeout: 120_000 });
  await goTo(app, 'Registration');
  await pictures(app);
  await goTo(app, 'Assessment');
  await page.locator('table').first().waitFor();
  await pictures(app);
  await page.locator('[data-part=dose-label]').first().waitFor();
  await goTo(app, 'Start');
  await page.getByRole('region', { name: 'Recent cases' }).waitFor();
}
