import type { Scope } from '../../constraints/goal-expression';
import type { Standing } from './standing';

/** A colour in light and in dark. */
export interface Pair {
  readonly light: string;
  readonly dark: string;
}

const pair = (light: string, dark: string): Pair => ({ light, dark });

/** The colours of verdicts, those of the report; never the only sign. What is met only as placed is never green. */
export const VERDICT_COLOURS: Readonly<Record<Standing, { readonly ink: Pair; readonly tint: Pair }>> = {
  exceeded: { ink: pair('#a8201a', '#ff9d94'), tint: pair('#fdeceb', '#3a1816') },
  'not evaluable': { ink: pair('#7a4f00', '#f0c35c'), tint: pair('#fff5da', '#32280d') },
  'met as placed': { ink: pair('#6b4a00', '#e6c878'), tint: pair('#fbf7e4', '#2b2a14') },
  'not applicable': { ink: pair('#4d4d4d', '#c1c2c5'), tint: pair('#f1f3f5', '#2c2e33') },
  met: { ink: pair('#17643a', '#83d6a0'), tint: pair('#e7f5ec', '#12301e') },
};

/** The colours of the curves, those of the report: told apart with any colour vision, and by their dashes. */
export const SCOPE_COLOURS: Readonly<Record<Scope, Pair>> = {
  prior: pair('#1f5fa8', '#7fb4f0'),
  planned: pair('#a94a00', '#f2a45c'),
  cumulative: pair('#1b1f24', '#e6e9ed'),
};

/** Line and gap in px; none for a full line. */
export const SCOPE_DASHES: Readonly<Record<Scope, readonly number[]>> = { prior: [5, 4], planned: [14, 5], cumulative: [] };

/** The pair as CSS, by the colour scheme of the place it is used in. */
export const css = ({ light, dark }: Pair): string => `light-dark(${light}, ${dark})`;
