/** How two CTs are laid over each other. Every mode keeps its own figure while another is chosen. */
export interface FusionLook {
  readonly mode: FusionMode;
  /** Of the prior CT in a blend, 0 (planned alone) to 1 (prior alone). */
  readonly priorShare: number;
  /** Side of a tile of the checkerboard. */
  readonly tileMm: number;
  /** Where the line of the split is, as a share of the view's width. */
  readonly splitAt: number;
}

export const FUSION_MODES = ['blend', 'checkerboard', 'split', 'difference'] as const;
export type FusionMode = (typeof FUSION_MODES)[number];

/** What the first button of the pointer does in the pictures. */
export const FUSION_TOOLS = ['look', 'move', 'pick'] as const;
export type FusionTool = (typeof FUSION_TOOLS)[number];

export const FIRST_LOOK: FusionLook = { mode: 'blend', priorShare: 0.5, tileMm: 20, splitAt: 0.5 };
