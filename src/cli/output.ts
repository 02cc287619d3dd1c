import { printableLines } from '../printable';
import type { Place } from './output-places';
import { STANDARD_OUTPUT, standardStream } from './standard-streams';
import type { Output } from './write-outputs';

/** JSON as it is written: indented, ending in a newline; numbers that are not finite cannot stand in it and are null. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Where JSON goes, if any is asked for: `-` is standard output. */
export const jsonPlaces = (json: string | undefined): readonly Place[] =>
  json === undefined ? [] : [{ file: json === '-' ? STANDARD_OUTPUT : json }];

/** The colours that this program writes itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /(\u001b\[(?:0|3[123]|90)m)/;

/** Text for a terminal: names and paths that came from files cannot act on it. */
export const terminalText = (text: string): string =>
  text
    .split(COLOUR)
    .map((part, n) => (n % 2 === 1 ? part : printableLines(part)))
    .join('');

/** The JSON of a result as what is to be written. */
export const jsonOutputs = (json: string | undefined, value: unknown): readonly Output[] =>
  jsonPlaces(json).map((place) => ({ ...place, content: jsonText(value) }));

/** Where words for people go: standard output, or standard error while standard output holds a result. */
export function wordsBeside(places: readonly Place[]): { write(text: string): void } {
  const isTaken = places.some(({ file }) => standardStream(file) === process.stdout);
  return { write: (text) => void (isTaken ? process.stderr : process.stdout).write(terminalText(text)) };
}

/** One line on standard error that is written over as work goes on; nothing where it is not a terminal. */
export function progressLine(): { say(text: string): void; done(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { say: () => {}, done: () => {} };
  const clear = '\r\u001b[2K';
  return {
    say: (text) => stderr.write(`${clear}${terminalText(text).slice(0, (stderr.columns ?? 80) - 1)}`),
    done: () => stderr.write(clear),
  };
}
