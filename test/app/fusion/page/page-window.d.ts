import type { FusionLook, FusionScene, FusionTool, Turn } from '../../../../src/app/fusion/FusionViews';
import type { Vec3 } from '../../../../src/geometry/vec3';

/** What the page shows now. */
export interface Shown {
  readonly scene: FusionScene;
  readonly look: FusionLook;
  readonly tool: FusionTool;
}

export interface PairPage {
  shown: () => Shown;
  change: (part: { scene?: Partial<FusionScene>; look?: Partial<FusionLook>; tool?: FusionTool }) => void;
  /** What the component has told, in order. */
  told: { moves: Vec3[]; turns: Turn[]; done: number; picks: Vec3[] };
}

declare global {
  interface Window {
    pair: PairPage;
  }
}
