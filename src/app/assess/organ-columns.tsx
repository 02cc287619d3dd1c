import { createColumnHelper, createExpandedRowModel, rowExpandingFeature, tableFeatures } from '@tanstack/react-table';
import { SCOPES } from '../../constraints/goal-expression';
import { limitWords } from '../../figures/wording';
import { ColumnTitle } from './ColumnTitle';
import { GoalLeft, GoalName, GoalValue, GoalVerdict } from './GoalCells';
import { MissingName, MissingReason, MissingVerdict } from './MissingCells';
import { OrganDoses, OrganName, OrganNotes, OrganVerdict } from './OrganCells';
import type { TableRow } from './organ-rows';
import { ShareBar } from './ShareBar';

export const FEATURES = tableFeatures({ rowExpandingFeature, expandedRowModel: createExpandedRowModel() });

const { display, columns } = createColumnHelper<typeof FEATURES, TableRow>();

const doses = SCOPES.map((scope) =>
  display({
    id: scope,
    header: () => <ColumnTitle of={scope} />,
    cell: ({ row: { original: row } }) =>
      row.kind === 'organ' ? (
        <OrganDoses row={row} scope={scope} />
      ) : row.kind === 'goal' ? (
        <GoalValue row={row} scope={scope} />
      ) : null,
  }),
);

/** Organ rows have doses in the columns of their courses; goal rows have what they test in the column of its dose. */
export const COLUMNS = columns([
  display({
    id: 'organ',
    header: () => <ColumnTitle of="organ" />,
    cell: ({ row: { original: row } }) =>
      row.kind === 'organ' ? (
        <OrganName row={row} />
      ) : row.kind === 'missing' ? (
        <MissingName row={row} />
      ) : (
        <GoalName row={row} />
      ),
  }),
  ...doses,
  display({
    id: 'limit',
    header: () => <ColumnTitle of="limit" />,
    cell: ({ row: { original: row } }) =>
      row.kind === 'goal' ? (
        <>
          {limitWords(row.goal)}
          <ShareBar goal={row.goal} was={row.was} />
        </>
      ) : null,
  }),
  display({
    id: 'verdict',
    header: () => <ColumnTitle of="verdict" />,
    cell: ({ row: { original: row } }) =>
      row.kind === 'goal' ? (
        <GoalVerdict row={row} />
      ) : row.kind === 'missing' ? (
        <MissingVerdict row={row} />
      ) : (
        <OrganVerdict row={row} />
      ),
  }),
  display({
    id: 'left',
    header: () => <ColumnTitle of="left" />,
    cell: ({ row: { original: row } }) =>
      row.kind === 'goal' ? (
        <GoalLeft row={row} />
      ) : row.kind === 'missing' ? (
        <MissingReason row={row} />
      ) : (
        <OrganNotes row={row} />
      ),
  }),
]);
