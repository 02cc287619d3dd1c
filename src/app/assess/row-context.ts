import { createContext, useContext } from 'react';
import type { MetricPlace } from './organ-rows';

/** What the cells of a row share. */
export interface RowContextValue {
  /** 0 in the row that has the focus, so that Tab reaches its buttons and no others. */
  readonly tabIndex: 0 | -1;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly onMetric: (place: MetricPlace) => void;
  /** Says that the patient has no such organ; left out where that cannot be said. */
  readonly onAbsent?: ((organ: string) => void) | undefined;
  /** Of which courses there are none at all, so that their doses are not merely unknown. */
  readonly without?: readonly ('prior' | 'planned')[];
}

export const RowContext = createContext<RowContextValue>({
  tabIndex: -1,
  isOpen: true,
  toggle: () => {},
  onMetric: () => {},
});

export const useRow = (): RowContextValue => useContext(RowContext);
