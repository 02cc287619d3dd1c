import { ActionIcon, Button, Input, Popover, SegmentedControl, Select, Slider } from '@mantine/core';
import { IconAdjustments, IconTarget } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SCOPES } from '../../constraints/goal-expression';
import type { OrganResult } from '../../evaluation/assessment';
import { asWritten } from '../../figures/number-format';
import { type LayerSettings, sameWindow, whyNoPhysical, withScope } from '../state/layer-settings';
import type { CtWindow } from '../viewer/scene';
import styles from './controls.module.css';
import { Hint } from './Hint';
import { LevelEditor } from './LevelEditor';
import { TriedNumber } from './TriedNumber';
import { ALPHA_BETA } from './what-if';

export interface LayerControlsProps {
  readonly value: LayerSettings;
  readonly onChange: (value: LayerSettings) => void;
  /** Named Hounsfield windows; softTissue, lung, bone and mediastinum have words in each language. */
  readonly windows: Readonly<Record<string, CtWindow>>;
  /** The chosen organ: its α/β is offered. */
  readonly organ?: OrganResult | undefined;
  readonly priorCourses: number;
}

const OWN = 'own';

/** What the pictures show: a row of controls, which wraps; lines and wash are behind a button. */
export function LayerControls({ value, onChange, windows, organ, priorCourses }: LayerControlsProps) {
  const { t } = useTranslation('assess');
  const why = whyNoPhysical(value.scope, priorCourses);
  return (
    <section className={styles.layer} aria-label={t('layer.label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('layer.scope')}
        value={value.scope}
        onChange={(scope) => onChange(withScope(value, scope, priorCourses))}
        data={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
      />
      <span className={styles.inline}>
        <SegmentedControl
          size="xs"
          aria-label={t('layer.quantity')}
          value={value.quantity}
          onChange={(quantity) => onChange({ ...value, quantity })}
          data={[
            { value: 'eqd2' as const, label: 'EQD2' },
            { value: 'bed' as const, label: 'BED' },
            ...(why ? [] : [{ value: 'physical' as const, label: t('layer.physicalShort') }]),
          ]}
        />
        {why && <Hint label={t('layer.whyNoPhysical')} lines={[t(`layer.${why}`)]} />}
      </span>
      <AlphaBeta value={value} onChange={onChange} organ={organ} />
      <WindowSelect value={value} onChange={onChange} windows={windows} />
      <Popover position="bottom-end" withArrow trapFocus shadow="md" width={230}>
        <Popover.Target>
          <ActionIcon variant="default" size={30} aria-label={t('layer.more')} title={t('layer.more')}>
            <IconAdjustments size={17} aria-hidden="true" />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('layer.more')}>
          <Input.Wrapper label={t('layer.opacity')} size="xs" labelElement="div">
            <Slider
              className={styles.plainSlider}
              size="sm"
              min={0}
              max={1}
              step={0.05}
              value={value.opacity}
              label={null}
              thumbLabel={t('layer.opacity')}
              thumbValueText={(opacity) => `${Math.round(100 * opacity)} %`}
              onChange={(opacity) => onChange({ ...value, opacity: Math.round(opacity * 100) / 100 })}
            />
          </Input.Wrapper>
          <LevelEditor levels={value.levels} onChange={(levels) => onChange({ ...value, levels })} />
        </Popover.Dropdown>
      </Popover>
    </section>
  );
}

type PartProps = Pick<LayerControlsProps, 'value' | 'onChange' | 'organ'>;

function AlphaBeta({ value, onChange, organ }: PartProps) {
  const { t } = useTranslation('assess');
  const isPhysical = value.quantity === 'physical';
  const offered = organ && !isPhysical && organ.alphaBetaGy !== value.alphaBetaGy ? organ : undefined;
  return (
    <span className={styles.inline} title={isPhysical ? t('layer.alphaBetaNone') : undefined}>
      <span aria-hidden="true">α/β</span>
      <TriedNumber
        className={styles.shortest}
        hideControls
        label={t('layer.alphaBeta')}
        value={value.alphaBetaGy}
        {...ALPHA_BETA}
        disabled={isPhysical}
        problem={t('whatIf.invalidAlphaBeta', { ...ALPHA_BETA, value: value.alphaBetaGy })}
        onValue={(alphaBetaGy) => onChange({ ...value, alphaBetaGy })}
      />
      {offered && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconTarget size={13} aria-hidden="true" />}
          title={t('layer.alphaBetaOf', { organ: offered.roi, value: asWritten(offered.alphaBetaGy, 'Gy') })}
          aria-label={`${asWritten(offered.alphaBetaGy, 'Gy')}: ${t('layer.alphaBetaFollow', { organ: offered.roi })}`}
          onClick={() => onChange({ ...value, alphaBetaGy: offered.alphaBetaGy })}
        >
          {asWritten(offered.alphaBetaGy, 'Gy')}
        </Button>
      )}
    </span>
  );
}

function WindowSelect({ value, onChange, windows }: PartProps & Pick<LayerControlsProps, 'windows'>) {
  const { t } = useTranslation('assess');
  const names: Record<string, string> = t('layer.windows', { returnObjects: true });
  const chosen = Object.keys(windows).find((name) => sameWindow(windows[name], value.window)) ?? OWN;
  const data = Object.keys(windows).map((name) => ({ value: name, label: Object.hasOwn(names, name) ? names[name] : name }));
  const { centre, width } = value.window;
  return (
    <Select
      size="xs"
      className={styles.window}
      aria-label={t('layer.window')}
      title={t('layer.windowOf', { centre: Math.round(centre), width: Math.round(width) })}
      allowDeselect={false}
      value={chosen}
      data={chosen === OWN ? [...data, { value: OWN, label: t('layer.ownWindow') }] : data}
      onChange={(name) => {
        if (name !== null && name in windows) onChange({ ...value, window: windows[name] });
      }}
    />
  );
}
