import type { Scope } from '../../constraints/goal-expression';
import type { DoseQuantity } from '../engine/engine-api';
import type { CtWindow } from '../viewer/scene';

export interface IsodoseLevel {
  readonly gy: number;
  readonly colour: string;
}

/** What the pictures show. */
export interface LayerSettings {
  readonly scope: Scope;
  readonly quantity: DoseQuantity;
  readonly alphaBetaGy: number;
  /** 0 (lines only) to 1. */
  readonly opacity: number;
  readonly window: CtWindow;
  /** Ascending. */
  readonly levels: readonly IsodoseLevel[];
}

/** Why physical dose is not offered: it is not added up over courses. Undefined where it is. */
export function whyNoPhysical(scope: Scope, priorCourses: number): 'noPhysicalSum' | 'noPhysicalPriors' | undefined {
  if (scope === 'cumulative') return 'noPhysicalSum';
  return scope === 'prior' && priorCourses > 1 ? 'noPhysicalPriors' : undefined;
}

/** The settings with another dose; physical dose gives way to EQD2 where it has no meaning. */
export function withScope(settings: LayerSettings, scope: Scope, priorCourses: number): LayerSettings {
  const stays = settings.quantity !== 'physical' || !whyNoPhysical(scope, priorCourses);
  return { ...settings, scope, quantity: stays ? settings.quantity : 'eqd2' };
}

export const sameWindow = (a: CtWindow, b: CtWindow): boolean => a.centre === b.centre && a.width === b.width;

/** Colours of further lines, told apart with any colour vision (Okabe and Ito), on black. */
const COLOURS = ['#56b4e9', '#009e73', '#f0e442', '#e69f00', '#d55e00', '#cc79a7', '#ffffff'];

export const ascending = (levels: readonly IsodoseLevel[]): readonly IsodoseLevel[] => levels.toSorted((a, b) => a.gy - b.gy);

/** The levels with one more above them, in a colour that is not yet there. */
export function withAnotherLevel(levels: readonly IsodoseLevel[]): readonly IsodoseLevel[] {
  const highest = Math.max(0, ...levels.map(({ gy }) => gy));
  const used = new Set(levels.map(({ colour }) => colour.toLowerCase()));
  const colour = COLOURS.find((each) => !used.has(each)) ?? COLOURS[levels.length % COLOURS.length];
  return [...levels, { gy: highest + 10, colour }];
}
