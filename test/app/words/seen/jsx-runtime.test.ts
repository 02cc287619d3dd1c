import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createElement, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { jsx, jsxs } from '../../../../src/app/words/seen/jsx-runtime';
import { runtimeFor } from '../../../../vite.shown-text';

const EVIL = 'Cord\u001b[31m\u202e\n';
const SEEN = 'Cord\\x1b[31m\\u202e\\n';
const propsOf = (element: ReactElement) => element.props as Record<string, unknown>;
const Own = () => null;

describe('what the window is made with', () => {
  it('shows what cannot be seen in texts, however deep they stand', () => {
    expect(propsOf(jsx('span', { children: EVIL })).children).toBe(SEEN);
    expect(propsOf(jsxs('p', { children: ['a ', EVIL, [EVIL, 3, null]] })).children).toEqual(['a ', SEEN, [SEEN, 3, null]]);
    expect(propsOf(jsx(Own, { children: EVIL })).children).toBe(SEEN);
  });

  it('shows it in what is read out and in what a field holds', () => {
    const read = { title: EVIL, 'aria-label': EVIL, placeholder: EVIL, alt: EVIL };
    expect(propsOf(jsx('img', read))).toEqual({ title: SEEN, 'aria-label': SEEN, placeholder: SEEN, alt: SEEN });
    expect(propsOf(jsx('input', { value: EVIL, type: 'text' })).value).toBe(SEEN);
    expect(propsOf(jsx('textarea', { value: EVIL })).value).toBe(SEEN);
  });

  it('leaves what means something to the program', () => {
    // A choice is known by its value, a component of the window may look its name up.
    expect(propsOf(jsx('option', { value: EVIL, children: EVIL }))).toEqual({ value: EVIL, children: SEEN });
    expect(propsOf(jsx('input', { value: EVIL, type: 'radio' })).value).toBe(EVIL);
    expect(propsOf(jsx(Own, { title: EVIL })).title).toBe(EVIL);
    const child = createElement('b');
    const children = [child, 1];
    const props = { children, onClick: () => {} };
    expect(propsOf(jsxs('p', props)).children).toBe(children);
    expect(jsx('i', {}, 'key').key).toBe('key');
  });

  it('is what every page is built with, in place of React’s own', () => {
    const root = path.resolve(import.meta.dirname, '../../../..');
    const at = (name: string) => path.join(root, 'src/app/words/seen', name);
    for (const name of ['jsx-runtime', 'jsx-dev-runtime']) {
      expect(runtimeFor(`react/${name}`, 'node_modules/@mantine/core/esm/x.mjs')).toBe(at(`${name}.ts`));
      expect(runtimeFor(`react/${name}`, at('jsx-runtime.ts'))).toBeUndefined();
    }
    expect(runtimeFor('react', 'src/app/main.tsx')).toBeUndefined();
    expect(readFileSync(path.join(root, 'vite.app.config.ts'), 'utf8')).toMatch(/plugins: \[shownText, /);
  });
});
