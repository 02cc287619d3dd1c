import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Random } from '../../fuzz/random';
import type { Driven } from '../driven';
import { makeSmallCase, renameCourse, smallPatient } from '../steps';
import { anyMoment, killAt } from './kill-at';
import { changedSince, hashesIn, nameOf, Sitting } from './sitting';
import { NONE, type Tally, together } from './tally';
import type { Target, Victim } from './target';

/* The built app, driven as a person does, killed while it saves or keeps drafts, and started again, time after time. */

export interface Killing {
  readonly doing: 'saving' | 'keeping drafts';
  readonly victim: Victim;
  readonly times: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly tell?: (tally: Tally) => void;
}

/** Every so many kills hit the first save in a folder. */
const NEW_FOLDER_EVERY = 4;
const WITHIN_MS = { saving: 1500, 'keeping drafts': 6000 };
const NAME = 'kept.json';

/** A folder of a patient, and folders that cases are saved in. */
class Places {
  readonly data = mkdtempSync(path.join(tmpdir(), 'isoeffect-killed-'));
  readonly patient = smallPatient(path.join(this.data, 'patient'));
  readonly inputs = hashesIn(this.patient);

  make(index: number): string {
    const folder = path.join(this.data, `place-${index}`);
    mkdirSync(folder);
    return folder;
  }
  get folders(): string[] {
    return readdirSync(this.data)
      .filter((name) => name.startsWith('place-'))
      .map((name) => path.join(this.data, name));
  }
  /** What was saved; a file that was made for a dialog alone is none yet. */
  get cases(): string[] {
    const files = this.folders.map((folder) => path.join(folder, NAME));
    return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  }
}

export async function killApp(target: Target, { doing, victim, times, seed, tell }: Killing): Promise<Tally> {
  const places = new Places();
  const { app } = target;
  let tally = NONE;
  let n = 0;
  try {
    for (let index = 0; index < times; index++) {
      if (index === 0 || !(await target.goOn(places.patient))) await makeSmallCase(app, places.patient);
      const random = Random.of(seed, index);
      const sitting = new Sitting();
      const isNew = index % NEW_FOLDER_EVERY === 0;
      if (isNew) await target.choosePlace(path.join(places.make(index), NAME));
      const before = places.cases.length;
      const moment = anyMoment(random, WITHIN_MS[doing], target.signsOf(doing, places.folders));
      const killed = killAt(await target.processOf(victim), moment);
      n = await untilKilled(killed, doing === 'saving' ? saveOn(app, sitting, n, isNew) : editOn(target, sitting, n, random));
      const killedAt = await killed;
      sitting.kept(target.kept());
      const inWriting = target.isInWriting(doing, places.folders) ? 1 : 0;
      await target.startAgain();
      const found = { cases: places.cases, drafts: await target.draftTexts() };
      tally = together(tally, sitting.harmAt(killedAt, found));
      tally = together(tally, {
        kills: 1,
        inWriting,
        casesLost: Math.max(0, before - found.cases.length),
        inputsChanged: changedSince(places.inputs, hashesIn(places.patient)),
        leftovers: await target.leftovers(places.folders),
      });
      tell?.(tally);
    }
    return tally;
  } finally {
    await target.end();
    rmSync(places.data, { recursive: true, force: true });
  }
}

/** One change after another, until the app is no longer there. */
interface Driving {
  n: number;
  step(): Promise<void>;
}

async function untilKilled(killed: Promise<number>, driving: Driving): Promise<number> {
  for (;;) {
    try {
      await driving.step();
    } catch (error) {
      const at = Date.now();
      // What fails before the kill is a fault of another kind.
      if ((await killed) > at + 1000) throw error;
      return driving.n;
    }
  }
}

function saveOn(app: Driven, sitting: Sitting, from: number, isNew: boolean): Driving {
  let isAs = isNew;
  return {
    n: from,
    async step() {
      this.n++;
      await renameCourse(app, nameOf(this.n));
      sitting.edited(this.n);
      await save(app, isAs);
      sitting.saved(this.n);
      isAs = false;
    },
  };
}

async function save({ page }: Driven, isAs: boolean): Promise<void> {
  if (isAs) {
    await page.getByRole('button', { name: 'Other ways to save' }).click();
    await page.getByRole('menuitem', { name: 'Save case as…' }).click();
  } else await page.getByRole('button', { name: 'Save case' }).click();
  const saved = page.getByText('saved', { exact: true });
  // What was saved in the moment of the last kill is on the disk, and the draft does not know of it.
  const conflict = page.getByRole('dialog', { name: 'The case on the disk is not the one that you opened' });
  await saved.or(conflict).first().waitFor();
  if (!(await conflict.isVisible())) return;
  await conflict.getByRole('checkbox').check();
  await conflict.getByRole('button', { name: 'Replace it' }).click();
  await saved.waitFor();
}

/** Steadily, and now and then with a rest. */
function editOn({ app, kept }: Target, sitting: Sitting, from: number, random: Random): Driving {
  return {
    n: from,
    async step() {
      this.n++;
      await renameCourse(app, nameOf(this.n));
      sitting.edited(this.n);
      sitting.kept(kept());
      if (random.chance(0.2)) await app.page.waitForTimeout(random.between(300, 1500));
    },
  };
}
