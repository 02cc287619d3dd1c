import { IconArrowsMaximize, IconArrowsMinimize, IconZoomReset } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { hounsfieldAt } from './ct-slice';
import { DoseBar } from './DoseBar';
import { type NamedField, valuesAt } from './dose-plane';
import { edgeLetters } from './orientation-letters';
import styles from './ortho-views.module.css';
import { listenTo } from './picture-input';
import { planeGeometry, toPatient, toPlane } from './plane';
import { scaleBarMm } from './scale-bar';
import type { Scene, ViewPlane } from './scene';
import { ViewCanvas } from './view-canvas';
import type { ViewerText } from './viewer-text';
import type { ViewsModel } from './views-model';

export interface SliceViewProps {
  readonly model: ViewsModel;
  readonly scene: Scene;
  readonly view: ViewPlane;
  readonly labels: ViewerText;
  readonly hoverValues: readonly NamedField[];
  readonly maximised: boolean;
  readonly hidden: boolean;
  readonly onMaximise: (view: ViewPlane | undefined) => void;
}

const BAR_PX = 110;

/** The elements that move with the picture; they are changed directly, without React, once a frame. */
interface Marks {
  readonly stage: HTMLElement;
  readonly crossAcross: HTMLElement;
  readonly crossDown: HTMLElement;
  readonly position: HTMLElement;
  readonly window: HTMLElement;
  readonly scale: HTMLElement;
  readonly readout: HTMLElement;
}

/** One picture with what is written on it. */
export function SliceView(props: SliceViewProps) {
  const { model, scene, view, labels, maximised, hidden, onMaximise } = props;
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const canvas = useRef<ViewCanvas>(undefined);

  useEffect(() => {
    const marks = marksIn(root.current!);
    const picture = root.current!.querySelector<HTMLElement>('[data-part=picture]')!;
    const lines = root.current!.querySelector<HTMLCanvasElement>('[data-part=lines]')!;
    let pointer: readonly [number, number] | undefined;
    const drawn = new ViewCanvas(picture, lines, () => updateMarks(drawn, marks, latest.current, pointer));
    canvas.current = drawn;
    const show = () => drawn.show(contentOf(model, view));
    const unsubscribe = model.subscribe(show);
    show();
    drawn.fit();

    const fitSize = () => drawn.resize(marks.stage.clientWidth, marks.stage.clientHeight, window.devicePixelRatio || 1);
    const observer = new ResizeObserver(fitSize);
    // In device pixels: a window moved to a finer screen counts as well.
    observer.observe(marks.stage, { box: 'device-pixel-content-box' });
    fitSize();

    const stopListening = listenTo(marks.stage, {
      scroll: (steps) => model.scroll(view, steps),
      scrollToEnd: (last) => model.scrollToEnd(view, last),
      point: (x, y) => model.moveWithin(view, ...drawn.fromScreen(x, y)),
      hover: (x, y) => {
        pointer = [x, y];
        show();
      },
      leave: () => {
        pointer = undefined;
        show();
      },
      pan: (dx, dy) => drawn.panBy(dx, dy),
      zoom: (factor, x, y) => drawn.zoomBy(factor, x, y),
      window: (dx, dy) => {
        const { centre, width } = model.window;
        // The wider the window, the more a pixel of the drag changes it.
        const perPixel = Math.max(1, width / 300);
        model.setWindow(centre + dy * perPixel, width + dx * perPixel);
      },
      fit: () => drawn.fit(),
      toggleMaximised: () => latest.current.onMaximise(latest.current.maximised ? undefined : view),
      restore: () => latest.current.onMaximise(undefined),
    });
    return () => {
      stopListening();
      observer.disconnect();
      unsubscribe();
      drawn.dispose();
    };
  }, [model, view]);

  // Words may have changed.
  useLayoutEffect(() => canvas.current?.show(contentOf(model, view)));

  const { ct, dose } = scene;
  const plane = useMemo(() => planeGeometry(ct, view), [ct, view]);
  const letters = edgeLetters(plane, labels.letters);
  const Toggle = maximised ? IconArrowsMinimize : IconArrowsMaximize;
  return (
    <div ref={root} className={styles.view} data-view={view} hidden={hidden}>
      <div
        className={styles.stage}
        data-part="stage"
        role="slider"
        aria-orientation="vertical"
        aria-label={labels.pictureName(view)}
        aria-valuemin={1}
        aria-valuemax={plane.through.centresMm.length}
        aria-valuenow={1}
        tabIndex={0}
      >
        <div className={styles.picture} data-part="picture" />
        <canvas className={styles.lines} data-part="lines" />
        <div className={styles.crossAcross} data-part="cross-across" />
        <div className={styles.crossDown} data-part="cross-down" />
        <div className={styles.heading}>
          <b>{labels.views[view]}</b> <span data-part="position" />
          <div className={styles.window} data-part="window" />
        </div>
        <span className={`${styles.letter} ${styles.left}`}>{letters.left}</span>
        <span className={`${styles.letter} ${styles.right}`}>{letters.right}</span>
        <span className={`${styles.letter} ${styles.top}`}>{letters.top}</span>
        <span className={`${styles.letter} ${styles.bottom}`}>{letters.bottom}</span>
        <div className={styles.foot}>
          <div className={styles.readout} data-part="readout" />
          {dose && (
            <div className={styles.doseLabel} data-part="dose-label">
              {dose.label}
            </div>
          )}
        </div>
        <div className={styles.scale} data-part="scale" />
        {dose && <DoseBar dose={dose} labels={labels} />}
      </div>
      <div className={styles.buttons}>
        <button type="button" aria-label={labels.fit} title={labels.fit} onClick={() => canvas.current?.fit()}>
          <IconZoomReset size={16} stroke={1.75} />
        </button>
        <button
          type="button"
          aria-label={maximised ? labels.restore : labels.maximise}
          title={maximised ? labels.restore : labels.maximise}
          onClick={() => onMaximise(maximised ? undefined : view)}
        >
          <Toggle size={16} stroke={1.75} />
        </button>
      </div>
    </div>
  );
}

