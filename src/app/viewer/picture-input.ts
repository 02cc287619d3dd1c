/** What a user can do with a picture. Places are CSS pixels from its upper left corner. */
export interface PictureActions {
  readonly scroll: (steps: number) => void;
  readonly scrollToEnd: (last: boolean) => void;
  readonly point: (x: number, y: number) => void;
  readonly hover: (x: number, y: number) => void;
  readonly leave: () => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, x?: number, y?: number) => void;
  /** Right-drag: pixels to the right and down. */
  readonly window: (dx: number, dy: number) => void;
  readonly fit: () => void;
  readonly toggleMaximised: () => void;
  readonly restore: () => void;
  /** What a press of the first button takes hold of; nothing: the crosshair. */
  readonly grip?: (x: number, y: number, event: PointerEvent) => Grip | undefined;
  /** Takes keys, pressed and let go, before the picture does. @returns whether it did. */
  readonly key?: (event: KeyboardEvent) => boolean;
  /** The picture lost the focus: keys may be let go elsewhere. */
  readonly blur?: () => void;
}

/** Something held by the pointer. */
export interface Grip {
  /** Where the pointer is now. */
  readonly drag: (x: number, y: number) => void;
  readonly end: () => void;
}

type Drag = 'point' | 'pan' | 'window';

const ZOOM_STEP = 1.2;
const PAGE = 10;
/** Wheel travel of one notch at least; touch pads send many smaller ones. */
const NOTCH_PX = 50;
const TRAVEL_PX = 30;

function dragOf(event: PointerEvent): Drag | undefined {
  if (event.button === 1 || (event.button === 0 && event.shiftKey)) return 'pan';
  if (event.button === 0) return 'point';
  return event.button === 2 ? 'window' : undefined;
}

/** Steps of a wheel event, the rest kept for the next one. */
export function wheelSteps(travel: number, lines: boolean, rest: number): readonly [steps: number, rest: number] {
  if (lines || Math.abs(travel) >= NOTCH_PX)
    return [Math.sign(travel) * Math.max(1, Math.round(Math.abs(travel) / (lines ? 3 : 120))), 0];
  const sum = Math.sign(rest) === -Math.sign(travel) ? travel : rest + travel;
  const steps = Math.trunc(sum / TRAVEL_PX);
  return [steps, sum - steps * TRAVEL_PX];
}

const KEYS: Readonly<Record<string, (actions: PictureActions) => void>> = {
  ArrowDown: (a) => a.scroll(1),
  ArrowRight: (a) => a.scroll(1),
  ArrowUp: (a) => a.scroll(-1),
  ArrowLeft: (a) => a.scroll(-1),
  PageDown: (a) => a.scroll(PAGE),
  PageUp: (a) => a.scroll(-PAGE),
  Home: (a) => a.scrollToEnd(false),
  End: (a) => a.scrollToEnd(true),
  '+': (a) => a.zoom(ZOOM_STEP),
  '=': (a) => a.zoom(ZOOM_STEP),
  '-': (a) => a.zoom(1 / ZOOM_STEP),
  '0': (a) => a.fit(),
  Enter: (a) => a.toggleMaximised(),
  Escape: (a) => a.restore(),
};

/**
 * Listens to pointer, wheel and keys of a picture.
 * @returns a function that ends the listening.
 */
export function listenTo(stage: HTMLElement, actions: PictureActions): () => void {
  let drag: Drag | Grip | undefined;
  let rest = 0;
  let lastX = 0;
  let lastY = 0;
  const place = (event: MouseEvent): [number, number] => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void, passive = true) =>
    stage.addEventListener(type, listener, { signal: stop.signal, passive });

  on(
    'pointerdown',
    (event) => {
      if (drag) return;
      drag = dragOf(event);
      if (!drag) return;
      if (drag === 'point') drag = actions.grip?.(...place(event), event) ?? drag;
      // Keeps the browser's own middle-button scrolling away; the focus is then set by hand.
      event.preventDefault();
      stage.focus({ preventScroll: true });
      stage.setPointerCapture(event.pointerId);
      [lastX, lastY] = place(event);
      if (drag === 'point') actions.point(lastX, lastY);
    },
    false,
  );
  on('pointermove', (event) => {
    const [x, y] = place(event);
    if (drag === 'point') actions.point(x, y);
    else if (drag === 'pan') actions.pan(x - lastX, y - lastY);
    else if (drag === 'window') actions.window(x - lastX, y - lastY);
    else drag?.drag(x, y);
    [lastX, lastY] = [x, y];
    actions.hover(x, y);
  });
  const end = () => {
    const held = drag;
    drag = undefined;
    if (typeof held === 'object') held.end();
  };
  on('pointerup', end);
  on('pointercancel', end);
  on('lostpointercapture', end);
  on('pointerleave', () => actions.leave());
  on('mousedown', (event) => event.preventDefault(), false);
  on('contextmenu', (event) => event.preventDefault(), false);
  on('dblclick', (event) => {
    if (event.button === 0 && !event.shiftKey) actions.toggleMaximised();
  });
  on(
    'wheel',
    (event) => {
      event.preventDefault();
      const travel = event.deltaY || event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        const [x, y] = place(event);
        // A notch is one step of magnification; pinching on a touch pad sends small ones.
        actions.zoom(ZOOM_STEP ** (-Math.sign(travel) * Math.min(1, event.deltaMode ? 1 : Math.abs(travel) / NOTCH_PX)), x, y);
        return;
      }
      const [steps, left] = wheelSteps(travel, event.deltaMode !== 0, rest);
      rest = left;
      if (steps !== 0) actions.scroll(steps);
    },
    false,
  );
  on(
    'keydown',
    (event) => {
      if (actions.key?.(event)) {
        event.preventDefault();
        return;
      }
      const action = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
      if (!action) return;
      event.preventDefault();
      action(actions);
    },
    false,
  );
  on('keyup', (event) => void actions.key?.(event));
  on('blur', () => actions.blur?.());
  return () => stop.abort();
}
