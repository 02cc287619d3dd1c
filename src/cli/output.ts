import { jsonText } from '../json-text';
import { printable, printableLines } from '../printable';
import { cutToWidth } from './display-width';
import { type Output, writeOutputs } from './files';

/** Writes files, and JSON to standard output where its file is `-`. */
export async function deliver(json: string | undefined, value: unknown, outputs: readonly Output[] = []): Promise<void> {
  const files = json !== undefined && json !== '-' ? [...outputs, { file: json, content: jsonText(value) }] : outputs;
  await writeOutputs(files);
  if (json === '-') process.stdout.write(jsonText(value));
}

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

/** Where words for people go: standard output, or standard error while standard output holds JSON. */
export const wordsTo = (json: string | undefined, safe = terminalText): { write(text: string): void } => ({
  write: (text) => void (json === '-' ? process.stderr : process.stdout).write(safe(text)),
});

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
