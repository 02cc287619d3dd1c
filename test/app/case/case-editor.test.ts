import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { withOpenFields } from '../../../src/app/state/open-fields';
import type { CaseFile } from '../../../src/case/case-file';
import { axeFaults, overflow, Pages, recorded } from '../study/browser';
import { openedStudy } from '../study/opened-study';

let pages: Pages;
let study: OpenedStudy;
let caseFile: CaseFile;
beforeAll(async () => {
  [pages, study] = await Promise.all([Pages.start(), openedStudy('dicom-samples/thorax')]);
  caseFile = withOpenFields(study.proposal)!;
});
afterAll(() => pages?.close());

const open = (change: Partial<CaseFile> = {}, language = 'en', scheme: 'light' | 'dark' = 'light') =>
  pages.show(
    {
      page: 'case',
      study,
      caseFile: { ...caseFile, ...change },
      guesses: study.proposal.guesses,
      problem: { kind: 'sentence', text: 'A problem.' },
    },
    language,
    scheme,
  );

/** The case after the last change, with what was said of it. */
async function last(page: Page): Promise<{ caseFile: CaseFile; what: string; guesses: number }> {
  await page.waitForFunction(() => window.recorded.some(({ name }) => name === 'change'));
  const [next, what, guesses] = (await recorded(page, 'change')).at(-1) as [CaseFile, string, unknown[]];
  return { caseFile: next, what, guesses: guesses.length };
}

/** A case with something wrong in every part. */
const WRONG: Partial<CaseFile> = {
  registrations: [],
  derived: { Foo: 'Heart + * 3' },
  organs: { SpinalCord: { alphaBetaGy: 2.5, recovery: 0.25 }, Nothing: { recovery: 0.1 } },
  metrics: ['D1cc'],
};

describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
  ['ja', 'light'],
] as const)('in %s, %s', (language, scheme) => {
  test('every tab fits the window and axe finds nothing', async () => {
    const page = await open(WRONG, language, scheme);
    for (let tab = 0; tab < 3; tab++) {
      await page.getByRole('tab').nth(tab).click();
      expect(await overflow(page)).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.close();
  });
});

test('a role that the user gives takes the guesses about it away, and a new name goes into the others', async () => {
  const page = await open();
  const codesOf = async () => {
    const [, , guesses] = (await recorded(page, 'change')).at(-1) as [CaseFile, string, { code: string; message: string }[]];
    return guesses;
  };
  expect(study.proposal.guesses.filter(({ code }) => code === 'role-by-date')).toHaveLength(2);
  await page.getByRole('article').first().getByText('Planned', { exact: true }).click();
  const { caseFile: next } = await last(page);
  expect(next.courses.map(({ role }) => role)).toEqual(['planned', 'prior']);
  expect((await codesOf()).filter(({ code }) => code === 'role-by-date')).toEqual([]);
  expect(await page.getByText('By its date in the files.').count()).toBe(0);
  const name = page.getByRole('article').first().getByLabel('Name', { exact: true });
  const [old] = next.courses.map((course) => course.name!);
  await name.fill('First RT');
  await name.blur();
  await page.waitForFunction(() => window.recorded.filter(({ name }) => name === 'change').length > 1);
  const messages = (await codesOf()).map(({ message }) => message);
  expect(messages.filter((message) => message.includes(old))).toEqual([]);
  expect(messages.filter((message) => message.includes('First RT')).length).toBe(2);
  await page.close();
});

test('a typed number is one change, and goes away again', async () => {
  const page = await open();
  const fractions = page.getByLabel('Fractions', { exact: true }).first();
  expect(await fractions.getAttribute('placeholder')).toBe('28 (plan)');
  await fractions.fill('25');
  await fractions.blur();
  const { caseFile: next, what } = await last(page);
  expect(next.courses[0].phases[0].fractions).toBe(25);
  expect(what).toBe('Fractions of dCRT 50.4');
  expect(await recorded(page, 'change')).toHaveLength(1);
  expect(await page.getByText('The plan says 28').isVisible()).toBe(true);
  await fractions.fill('');
  await fractions.blur();
  expect((await last(page)).caseFile.courses[0].phases[0]).not.toHaveProperty('fractions');
  await page.close();
});

test('a guess goes when it is confirmed, and when its field is edited', async () => {
  const page = await open();
  const marks = page.getByText('guessed', { exact: true });
  expect(await marks.count()).toBe(6);
  await page.getByRole('button', { name: 'Confirm: Role' }).first().click();
  expect(await recorded(page, 'confirm')).toEqual([['courses[0].role']]);
  expect(await marks.count()).toBe(5);
  await page.getByLabel('First fraction', { exact: true }).fill('2022-01-24');
  expect(await last(page)).toMatchObject({ what: 'First fraction of dCRT 50.4', guesses: 4 });
  expect(await marks.count()).toBe(4);
  await page.close();
});

test('a course that is taken away takes its guesses along', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Remove dCRT 50.4' }).click();
  const { caseFile: next, guesses } = await last(page);
  expect(next.courses.map(({ name }) => name)).toEqual(['Salvage SIB']);
  expect(guesses).toBe(3);
  expect(await page.getByRole('button', { name: 'Confirm: First fraction (planned)' }).count()).toBe(1);
  await page.close();
});

