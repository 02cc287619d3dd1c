import { Accordion, Badge, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../inspection/inspect';
import { RefusalText } from '../words/RefusalText';
import style from './study.module.css';

const SHOWN = 200;
const inEnglish = ({ file, what }: { readonly file: string; readonly what: string }) => ({
  file,
  why: <span lang="en">{what}</span>,
});

/** Files that are of no use here, each with the reason. */
export function SkippedFiles({
  inspection,
  short,
}: {
  readonly inspection: Inspection;
  readonly short: (file: string) => string;
}) {
  const { t } = useTranslation('study');
  const kinds = [
    {
      key: 'unreadable',
      entries: inspection.unreadable.map(({ file, refusal }) => ({ file, why: <RefusalText refusal={refusal} withoutFile /> })),
    },
    { key: 'others', entries: inspection.others.map(inEnglish) },
    { key: 'foreign', entries: inspection.foreign.map(inEnglish) },
  ] as const;
  const there = kinds.filter(({ entries }) => entries.length > 0);
  if (there.length === 0) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('study.skipped')}>
      <Title order={2} size="h5">
        {t('study.skipped')}
      </Title>
      <Accordion multiple order={3} defaultValue={inspection.unreadable.length > 0 ? ['unreadable'] : []}>
        {there.map(({ key, entries }) => (
          <Accordion.Item key={key} value={key}>
            <Accordion.Control>
              <Text span size="sm">
                {t(`study.${key}`)}
              </Text>{' '}
              <Badge color={key === 'unreadable' ? 'red.8' : 'gray.7'} variant="filled" size="sm">
                {entries.length}
              </Badge>
            </Accordion.Control>
            <Accordion.Panel>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
              <ul className={style.scroll} tabIndex={0} aria-label={t(`study.${key}`)}>
                {entries.slice(0, SHOWN).map(({ file, why }) => (
                  <li key={file}>
                    <span className={style.file} title={file}>
                      {short(file)}
                    </span>{' '}
                    <Text size="sm" span>
                      {why}
                    </Text>
                  </li>
                ))}
                {entries.length > SHOWN && <li>{t('study.andMore', { count: entries.length - SHOWN })}</li>}
              </ul>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Paper>
  );
}
