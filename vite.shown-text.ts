import path from 'node:path';
import type { Plugin } from 'vite';

const OWN = path.resolve(import.meta.dirname, 'src/app/words/seen');
const RUNTIME = /^react\/(jsx-runtime|jsx-dev-runtime)$/;

/** What a module gets that asks for one of React's runtimes: the one that makes texts printable, which alone gets React's. */
export function runtimeFor(source: string, importer = ''): string | undefined {
  const [, name] = RUNTIME.exec(source) ?? [];
  return name === undefined || path.dirname(importer) === OWN ? undefined : path.join(OWN, `${name}.ts`);
}

/** Every element of a page, those of libraries too, is made by the runtime that makes the texts in it printable. */
export const shownText = {
  name: 'shown-text',
  enforce: 'pre',
  resolveId: (source, importer) => runtimeFor(source, importer),
} satisfies Plugin;
