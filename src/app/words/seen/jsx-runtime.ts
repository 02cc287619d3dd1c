import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-runtime';
import { printable } from '../../../printable';

/*
 * What the window is made with in place of React's own `react/jsx-runtime` (see vite.shown-text.ts): every text that
 * becomes part of the page goes through here, those of the components of others too. What names from files hold that
 * cannot be seen, or that turns a line round, is then seen, wherever it is shown.
 */

type Props = Readonly<Record<string, unknown>>;
type Make = (type: unknown, props: Props, key?: Key) => ReactElement;
const make = react as unknown as { readonly jsx: Make; readonly jsxs: Make };

/** Attributes of the page's elements that are read out or shown. */
const READ = ['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'];
/** Fields whose value is what is seen in them; that of others (a box, a choice) names them for the program. */
const SEEN_VALUE = new Set(['text', 'search', undefined]);
/** Longer than any text that one element of the window has. */
const LONGEST = 4000;

const seen = (text: string): string => printable(text, LONGEST);

function seenWithin(children: unknown): unknown {
  if (typeof children === 'string') return seen(children);
  if (!Array.isArray(children) || !children.some((each) => typeof each === 'string' || Array.isArray(each))) return children;
  return children.map(seenWithin);
}

/** The properties of an element, its texts printable; the same ones where they were. */
export function withSeenTexts(type: unknown, props: Props): Props {
  const changed: Record<string, unknown> = {};
  const put = (name: string, value: unknown) => {
    if (value !== props[name]) changed[name] = value;
  };
  if (type !== 'style' && type !== 'script') put('children', seenWithin(props.children));
  if (typeof type === 'string') {
    for (const name of READ) if (typeof props[name] === 'string') put(name, seen(props[name]));
    const isText = type === 'textarea' || (type === 'input' && SEEN_VALUE.has(props.type as string | undefined));
    if (isText && typeof props.value === 'string') put('value', printable(props.value));
  }
  return Object.keys(changed).length > 0 ? { ...props, ...changed } : props;
}

export const { Fragment } = react;
export const jsx = (type: ElementType | symbol, props: Props, key?: Key): ReactElement =>
  make.jsx(type, withSeenTexts(type, props), key);
export const jsxs = (type: ElementType | symbol, props: Props, key?: Key): ReactElement =>
  make.jsxs(type, withSeenTexts(type, props), key);
