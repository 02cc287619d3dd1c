import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedStudy } from '../../../../src/app/engine/engine-api';
import type { CaseFile } from '../../../../src/case/case-file';
import { InputError } from '../../../../src/input-error';
import { gather, inspectionOf } from '../../../../src/inspection/inspect';
import { proposeCase } from '../../../../src/inspection/propose-case';
import { buildStudy } from '../../../../src/study/build-study';
import { faultsOf, marksIn, probe } from '../../../probe';
import { allProbed } from '../../../probed-texts';
import { Pages } from '../../study/browser';
import type { Shown } from '../../study/pages';
import { launchBrowser, servePage } from '../../viewer/browser';

/* The window's pages as they are built, in a browser, with a study in which every text acts. */

/** All that a page shows and reads out, and what its fields hold. */
const shownOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const isCode = /^(STYLE|SCRIPT)$/.test(walker.currentNode.parentElement?.tagName ?? '');
      if (!isCode) texts.push(walker.currentNode.textContent ?? '');
    }
    const read = ['title', 'placeholder', 'alt', 'aria-label', 'aria-description', 'aria-valuetext'];
    for (const element of document.querySelectorAll('*')) {
      for (const name of read) texts.push(element.getAttribute(name) ?? '');
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
      // Of others the value is a name for the program, and not seen.
      if (!/^(hidden|radio|checkbox)$/.test(field.type)) texts.push(field.value);
    }
    return texts;
  });

async function* each(files: Readonly<Record<string, Uint8Array>>) {
  for (const [path, bytes] of Object.entries(files)) yield { path, bytes };
}

const { files, caseFile } = allProbed();
async function probedStudy(): Promise<OpenedStudy> {
  const gathered = await gather(each(files));
  const study = buildStudy(gathered.objects);
  return { inspection: inspectionOf(gathered, study), proposal: proposeCase(study) };
}

const { refusal } = new InputError({ file: probe(1), where: `courses.${probe(2)}`, found: probe(3), needed: probe(4) });

describe('a text that acts, in the window', () => {
  let pages: Pages;
  let browser: Browser;
  let assess: Awaited<ReturnType<typeof servePage>>;
  let study: OpenedStudy;
  beforeAll(async () => {
    [pages, browser, assess, study] = await Promise.all([
      Pages.start(),
      launchBrowser(),
      servePage('../assess/page'),
      probedStudy(),
    ]);
  }, 180_000);
  afterAll(async () => {
    await pages?.close();
    await browser?.close();
    await assess?.close();
  });

  const START: Shown = {
    page: 'start',
    props: {
      recent: [{ path: `/${probe(5)}/${probe(6)}.json`, openedAt: '2026-11-20T09:12:00Z' }],
      drafts: [{ key: 'unsaved:x', label: probe(7), savedAt: '2026-11-21T08:00:00Z', patient: probe(7), size: 2048 }],
      busy: false,
      problem: { kind: 'refusal', refusal },
    },
  };
  const READING: Shown = {
    page: 'reading',
    progress: { done: 1, total: 2, understood: 1, unreadable: 0, foreign: 0, file: `${probe(8)}/${probe(9)}` },
  };

  it.each([
    ['start', () => START, 7],
    ['reading', () => READING, 2],
    ['study', (): Shown => ({ page: 'study', study }), 20],
    [
      'case',
      (): Shown => ({ page: 'case', study, caseFile: caseFile as unknown as CaseFile, guesses: study.proposal.guesses }),
      15,
    ],
  ] as const)('is seen on the page %s, in three languages', async (_, shown, least) => {
    for (const language of ['en', 'zh', 'ja']) {
      const page = await pages.show(shown(), language);
      const seen: string[] = [];
      const tabs = page.getByRole('tab');
      for (let tab = 0; tab < Math.max(1, await tabs.count()); tab++) {
        if ((await tabs.count()) > 0) await tabs.nth(tab).click();
        for (const details of await page.locator('details:not([open]) > summary').all()) await details.click();
        seen.push(...(await shownOn(page)));
      }
      expect(seen.flatMap(faultsOf)).toEqual([]);
      expect(new Set(seen.flatMap((text) => [...marksIn(text)])).size).toBeGreaterThanOrEqual(least);
      await page.close();
    }
  });

  it.each([
    ['', 10],
    ['lower', 5],
  ])('is seen on the page of the assessment: %j', async (part, least) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(`${assess.url}?${new URLSearchParams({ hostile: probe(1), part })}`);
    await page.locator('main').waitFor();
    const seen = await shownOn(page);
    expect(seen.flatMap(faultsOf)).toEqual([]);
    expect(seen.filter((text) => marksIn(text).size > 0).length).toBeGreaterThanOrEqual(least);
    await page.close();
  });
});
