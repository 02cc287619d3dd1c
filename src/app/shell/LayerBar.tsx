import { Button, Group, MultiSelect, Popover, SegmentedControl } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrganResult } from '../../evaluation/assessment';
import { LayerControls } from '../assess/LayerControls';
import type { DoseScope } from '../engine/engine-api';
import { type LayerSettings, withScope } from '../state/layer-settings';
import { setApp, useApp } from '../state/store';
import { WINDOW_PRESETS } from '../viewer/window-presets';

const SCOPES: readonly DoseScope[] = ['prior', 'planned', 'cumulative'];
const setLayer = (layer: LayerSettings) => setApp({ layer });

interface LayerBarProps {
  readonly organ: OrganResult | undefined;
  readonly priorCourses: number;
}

/** Which dose the pictures show, at one press; everything else about them behind a button. */
export function LayerBar({ organ, priorCourses }: LayerBarProps) {
  const { t } = useTranslation(['assess', 'shell']);
  const layer = useApp((state) => state.layer);
  const data = SCOPES.map((value) => ({ value, label: t(`assess:scope.${value}`) }));
  return (
    <Group gap={6}>
      <SegmentedControl
        size="xs"
        aria-label={t('assess:layer.scope')}
        value={layer.scope}
        data={data}
        onChange={(scope) => setLayer(withScope(layer, scope as DoseScope, priorCourses))}
      />
      <Popover position="bottom-start" withArrow shadow="md" trapFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden="true" />}>
            {t('shell:layer')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown w={340} mah="75dvh" style={{ overflow: 'auto' }}>
          <LayerControls value={layer} onChange={setLayer} windows={WINDOW_PRESETS} organ={organ} priorCourses={priorCourses} />
          <HiddenStructures />
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

/** Structures that are not drawn. */
function HiddenStructures() {
  const { t } = useTranslation('shell');
  const outlines = useApp((state) => state.outlines);
  const hidden = useApp((state) => state.hidden);
  return (
    <MultiSelect
      mt="sm"
      size="xs"
      label={t('hiddenStructures')}
      placeholder={hidden.length === 0 ? t('noneHidden') : ''}
      data={outlines.map(({ name }) => name)}
      value={[...hidden]}
      onChange={(names) => setApp({ hidden: names })}
      comboboxProps={{ withinPortal: false }}
      clearable
      searchable
    />
  );
}
