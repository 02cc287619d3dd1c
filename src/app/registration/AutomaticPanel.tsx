import { Button, Checkbox, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../state/candidate';
import { useApp } from '../state/store';
import type { CtVolume, Outline } from '../viewer/scene';
import { startOf } from './automatic-candidate';
import { Part } from './Part';
import { pointsOf } from './points-of';
import { quoted } from './quoted';
import { type MatchedCourse, runAutomatic } from './run-automatic';

interface AutomaticPanelProps {
  readonly scene: MatchedCourse;
  readonly planned: CtVolume | undefined;
  readonly prior: CtVolume | undefined;
  readonly outlines: readonly Outline[];
  readonly shown: Candidate['map'] | undefined;
}

/** Room about an ROI that is matched with it. */
const REGION_MARGIN_MM = 15;

/** Has the computer register the two CTs. */
export function AutomaticPanel({ scene, planned, prior, outlines, shown }: AutomaticPanelProps) {
  const { t } = useTranslation('registration');
  const [roi, setRoi] = useState('');
  const [fromHere, setFromHere] = useState(false);
  const running = useApp((state) => state.registering);
  if (!planned || !prior) {
    return (
      <Part title={t('automatic.label')}>
        <Text size="sm" c="dimmed">
          {t('automatic.noCt')}
        </Text>
      </Part>
    );
  }
  const start = fromHere ? startOf(shown) : undefined;
  const run = (kind: 'rigid' | 'deformable') => {
    const outline = outlines.find(({ name }) => name === roi);
    const region = outline && { name: roi, pointsMm: pointsOf(outline.stack), marginMm: REGION_MARGIN_MM };
    void runAutomatic(scene, { fixed: planned, moving: prior, kind, region, start }, ({ similarity: { atStart, atEnd } }) =>
      t('automatic.note', {
        kind: t(`automatic.${kind}`).toLowerCase(),
        where: roi || t('automatic.whole'),
        before: atStart.correlation.toFixed(3),
        after: atEnd.correlation.toFixed(3),
      }),
    );
  };
  return (
    <Part title={t('automatic.label')}>
      <NativeSelect
        size="xs"
        label={t('automatic.region')}
        value={roi}
        onChange={({ currentTarget }) => setRoi(currentTarget.value)}
        data={[{ value: '', label: t('automatic.whole') }, ...outlines.map(({ name }) => ({ value: name, label: name }))]}
        disabled={running !== undefined}
      />
      <Checkbox
        size="xs"
        label={t('automatic.fromHere')}
        checked={fromHere && startOf(shown) !== undefined}
        disabled={running !== undefined || startOf(shown) === undefined}
        onChange={({ currentTarget }) => setFromHere(currentTarget.checked)}
      />
      {running ? (
        <div role="status">
          <Text size="xs">
            {quoted(running.courses) !== quoted(scene.courses) && <bdi>{quoted(running.courses)}: </bdi>}
            {t(`automatic.stage.${running.stage.stage}`)}
          </Text>
          <Group gap={6} wrap="nowrap">
            <Progress
              value={100 * running.stage.share}
              style={{ flex: 1 }}
              aria-label={t(`automatic.stage.${running.stage.stage}`)}
            />
            <Button size="compact-xs" variant="default" onClick={running.cancel}>
              {t('automatic.cancel')}
            </Button>
          </Group>
        </div>
      ) : (
        <Group gap={6} grow>
          <Button size="compact-sm" variant="light" onClick={() => run('rigid')}>
            {t('automatic.rigid')}
          </Button>
          <Button size="compact-sm" variant="light" onClick={() => run('deformable')}>
            {t('automatic.deformable')}
          </Button>
        </Group>
      )}
    </Part>
  );
}
