export {};

declare global {
  interface Window {
    fusionReady: boolean;
    /** Shows the prior CT through a rigid or a deformable map. */
    use: (map: 'rigid' | 'deformable', mode: 'blend' | 'difference') => void;
    /** Shifts or turns the prior CT in the axial view, once a frame; times between frames in ms. */
    moveIt: (frames: number, turning: boolean) => Promise<number[]>;
    /** Turns the wheel once a frame over a view. */
    scrollIt: (view: string, frames: number) => Promise<number[]>;
  }
}
