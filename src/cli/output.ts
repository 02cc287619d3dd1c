import { printableLines } from '../printable';
import { type Output, writeOutputs } from './files';

/** JSON as it is written: indented, ending in a newline; numbers that are not finite cannot stand in it and are null. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes files, and JSON to standard output where its file is `-`. */
export async function deliver(json: string | undefined, value: unknown, outputs: readonly Output[] = []): Promise<void> {
  const files = json !== undefined && json !== '-' ? [...outputs, { file: json, content: jsonText(value) }] : outputs;
  await writeOutputs(files);
  if (json === '-') process.stdout.write(jsonText(value));
}

/** The colours that this program writes itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /(\u001b\[(?:0|3[123]|90)m)/;

/** Text for a terminal: names and paths that came from files cannot act on it. */
export const terminalText = (text: string): string =>
  text
    .split(COLOUR)
    .map((part, n) => (n % 2 === 1 ? part : printableLines(part)))
    .join('');

/** Where words for people go: standard output, or standard error while standard output holds JSON. */
export const wordsTo = (json: string | undefined): { write(text: string): void } => ({
  write: (text) => void (json === '-' ? process.stderr : process.stdout).write(terminalText(text)),
});

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
