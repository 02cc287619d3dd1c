import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import type { Keeping } from '../../../src/app/host/keeping';
import { makeFinding } from '../../../src/findings/finding';
import { InputError } from '../../../src/input-error';
import { makeMissing } from '../../../src/inspection/proposal-words';
import { axeFaults, overflow, Pages, recorded } from './browser';
import { openedStudy } from './opened-study';
import type { Shown } from './pages';

let pages: Pages;
let study: OpenedStudy;
beforeAll(async () => {
  [pages, study] = await Promise.all([Pages.start(), openedStudy('dicom-samples/thorax')]);
});
afterAll(() => pages?.close());

const START = {
  page: 'start',
  props: {
    recent: [{ path: '/cases/one.json', openedAt: '2026-11-20T09:12:00Z' }],
    drafts: [{ key: 'unsaved:x', label: 'x', savedAt: '2026-11-21T08:00:00Z', patient: 'ALPHA (1)', size: 12_300 }],
    busy: false,
    problem: { kind: 'sentence', text: 'The folder cannot be read.' },
  },
} satisfies Shown;
const KEEPING = { folder: '/home/a/.config/Isoeffect', traces: { count: 2, size: 5_100_000 } };
const withKeeping = (keeping: Keeping, props: Partial<typeof START.props> = {}): Shown => ({
  ...START,
  props: { ...START.props, problem: undefined, ...props, keeping },
});
const READING: Shown = {
  page: 'reading',
  progress: { done: 57, total: 135, understood: 55, unreadable: 1, foreign: 1, file: 'planned/CT/CT.023.dcm' },
};

const refused = new InputError({ file: 'x.dcm', found: 'half a file', needed: 'all of it' });

/** A study in which everything is wrong at once. */
function troubled(): OpenedStudy {
  const { inspection, proposal } = structuredClone(study);
  const findings = [
    makeFinding('patient-id-differs', 'error', {
      values: [
        { value: 'A', files: ['a.dcm'], more: 0 },
        { value: 'B', files: ['b.dcm'], more: 0 },
      ],
    }),
    ...inspection.findings,
    ...[1, 2, 3, 4, 5].map((bytes) => makeFinding('bytes-before-data-set', 'info', { bytes }, { file: `${bytes}.dcm` })),
  ];
  return {
    inspection: {
      ...inspection,
      findings,
      registrations: [],
      frameGroups: inspection.frameGroups[0].map((uid) => [uid]),
      unreadable: [{ file: refused.file!, reason: refused.message, refusal: refused.refusal }],
    },
    proposal: { ...proposal, missing: [makeMissing('courses[1].phases[0].fractions', 'no-fractions', { plan: 'Salvage SIB' })] },
  };
}

describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
  ['ja', 'light'],
] as const)('in %s, %s', (language, scheme) => {
  test.each<[string, () => Shown]>([
    ['the start page', () => START],
    ['what is kept on this computer', () => withKeeping({ ...KEEPING, isOpenToOthers: true })],
    ['a shared workstation', () => withKeeping({ ...KEEPING, nothingBy: 'administrator' })],
    ['the reading panel', () => READING],
    ['the study', () => ({ page: 'study', study })],
    ['a troubled study', () => ({ page: 'study', study: troubled() })],
  ])('%s fits the window and axe finds nothing', async (_, shown) => {
    const page = await pages.show(shown(), language, scheme);
    expect(await overflow(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });
});

test('the start page can be used by keyboard alone', async () => {
  const page = await pages.show(START);
  for (let n = 0; n < 9; n++) {
    await page.keyboard.press('Tab');
    const isClear = await page.evaluate(() => document.activeElement?.textContent === 'Discard all');
    if (!isClear) await page.keyboard.press('Enter');
  }
  const names = await page.evaluate(() => window.recorded.map(({ name }) => name));
  expect(names).toEqual([
    'openFolder',
    'openFiles',
    'openCase',
    'openSample',
    'openDraft',
    'forgetDraft',
    'clearRecent',
    'openRecent',
  ]);
  expect(await recorded(page, 'openRecent')).toEqual([['/cases/one.json']]);
  await page.close();
});

test('what is kept unsaved is listed with patient, time and size, and is discarded one by one or all at once', async () => {
  const drafts = [
    { key: 'a', label: 'thorax', savedAt: '2026-11-21T08:00:00Z', patient: 'ALPHA (1)', size: 12_300 },
    { key: 'b', label: 'DICOM', savedAt: '2026-11-20T08:00:00Z', size: 4_200_000, newer: '7.2.0' },
  ];
  const page = await pages.show({ ...START, props: { ...START.props, drafts } });
  const list = page.getByRole('region', { name: 'Not saved yet' });
  const text = (await list.textContent())!;
  for (const said of [
    'ALPHA (1)',
    'Nov 21, 2026',
    '12 kB',
    'patient not known',
    '4.2 MB',
    'by a newer Isoeffect 7.2.0',
    '2 kept',
  ])
    expect(text).toContain(said);
  await list.getByRole('button', { name: 'Discard DICOM' }).click();
  await list.getByRole('button', { name: 'Discard all' }).click();
  await list.getByRole('button', { name: 'Keep them' }).click();
  expect(await recorded(page, 'forgetDraft')).toEqual([[['b']]]);
  await list.getByRole('button', { name: 'Discard all' }).click();
  await list.getByRole('button', { name: 'Yes, discard all' }).click();
  expect(await recorded(page, 'forgetDraft')).toEqual([[['b']], [['a', 'b']]]);
  await page.close();
});

test('what is kept on this computer is told, and cleared in one click, but for drafts without a word', async () => {
  const page = await pages.show(withKeeping(KEEPING));
  const here = page.getByRole('region', { name: 'Kept on this computer' });
  const text = (await here.textContent())!;
  for (const said of ['1 draft · 1 recent case · 2 records of faults (5.1 MB)', 'For you alone', KEEPING.folder])
    expect(text).toContain(said);
  await here.getByRole('button', { name: 'Clear all of it' }).click();
  expect(await here.getByRole('group').textContent()).toContain('Also 1 draft of what was never saved.');
  await here.getByRole('button', { name: 'Keep it' }).click();
  expect(await recorded(page, 'clearKept')).toEqual([]);
  await here.getByRole('button', { name: 'Clear all of it' }).click();
  await here.getByRole('button', { name: 'Yes, clear all' }).click();
  expect(await recorded(page, 'clearKept')).toEqual([[]]);
  await page.close();
  const other = await pages.show(withKeeping(KEEPING, { drafts: [] }));
  await other.getByRole('button', { name: 'Clear all of it' }).click();
  expect(await recorded(other, 'clearKept')).toEqual([[]]);
  await other.close();
  const nothing = await pages.show(withKeeping({ traces: { count: 0, size: 0 } }, { drafts: [], recent: [] }));
  const empty = nothing.getByRole('region', { name: 'Kept on this computer' });
  expect(await empty.textContent()).toContain('Nothing of cases.In this browser');
  expect(await empty.getByRole('button').count()).toBe(0);
  await nothing.close();
});

test('a person sets that nothing is kept, and sees what was kept before; an administrator’s word is shown and stays', async () => {
  const page = await pages.show(withKeeping(KEEPING));
  await page.getByRole('checkbox', { name: 'Shared workstation: keep nothing' }).click();
  expect(await recorded(page, 'keepNothing')).toEqual([[true]]);
  await page.close();
  const set = await pages.show(withKeeping({ ...KEEPING, nothingBy: 'person' }));
  expect(await set.getByText('What was kept before is still here until you clear it.').isVisible()).toBe(true);
  await set.getByRole('checkbox', { name: 'Shared workstation: keep nothing' }).click();
  expect(await recorded(set, 'keepNothing')).toEqual([[false]]);
  await set.close();
  const forced = await pages.show(withKeeping({ ...KEEPING, nothingBy: 'administrator' }));
  const box = forced.getByRole('checkbox', { name: 'Shared workstation: keep nothing' });
  expect([await box.isChecked(), await box.isDisabled()]).toEqual([true, true]);
  expect(await forced.getByText('Set by whoever looks after this computer.').isVisible()).toBe(true);
  await forced.close();
  const empty = await pages.show(withKeeping({ ...KEEPING, nothingBy: 'person' }, { recent: [] }));
  expect(await empty.getByText('Cases that you save will be listed here.').count()).toBe(0);
  await empty.close();
});

/** Drags a file over the window or drops it there. */
const drag = (page: Page, type: 'dragover' | 'drop') =>
  page.evaluate((name) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.dcm'));
    const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('h1')!.dispatchEvent(event);
    return event.defaultPrevented;
  }, type);

test('files can be dropped anywhere, and the place for them lights up', async () => {
  const page = await pages.show(START);
  expect(await drag(page, 'dragover')).toBe(true);
  await page.waitForSelector('[data-over=true]');
  expect(await drag(page, 'drop')).toBe(true);
  expect(await recorded(page, 'dropped')).toEqual([['transfer']]);
  expect(await page.locator('[data-over=true]').count()).toBe(0);
  await page.close();
});

test('reading tells how far it is and can be cancelled', async () => {
  const page = await pages.show(READING);
  expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
  expect(await page.getByRole('status').textContent()).toBe('40 % read');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await recorded(page, 'cancel')).toHaveLength(1);
  await page.close();
});

