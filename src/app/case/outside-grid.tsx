import { Paper, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setOutsideDoseGrid } from '../../case/edit/edit-anatomy';
import { useEditing } from './editing';

/** What holds where no dose file reaches: not known, or by the user's word none. */
export function OutsideGrid() {
  const { t } = useTranslation('case');
  const { caseFile, change } = useEditing();
  return (
    <Paper withBorder p="sm">
      <Radio.Group
        label={t('anatomy.outside')}
        value={caseFile.outsideDoseGrid ?? 'unknown'}
        onChange={(value) =>
          change((old) => setOutsideDoseGrid(old, value === 'zero' ? 'zero' : 'unknown'), t('what.outside'), 'outsideDoseGrid')
        }
      >
        <Stack gap="xs" mt={6}>
          <Radio size="sm" value="unknown" label={t('anatomy.unknown')} description={t('anatomy.unknownHint')} />
          <Radio size="sm" value="zero" label={t('anatomy.zero')} description={t('anatomy.zeroHint')} />
        </Stack>
      </Radio.Group>
    </Paper>
  );
}
