import { IconChevronsDown, IconChevronsUp } from '@tabler/icons-react';
import { type ExpandedState, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../assessment/assessment';
import assess from './assess.module.css';
import { COLUMNS, FEATURES } from './organ-columns';
import { type MetricPlace, organRows, type TableRow } from './organ-rows';
import styles from './organ-table.module.css';
import { TableRowView } from './TableRowView';
import { pressKey } from './table-keys';

export interface OrganTableProps {
  readonly assessment: Assessment;
  /** The assessment without the what-if: what differs is shown beside. */
  readonly original?: Assessment | undefined;
  /** ROI of the chosen organ. */
  readonly selected?: string | undefined;
  readonly onSelect: (roi: string) => void;
  /** A figure was pressed: where in the patient does it come from? The organ is chosen too. */
  readonly onMetric: (place: MetricPlace) => void;
}

const childrenOf = (row: TableRow): TableRow[] | undefined => row.subRows;

/** Organs with their doses, and their goals below them, the worst first. Fills the height around it and scrolls inside. */
export function OrganTable({ assessment, original, selected, onSelect, onMetric }: OrganTableProps) {
  const { t } = useTranslation('assess');
  const help = useId();
  const root = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<string>();
  const [expanded, setExpanded] = useState<ExpandedState>(true);
  const data: TableRow[] = useMemo(() => organRows(assessment, original), [assessment, original]);
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
        const { roi } = table.getRow(id).original.organ;
        if (roi !== null) onSelect(roi);
      },
    });
    if (used) event.preventDefault();
  };

  if (!rows.length) return <p className={assess.soft}>{t('table.empty')}</p>;
  return (
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
              isSelected={selected !== undefined && row.original.organ.roi === selected}
              onActive={setActive}
              onSelect={onSelect}
              onMetric={onMetric}
            />
          ))}
        </tbody>
      </table>
      <p id={help} className={assess.hidden}>
        {t('table.help')}
      </p>
    </div>
  );
}
