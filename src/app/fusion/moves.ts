import { add, type Vec3 } from '../../geometry/vec3';
import type { Turn } from './moved-map';

/** Told of what is done to the prior picture. */
export interface MovesOwner {
  /** The prior picture is to lie this much further on the planned one, mm. */
  readonly onMove?: ((move: { readonly shiftMm: Vec3 }) => void) | undefined;
  /** The prior picture is to be turned this much further on the planned one. */
  readonly onTurn?: ((turn: Turn) => void) | undefined;
  /** What was moved has been let go. */
  readonly onDone?: (() => void) | undefined;
}

/** Gathers small moves and tells them at most once a frame. */
export class Moves {
  owner: MovesOwner = {};
  private shiftMm: Vec3 | undefined;
  private turn: Turn | undefined;
  private telling = 0;
  private isUndone = false;

  shiftBy(shiftMm: Vec3): void {
    this.shiftMm = this.shiftMm ? add(this.shiftMm, shiftMm) : shiftMm;
    this.tellSoon();
  }

  /** Turns of one drag or key are about one axis and centre. */
  turnBy(turn: Turn): void {
    this.turn = this.turn ? { ...turn, degrees: this.turn.degrees + turn.degrees } : turn;
    this.tellSoon();
  }

  /** Tells what is not told yet, and then that it is done, if anything was. */
  done(): void {
    if (this.telling !== 0) cancelAnimationFrame(this.telling);
    this.tell();
    if (!this.isUndone) return;
    this.isUndone = false;
    this.owner.onDone?.();
  }

  private tellSoon(): void {
    this.isUndone = true;
    if (this.telling === 0) this.telling = requestAnimationFrame(() => this.tell());
  }

  private tell(): void {
    const { shiftMm, turn } = this;
    this.telling = 0;
    this.shiftMm = this.turn = undefined;
    if (shiftMm) this.owner.onMove?.({ shiftMm });
    if (turn) this.owner.onTurn?.(turn);
  }
}
