import { IconArrowsMaximize, IconArrowsMinimize, IconZoomReset } from '@tabler/icons-react';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Drawing, OnPlane } from './drawing';
import { edgeLetters } from './orientation-letters';
import styles from './ortho-views.module.css';
import { type Grip, listenTo } from './picture-input';
import type { PicturePlace } from './picture-place';
import { type PlaneGeometry, planeGeometry } from './plane';
import type { ViewedScene, ViewPlane } from './scene';
import { marksIn, updateMarks } from './slice-marks';
import type { AmongViews } from './ThreeViews';
import { ViewCanvas } from './view-canvas';
import type { ViewerText } from './viewer-text';
import type { ViewsModel } from './views-model';

export interface SliceViewProps<S extends ViewedScene, Content extends OnPlane> extends AmongViews {
  readonly model: ViewsModel<S>;
  readonly scene: S;
  readonly labels: ViewerText;
  /** Makes what draws the pictures. Where it is another function, the picture is begun anew. */
  readonly start: (element: HTMLElement) => Drawing<Content>;
  readonly contentOf: (model: ViewsModel<S>, view: ViewPlane) => Content;
  /** What is written of the place under the pointer, mm. */
  readonly readout: (plane: PlaneGeometry, across: number, down: number, through: number) => string;
  /** Below the picture, at the left. */
  readonly foot?: ReactNode;
  /** Above the picture, and told of every frame. */
  readonly overlay?: ReactNode;
  readonly onFrame?: (stage: HTMLElement, place: PicturePlace) => void;
  /** What the pointer takes hold of at a place of the screen, where that is not the crosshair. */
  readonly grip?: (place: PicturePlace, x: number, y: number, event: PointerEvent) => Grip | undefined;
  /** Takes keys, pressed and let go, before the picture does. @returns whether it did. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly onBlur?: () => void;
  /** Id of the element that tells what can be done here. */
  readonly describedBy?: string | undefined;
}

/** One picture with what is written on it. */
export function SliceView<S extends ViewedScene, Content extends OnPlane>(props: SliceViewProps<S, Content>) {
  const { model, scene, view, labels, start, maximised, hidden, onMaximise } = props;
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const canvas = useRef<ViewCanvas<Content>>(undefined);

  useEffect(() => {
    const marks = marksIn(root.current!);
    const picture = root.current!.querySelector<HTMLElement>('[data-part=picture]')!;
    const lines = root.current!.querySelector<HTMLCanvasElement>('[data-part=lines]')!;
    let pointer: readonly [number, number] | undefined;
    const written = (place: PicturePlace) => {
      if (!pointer) return '';
      const { centresMm } = model.planes[view].through;
      return latest.current.readout(model.planes[view], ...place.fromScreen(...pointer), centresMm[model.pictureIndex(view)]);
    };
    const drawn = new ViewCanvas(picture, lines, start, () => {
      updateMarks(marks, drawn.place, model, view, latest.current.labels, written(drawn.place));
      latest.current.onFrame?.(marks.stage, drawn.place);
    });
    canvas.current = drawn;
    const show = () => drawn.show(latest.current.contentOf(model, view));
    const unsubscribe = model.subscribe(show);
    show();

    const fitSize = () => drawn.resize(marks.stage.clientWidth, marks.stage.clientHeight, window.devicePixelRatio || 1);
    const observer = new ResizeObserver(fitSize);
    // In device pixels: a window moved to a finer screen counts as well.
    observer.observe(marks.stage, { box: 'device-pixel-content-box' });
    fitSize();

    const stopListening = listenTo(marks.stage, {
      scroll: (steps) => model.scroll(view, steps),
      scrollToEnd: (last) => model.scrollToEnd(view, last),
      point: (x, y) => model.moveWithin(view, ...drawn.place.fromScreen(x, y)),
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
      grip: (x, y, event) => latest.current.grip?.(drawn.place, x, y, event),
      key: (event) => latest.current.onKey?.(event) ?? false,
      blur: () => latest.current.onBlur?.(),
    });
    return () => {
      stopListening();
      observer.disconnect();
      unsubscribe();
      drawn.dispose();
    };
  }, [model, view, start]);

  // Words, or what is drawn above the picture, may have changed.
  useLayoutEffect(() => canvas.current?.show(props.contentOf(model, view)));

  const { ct } = scene;
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
        aria-describedby={props.describedBy}
        aria-valuemin={1}
        aria-valuemax={plane.through.centresMm.length}
        aria-valuenow={1}
        tabIndex={0}
      >
        <div className={styles.picture} data-part="picture" />
        <canvas className={styles.lines} data-part="lines" />
        <div className={styles.crossAcross} data-part="cross-across" />
        <div className={styles.crossDown} data-part="cross-down" />
        {props.overlay}
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
          {props.foot}
        </div>
        <div className={styles.scale} data-part="scale" />
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
