import { edgesMm, type PlaneGeometry } from './plane';

const ZOOM = { least: 0.5, most: 40 };

/** Where a picture lies on the screen: what is in the middle, and how much it is magnified. Screen places are CSS pixels. */
export class PicturePlace {
  /** Of the space on the screen, CSS pixels, with the device's pixels for each of them. */
  size = { width: 0, height: 0, ratio: 1 };
  /** Coordinates in the middle of the space, mm. */
  centre = { across: 0, down: 0 };
  /** Magnification of what just fits. */
  zoom = 1;
  private plane: PlaneGeometry | undefined;

  /** Takes another plane; the whole picture is shown where that lies elsewhere than the one before. */
  showPlane(plane: PlaneGeometry): void {
    const before = this.plane;
    this.plane = plane;
    if (!(before && closeRows(before.across, plane.across) && closeRows(before.down, plane.down))) this.fit();
  }

  /** Pixels of the screen for each mm. */
  get pxPerMm(): number {
    const { plane } = this;
    if (!plane) return 1;
    const { width, height } = this.size;
    const fits = Math.min(width / (plane.across.count * plane.across.stepMm), height / (plane.down.count * plane.down.stepMm));
    return fits * this.zoom;
  }

  toScreen(across: number, down: number): readonly [x: number, y: number] {
    const { width, height } = this.size;
    const k = this.pxPerMm;
    return [width / 2 + (across - this.centre.across) * k, height / 2 + (down - this.centre.down) * k];
  }

  fromScreen(x: number, y: number): readonly [across: number, down: number] {
    const { width, height } = this.size;
    const k = this.pxPerMm;
    return [this.centre.across + (x - width / 2) / k, this.centre.down + (y - height / 2) / k];
  }

  /** Magnifies about a point of the screen (the middle where none is given), which stays where it is. */
  zoomBy(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    const [across, down] = this.fromScreen(x, y);
    this.zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, this.zoom * factor));
    const [nowAcross, nowDown] = this.fromScreen(x, y);
    this.panTo(this.centre.across + across - nowAcross, this.centre.down + down - nowDown);
  }

  /** Moves the picture with the pointer. */
  panBy(dx: number, dy: number): void {
    const k = this.pxPerMm;
    this.panTo(this.centre.across - dx / k, this.centre.down - dy / k);
  }

  /** The whole picture, in the middle. */
  fit(): void {
    const { plane } = this;
    if (!plane) return;
    const middle = (row: PlaneGeometry['across']) => row.firstMm + ((row.count - 1) / 2) * row.stepMm;
    this.zoom = 1;
    this.panTo(middle(plane.across), middle(plane.down));
  }

  /** The middle of the space stays on the picture. */
  private panTo(across: number, down: number): void {
    const { plane } = this;
    if (!plane) return;
    const within = (mm: number, [from, to]: readonly [number, number]) => Math.min(to, Math.max(from, mm));
    this.centre = { across: within(across, edgesMm(plane.across)), down: within(down, edgesMm(plane.down)) };
  }
}

const closeRows = (a: PlaneGeometry['across'], b: PlaneGeometry['across']) =>
  Math.abs(edgesMm(a)[0] - edgesMm(b)[0]) < 1 && Math.abs(edgesMm(a)[1] - edgesMm(b)[1]) < 1;
