import { html, type Markup } from './markup';

/** Texts that many rows refer to, each written out once, in the order of first mention. */
export class Footnotes {
  private readonly texts: string[] = [];

  constructor(private readonly label: (index: number) => string) {}

  /** The mark of a text; a text that was met before keeps its mark. */
  mark(text: string): string {
    const known = this.texts.indexOf(text);
    return this.label(known >= 0 ? known : this.texts.push(text) - 1);
  }

  list(title: string): Markup | undefined {
    if (!this.texts.length) return undefined;
    const items = this.texts.map((text, index) => html`<li><b>${this.label(index)}</b> <span>${text}</span></li>`);
    return html`<h3>${title}</h3><ul class="footnotes">${items}</ul>`;
  }
}
