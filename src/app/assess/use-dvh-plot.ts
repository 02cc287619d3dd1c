import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Scope } from '../../constraints/goal-expression';
import { SCOPE_DASHES } from './colours';
import type { DvhCurve, DvhData } from './dvh-data';
import { drawMarks, type MarkLook, marksHeight } from './dvh-marks';

export interface DvhLook extends MarkLook {
  readonly scope: Readonly<Record<Scope, string>>;
  readonly ink: string;
  readonly grid: string;
}

export interface DvhView {
  readonly data: DvhData;
  readonly look: DvhLook;
  readonly height: number;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Drawn stronger than the others. */
  readonly strong: Scope | undefined;
  readonly visible: readonly Scope[];
  /** Index of the dose under the pointer. */
  readonly onPoint: (index: number | undefined) => void;
}

const DOTTED = [1.5, 3.5];

/** Keeps a uPlot in an element: built anew where the axes or the look change, else fed; as wide as the element. */
export function useDvhPlot(host: RefObject<HTMLDivElement | null>, view: DvhView): void {
  const plot = useRef<uPlot>(undefined);
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  });
  const { data, look, height, xTitle, yTitle, strong, visible } = view;
  const made = JSON.stringify([
    data.curves.map(({ scope, isOriginal }) => [scope, isOriginal]),
    [marksHeight(data, height), height, xTitle, yTitle, strong, visible],
    [look.scope, look.verdict, look.ink, look.say('planned ')],
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `made` stands for all of the view that the plot is built from
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const built = new uPlot(options(latest, element.clientWidth), columnsOf(latest.current.data), element);
    plot.current = built;
    const resize = new ResizeObserver(() => {
      if (element.clientWidth > 0) built.setSize({ width: element.clientWidth, height: latest.current.height });
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      built.destroy();
      plot.current = undefined;
    };
  }, [host, made]);

  useEffect(() => {
    const now = plot.current;
    if (now && now.series.length === data.curves.length + 1) now.setData(columnsOf(data));
  }, [data]);
}

const columnsOf = ({ doseGy, curves }: DvhData): uPlot.AlignedData => [[...doseGy], ...curves.map(({ volume }) => [...volume])];

function options(view: RefObject<DvhView>, width: number): uPlot.Options {
  const { data, look, height, xTitle, yTitle, strong, visible } = view.current;
  const font = `11px ${look.fontFamily}`;
  const axis = {
    stroke: look.ink,
    font,
    labelFont: font,
    labelSize: 16,
    grid: { stroke: look.grid, width: 1 },
    ticks: { stroke: look.grid, width: 1, size: 4 },
  };
  return {
    width,
    height,
    padding: [marksHeight(data, height), 14, 0, 0],
    legend: { show: false },
    // A pointer reads the curves; it neither zooms nor selects.
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 7 } },
    scales: {
      x: { time: false, range: () => [0, view.current.data.toGy] },
      y: { range: () => [0, 102] },
    },
    axes: [
      { ...axis, label: xTitle, size: 26 },
      { ...axis, label: yTitle, size: 36, splits: () => [0, 20, 40, 60, 80, 100] },
    ],
    series: [{}, ...data.curves.map((curve) => seriesOf(curve, look, strong, visible))],
    hooks: {
      draw: [(plot) => drawMarks(plot, view.current.data, view.current.look)],
      setCursor: [({ cursor }) => view.current.onPoint((cursor.left ?? -1) < 0 ? undefined : (cursor.idx ?? undefined))],
    },
  };
}

function seriesOf(
  { scope, isOriginal }: DvhCurve,
  look: DvhLook,
  strong: Scope | undefined,
  visible: readonly Scope[],
): uPlot.Series {
  return {
    label: scope,
    show: visible.includes(scope),
    stroke: look.scope[scope],
    width: isOriginal ? 1.3 : scope === strong ? 2.6 : 1.7,
    dash: isOriginal ? DOTTED : [...SCOPE_DASHES[scope]],
    points: { show: false },
  };
}
