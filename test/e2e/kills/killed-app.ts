import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Random } from '../../fuzz/random';
import type { Driven } from '../driven';
import { makeSmallCase, renameCourse, smallPatient } from '../steps';
import { anyMoment, killAt } from './kill-at';
import { changedSince, hashesIn, nameOf, Sitting } from './sitting';
import { NONE, type Tally, together } from './tally';
import type { Doing, Target, Victim } from './target';

/* The built app, driven as a person does, killed while it saves or keeps drafts, and started again, time after time. */

export interface Killing {
  readonly doing: Doing;
  readonly victim: Victim;
  readonly times: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly tell?: (tally: Tally) => void;
}

const NAME = 'kept.json';
const WITHIN_MS = { saving: 1500, 'keeping drafts': 6000 };

/** A folder of a patient, and folders that cases are saved in. */
class Places {
  readonly data = mkdtempSync(path.join(tmpdir(), 'isoeffect-killed-'));
  readonly patient = smallPatient(path.join(this.data, 'patient'));
  readonly inputs = hashesIn(this.patient);

  make(name: string): string {
    const folder = path.join(this.data, `place-${name}`);
    mkdirSync(folder);
    return folder;
  }
  get folders(): string[] {
    return readdirSync(this.data)
      .filter((name) => name.startsWith('place-'))
      .map((name) => path.join(this.data, name));
  }
}

export async function killApp(target: Target, { doing, victim, times, seed, tell }: Killing): Promise<Tally> {
  const places = new Places();
  const { app } = target;
  let tally = NONE;
  let n = 0;
  try {
    for (let index = 0; index < times; index++) {
      if (index === 0) await target.begin(places.patient, path.join(places.make('first'), NAME));
      else if (!(await target.goOn(places.patient))) await makeSmallCase(app, places.patient);
      const random = Random.of(seed, index);
      const sitting = new Sitting();
      const isNew = index % target.newPlaceEvery === 0;
      if (isNew) await target.choosePlace(path.join(places.make(`${index}`), NAME));
      const before = (await target.caseTexts(places.folders)).length;
      const moment = anyMoment(random, WITHIN_MS[doing], target.signsOf(doing, places.folders));
      const killed = killAt(await target.processOf(victim), moment);
      const driving = doing === 'saving' ? saveOn(app, sitting, n, isNew) : editOn(target, sitting, n, random);
      const lastAt = await untilEnd(killed, victim, driving);
      n = driving.n;
      sitting.kept(target.kept());
      const { isInWriting, leftovers, ofBrowser = 0 } = await target.startAgain(doing, places.folders);
      const found = { cases: await target.caseTexts(places.folders), drafts: await target.draftTexts() };
      tally = together(tally, sitting.harmAt(lastAt, found, target.isSavedAtOnce));
      tally = together(tally, {
        kills: 1,
        inWriting: isInWriting ? 1 : 0,
        casesLost: Math.max(0, before - found.cases.length),
        inputsChanged: changedSince(places.inputs, hashesIn(places.patient)),
        leftovers,
        ofBrowser,
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

/** @returns until when what was changed more than 3 s before has to be kept. */
async function untilEnd(killed: Promise<number>, victim: Victim, driving: Driving): Promise<number> {
  let isKilled = false;
  void killed.then(() => {
    isKilled = true;
  });
  for (;;) {
    try {
      await driving.step();
      // Without the server the page goes on, and what it has is kept as it goes in order.
      if (isKilled && victim === 'server') return Number.POSITIVE_INFINITY;
    } catch (error) {
      const at = Date.now();
      // What fails before the kill is a fault of another kind.
      const killedAt = await killed;
      if (victim === 'server' || killedAt > at + 1000) throw error;
      return killedAt;
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
