import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const sources = ['src', 'electron'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
);
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
/** Every line of the sources that an expression fits, with its file. */
const linesWith = (expression: RegExp, among: readonly string[] = sources): string[] =>
  among.flatMap((file) =>
    textOf(file)
      .split('\n')
      .filter((line) => expression.test(line) && !/^\s*(\/?\*|\/\/|import )/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

/** What is made safe in the line itself. */
const SAFE = /\b(printable|terminalText|colouredText|jsonText|safe)\(/;
/** Those that are not, in order, an ellipsis for what is put into them. */
const unsafe = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => !SAFE.test(line))
    .map((line) => line.replace(/\$\{[^}]*\}/g, '…'))
    .sort();

describe('text leaves', () => {
  it('to a terminal by what makes it printable', () => {
    const written = /process\.(stdout|stderr)\.write|\bstderr\.write|console\.\w+\(/;
    // Words about the program itself, and a sign of its own that clears a line.
    expect(unsafe(linesWith(written))).toEqual([
      'electron/start.mjs: console.error(`Electron could not be started: …`);',
      'electron/start.mjs: console.error(runtime.problem);',
      'electron/web.ts: console.log(`Isoeffect is at …\\nfor browsers of this user on this computer. Ctrl+C ends it.`);',
      'electron/web.ts: if (isTaken && !keepsNothing) console.error(taken);',
      "electron/web.ts: if (keepsNothing) console.log('Nothing is kept of cases on this computer.');",
      'src/cli/output.ts: done: () => stderr.write(clear),',
    ]);
  });

  it('to a page, past React, by what makes it printable', () => {
    const put =
      /fillText|strokeText|\.textContent = |document\.title = |setAttribute\(|(inner|outer)HTML|insertAdjacent|dangerously/;
    expect(unsafe(linesWith(put))).toEqual(
      [
        'src/app/assess/dvh-marks.ts: ctx.strokeText(label, ...at);',
        'src/app/assess/dvh-marks.ts: ctx.fillText(label, ...at);',
        'src/app/fusion/landmark-marks.ts: context.fillText(number, x, y + 0.5);',
        "src/app/fusion/place-overlay.ts: for (const circle of ring.querySelectorAll('circle')) circle.setAttribute('r', radius);",
        'src/app/viewer/slice-marks.ts: if (element.textContent !== seen) element.textContent = seen;',
        "src/app/viewer/slice-marks.ts: marks.stage.setAttribute('aria-valuenow', `…`);",
        "src/app/viewer/slice-marks.ts: marks.stage.setAttribute('aria-valuemax', `…`);",
      ].sort(),
    );
    expect(textOf('src/app/assess/dvh-marks.ts')).toContain('const label = printable(look.say(mark.label));');
    expect(textOf('src/app/viewer/slice-marks.ts')).toContain('const seen = printable(text);');
    expect(
      linesWith(
        /[^.]createElement\(/,
        sources.filter((file) => file.startsWith('src/app/')),
      ),
    ).toEqual([]);
  });

  it('to a dialog of the system by what makes it printable', () => {
    const dialogs = linesWith(/(title|message|detail|name): .*(\$\{|\bwhat\b|sentence|request|path)/, ['electron/dialogs.ts']);
    expect(unsafe(dialogs)).toEqual([]);
    expect(dialogs).toHaveLength(3);
    const shows = linesWith(/dialog\.show|new Notification|\.setTitle\(/).map((line) => line.split(':')[0]);
    expect([...new Set(shows)]).toEqual(['electron/dialogs.ts', 'electron/window.ts']);
  });

  it('in a report by one template, and in a table by one kind of cell', () => {
    const markup = linesWith(/\btrusted\(|new Markup\(/).filter((line) => !line.startsWith('src/report/markup.ts'));
    expect(unsafe(markup)).toEqual(['src/report/html-report.ts: <style>… …</style></head>']);
    const tables = sources.filter((file) => textOf(file).includes("from 'csv-stringify"));
    expect(tables).toEqual(['src/report/csv-report.ts']);
    expect(textOf(tables[0])).toContain('cast: { string: csvCell }');
  });

  it('only after its writer has made printable what it was given', () => {
    const writers = {
      'src/cli/finding-lines.ts': 'shown(found)',
      'src/cli/inspect-text.ts': 'shown(inspection)',
      'src/cli/propose-command.ts': 'shown(proposal)',
      'src/cli/dvh-command.ts': 'shown(result)',
      'src/cli/verdict-text.ts': 'shown(whole)',
      'src/report/html-report.ts': 'shown(whole)',
      'src/report/csv-report.ts': 'shown(whole)',
    };
    for (const [file, asked] of Object.entries(writers)) expect(textOf(file), file).toContain(asked);
    const makers = linesWith(/^export (async )?function \w*(Text|Report|Lines)\(/).map((line) => line.split(':')[0]);
    const commands = makers.filter((file) => /^src\/(cli|report)\//.test(file));
    expect(commands.filter((file) => !Object.hasOwn(writers, file))).toEqual([]);
  });
});
