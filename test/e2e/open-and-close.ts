import path from 'node:path';
import type { Driven } from './driven';
import { goTo } from './steps';

/* A case that is opened, looked at and left again, as a person does it. */

async function askForCase({ page }: Driven): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open case…' }).click();
}

/**
 * Chooses a folder in a browser by its protocol: the driver's own way keeps every field that was chosen by, with its
 * files, in the page.
 */
async function chooseFolder({ page }: Driven, folder: string, act: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise<number>((resolve) =>
    session.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId!)),
  );
  await act();
  await session.send('DOM.setFileInputFiles', { files: [folder], backendNodeId: await opened });
  await session.detach();
}

/** Opens a case from the Start screen: from the list of recent ones where the host has it there, else by its file. */
async function open(app: Driven, caseFile: string): Promise<void> {
  // A browser is given the folder that holds the case.
  if (app.kind === 'web') return chooseFolder(app, path.dirname(caseFile), () => askForCase(app));
  const recent = app.page.getByRole('region', { name: 'Recent cases' }).getByRole('button', { name: /case\.json/ });
  if ((await recent.count()) > 0) return recent.first().click();
  await app.whileChoosing([caseFile], () => askForCase(app));
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
