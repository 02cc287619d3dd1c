import { Button, Input, NumberInput, SegmentedControl, Select, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrganResult } from '../../assessment/assessment';
import { SCOPES } from '../../constraints/goal-expression';
import { asWritten } from '../../report/number-format';
import type { CtWindow } from '../viewer/scene';
import styles from './controls.module.css';
import { Hint } from './Hint';
import { LevelEditor } from './LevelEditor';
import { type LayerSettings, sameWindow, whyNoPhysical, withScope } from './layer-settings';
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

/** What the pictures show: which dose, how, with which window and lines. */
export function LayerControls({ value, onChange, windows, organ, priorCourses }: LayerControlsProps) {
  const { t } = useTranslation('assess');
  const why = whyNoPhysical(value.scope, priorCourses);
  return (
    <section className={styles.layer} aria-label={t('layer.label')}>
      <Input.Wrapper label={t('layer.scope')} size="xs" labelElement="div">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('layer.scope')}
          value={value.scope}
          onChange={(scope) => onChange(withScope(value, scope, priorCourses))}
          data={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        />
      </Input.Wrapper>
      <Input.Wrapper
        size="xs"
        labelElement="div"
        label={
          why ? (
            <>
              {t('layer.quantity')} <Hint label={t('layer.whyNoPhysical')} lines={[t(`layer.${why}`)]} />
            </>
          ) : (
            t('layer.quantity')
          )
        }
      >
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('layer.quantity')}
          value={value.quantity}
          onChange={(quantity) => onChange({ ...value, quantity })}
          data={[
            { value: 'eqd2' as const, label: 'EQD2' },
            { value: 'bed' as const, label: 'BED' },
            ...(why ? [] : [{ value: 'physical' as const, label: t('layer.physicalShort') }]),
          ]}
        />
      </Input.Wrapper>
      <AlphaBeta value={value} onChange={onChange} organ={organ} />
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
      <WindowSelect value={value} onChange={onChange} windows={windows} />
      <LevelEditor levels={value.levels} onChange={(levels) => onChange({ ...value, levels })} />
    </section>
  );
}

type PartProps = Pick<LayerControlsProps, 'value' | 'onChange' | 'organ'>;

function AlphaBeta({ value, onChange, organ }: PartProps) {
  const { t } = useTranslation('assess');
  const isPhysical = value.quantity === 'physical';
  return (
    <div>
      <NumberInput
        size="xs"
        label={t('layer.alphaBeta')}
        value={value.alphaBetaGy}
        min={ALPHA_BETA.least}
        max={ALPHA_BETA.most}
        step={ALPHA_BETA.step}
        decimalScale={2}
        allowNegative={false}
        disabled={isPhysical}
        description={isPhysical ? t('layer.alphaBetaNone') : undefined}
        onChange={(next) => {
          if (typeof next === 'number' && next >= ALPHA_BETA.least) onChange({ ...value, alphaBetaGy: next });
        }}
      />
      {organ && !isPhysical && organ.alphaBetaGy !== value.alphaBetaGy && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={styles.follow}
          title={t('layer.alphaBetaFollow', { organ: organ.roi })}
          onClick={() => onChange({ ...value, alphaBetaGy: organ.alphaBetaGy })}
        >
          {t('layer.alphaBetaOf', { organ: organ.roi, value: asWritten(organ.alphaBetaGy, 'Gy') })}
        </Button>
      )}
    </div>
  );
}

function WindowSelect({ value, onChange, windows }: PartProps & Pick<LayerControlsProps, 'windows'>) {
  const { t } = useTranslation('assess');
  const names: Record<string, string> = t('layer.windows', { returnObjects: true });
  const chosen = Object.keys(windows).find((name) => sameWindow(windows[name], value.window)) ?? OWN;
  const data = Object.keys(windows).map((name) => ({ value: name, label: Object.hasOwn(names, name) ? names[name] : name }));
  return (
    <Select
      size="xs"
      label={t('layer.window')}
      description={t('layer.windowOf', { centre: Math.round(value.window.centre), width: Math.round(value.window.width) })}
      inputWrapperOrder={['label', 'input', 'description']}
      allowDeselect={false}
      value={chosen}
      data={chosen === OWN ? [...data, { value: OWN, label: t('layer.ownWindow') }] : data}
      onChange={(name) => {
        if (name !== null && name in windows) onChange({ ...value, window: windows[name] });
      }}
    />
  );
}
