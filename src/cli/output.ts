import { type Output, writeOutputs } from './files';

/** JSON as it is written: indented, ending in a newline; numbers that are not finite cannot stand in it and are null. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes files, and JSON to standard output where its file is `-`. */
export async function deliver(json: string | undefined, value: unknown, outputs: readonly Output[] = []): Promise<void> {
  const files = json !== undefined && json !== '-' ? [...outputs, { file: json, content: jsonText(value) }] : outputs;
  await writeOutputs(files);
  if (json === '-') process.stdout.write(jsonText(value));
}

/** Where words for people go: standard output, or standard error while standard output holds JSON. */
export const wordsTo = (json: string | undefined): NodeJS.WriteStream => (json === '-' ? process.stderr : process.stdout);

/** One line on standard error that is written over as work goes on; nothing where it is not a terminal. */
export function progressLine(): { say(text: string): void; done(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { say: () => {}, done: () => {} };
  const clear = '\r\u001b[2K';
  return {
    say: (text) => stderr.write(`${clear}${text.slice(0, (stderr.columns ?? 80) - 1)}`),
    done: () => stderr.write(clear),
  };
}
