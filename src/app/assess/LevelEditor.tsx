import { ActionIcon, Button, Input, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asWritten } from '../../figures/number-format';
import { ascending, type IsodoseLevel, withAnotherLevel } from '../state/layer-settings';
import styles from './controls.module.css';

interface LevelEditorProps {
  readonly levels: readonly IsodoseLevel[];
  readonly onChange: (levels: readonly IsodoseLevel[]) => void;
}

/** The isodose lines: their doses and colours. */
export function LevelEditor({ levels, onChange }: LevelEditorProps) {
  const { t } = useTranslation('assess');
  const replace = (n: number, part: Partial<IsodoseLevel>) =>
    onChange(levels.map((level, at) => (at === n ? { ...level, ...part } : level)));
  return (
    <Input.Wrapper label={t('layer.levels')} size="xs" labelElement="div">
      <ul className={styles.levels} aria-label={t('layer.levels')}>
        {levels.map((level, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line keeps its place while its dose is typed
          <li key={n}>
            <input
              type="color"
              className={styles.colour}
              aria-label={t('layer.colourOf', { gy: asWritten(level.gy, 'Gy') })}
              value={level.colour}
              onChange={(event) => replace(n, { colour: event.currentTarget.value })}
            />
            <NumberInput
              size="xs"
              className={styles.level}
              aria-label={t('layer.level', { number: n + 1 })}
              value={level.gy}
              min={0.1}
              max={500}
              step={1}
              decimalScale={1}
              allowNegative={false}
              onChange={(gy) => {
                if (typeof gy === 'number' && gy > 0) replace(n, { gy });
              }}
              onBlur={() => onChange(ascending(levels))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('layer.removeLevel', { gy: asWritten(level.gy, 'Gy') })}
              onClick={() => onChange(levels.filter((_, at) => at !== n))}
            >
              <IconX size={14} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
        {!levels.length && <li className={styles.soft}>{t('layer.noLevels')}</li>}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={12} aria-hidden="true" />}
        onClick={() => onChange(withAnotherLevel(levels))}
      >
        {t('layer.addLevel')}
      </Button>
    </Input.Wrapper>
  );
}