test('an organ is said to be another, and back', async () => {
  const page = await open();
  await page.getByRole('tab', { name: 'Organs' }).click();
  const organ = page.getByRole('combobox', { name: 'Organ of Heart' });
  await organ.click();
  await page.getByRole('option', { name: 'GreatVes · great vessels' }).click();
  expect((await last(page)).caseFile.organs).toEqual({ Heart: { organ: 'GreatVes' } });
  await organ.click();
  await page.getByRole('option', { name: 'Heart · heart' }).click();
  expect((await last(page)).caseFile).not.toHaveProperty('organs');
  await page.close();
});

test('a published α/β comes with its source', async () => {
  const page = await open();
  await page.getByRole('tab', { name: 'Organs' }).click();
  await page.getByRole('button', { name: 'Values for the α/β of SpinalCord', exact: true }).click();
  await page.getByRole('button', { name: 'Use 0.87 Gy' }).click();
  const { organs } = (await last(page)).caseFile;
  expect(organs?.SpinalCord.alphaBetaGy).toBe(0.87);
  expect(organs?.SpinalCord.alphaBetaSource).toContain('Schultheiss 2008');
  await page.close();
});

test('what cannot be read is said beside its field', async () => {
  const page = await open();
  await page.getByRole('tab', { name: 'Organs' }).click();
  await page.getByRole('button', { name: 'Add a 3 mm margin around the cord' }).click();
  expect((await last(page)).caseFile.derived).toEqual({ SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)' });
  const expression = page.getByRole('textbox', { name: 'Expression of SpinalCord_PRV03' });
  await expression.fill('expand(SpinalCord, 3)');
  await expression.blur();
  await page.getByText('found the number "3"; needed margins with their unit: 3 mm').waitFor();
  await page.getByRole('tab', { name: 'Limits' }).click();
  const metric = page.getByRole('textbox', { name: 'Metric to add' });
  await metric.fill('V20');
  await metric.press('Enter');
  await page.getByText('Cannot be read: found "V20"').waitFor();
  await metric.fill('D0.10cc');
  await metric.press('Enter');
  expect((await last(page)).caseFile.metrics).toEqual(['D0.1cc']);
  await page.close();
});

test('sets of limits are chosen, the last one stays, and their goals can be read', async () => {
  const page = await open();
  await page.getByRole('tab', { name: 'Limits' }).click();
  const thorax = page.getByRole('checkbox', { name: /^Thoracic re-irradiation/ });
  await thorax.click();
  expect(await thorax.isChecked()).toBe(true);
  await page.getByRole('checkbox', { name: /^HyTEC/ }).click();
  expect((await last(page)).caseFile.constraints).toEqual(['reirradiation-thorax', 'hytec-cord']);
  await page.getByRole('button', { name: 'Show the goals: HyTEC' }).click();
  await page.getByRole('dialog').getByText('Dmax <= 70 Gy').first().waitFor();
  await page.close();
});

test('an organ of a paper record is in the case once it is chosen and its dose is typed, and not before', async () => {
  const record = { ...caseFile.courses[0], phases: [{ fractions: 25, totalDoseGy: 45 }] };
  const page = await open({ courses: [record, ...caseFile.courses.slice(1)] });
  const add = page.getByRole('button', { name: 'Add an organ' }).first();
  await add.click();
  const dose = page.getByRole('textbox', { name: 'Highest dose of organ 1' });
  expect(await dose.inputValue()).toBe('');
  expect(await add.isDisabled()).toBe(true);
  await dose.fill('41.5');
  await dose.blur();
  expect(await recorded(page, 'change')).toEqual([]);
  await page.getByRole('combobox', { name: 'Organ 1' }).click();
  await page.getByRole('option', { name: 'SpinalCord', exact: true }).click();
  const { caseFile: next } = await last(page);
  expect(next.courses[0].phases[0].organDoses).toEqual({ SpinalCord: { Dmax: 41.5 } });
  await page.close();
});
