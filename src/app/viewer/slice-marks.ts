import { printable } from '../../printable';
import type { PicturePlace } from './picture-place';
import { toPlane } from './plane';
import { scaleBarMm } from './scale-bar';
import type { ViewedScene, ViewPlane } from './scene';
import type { ViewerText } from './viewer-text';
import type { ViewsModel } from './views-model';

const BAR_PX = 110;

/** The elements of a picture that move with it; they are changed directly, without React, once a frame. */
export interface SliceMarks {
  readonly stage: HTMLElement;
  readonly crossAcross: HTMLElement;
  readonly crossDown: HTMLElement;
  readonly position: HTMLElement;
  readonly window: HTMLElement;
  readonly scale: HTMLElement;
  readonly readout: HTMLElement;
}

export function marksIn(root: HTMLElement): SliceMarks {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  return {
    stage: part('stage'),
    crossAcross: part('cross-across'),
    crossDown: part('cross-down'),
    position: part('position'),
    window: part('window'),
    scale: part('scale'),
    readout: part('readout'),
  };
}

function write(element: HTMLElement, text: string): void {
  const seen = printable(text);
  if (element.textContent !== seen) element.textContent = seen;
}

/** Puts crosshair, position, window and scale where they are now. */
export function updateMarks<S extends ViewedScene>(
  marks: SliceMarks,
  place: PicturePlace,
  model: ViewsModel<S>,
  view: ViewPlane,
  labels: ViewerText,
  readout: string,
): void {
  const plane = model.planes[view];
  const picture = model.pictureIndex(view);
  const [across, down] = toPlane(plane, model.crosshairMm);
  const [x, y] = place.toScreen(across, down);
  marks.crossAcross.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  marks.crossDown.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  const position = labels.position(view, plane.through.centresMm[picture]);
  write(marks.position, position);
  write(marks.window, labels.window(model.window.centre, model.window.width));
  marks.stage.setAttribute('aria-valuenow', `${picture + 1}`);
  marks.stage.setAttribute('aria-valuemax', `${model.pictureCount(view)}`);
  marks.stage.setAttribute('aria-valuetext', printable(position));
  const lengthMm = scaleBarMm(place.pxPerMm, BAR_PX);
  marks.scale.style.width = `${(lengthMm * place.pxPerMm).toFixed(2)}px`;
  write(marks.scale, labels.scaleBar(lengthMm));
  write(marks.readout, readout);
}
