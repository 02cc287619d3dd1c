import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveByKey, shiftGrip, turnAxis, turnGrip } from '../../../src/app/fusion/move-grips';
import { Moves } from '../../../src/app/fusion/moves';
import { PicturePlace } from '../../../src/app/viewer/picture-place';
import { planeGeometry } from '../../../src/app/viewer/plane';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import { volumeOf } from '../viewer/phantom';

const ct = volumeOf({ size: [100, 100, 50], spacing: [2, 2], offsets: 4, origin: [-99, -99, -98] }, () => 0);
const planeOf = (view: ViewPlane) => planeGeometry(ct, view);
/** 200 mm in 400 pixels. */
const placeOf = (view: ViewPlane) => {
  const place = new PicturePlace();
  place.size = { width: 400, height: 400, ratio: 1 };
  place.showPlane(planeOf(view));
  return place;
};

describe('moving what is shown', () => {
  let frames: (() => void)[] = [];
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = [];
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const started = () => {
    const moves = new Moves();
    const owner = { onMove: vi.fn(), onTurn: vi.fn(), onDone: vi.fn() };
    moves.owner = owner;
    return { moves, ...owner };
  };

  it('is told once a frame, and the rest when it is let go', () => {
    const { moves, onMove, onDone } = started();
    const grip = shiftGrip(moves, planeOf('axial'), placeOf('axial'), 100, 100);
    grip.drag(103, 100);
    grip.drag(110, 104);
    expect(onMove).not.toHaveBeenCalled();
    for (const frame of frames.splice(0)) frame();
    expect(onMove.mock.calls).toEqual([[{ shiftMm: [5, 2, 0] }]]);
    grip.drag(110, 98);
    grip.end();
    expect(onMove.mock.calls[1]).toEqual([{ shiftMm: [0, -3, 0] }]);
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(frames).toEqual([]);
  });

  it('is not told where nothing was moved', () => {
    const { moves, onMove, onDone } = started();
    shiftGrip(moves, planeOf('axial'), placeOf('axial'), 100, 100).end();
    expect(onMove).not.toHaveBeenCalled();
    expect(onDone).not.toHaveBeenCalled();
  });

  it.each([
    ['axial', [5, 10, 0]],
    ['coronal', [5, 0, -10]],
    ['sagittal', [0, 5, -10]],
  ] as const)('goes to the right and down in the picture: %s', (view, shiftMm) => {
    const { moves, onMove } = started();
    const grip = shiftGrip(moves, planeOf(view), placeOf(view), 0, 0);
    grip.drag(10, 20);
    grip.end();
    const told: number[] = onMove.mock.calls[0][0].shiftMm;
    told.forEach((mm, axis) => expect(mm).toBeCloseTo(shiftMm[axis], 9));
  });

  it.each([
    ['axial', [0, 0, 1]],
    ['coronal', [0, 1, 0]],
    ['sagittal', [-1, 0, 0]],
  ] as const)('turns clockwise about the direction of sight: %s', (view, axis) => {
    expect(turnAxis(planeOf(view)).map((mm) => mm + 0)).toEqual([...axis]);
  });

  it('turns with the pointer about the centre, across the half turn too', () => {
    const { moves, onTurn } = started();
    const centreMm = [0, 0, 12] as const;
    // The centre is in the middle of the picture, at (200, 200).
    const grip = turnGrip(moves, planeOf('axial'), placeOf('axial'), centreMm, 100, 210);
    grip.drag(100, 190);
    grip.end();
    const { axis, degrees, centreMm: told } = onTurn.mock.calls[0][0];
    expect(axis).toEqual([0, 0, 1]);
    expect(told).toBe(centreMm);
    expect(degrees).toBeCloseTo((2 * Math.atan(0.1) * 180) / Math.PI, 9);
  });

  it('goes by steps with the keys', () => {
    const { moves, onMove, onTurn, onDone } = started();
    const plane = planeOf('coronal');
    const key = (name: string, more: object = {}, type = 'keydown') =>
      moveByKey(moves, plane, [1, 2, 3], { type, key: name, ...more } as KeyboardEvent);
    expect(key('ArrowDown')).toBe(true);
    key('ArrowDown', {}, 'keyup');
    expect(onMove.mock.calls[0][0].shiftMm[2]).toBe(-1);
    expect(onDone).toHaveBeenCalledTimes(1);
    key('ArrowLeft', { shiftKey: true });
    key('ArrowLeft', {}, 'keyup');
    expect(onMove.mock.calls[1][0].shiftMm[0]).toBeCloseTo(-0.1, 12);
    key('ArrowRight', { altKey: true, shiftKey: true });
    key('ArrowRight', {}, 'keyup');
    expect(onTurn.mock.calls).toEqual([[{ axis: turnAxis(plane), degrees: 0.1, centreMm: [1, 2, 3] }]]);
    expect([key('PageUp'), key('a'), key('ArrowUp', { ctrlKey: true })]).toEqual([false, false, false]);
  });
});
