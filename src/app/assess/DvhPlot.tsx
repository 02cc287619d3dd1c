import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'uplot/dist/uPlot.min.css';
import { SCOPES, type Scope } from '../../constraints/goal-expression';
import { type OrganResult, organLabel } from '../../evaluation/assessment';
import { asWritten } from '../../figures/number-format';
import { goalWords as written } from '../../figures/wording';
import { type Pair, SCOPE_COLOURS, VERDICT_COLOURS } from './colours';
import { DvhLegend } from './DvhLegend';
import { DvhTable } from './DvhTable';
import styles from './dvh.module.css';
import { dvhData, type Role } from './dvh-data';
import { quantityText } from './goal-words';
import type { Standing } from './standing';
import { useDvhPlot } from './use-dvh-plot';

export interface DvhPlotProps {
  readonly organ: OrganResult;
  /** The organ without the what-if: its curves are dotted. */
  readonly original?: OrganResult | undefined;
  /** Of the courses that there are; of both kinds where it is not given. */
  readonly roles?: readonly Role[] | undefined;
  /** Of the picture, without the rows of text around it. */
  readonly height: number;
  /** The dose that the rest of the screen shows: its curve is stronger. */
  readonly scope?: Scope;
  /** The curves shown; kept by the component itself where it is not given. */
  readonly visible?: readonly Scope[];
  readonly onVisible?: (visible: readonly Scope[]) => void;
}

/** The dose-volume histogram of an organ with the limits of its goals. As wide as the element around it. */
export function DvhPlot({ organ, original, roles, height, scope, visible, onVisible }: DvhPlotProps) {
  const { t } = useTranslation('assess');
  const host = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<readonly Scope[]>(SCOPES);
  const [point, setPoint] = useState<number>();
  const shown = visible ?? own;
  const data = useMemo(() => dvhData(organ, original, roles), [organ, original, roles]);
  const alphaBeta = asWritten(organ.alphaBetaGy, 'Gy');
  const say = useCallback(
    (label: string) => label.replace(/\b(prior|planned)(?=[ :])/g, (_, each: Scope) => t(`scope.${each}`)),
    [t],
  );
  useDvhPlot(host, {
    data,
    look: { ...useLook(), say },
    height,
    xTitle: t('dvh.xTitle', { alphaBeta }),
    yTitle: t('dvh.yTitle'),
    strong: scope,
    visible: shown,
    onPoint: setPoint,
  });
  const show = (next: readonly Scope[]) => {
    setOwn(next);
    onVisible?.(next);
  };
  const label = t('dvh.label', { organ: organLabel(organ) });
  const others = [...new Set(data.notDrawn.map((goal) => `${written(goal.goal)} (${quantityText(t, goal)})`))];
  return (
    <figure className={styles.figure} aria-label={label}>
      <DvhLegend organ={organLabel(organ)} data={data} point={point} visible={shown} onVisible={show} />
      <div ref={host} className={styles.plot} style={{ height }} aria-hidden="true" data-part="dvh" />
      {data.missing.length > 0 && (
        <p className={styles.missing}>
          ▲ {t('dvh.missing', { scopes: data.missing.map((each) => t(`scope.${each}`)).join(', ') })}
        </p>
      )}
      <NotDrawn goals={others} />
      <DvhTable organ={organ} data={data} say={say} />
    </figure>
  );
}

/** Limits that the plot has no place for: several are folded, and counted. */
function NotDrawn({ goals }: { readonly goals: readonly string[] }) {
  const { t } = useTranslation('assess');
  if (goals.length === 0) return null;
  if (goals.length === 1) return <p className={styles.note}>{t('dvh.notDrawn', { goals: goals[0] })}</p>;
  return (
    <details className={styles.note} data-part="not-drawn">
      <summary>{t('dvh.notDrawnCount', { count: goals.length })}</summary>
      {goals.join('; ')}
    </details>
  );
}

/** The colours of the plot: a canvas cannot read CSS. */
function useLook() {
  const scheme = useComputedColorScheme('light');
  const { colors, white, fontFamily } = useMantineTheme();
  return useMemo(() => {
    const on = (pair: Pair) => pair[scheme];
    const isDark = scheme === 'dark';
    const verdict = Object.fromEntries(Object.entries(VERDICT_COLOURS).map(([key, { ink }]) => [key, on(ink)]));
    return {
      verdict: verdict as Record<Standing, string>,
      scope: { prior: on(SCOPE_COLOURS.prior), planned: on(SCOPE_COLOURS.planned), cumulative: on(SCOPE_COLOURS.cumulative) },
      body: isDark ? colors.dark[7] : white,
      ink: isDark ? colors.dark[0] : colors.gray[8],
      grid: isDark ? colors.dark[4] : colors.gray[3],
      fontFamily,
    };
  }, [scheme, colors, white, fontFamily]);
}
