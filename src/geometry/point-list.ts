import type { SlabStack } from './slab-stack';

/** Growing list of points given in plane coordinates. */
export class PointList {
  private positions: Float32Array;
  private volumes: Float32Array;
  private count = 0;

  /** @param room for so many points from the start. */
  constructor(
    private readonly stack: SlabStack,
    room = 4096,
  ) {
    this.positions = new Float32Array(3 * room);
    this.volumes = new Float32Array(room);
  }

  push(u: number, v: number, w: number, volumeCc: number): void {
    if (this.count === this.volumes.length) {
      const room = 2 * this.volumes.length + 64;
      const positions = new Float32Array(3 * room);
      positions.set(this.positions);
      this.positions = positions;
      const volumes = new Float32Array(room);
      volumes.set(this.volumes);
      this.volumes = volumes;
    }
    const { basis } = this.stack;
    const p = 3 * this.count;
    this.positions[p] = u * basis.u[0] + v * basis.v[0] + w * basis.w[0];
    this.positions[p + 1] = u * basis.u[1] + v * basis.v[1] + w * basis.w[1];
    this.positions[p + 2] = u * basis.u[2] + v * basis.v[2] + w * basis.w[2];
    this.volumes[this.count++] = volumeCc;
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
