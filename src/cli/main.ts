#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { InputError } from '../input-error';
import { printable } from '../printable';
import { VERSION } from '../version';
import { runAssess } from './assess-command';
import { runCalc } from './calc-command';
import { runDemo } from './demo-command';
import { runDvh } from './dvh-command';
import { runInspect } from './inspect-command';
import { libraryConsole } from './library-words';
import { watchStandardStreams } from './lost-words';
import { numberOf } from './numeric-options';
import { complain, terminalText } from './output';
import { runPropose } from './propose-command';

/**
 * Exit status: 0 done; 1 a mandatory goal is exceeded or not evaluable and --fail-on-violation is given (--fail-on
 * exceeded: only where one is exceeded); 2 the input cannot be used.
 */
const UNUSABLE = 2;

const collect = (value: string, all: string[]): string[] => [...all, value];

const LONGEST_PARSER_WORDS = 600;

/** What the parser says of the options, as one line; what was typed is quoted in it as it is. */
function parserLine(text: string): string {
  const said = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\n(\(Did you mean )/, ' $1');
  return `isoeffect: ${printable(said, LONGEST_PARSER_WORDS)} (isoeffect --help shows the commands)`;
}

const program = new Command('isoeffect')
  .description(
    'Cumulative EQD2 of a prior and a planned radiotherapy course, organ by organ. For research and independent checking; not a cleared medical device.',
  )
  .version(VERSION)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`${parserLine(text)}\n`) });

program
  .command('demo')
  .description('the bundled two-course patient, start to verdict')
  .option('--out <folder>', 'where the report is written', 'isoeffect-demo')
  .action(runDemo);

program
  .command('inspect')
  .description('what is in these files and folders, what belongs together, what is wrong with it')
  .argument('<path...>', 'files and folders')
  .option('--json <file>', 'write the result as JSON; - for standard output')
  .action(runInspect);

program
  .command('dvh')
  .description('dose-volume figures of one dose and one structure set')
  .requiredOption('--dose <file>', 'RT Dose')
  .requiredOption('--structures <file>', 'RT Structure Set')
  .option('--fractions <n>', 'fractions the dose is given in (for eqd2 and bed)', numberOf('--fractions'))
  .option('--alpha-beta <gy>', 'alpha/beta in Gy (for eqd2 and bed)', numberOf('--alpha-beta'))
  .option('--quantity <quantity>', 'physical, eqd2 or bed', 'physical')
  .option(
    '--dose-is <answer>',
    'what the file leaves open: rbe-weighted, one-session, centigray, or percent:GY for a RELATIVE dose',
  )
  .option('--roi <name>', 'only this ROI, by name or as Name#3 by its number (may be repeated)', collect, [])
  .option('--metric <metric>', 'a metric such as D0.03cc or V20Gy (may be repeated)', collect, [])
  .option('--json <file>', 'write the result as JSON; - for standard output')
  .action(runDvh);

program
  .command('assess')
  .description('prior, planned and cumulative EQD2 of every organ, and the verdict on every goal')
  .argument('<case>', 'case file (JSON)')
  .option('--json <file>', 'write the assessment as JSON; - for standard output')
  .option('--report <file>', 'write a report: .html or .csv (may be repeated)', collect, [])
  .option('--dose-out <file>', 'write the cumulative EQD2 as RT Dose on the planned grid; never over an existing file')
  .option('--dose-alpha-beta <gy>', 'alpha/beta of --dose-out in Gy', numberOf('--dose-alpha-beta'), 3)
  .option(
    '--dose-repair-half-time <h>',
    'repair half-time of --dose-out in hours, for several fractions a day',
    numberOf('--dose-repair-half-time'),
  )
  .option('--fail-on-violation', 'exit with status 1 where a mandatory goal is exceeded or not evaluable')
  .addOption(
    new Option('--fail-on <verdict>', 'exit with status 1 only where a mandatory goal is exceeded')
      .choices(['exceeded'])
      .conflicts('failOnViolation'),
  )
  .action(runAssess);

program
  .command('propose')
  .description('the case that these files make, what was guessed for it, and what is missing')
  .argument('<path...>', 'files and folders')
  .option('--out <file>', 'write the case file; never over an existing file')
  .option('--json <file>', 'write case, guesses and what is missing as JSON; - for standard output')
  .action(runPropose);

program
  .command('calc')
  .description('BED and EQD2 at a point')
  .requiredOption('--dose <gy>', 'total dose in Gy', numberOf('--dose'))
  .requiredOption('--fractions <n>', 'number of fractions', numberOf('--fractions'))
  .requiredOption('--alpha-beta <gy>', 'alpha/beta in Gy', numberOf('--alpha-beta'))
  .option('--fractions-per-day <n>', 'several fractions a day: incomplete repair between them', numberOf('--fractions-per-day'))
  .option('--hours-between <h>', 'hours between the fractions of a day', numberOf('--hours-between'))
  .option('--repair-half-time <h>', 'repair half-time in hours', numberOf('--repair-half-time'))
  .option('--lql-transition <gy>', 'LQ-L above this dose per fraction', numberOf('--lql-transition'))
  .option(
    '--lql-gamma-over-alpha <x>',
    'slope of LQ-L over alpha (default 1 + 2 dT / (alpha/beta))',
    numberOf('--lql-gamma-over-alpha'),
  )
  .option('--limit <gy>', 'an EQD2 limit: how much is left, in how many more fractions', numberOf('--limit'))
  .option('--remaining-fractions <n>', 'fractions that what is left may be given in', numberOf('--remaining-fractions'))
  .option('--json <file>', 'write the result as JSON; - for standard output')
  .action(runCalc);

globalThis.console = libraryConsole(complain);
process.removeAllListeners('warning').on('warning', ({ message }) => complain(message));
process.on('uncaughtException', end).on('unhandledRejection', end);
watchStandardStreams(complain);
try {
  await program.parseAsync();
} catch (error) {
  end(error);
}

/** Says what a command ended on, and that it did. */
function end(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : UNUSABLE;
    return;
  }
  const isRefusal = error instanceof InputError;
  const text = isRefusal ? error.message : `internal fault, please report it: ${(error as Error)?.message ?? error}`;
  complain(text.replace(/\s*\n\s*/g, ' '));
  const trace = isRefusal || !process.env.ISOEFFECT_DEBUG ? undefined : (error as Error)?.stack;
  if (trace) process.stderr.write(`${terminalText(trace)}\n`);
  process.exitCode = UNUSABLE;
}
