import type { Scene } from '../../../../src/app/viewer/scene';

declare global {
  interface Window {
    /** What the page shows now. */
    scene: () => Scene;
    change: (part: Partial<Scene>) => void;
  }
}
