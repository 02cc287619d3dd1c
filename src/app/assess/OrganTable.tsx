import { IconChevronsDown, IconChevronsUp } from '@tabler/icons-react';
import { type ExpandedState, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import type { Assessment } from '../../evaluation/assessment';
import assess from './assess.module.css';
import { COLUMNS, FEATURES } from './organ-columns';
import { type MetricPlace, organRows, roiOf, type TableRow } from './organ-rows';
import styles from './organ-table.module.css';
import { TableRowView } from './TableRowView';
import { pressKey } from './table-keys';
import { UncountedOrgans } from './UncountedOrgans';

export interface OrganTableProps {
  readonly assessment: Assessment;
  /** The assessment without the what-if: what differs is shown beside. */
  readonly original?: Assessment | undefined;
  /** ROI of the chosen organ. */
  readonly selected?: string | undefined;
  readonly onSelect: (roi: string) => void;
  /** A figure was pressed: where in the patient does it come from? The organ is chosen too. */
  readonly onMetric: (place: MetricPlace) => void;
  /** What the patient does not have, by the user's word. */
  readonly absent?: CaseFile['absent'];
  /** Says that the patient does not have an organ, and takes it back; left out where the case cannot be changed. */
  readonly onAbsent?: (organ: string) => void;
  readonly onPresent?: (organ: string) => void;
}

const childrenOf = (row: TableRow): TableRow[] | undefined => row.subRows;

/** Organs with their doses, and their goals below them, the worst first. Fills the height around it and scrolls inside. */
export function OrganTable(props: OrganTableProps) {
  const { assessment, original, selected, onSelect, onMetric, absent, onAbsent, onPresent } = props;
  const { t } = useTranslation('assess');
  const help = useId();
  const root = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<string>();
  const [expanded, setExpanded] = useState<ExpandedState>(true);
  const data: TableRow[] = useMemo(() => organRows(assessment, original, absent), [assessment, original, absent]);
  const courses = assessment.courses.map(({ role }) => role).join();
  const without = useMemo(() => (['prior', 'planned'] as const).filter((role) => !courses.includes(role)), [courses]);
  const table = useTable({
    features: FEATURES,
    columns: COLUMNS,
    data,
    state: { expanded },
    onExpandedChange: setExpanded,
    autoResetExpanded: false,
    getSubRows: childrenOf,
    getRowId: (row) => row.id,
  });
  const { rows } = table.getRowModel();
  const focusable = rows.some(({ id }) => id === active) ? active : rows[0]?.id;
  const isAllOpen = table.getIsAllRowsExpanded();
  const AllChevron = isAllOpen ? IconChevronsUp : IconChevronsDown;

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !root.current) return;
    const used = pressKey(event.key, root.current, event.target as HTMLElement, {
      open: (id, isOpen) => table.getRow(id).toggleExpanded(isOpen),
      choose: (id) => {
        const roi = roiOf(table.getRow(id).original);
        if (roi !== undefined) onSelect(roi);
      },
    });
    if (used) event.preventDefault();
  };

  const uncounted = <UncountedOrgans assessment={assessment} absent={absent} onWithdraw={onPresent} />;
  if (!rows.length) {
    return (
      <div className={styles.whole}>
        {uncounted}
        <p className={assess.soft}>{t('table.empty')}</p>
      </div>
    );
  }
  return (
    <div className={styles.whole}>
      {uncounted}
      <div className={styles.frame}>
        <table
          ref={root}
          className={styles.table}
          data-tried={original ? true : undefined}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that are chosen, opened and closed make a tree grid
          role="treegrid"
          aria-label={t('table.label')}
          aria-describedby={help}
          onKeyDown={onKeyDown}
        >
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header, n) => (
                  <th key={header.id} scope="col" data-column={header.id}>
                    {n === 0 && (
                      <button
                        type="button"
                        className={styles.chevron}
                        aria-label={t(isAllOpen ? 'table.collapseAll' : 'table.expandAll')}
                        onClick={() => table.toggleAllRowsExpanded(!isAllOpen)}
                      >
                        <AllChevron size={15} aria-hidden="true" />
                      </button>
                    )}
                    <table.FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRowView
                key={row.id}
                row={row}
                isOpen={row.getIsExpanded()}
                isActive={row.id === focusable}
                isSelected={selected !== undefined && roiOf(row.original) === selected}
                onActive={setActive}
                onSelect={onSelect}
                onMetric={onMetric}
                onAbsent={onAbsent}
                without={without}
              />
            ))}
          </tbody>
        </table>
        <p id={help} className={assess.hidden}>
          {t('table.help')}
        </p>
      </div>
    </div>
  );
}
