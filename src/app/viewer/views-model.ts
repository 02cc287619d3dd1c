import type { Vec3 } from '../../geometry/vec3';
import { Followed } from './followed';
import { edgesMm, nearestIndex, type PlaneGeometry, planeGeometry, toPatient, toPlane } from './plane';
import type { CtWindow, Scene, ViewedScene, ViewPlane } from './scene';

export const VIEWS = ['axial', 'coronal', 'sagittal'] as const satisfies readonly ViewPlane[];

/** Which way along a picture's normal scrolling on goes: to the feet, to the back, to the right. */
const ONWARDS: Record<ViewPlane, 1 | -1> = { axial: -1, coronal: 1, sagittal: -1 };

const LEAST_WIDTH = 1;
const MOST_WIDTH = 8000;
const MOST_CENTRE = 4000;

const sameVec = (a: Vec3, b: Vec3) => a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
const sameWindow = (a: CtWindow, b: CtWindow) => a.centre === b.centre && a.width === b.width;

/** Told of moves, at most once a frame. */
export interface ViewsOwner {
  readonly onCrosshair: (pointMm: Vec3) => void;
  readonly onWindow: (window: CtWindow) => void;
}

/** What the three views have in common: the scene, the point they pass through and the Hounsfield window. */
export class ViewsModel<S extends ViewedScene = Scene> {
  scene: S;
  planes: Readonly<Record<ViewPlane, PlaneGeometry>>;
  owner: ViewsOwner;
  private readonly point: Followed<Vec3>;
  private readonly grey: Followed<CtWindow>;
  private readonly listeners = new Set<() => void>();
  private telling = 0;
  private pointMoved = false;
  private greyMoved = false;

  constructor(scene: S, owner: ViewsOwner) {
    this.scene = scene;
    this.owner = owner;
    this.planes = planesOf(scene);
    this.point = new Followed(scene.crosshairMm, sameVec);
    this.grey = new Followed(scene.window, sameWindow);
  }

  get crosshairMm(): Vec3 {
    return this.point.value;
  }

  get window(): CtWindow {
    return this.grey.value;
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setScene(scene: S): void {
    if (scene === this.scene) return;
    const before = this.scene;
    this.scene = scene;
    if (scene.ct !== before.ct) this.planes = planesOf(scene);
    if (scene.crosshairMm !== before.crosshairMm) this.point.follow(scene.crosshairMm);
    if (scene.window !== before.window) this.grey.follow(scene.window);
    this.changed();
  }

  /** Index of the picture that the crosshair is in. */
  pictureIndex(view: ViewPlane): number {
    const plane = this.planes[view];
    return nearestIndex(plane.through.centresMm, toPlane(plane, this.crosshairMm)[2]);
  }

  pictureCount(view: ViewPlane): number {
    return this.planes[view].through.centresMm.length;
  }

  /** Moves the crosshair within a view's picture. */
  moveWithin(view: ViewPlane, acrossMm: number, downMm: number): void {
    const plane = this.planes[view];
    const through = toPlane(plane, this.crosshairMm)[2];
    const clamp = (mm: number, [from, to]: readonly [number, number]) => Math.min(to, Math.max(from, mm));
    this.moveTo(toPatient(plane, clamp(acrossMm, edgesMm(plane.across)), clamp(downMm, edgesMm(plane.down)), through));
  }

  /** Goes `steps` pictures on (to the feet, the back, the right) or back. */
  scroll(view: ViewPlane, steps: number): void {
    this.goTo(view, this.pictureIndex(view) + steps * ONWARDS[view]);
  }

  /** Goes to the first (uppermost, foremost, leftmost) or the last picture of a view. */
  scrollToEnd(view: ViewPlane, last: boolean): void {
    this.goTo(view, last === ONWARDS[view] > 0 ? this.pictureCount(view) - 1 : 0);
  }

  private goTo(view: ViewPlane, index: number): void {
    const plane = this.planes[view];
    const { centresMm } = plane.through;
    const mm = centresMm[Math.min(centresMm.length - 1, Math.max(0, index))];
    const [across, down] = toPlane(plane, this.crosshairMm);
    this.moveTo(toPatient(plane, across, down, mm));
  }

  private moveTo(point: Vec3): void {
    if (!this.point.move(point)) return;
    this.pointMoved = true;
    this.tellSoon();
    this.changed();
  }

  setWindow(centre: number, width: number): void {
    const moved = this.grey.move({
      centre: Math.round(Math.min(MOST_CENTRE, Math.max(-MOST_CENTRE, centre))),
      width: Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width))),
    });
    if (!moved) return;
    this.greyMoved = true;
    this.tellSoon();
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  private tellSoon(): void {
    if (this.telling !== 0) return;
    this.telling = requestAnimationFrame(() => {
      this.telling = 0;
      if (this.pointMoved) this.owner.onCrosshair(this.point.tell());
      if (this.greyMoved) this.owner.onWindow(this.grey.tell());
      this.pointMoved = false;
      this.greyMoved = false;
    });
  }
}

const planesOf = ({ ct }: ViewedScene) => ({
  axial: planeGeometry(ct, 'axial'),
  coronal: planeGeometry(ct, 'coronal'),
  sagittal: planeGeometry(ct, 'sagittal'),
});
