import { describe, expect, it } from 'vitest';
import { printable } from '../../src/printable';
import { cssString, html } from '../../src/report/markup';
import { fixture } from './fixture';
import { readHtml } from './read-back';
import { HOSTILE, hostile, report } from './variants';

const shape = (source: string) =>
  readHtml(source).tags.map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);

describe('texts from files', () => {
  it.each(HOSTILE)('stay text: %j', (text) => {
    const source = report(hostile(text));
    const { tags, text: shown } = readHtml(source);
    // The same elements and attributes as for a harmless name: nothing broke out, nothing was swallowed.
    expect(shape(source)).toEqual(shape(report(hostile('harmless'))));
    // Short hashes are cut and person names taken apart; all else is shown whole.
    // What messages quote has line ends, tabs and turned text as escapes.
    const forms = [...new Set([text, printable(text)])];
    const times = forms.reduce((sum, form) => sum + shown.split(form).length - 1, 0);
    expect(times).toBeGreaterThanOrEqual(65);
    const labels = tags.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes['aria-label']);
    expect(labels).toEqual([`Dose-volume histogram of ${printable(text)}`]);
  });

  it.each(HOSTILE)('cannot leave the stylesheet: %j', (text) => {
    const source = report(hostile(text));
    const styles = source.split('</style>');
    expect(styles).toHaveLength(2);
    const margin = /content: ("[^"]*");/.exec(styles[0].slice(styles[0].lastIndexOf('@bottom-left')))![1];
    expect(margin).toMatch(/^"(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*"$/u);
  });

  it('are written into page margins as CSS escapes', () => {
    expect(cssString('a"b\\c')).toBe('"a\\22 b\\5c c"');
    // What cannot be seen is seen there too: `\n`, and not the end of a line.
    expect(cssString('\n\u202e')).toBe('"\\5c n\\5c u202e"');
  });

  it('keep their neighbours', () => {
    expect(html`<i>${'src='}</i> <b>${'x'}</b>`.text).toBe('<i>src=</i> <b>x</b>');
    expect(html`<i>${'$'}</i><b>${'<'}</b>`.text).toBe('<i>$</i><b>&lt;</b>');
  });

  it('are escaped in the title', () => {
    const title = /<title>([\s\S]*?)<\/title>/.exec(report(fixture))![1];
    expect(title).toContain('&lt;b&gt;Co&lt;/b&gt;');
  });
});
