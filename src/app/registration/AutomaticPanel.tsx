import { Button, Checkbox, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerInWorker } from '../../registration/automatic/messages';
import type { Progress as Stages } from '../../registration/automatic/register-volumes';
import { browserWorker } from '../engine/registration-worker';
import { setApp } from '../state/store';
import type { CtVolume, Outline } from '../viewer/scene';
import { problemOf, sentenceOf } from '../words/problem';
import { automaticCandidate, startOf } from './automatic-candidate';
import type { Candidate } from './candidate';
import { Part } from './Part';
import { pointsOf } from './points-of';

interface AutomaticPanelProps {
  readonly planned: CtVolume | undefined;
  readonly prior: CtVolume | undefined;
  readonly outlines: readonly Outline[];
  readonly shown: Candidate['map'] | undefined;
  readonly onFound: (candidate: Candidate) => void;
}

/** Room about an ROI that is matched with it. */
const REGION_MARGIN_MM = 15;
const CANCELLED = 'cancelled';

/** Has the computer register the two CTs, in a worker of its own that can be ended at once. */
export function AutomaticPanel({ planned, prior, outlines, shown, onFound }: AutomaticPanelProps) {
  const { t } = useTranslation('registration');
  const [roi, setRoi] = useState('');
  const [fromHere, setFromHere] = useState(false);
  const [progress, setProgress] = useState<Stages>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(new Error(CANCELLED)), []);
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
  const run = async (kind: 'rigid' | 'deformable') => {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ stage: 'preparing', share: 0 });
    const outline = outlines.find(({ name }) => name === roi);
    const region = outline && { name: roi, pointsMm: pointsOf(outline.stack), marginMm: REGION_MARGIN_MM };
    try {
      const result = await registerInWorker(
        browserWorker,
        { fixed: planned, moving: prior, kind, region, start },
        { onProgress: setProgress, signal: controller.signal },
      );
      const { atStart, atEnd } = result.similarity;
      const note = t('automatic.note', {
        kind: t(`automatic.${kind}`).toLowerCase(),
        where: roi || t('automatic.whole'),
        before: atStart.correlation.toFixed(3),
        after: atEnd.correlation.toFixed(3),
      });
      onFound(automaticCandidate(result, note));
    } catch (error) {
      if (sentenceOf(error) !== CANCELLED) setApp({ problem: problemOf(error) });
    } finally {
      setProgress(undefined);
      running.current = undefined;
    }
  };
  return (
    <Part title={t('automatic.label')}>
      <NativeSelect
        size="xs"
        label={t('automatic.region')}
        value={roi}
        onChange={({ currentTarget }) => setRoi(currentTarget.value)}
        data={[{ value: '', label: t('automatic.whole') }, ...outlines.map(({ name }) => ({ value: name, label: name }))]}
        disabled={progress !== undefined}
      />
      <Checkbox
        size="xs"
        label={t('automatic.fromHere')}
        checked={fromHere && startOf(shown) !== undefined}
        disabled={progress !== undefined || startOf(shown) === undefined}
        onChange={({ currentTarget }) => setFromHere(currentTarget.checked)}
      />
      {progress ? (
        <div role="status">
          <Text size="xs">{t(`automatic.stage.${progress.stage}`)}</Text>
          <Group gap={6} wrap="nowrap">
            <Progress value={100 * progress.share} style={{ flex: 1 }} aria-label={t(`automatic.stage.${progress.stage}`)} />
            <Button size="compact-xs" variant="default" onClick={() => running.current?.abort(new Error(CANCELLED))}>
              {t('automatic.cancel')}
            </Button>
          </Group>
        </div>
      ) : (
        <Group gap={6} grow>
          <Button size="compact-sm" variant="light" onClick={() => void run('rigid')}>
            {t('automatic.rigid')}
          </Button>
          <Button size="compact-sm" variant="light" onClick={() => void run('deformable')}>
            {t('automatic.deformable')}
          </Button>
        </Group>
      )}
    </Part>
  );
}
