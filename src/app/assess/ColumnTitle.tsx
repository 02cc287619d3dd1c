import { useTranslation } from 'react-i18next';
import type { Scope } from '../../constraints/goal-expression';
import type { T } from './goal-words';
import { Hint } from './Hint';

type Column = Scope | 'organ' | 'limit' | 'verdict' | 'left';

/** The title of a column, with what needs saying about it. */
export function ColumnTitle({ of }: { readonly of: Column }) {
  const { t } = useTranslation('assess');
  const [title, note] = titleOf(t, of);
  return note ? (
    <Hint label={t('table.noteLabel')} lines={[note]}>
      {title}
    </Hint>
  ) : (
    title
  );
}

function titleOf(t: T, of: Column): readonly [title: string, note?: string] {
  switch (of) {
    case 'prior':
    case 'planned':
    case 'cumulative':
      return [t(`scope.${of}`)];
    case 'organ':
      return [t('table.organ'), t('table.dosesNote')];
    case 'limit':
      return [t('table.limit'), t('table.shareNote')];
    case 'left':
      return [t('table.left'), t('table.leftNote')];
    case 'verdict':
      return [t('table.verdict')];
  }
}
