import { useTranslation } from 'react-i18next';
import { ORGAN_IDS, organLabel, PRV_IDS, TARGET_IDS } from './organ-choices';

/** Names of organs in the user's language. */
export function useOrganLabel(): (organ: string) => string {
  const { t } = useTranslation('case');
  return (organ) =>
    organLabel(
      organ,
      (id) => t(`organ.${id}`),
      (of) => t('organs.prvOf', { organ: of }),
    );
}

/** All organ ids as the groups of a select, with any other id that is in use. */
export function useOrganData(): (inUse: string | undefined) => { group: string; items: { value: string; label: string }[] }[] {
  const { t } = useTranslation('case');
  const label = useOrganLabel();
  const items = (ids: readonly string[]) => ids.map((value) => ({ value, label: label(value) }));
  const organs = items(ORGAN_IDS);
  const groups = [
    { group: t('organs.groupTargets'), items: items(TARGET_IDS) },
    { group: t('organs.groupPrv'), items: items(PRV_IDS) },
  ];
  const known = new Set([...ORGAN_IDS, ...PRV_IDS, ...TARGET_IDS]);
  return (inUse) => [
    {
      group: t('organs.groupOrgans'),
      items: inUse === undefined || known.has(inUse) ? organs : [{ value: inUse, label: inUse }, ...organs],
    },
    ...groups,
  ];
}
