import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, type Session, session } from 'electron';
import { z } from 'zod';
import { isToldToKeepNothing } from '../src/app/host/keeping';
import { removeLeftovers } from '../src/files/part-files';
import { answerQuestions } from './answering';
import { serveApp } from './app-protocol';
import { beforeReady } from './before-ready';
import { TELL } from './channel-names';
import { tellFailure } from './dialogs';
import { Drafts } from './drafts';
import { FileGrants } from './file-grants';
import { serveGrantedFiles } from './file-protocol';
import { handlersOf } from './handlers';
import { Inbox } from './inbox';
import { KeptHere } from './kept-here';
import { setMenu } from './menu';
import { NetworkGuard } from './network-guard';
import { openPaths } from './opening';
import { keepToThePage, refusePermissions } from './page-guard';
import { pathsFromArgv } from './paths-from-argv';
import { makePrivate } from './private-place';
import { RecentCases } from './recent-cases';
import { UnfinishedSaves } from './unfinished-saves';
import { openWindow } from './window';
import { type Words, wordsFor } from './words';

app.setName('Isoeffect');
beforeReady();
keepToThePage();

const handedOver = z.object({ paths: z.array(z.string()), keepsNothing: z.boolean().default(false) });
const fromArguments = pathsFromArgv(process.argv, process.cwd(), process.defaultApp ? app.getAppPath() : undefined);
const keepsNothing = isToldToKeepNothing(process.argv, process.env);

if (app.requestSingleInstanceLock({ paths: fromArguments, keepsNothing })) run();
else app.quit();

function run(): void {
  const inUserData = (name: string) => path.join(app.getPath('userData'), name);
  const grants = new FileGrants();
  const guard = new NetworkGuard();
  const drafts = new Drafts(inUserData('drafts'));
  let window: BrowserWindow | undefined;
  /** That of the page, where it is not the usual one. */
  let ownSession: Session | undefined;
  let words: Words = wordsFor([]);

  const recent = new RecentCases(inUserData('recent-cases.json'));
  const unfinished = new UnfinishedSaves(inUserData('unfinished-saves.json'));
  const kept = new KeptHere({
    userData: app.getPath('userData'),
    drafts,
    recent,
    isForced: keepsNothing,
    forgetRecentDocuments: () => app.clearRecentDocuments(),
  });
  const inbox = new Inbox(
    (paths) => openPaths(paths, grants),
    (opened) => {
      void handlers.remember(opened);
      window?.webContents.send(TELL.opened, opened);
    },
    (sentence) => window && void tellFailure(window, words, sentence),
  );
  const handlers = handlersOf({
    grants,
    guard,
    drafts,
    recent,
    unfinished,
    kept,
    sampleFolder: sampleFolder(),
    documentsFolder: app.getPath('documents'),
    addRecentDocument: (file) => app.addRecentDocument(file),
    listening: () => inbox.listening(),
    words: () => words,
    speak: (language) => speak([language]),
  });

  function speak(languages: readonly string[]): void {
    words = wordsFor(languages);
    setMenu((command) => window?.webContents.send(TELL.command, command), words, !app.isPackaged);
  }

  function show(): void {
    if (window) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return;
    }
    window = openWindow({
      stateFile: inUserData('window.json'),
      isNothingKept: () => kept.isNothing,
      session: ownSession,
      words: () => words,
    });
    window.webContents.on('did-navigate', () => inbox.deaf());
    window.on('closed', () => {
      inbox.deaf();
      window = undefined;
    });
  }

  inbox.put(fromArguments);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    inbox.put([file]);
    if (app.isReady()) show();
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const given = handedOver.safeParse(data);
    if (given.success && given.data.keepsNothing) kept.force();
    if (given.success) inbox.put(given.data.paths);
    show();
  });
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  finishBeforeQuitting(drafts);

  void app.whenReady().then(() => {
    // What the page's engine would keep by itself stays in memory where nothing is kept.
    if (kept.isNothing) ownSession = session.fromPartition('nothing-kept');
    for (const each of [session.defaultSession, ...(ownSession ? [ownSession] : [])]) {
      guard.watch(each);
      refusePermissions(each);
    }
    const { protocol } = ownSession ?? session.defaultSession;
    serveApp(path.join(import.meta.dirname, '../app'), protocol);
    serveGrantedFiles(grants, protocol);
    answerQuestions(handlers);
    speak(app.getPreferredSystemLanguages());
    show();
    void keepToItsUser(app.getPath('userData'), inUserData('drafts'));
    void tidyUp(recent, unfinished, [app.getPath('userData'), inUserData('drafts')]);
  });
}

/** What an earlier version kept for others to read is for its user alone from now on. */
async function keepToItsUser(userData: string, drafts: string): Promise<void> {
  await makePrivate(userData).catch(() => {});
  if (existsSync(drafts)) await makePrivate(drafts).catch(() => {});
}

/** What interrupted writes have left is gone: where the program keeps things, where cases were saved last or were to be. */
async function tidyUp(recent: RecentCases, unfinished: UnfinishedSaves, own: readonly string[]): Promise<void> {
  await unfinished.tidied(async (begun) => {
    const folders = new Set([...own, ...begun, ...(await recent.list()).map(({ path: file }) => path.dirname(file))]);
    for (const folder of folders) await removeLeftovers(folder);
  });
}

/** The bundled synthetic patient: beside the sources, or where the package keeps its resources. */
function sampleFolder(): string {
  const beside = path.join(app.getAppPath(), 'dicom-samples/thorax');
  return existsSync(beside) ? beside : path.join(process.resourcesPath, 'dicom-samples/thorax');
}

/** A draft on its way to the disk arrives before the program ends. */
function finishBeforeQuitting(drafts: Drafts): void {
  app.on('will-quit', (event) => {
    if (drafts.idle) return;
    event.preventDefault();
    void drafts.settled().then(() => app.exit());
  });
}