test('one click makes the case', async () => {
  const page = await pages.show({ page: 'study', study });
  await page.getByRole('button', { name: 'Make the case' }).click();
  expect((await recorded(page, 'makeCase')).map(([caseFile]) => caseFile)).toMatchObject([study.proposal.caseFile]);
  expect(await page.locator('article').count()).toBe(2);
  expect(await page.getByText('16 months from first day to first day').count()).toBe(1);
  await page.close();
});

test('a mix-up of patients stands above all else', async () => {
  const page = await pages.show({ page: 'study', study: troubled() });
  expect(await page.getByRole('alert').first().textContent()).toContain('Are these files of one patient?');
  expect(await page.getByText('not joined to the others').count()).toBe(2);
  expect(await page.getByText('found half a file; needed all of it').isVisible()).toBe(true);
  expect(await page.getByText('5 stray byte(s)').count()).toBe(0);
  await page.getByRole('button', { name: '2 more like this' }).click();
  expect(await page.getByText('5 stray byte(s)').count()).toBe(1);
  await page.close();
});

test.each([
  [false, 'No case is made of them before this is answered'],
  [true, 'The case that is open stays as it is and is computed of its own files'],
])('what is computed meanwhile is told as it is, a case open: %s', async (hasCase, said) => {
  const page = await pages.show({ page: 'study', study: troubled(), hasCase });
  const text = await page.getByRole('alert').first().textContent();
  expect(text).toContain(said);
  expect(text).not.toContain('Nothing is computed');
  await page.close();
});

test('no case is made of files of different patients before a person has said that they are one', async () => {
  const page = await pages.show({ page: 'study', study: troubled() });
  expect(await page.getByRole('button', { name: 'Make the case', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Answer the question about the patients first' }).click();
  const answer = page.getByRole('button', { name: 'They are of one patient: make the case' });
  expect(await answer.isDisabled()).toBe(true);
  // The question has the focus now.
  await page.keyboard.type('Dr. A');
  expect(await answer.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Reason' }).fill('a new ID since her marriage');
  await answer.click();
  expect(await recorded(page, 'makeCase')).toHaveLength(1);
  await page.close();
});

test.each([
  ['zh', '第一个数据元素之前有 1 个多余字节，已跳过。', '患者 ID：各文件互不一致。“A”见于 a.dcm；“B”见于 b.dcm。'],
  [
    'ja',
    '最初のデータ要素の前にある余分な 1 バイトを読み飛ばしました。',
    '患者 ID：ファイル間で一致しません。「A」（a.dcm）、「B」（b.dcm）。',
  ],
])('in %s, what was found is said in that language, and English is marked as such', async (language, finding, mixUp) => {
  const page = await pages.show({ page: 'study', study: troubled() }, language, 'light');
  expect(await page.getByText(finding).count()).toBe(1);
  expect(await page.getByRole('alert').first().textContent()).toContain(mixUp);
  expect(await page.getByRole('alert').locator('[lang=en]').count()).toBe(0);
  const refusal = page.getByRole('listitem').filter({ hasText: 'x.dcm' });
  expect(await refusal.locator('[lang=en]').allTextContents()).toEqual(['half a file', 'all of it']);
  await page.close();
});

test.each([
  ['en', 'In the file, the unit of the dose cannot be used.', 'file a.dcm; found CGY; needed GY', 'Details'],
  ['zh', '文件中的剂量单位无法使用。', '文件：a.dcm；发现：CGY；需要：GY', '详细信息（英文）'],
  ['ja', 'ファイルの線量の単位を使用できません。', 'ファイル：a.dcm；検出：CGY；必要：GY', '詳細（英語）'],
])('in %s, a refusal has a lead and labels of that language, and its tag is folded', async (language, lead, parts, details) => {
  const error = new InputError({ file: 'a.dcm', where: '(3004,0002) DoseUnits', found: 'CGY', needed: 'GY' });
  const props = { ...START.props, problem: { kind: 'refusal', refusal: error.refusal } } as const;
  const page = await pages.show({ page: 'start', props }, language, 'light');
  expect(await page.getByRole('alert').textContent()).toContain(`${lead} ${parts}`);
  const tag = page.getByText('(3004,0002) DoseUnits');
  expect(await tag.isVisible()).toBe(false);
  await page.getByText(details, { exact: true }).click();
  expect(await tag.isVisible()).toBe(true);
  await page.close();
});
