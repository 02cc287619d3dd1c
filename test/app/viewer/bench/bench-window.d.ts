export {};

declare global {
  interface Window {
    ready: boolean;
    /** Turns the wheel once a frame over a view; times between frames in ms. */
    turnWheel: (view: string, frames: number) => Promise<number[]>;
    /** Drags the crosshair through the axial view, once a frame. */
    drag: (frames: number) => Promise<number[]>;
  }
}
