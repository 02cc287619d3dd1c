import type { SlabStack } from './slab-stack';

/** Growing list of points given in plane coordinates. */
export class PointList {
  /** The next point: u, v, w in mm, and its volume in cc. Not arguments, which would be numbers on the heap. */
  readonly next = new Float64Array(4);
  private positions: Float32Array;
  private volumes: Float32Array;
  private readonly axes: Float64Array;
  private count = 0;

  /** @param room for so many points from the start. */
  constructor({ basis: { u, v, w } }: SlabStack, room = 4096) {
    this.axes = Float64Array.of(...u, ...v, ...w);
    this.positions = new Float32Array(3 * room);
    this.volumes = new Float32Array(room);
  }

  /** Takes in what stands in `next`. */
  takeNext(): void {
    if (this.count === this.volumes.length) this.grow();
    const { axes, next, positions } = this;
    const p = 3 * this.count;
    for (let axis = 0; axis < 3; axis++) {
      positions[p + axis] = next[0] * axes[axis] + next[1] * axes[3 + axis] + next[2] * axes[6 + axis];
    }
    this.volumes[this.count++] = next[3];
  }

  private grow(): void {
    const room = 2 * this.volumes.length + 64;
    const positions = new Float32Array(3 * room);
    positions.set(this.positions);
    this.positions = positions;
    const volumes = new Float32Array(room);
    volumes.set(this.volumes);
    this.volumes = volumes;
  }

  get length(): number {
    return this.count;
  }

  done(): { positionsMm: Float32Array; volumeCc: Float32Array; count: number } {
    return {
      positionsMm: this.positions.slice(0, 3 * this.count),
      volumeCc: this.volumes.slice(0, this.count),
      count: this.count,
    };
  }
}
