import type { CtWindow } from './scene';

/** Usual Hounsfield windows. */
export const WINDOW_PRESETS = {
  softTissue: { centre: 40, width: 400 },
  lung: { centre: -600, width: 1500 },
  bone: { centre: 300, width: 1500 },
  mediastinum: { centre: 50, width: 350 },
} as const satisfies Record<string, CtWindow>;

export type WindowPreset = keyof typeof WINDOW_PRESETS;
