/** What a dose counts for where not the dose itself is looked for: rises with it, and is known by its steepest. */
export interface Counting {
  /** Turns the first `count` doses, in place, into what they count for. */
  readonly turn: (doseGy: Float32Array, count: number) => void;
  /** The most and the least that it rises by for a Gy, and the most that its slope changes by for a Gy. */
  readonly slope: number;
  readonly leastSlope: number;
  readonly bend: number;
  /** With others it may be highest where none of them is: inside a cell of voxel centres. */
  readonly canBendTogether: boolean;
}
