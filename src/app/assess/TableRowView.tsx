import { FlexRender, type Row } from '@tanstack/react-table';
import { memo, useMemo } from 'react';
import type { FEATURES } from './organ-columns';
import { type MetricPlace, roiOf, type TableRow } from './organ-rows';
import styles from './organ-table.module.css';
import { RowContext } from './row-context';

interface TableRowViewProps {
  readonly row: Row<typeof FEATURES, TableRow>;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onActive: (id: string) => void;
  readonly onSelect: (roi: string) => void;
  readonly onMetric: (place: MetricPlace) => void;
  readonly onAbsent: ((organ: string) => void) | undefined;
  readonly without: readonly ('prior' | 'planned')[];
}

/** A row of the table: drawn again only when its own contents change. */
export const TableRowView = memo(function TableRowView(props: TableRowViewProps) {
  const { row, isOpen, isActive, isSelected, onActive, onSelect, onMetric, onAbsent, without } = props;
  const { kind, subRows } = row.original;
  const isOrgan = kind !== 'goal';
  const roi = roiOf(row.original);
  const isAside = kind === 'goal' && row.original.goal.verdict === 'not applicable';
  const tabIndex = isActive ? 0 : -1;
  const shared = useMemo(
    () => ({ tabIndex, isOpen, toggle: () => row.toggleExpanded(), onMetric, onAbsent, without }) as const,
    [tabIndex, isOpen, row, onMetric, onAbsent, without],
  );
  return (
    <RowContext value={shared}>
      <tr
        className={isOrgan ? styles.organRow : styles.goalRow}
        data-row={row.id}
        data-selected={isSelected || undefined}
        data-missing={kind === 'missing' || undefined}
        data-aside={isAside || undefined}
        aria-level={isOrgan ? 1 : 2}
        aria-expanded={isOrgan && subRows?.length ? isOpen : undefined}
        aria-selected={isOrgan ? isSelected : undefined}
        tabIndex={tabIndex}
        onClick={roi === undefined ? undefined : () => onSelect(roi)}
        onFocus={() => onActive(row.id)}
      >
        {row.getAllCells().map((cell, n) =>
          n === 0 ? (
            <th key={cell.id} scope="row" data-column={cell.column.id}>
              <FlexRender cell={cell} />
            </th>
          ) : (
            <td key={cell.id} data-column={cell.column.id}>
              <FlexRender cell={cell} />
            </td>
          ),
        )}
      </tr>
    </RowContext>
  );
});
