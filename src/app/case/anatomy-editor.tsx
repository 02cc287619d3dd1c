import { Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { setRegistrations } from '../../case/edit/edit-anatomy';
import { setCase } from '../../case/edit/edit-case';
import { registrationFileOf, writtenRegistration } from '../../case/registration-entry';
import { FrameLettersContext } from '../words/frame-letters';
import style from './case.module.css';
import { type Joining, joinings } from './case-frames';
import { useEditing } from './editing';
import { entryAt } from './entries';
import { GuessMark } from './guess-mark';
import { RemoveButton } from './remove-button';
import { StructuresSelect } from './structures-select';

/** The anatomy that the case is evaluated on, the registrations in use, and whether they reach every dose. */
export function AnatomyEditor() {
  const { t } = useTranslation('case');
  const { caseFile, change, faultOf } = useEditing();
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('anatomy.title')}>
      <Stack gap="xs">
        <Title order={2} size="h6">
          {t('anatomy.title')}
        </Title>
        <div>
          <StructuresSelect
            label={t('anatomy.structures')}
            placeholder={t('anatomy.choose')}
            allowDeselect={false}
            path={caseFile.structures}
            error={faultOf('structures')}
            onChoose={(path) => change((old) => setCase(old, { structures: path ?? '' }), t('what.structures'), 'structures')}
          />
          <GuessMark field="structures" label={t('anatomy.structures')} />
        </div>
        <Registrations />
        <Joinings />
      </Stack>
    </Paper>
  );
}

function Registrations() {
  const { t } = useTranslation('case');
  const { caseFile, inspection, short, change } = useEditing();
  const { t: ofStudy } = useTranslation('study');
  const letters = useContext(FrameLettersContext);
  const frameNamed = (uid: string): string => {
    const letter = letters.get(uid);
    return letter === undefined ? frameName(uid) : ofStudy('study.frame', { letter });
  };
  const used = caseFile.registrations ?? [];
  const set = (next: typeof used) => change((old) => setRegistrations(old, next), t('what.registrations'), 'registrations');
  const strays = used.filter((entry) => {
    const file = registrationFileOf(entry);
    return file === undefined || !entryAt(inspection.registrations, file);
  });
  const isUsed = (file: string) => used.some((entry) => registrationFileOf(entry) === file);
  return (
    <div>
      <Text size="xs" fw={600}>
        {t('anatomy.registrations')}
      </Text>
      {inspection.registrations.length === 0 && strays.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('anatomy.noRegistrations')}
        </Text>
      )}
      {inspection.registrations.map(({ file, from, to }) => (
        <Checkbox
          key={`${file} ${to}`}
          size="xs"
          mt={4}
          label={short(file)}
          description={from.map((uid) => t('anatomy.carries', { from: frameNamed(uid), to: frameNamed(to) })).join('; ')}
          checked={isUsed(file)}
          onChange={({ currentTarget }) =>
            set(currentTarget.checked ? [...used, file] : used.filter((entry) => registrationFileOf(entry) !== file))
          }
        />
      ))}
      {strays.map((entry) => {
        const file = registrationFileOf(entry);
        const name =
          file === undefined ? (writtenRegistration(entry)?.note ?? t('anatomy.matrix')) : t('phase.notHere', { file });
        return (
          <Group key={JSON.stringify(entry)} gap={4} wrap="nowrap">
            <Text size="sm">{name}</Text>
            <RemoveButton what={name} onClick={() => set(used.filter((other) => other !== entry))} />
          </Group>
        );
      })}
    </div>
  );
}

/** Of a frame without a letter: its UID is long; its end tells it from the others. */
const frameName = (uid: string): string => (uid.length > 12 ? `…${uid.slice(-10)}` : uid);

function Joinings() {
  const { t } = useTranslation('case');
  const { caseFile, inspection, short } = useEditing();
  const words = (joining: Joining): string => {
    switch (joining.state) {
      case 'joined':
        return t('anatomy.joined', { via: joining.via.map(short).join(', ') });
      case 'same frame':
        return t('anatomy.sameFrame');
      case 'not joined':
        return t('anatomy.notJoined');
      case 'apart':
        return t('anatomy.apart');
      case 'no grid':
        return t('anatomy.noGrid');
      case 'unknown':
        return t('anatomy.frameUnknown');
    }
  };
  return (
    <div>
      {joinings(caseFile, inspection, t('anatomy.matrix')).map((joining, n) => {
        const isWrong = joining.state === 'not joined';
        const isNeither = joining.state === 'unknown' || joining.state === 'apart';
        const Icon = isWrong ? IconCircleX : isNeither ? IconHelpCircle : IconCircleCheck;
        const name = caseFile.courses[n].name ?? t('course.heading', { number: n + 1 });
        return (
          <div key={`${name} ${JSON.stringify(joining)}`} className={style.joining}>
            <Icon size={16} aria-hidden className={isWrong ? style.wrong : isNeither ? '' : style.right} />
            <span className={isWrong ? style.wrong : ''}>
              <b>{name}</b>: {words(joining)}
            </span>
          </div>
        );
      })}
    </div>
  );
}
