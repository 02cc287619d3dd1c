import type { ReactElement } from 'react';
import * as react from 'react/jsx-dev-runtime';
import { withSeenTexts } from './jsx-runtime';

/* The same as `jsx-runtime` for pages that are built to be looked into, as those of the tests are. */

type Make = (type: unknown, props: Readonly<Record<string, unknown>>, ...rest: readonly unknown[]) => ReactElement;
const make = (react as unknown as { readonly jsxDEV: Make }).jsxDEV;

export const { Fragment } = react;
export const jsxDEV: Make = (type, props, ...rest) => make(type, withSeenTexts(type, props), ...rest);