const contentOf = (model: ViewsModel, view: ViewPlane) => ({
  ct: model.scene.ct,
  plane: model.planes[view],
  picture: model.pictureIndex(view),
  window: model.window,
  dose: model.scene.dose,
  outlines: model.scene.outlines,
});

function marksIn(root: HTMLElement): Marks {
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
  if (element.textContent !== text) element.textContent = text;
}

function updateMarks(
  drawn: ViewCanvas,
  marks: Marks,
  props: SliceViewProps,
  pointer: readonly [number, number] | undefined,
): void {
  const { model, view, labels } = props;
  const plane = model.planes[view];
  const picture = model.pictureIndex(view);
  const count = model.pictureCount(view);
  const throughMm = plane.through.centresMm[picture];
  const [across, down] = toPlane(plane, model.crosshairMm);
  const [x, y] = drawn.toScreen(across, down);
  marks.crossAcross.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  marks.crossDown.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  const position = labels.position(view, throughMm);
  write(marks.position, position);
  write(marks.window, labels.window(model.window.centre, model.window.width));
  marks.stage.setAttribute('aria-valuenow', `${picture + 1}`);
  marks.stage.setAttribute('aria-valuemax', `${count}`);
  marks.stage.setAttribute('aria-valuetext', position);
  const lengthMm = scaleBarMm(drawn.pxPerMm, BAR_PX);
  marks.scale.style.width = `${(lengthMm * drawn.pxPerMm).toFixed(2)}px`;
  write(marks.scale, labels.scaleBar(lengthMm));
  write(marks.readout, pointer ? readout(drawn, props, pointer, throughMm) : '');
}

/** What lies under the pointer. */
function readout(
  drawn: ViewCanvas,
  { model, view, labels, hoverValues }: SliceViewProps,
  [x, y]: readonly [number, number],
  throughMm: number,
): string {
  const plane = model.planes[view];
  const point = toPatient(plane, ...drawn.fromScreen(x, y), throughMm);
  const hu = hounsfieldAt(model.scene.ct, plane, point);
  if (hu === undefined) return '';
  const doses = valuesAt(
    point,
    hoverValues.map(({ field }) => field),
  );
  return [
    labels.hounsfield(hu),
    ...doses.map((gy, n) => `${hoverValues[n].label}: ${gy === undefined ? labels.outsideDose : labels.gy(gy)}`),
  ].join(' · ');
}
