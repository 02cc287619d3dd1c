import path from 'node:path';
import { vi } from 'vitest';
import { runAssess } from '../../src/cli/assess-command';
import { runCalc } from '../../src/cli/calc-command';
import { runDemo } from '../../src/cli/demo-command';
import { runDvh } from '../../src/cli/dvh-command';
import { runInspect } from '../../src/cli/inspect-command';
import { runPropose } from '../../src/cli/propose-command';
import { type Cylinder, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 };

/** A small patient with two courses, and a case. */
export function study() {
  const { files, caseFile } = twoCourses(
    [CORD],
    () => 20,
    () => 30,
  );
  return { ...files, 'case.json': caseFile };
}

/** Runs a command in this process, and returns what it said. */
async function quietly(work: () => Promise<void>): Promise<{ stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += text;
      return true;
    }),
  );
  try {
    await work();
    return said;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** `calc` of a dose, to a file: the quickest of all results. */
export const calculated = (json: string, dose: number) => quietly(() => runCalc({ dose, fractions: 25, alphaBeta: 3, json }));

const ASSESS = { report: [], doseAlphaBeta: 3 };
const DVH = { quantity: 'physical', roi: [], metric: ['Dmean'] };

/** The commands on the study in a folder; files are named from there. */
export function said(folder: string) {
  const at = (file: string) => (file === '-' || file.startsWith('/dev/') ? file : path.join(folder, file));
  return {
    inspected: (json: string, paths: readonly string[] = ['plan']) =>
      quietly(() => runInspect(paths.map(at), { json: at(json) })),
    proposed: (json: string, out?: string) =>
      quietly(() => runPropose([at('plan'), at('prior')], { json: at(json), ...(out !== undefined && { out: at(out) }) })),
    assessed: (json: string) => quietly(() => runAssess(at('case.json'), { ...ASSESS, json: at(json) })),
  };
}

/** One way in which this program writes a file. */
export interface Written {
  readonly name: string;
  /** Where it writes in the folder of a study. */
  readonly at: (folder: string) => string;
  /** @param place where it writes instead, if it does not make its own folder. */
  readonly run: (folder: string, place?: string) => Promise<unknown>;
  /** Files that it reads, as far as they are named to it. */
  readonly inputs: readonly string[];
  readonly onlyNew?: boolean;
  readonly makesItsFolder?: boolean;
  /** It takes more than a second. */
  readonly isLong?: boolean;
}

const way = (
  name: string,
  file: string,
  run: (at: (file: string) => string, to: string) => Promise<void>,
  more: Partial<Written> = {},
): Written => {
  const at = (folder: string) => path.join(folder, file);
  return {
    name,
    at,
    run: (folder, place = at(folder)) => quietly(() => run((input) => path.join(folder, input), place)),
    inputs: [],
    ...more,
  };
};

const DEMO = { makesItsFolder: true, isLong: true };
const demo = (at: (file: string) => string) => runDemo({ out: at('demo') });

/** Every output path of every command. */
export const ALL: readonly Written[] = [
  way('calc --json', 'to/a.json', (_, json) => runCalc({ dose: 50, fractions: 25, alphaBeta: 3, json })),
  way('inspect --json', 'to/a.json', (at, json) => runInspect([at('plan/RD.dcm'), at('prior')], { json }), {
    inputs: ['plan/RD.dcm'],
  }),
  way('dvh --json', 'to/a.json', (at, json) => runDvh({ ...DVH, dose: at('plan/RD.dcm'), structures: at('plan/RS.dcm'), json }), {
    inputs: ['plan/RD.dcm', 'plan/RS.dcm'],
  }),
  way('propose --json', 'to/a.json', (at, json) => runPropose([at('plan/RD.dcm'), at('prior')], { json }), {
    inputs: ['plan/RD.dcm'],
  }),
  way('propose --out', 'to/a.json', (at, out) => runPropose([at('plan/RD.dcm'), at('prior')], { out }), {
    inputs: ['plan/RD.dcm'],
    onlyNew: true,
  }),
  way('assess --json', 'to/a.json', (at, json) => runAssess(at('case.json'), { ...ASSESS, json }), {
    inputs: ['case.json', 'plan/RD.dcm', 'prior/RD.dcm', 'plan/RS.dcm'],
  }),
  way('assess --report .html', 'to/a.html', (at, to) => runAssess(at('case.json'), { ...ASSESS, report: [to] }), {
    inputs: ['case.json'],
  }),
  way('assess --report .csv', 'to/a.csv', (at, to) => runAssess(at('case.json'), { ...ASSESS, report: [to] }), {
    inputs: ['case.json'],
  }),
  way('assess --dose-out', 'to/a.dcm', (at, doseOut) => runAssess(at('case.json'), { ...ASSESS, doseOut }), {
    inputs: ['case.json'],
    onlyNew: true,
  }),
  way('demo, report.html', 'demo/report.html', demo, DEMO),
  way('demo, report.csv', 'demo/report.csv', demo, DEMO),
  way('demo, assessment.json', 'demo/assessment.json', demo, DEMO),
];
