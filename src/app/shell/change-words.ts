import type { TFunction } from 'i18next';
import { quotable } from '../../printable';
import type { CaseChange } from '../state/case-changes';
import { en } from '../words/en/screens/keeping';

/** What a field of a case is called; one that this version does not know by its own name. */
function fieldName(t: TFunction<'keeping'>, { field, in: where }: CaseChange): string {
  const isKnown = Object.hasOwn(en.fields[where], field);
  return isKnown ? t(`fields.${where}.${field as never}` as 'fields.case.title') : field;
}

/** A change as a line: what it is of, what stood there, and what stands there. */
export function changeText(t: TFunction<'keeping'>, change: CaseChange): string {
  const { of, before, after } = quotable(change);
  const field = fieldName(t, change);
  const what = of === undefined ? field : t('changes.field', { field, of });
  if (before === undefined && after === undefined) return what;
  const nothing = t('changes.nothing');
  return t('changes.line', { what, before: before ?? nothing, after: after ?? nothing });
}
