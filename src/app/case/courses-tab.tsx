import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addCourse } from '../../case/edit/edit-case';
import { AnatomyEditor } from './anatomy-editor';
import { CourseEditor } from './course-editor';
import { useEditing } from './editing';
import { GuessMark } from './guess-mark';
import { OutsideGrid } from './outside-grid';

/** The courses of a case side by side, and what brings them together. */
export function CoursesTab() {
  const { t } = useTranslation('case');
  const { caseFile, change } = useEditing();
  const planned = caseFile.courses.findIndex(({ role }) => role === 'planned');
  const add = (role: 'prior' | 'planned') => {
    const index = role === 'prior' && planned >= 0 ? planned : caseFile.courses.length;
    change((old) => addCourse(old, role), t('what.addCourse'), undefined, { index, by: 1 });
  };
  return (
    <Stack gap="sm">
      <GuessMark field="courses" label={t('editor.courses')} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" style={{ alignItems: 'start' }}>
        {caseFile.courses.map((_, index) => (
          // A course has no name that is its own for good: its place is what it is known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <CourseEditor key={index} index={index} />
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('prior')}>
          {t('course.addPrior')}
        </Button>
        {planned < 0 && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('planned')}>
            {t('course.addPlanned')}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" style={{ alignItems: 'start' }}>
        <AnatomyEditor />
        <OutsideGrid />
      </SimpleGrid>
    </Stack>
  );
}
