import * as cornerstone from 'cornerstone-core';
import type { DoseField } from '../../geometry/interpolate';
import { doseTable, tableEntries } from './colour-map';
import { DosePlane, latticeOf } from './dose-plane';
import { placeLayer } from './drawing';
import { type ImageInMemory, tableImage } from './image-in-memory';
import type { PicturePlace } from './picture-place';
import type { PlaneGeometry } from './plane';
import type { DoseLayer } from './scene';

const COLOUR_MAP = 'isoeffect-dose';

/** The dose on a picture, as a layer of cornerstone's above the CT. */
export class DoseWash {
  /** The doses of the plane; none where the pictures of the view never meet the dose grid. */
  doses: DosePlane | undefined;
  private of: DoseField | undefined;
  private layer: { id: string; image: ImageInMemory<Uint8Array> } | undefined;

  constructor(private readonly element: HTMLElement) {}

  /** Forgets the layer: cornerstone's have been purged, or the plane is another. */
  forget(): void {
    this.of = undefined;
    this.doses = undefined;
    this.layer = undefined;
  }

  take(dose: DoseLayer | undefined, plane: PlaneGeometry): void {
    if (dose?.field !== this.of) {
      if (this.layer) cornerstone.removeLayer(this.element, this.layer.id);
      this.layer = undefined;
      const lattice = dose && latticeOf(plane, dose.field);
      this.doses = dose && lattice && new DosePlane(plane, dose.field, lattice);
      this.of = dose?.field;
    }
    if (this.layer || !this.doses) return;
    const { columns, rows, stepMm } = this.doses.lattice;
    const image = tableImage(columns, rows, stepMm);
    // In the viewport: as an option of the layer, cornerstone takes a colour map with a warning at every drawing.
    const colormap = cornerstone.colors.getColormap(COLOUR_MAP, { name: 'Dose', colors: doseTable() });
    this.layer = { image, id: cornerstone.addLayer(this.element, image.image, { viewport: { colormap } }) };
  }

  /** The colours of the plane at `throughMm`. */
  colour(dose: DoseLayer | undefined, throughMm: number, version: number): void {
    if (!dose || !this.doses || !this.layer || dose.opacity === 0) return;
    tableEntries(this.doses.sample(throughMm), dose.fromGy, dose.maxGy, this.layer.image.pixels);
    this.layer.image.show(`${version}:${dose.fromGy}:${dose.maxGy}`);
  }

  place(dose: DoseLayer | undefined, place: PicturePlace): void {
    if (!this.layer || !this.doses) return;
    const { stepMm } = this.doses.lattice;
    placeLayer(this.element, this.layer.id, { ...this.doses.lattice, columnMm: stepMm, rowMm: stepMm }, place);
    const { options } = cornerstone.getLayer(this.element, this.layer.id);
    if (options) options.opacity = dose?.opacity ?? 0;
  }
}
