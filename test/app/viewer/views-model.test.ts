import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { barMarks } from '../../../src/app/viewer/dose-bar';
import { Followed } from '../../../src/app/viewer/followed';
import { wheelSteps } from '../../../src/app/viewer/picture-input';
import { scaleBarMm } from '../../../src/app/viewer/scale-bar';
import type { Scene } from '../../../src/app/viewer/scene';
import { VIEWER_TEXT } from '../../../src/app/viewer/viewer-text';
import { ViewsModel } from '../../../src/app/viewer/views-model';
import { inOwnFrame } from '../../../src/geometry/interpolate';
import type { Vec3 } from '../../../src/geometry/vec3';
import { gridOf, volumeOf } from './phantom';

const ct = volumeOf({ size: [20, 10, 5], spacing: [1, 2], offsets: [0, 3, 4, 9, 12], origin: [0, 0, 0] }, () => 0);
const SCENE: Scene = { ct, dose: undefined, outlines: [], window: { centre: 40, width: 400 }, crosshairMm: [5.2, 7, 4.4] };

describe('what the views have in common', () => {
  let frames: (() => void)[] = [];
  const nextFrame = () => {
    const due = frames;
    frames = [];
    for (const frame of due) frame();
  };
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const started = () => {
    const onCrosshair = vi.fn<(point: Vec3) => void>();
    const onWindow = vi.fn();
    return { model: new ViewsModel(SCENE, { onCrosshair, onWindow }), onCrosshair, onWindow };
  };

  it('scrolls down to the feet, the back and the right, from slice centre to slice centre', () => {
    const { model } = started();
    expect(['axial', 'coronal', 'sagittal'].map((view) => model.pictureIndex(view as 'axial'))).toEqual([2, 3, 5]);
    model.scroll('axial', 1);
    expect(model.crosshairMm).toEqual([5.2, 7, 3]);
    model.scroll('axial', -3);
    expect(model.crosshairMm[2]).toBe(12);
    model.scroll('coronal', 1);
    expect(model.crosshairMm[1]).toBe(8);
    model.scroll('sagittal', 1);
    expect(model.crosshairMm[0]).toBe(4);
    model.scrollToEnd('axial', true);
    expect(model.crosshairMm).toEqual([4, 8, 0]);
    model.scrollToEnd('axial', false);
    model.scrollToEnd('coronal', true);
    model.scrollToEnd('sagittal', true);
    expect(model.crosshairMm).toEqual([0, 18, 12]);
  });

  it('keeps the crosshair on the picture', () => {
    const { model } = started();
    model.moveWithin('axial', -50, 3);
    expect(model.crosshairMm).toEqual([-0.5, 3, 4.4]);
    model.scroll('axial', -100);
    expect(model.crosshairMm[2]).toBe(12);
  });

  it('tells its owner once a frame, of the last place', () => {
    const { model, onCrosshair, onWindow } = started();
    model.scroll('axial', 1);
    model.scroll('axial', 1);
    model.setWindow(50.4, 350.2);
    expect(onCrosshair).not.toHaveBeenCalled();
    nextFrame();
    expect(onCrosshair.mock.calls).toEqual([[[5.2, 7, 0]]]);
    expect(onWindow.mock.calls).toEqual([[{ centre: 50, width: 350 }]]);
    nextFrame();
    expect(onCrosshair).toHaveBeenCalledTimes(1);
  });

  it('is not pulled back by answers to moves that are past, and follows anything else', () => {
    const { model } = started();
    const answer = (crosshairMm: Vec3) => model.setScene({ ...SCENE, crosshairMm });
    model.scroll('axial', 1);
    const first = model.crosshairMm;
    nextFrame();
    model.scroll('axial', 1);
    const second = model.crosshairMm;
    nextFrame();
    answer(first);
    expect(model.crosshairMm).toEqual(second);
    answer(second);
    expect(model.crosshairMm).toEqual(second);
    answer(first);
    expect(model.crosshairMm).toEqual(first);
    answer([1, 2, 3]);
    expect(model.crosshairMm).toEqual([1, 2, 3]);
  });

  it('limits the window', () => {
    const { model } = started();
    model.setWindow(1e5, -3);
    expect(model.window).toEqual({ centre: 4000, width: 1 });
  });
});

describe('a followed value', () => {
  it('moves at once and follows its owner', () => {
    const value = new Followed<number>(1, Object.is);
    expect(value.move(2)).toBe(true);
    expect(value.move(2)).toBe(false);
    expect(value.tell()).toBe(2);
    expect(value.follow(7)).toBe(true);
    expect(value.value).toBe(7);
  });
});

describe('marks', () => {
  it('the scale bar is the longest round length with room', () => {
    expect([0.3, 1, 1.6, 5, 30, 400].map((pxPerMm) => scaleBarMm(pxPerMm, 110))).toEqual([200, 100, 50, 20, 2, 1]);
  });

  it('the bar writes as many doses as there is room for, the highest level first', () => {
    const levels = [10, 50, 52, 60].map((gy) => ({ gy, colour: `c${gy}` }));
    const field = inOwnFrame(gridOf([0, 0, 0], [1, 1, 1], [2, 2, 2], () => 0));
    const marks = barMarks({ field, levels, fromGy: 0, maxGy: 60, label: '', opacity: 0.5 }, 120);
    expect(marks.filter((mark) => mark.written).map((mark) => mark.gy)).toEqual([60, 52, 10, 0]);
    expect(marks.map((mark) => mark.part)).toEqual([1, 52 / 60, 50 / 60, 10 / 60, 0]);
  });

  it('a notch of the wheel is a step, and the small travel of a touch pad adds up', () => {
    expect(wheelSteps(100, false, 0)).toEqual([1, 0]);
    expect(wheelSteps(-120, false, 0)).toEqual([-1, 0]);
    expect(wheelSteps(3, true, 0)).toEqual([1, 0]);
    expect(wheelSteps(360, false, 5)).toEqual([3, 0]);
    expect(wheelSteps(20, false, 0)).toEqual([0, 20]);
    expect(wheelSteps(20, false, 20)).toEqual([1, 10]);
    expect(wheelSteps(-20, false, 20)[1]).toBe(-20);
  });

  it('positions are written with a minus sign, and zero without', () => {
    expect(VIEWER_TEXT.position('axial', -34.46)).toBe('z −34.5 mm');
    expect(VIEWER_TEXT.position('coronal', -0.01)).toBe('y 0.0 mm');
  });
});
