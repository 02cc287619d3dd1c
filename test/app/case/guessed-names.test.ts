import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openGuesses, organRows } from '../../../src/app/case/organ-rows';
import type { CaseFile } from '../../../src/case/case-file';
import { filesUnder } from '../../../src/cli/files-under';
import { readDicom } from '../../../src/dicom/read-dicom';
import type { Inspection } from '../../../src/inspection/inspect';
import { type CaseProposal, proposeCase } from '../../../src/inspection/propose-case';
import { buildStudy } from '../../../src/study/build-study';
import { openedStudy } from '../study/opened-study';

/* A name that nobody has confirmed is a guess like any other. */

/** The sample with other names of ROIs. */
async function named(names: Readonly<Record<string, string>>): Promise<{ study: CaseProposal; inspection: Inspection }> {
  const { inspection } = await openedStudy('dicom-samples/thorax');
  const files = await filesUnder(['dicom-samples/thorax']);
  const objects = await Promise.all(
    files.filter((file) => /R[SPD]\.dcm$/.test(file)).map(async (file) => readDicom({ path: file, bytes: await readFile(file) })),
  );
  const renamed = <Roi extends { readonly name: string }>(rois: readonly Roi[]): Roi[] =>
    rois.map((roi) => ({ ...roi, name: names[roi.name] ?? roi.name }));
  const study = proposeCase(
    buildStudy(objects.map((each) => (each.kind === 'structures' ? { ...each, rois: renamed(each.rois) } : each))),
  );
  const structureSets = inspection.structureSets.map((set) => ({
    ...set,
    file: `dicom-samples/thorax/${set.file}`,
    rois: renamed(set.rois),
  }));
  return { study, inspection: { ...inspection, structureSets } };
}

describe('a proposed case', () => {
  it('has each guessed name of the anatomy among its guesses, and they are counted until they are confirmed', async () => {
    const { study, inspection } = await named({ SpinalCord: 'Myelon', Heart: 'Herz' });
    const { guesses, caseFile } = study;
    const names = guesses.filter(({ code }) => code === 'organ-by-name');
    expect(names.map(({ field, message }) => [field, message])).toEqual([
      ['organs.Myelon', 'Myelon is taken for SpinalCord, by its name alone.'],
      ['organs.Herz', 'Herz is taken for Heart, by its name alone.'],
    ]);
    const open = (organs: CaseFile['organs']) =>
      openGuesses({ ...(caseFile as CaseFile), ...(organs && { organs }) }, inspection, guesses).length;
    expect(open(undefined)).toBe(guesses.length);
    expect(open({ Myelon: { organ: 'SpinalCord' } })).toBe(guesses.length - 1);
    // Another value for it is no word on what it is.
    expect(open({ Myelon: { alphaBetaGy: 2.5 } })).toBe(guesses.length);
    expect(organRows(caseFile as CaseFile, inspection).find(({ name }) => name === 'Herz')?.how).toBe('synonym');
  });

  it('has none where all names are standard ones', async () => {
    const { study } = await named({});
    expect(study.guesses.filter(({ code }) => code === 'organ-by-name')).toEqual([]);
  });
});
