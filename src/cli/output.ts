import { jsonText } from '../json-text';
import { printable, printableLines } from '../printable';
import { markedJson } from '../report/written-mark';
import { cutToWidth } from './display-width';
import { areWordsLost } from './lost-words';
import type { Place } from './output-places';
import { STANDARD_OUTPUT, standardStream } from './standard-streams';
import type { Output } from './write-outputs';

/** Where JSON goes, if any is asked for: `-` is standard output. */
export const jsonPlaces = (json: string | undefined): readonly Place[] =>
  json === undefined ? [] : [{ file: json === '-' ? STANDARD_OUTPUT : json }];

/** Text for a terminal: whatever is in it can neither act on it nor begin a line that this program did not begin. */
export const terminalText = printableLines;

/** The colours that this program writes itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /(\u001b\[(?:0|3[123]|90)m)/;

/** The same with this program's own colours; names from files must be `shown` already, or theirs would pass for those. */
export const colouredText = (text: string): string =>
  text
    .split(COLOUR)
    .map((part, n) => (n % 2 === 1 ? part : printableLines(part)))
    .join('');

/** The JSON of a result, with its mark, as what is to be written. */
export const jsonOutputs = (json: string | undefined, value: unknown): readonly Output[] =>
  jsonPlaces(json).map((place) => ({ ...place, content: markedJson(jsonText(value)) }));

/** Where words for people go: standard output, or standard error while standard output holds a result. */
export function wordsBeside(places: readonly Place[], safe = terminalText): { write(text: string): void } {
  const isTaken = places.some(({ file }) => standardStream(file) === process.stdout);
  const stream = isTaken ? process.stderr : process.stdout;
  // Where a result was lost, one sentence says so, and no words as of one that is there.
  return { write: (text) => void (areWordsLost() || stream.write(safe(text))) };
}

/** A line on standard error, in this program's name. */
export const complain = (text: string): void => void process.stderr.write(`isoeffect: ${printable(text)}\n`);

/** One line on standard error that is written over as work goes on; nothing where it is not a terminal. */
export function progressLine(): { say(text: string): void; done(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { say: () => {}, done: () => {} };
  const clear = '\r\u001b[2K';
  return {
    say: (text) => stderr.write(`${clear}${cutToWidth(printable(text), (stderr.columns ?? 80) - 1)}`),
    done: () => stderr.write(clear),
  };
}
