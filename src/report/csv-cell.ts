import { printable } from '../printable';

/** What begins a formula in a spreadsheet, in half and full width. */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20';

/**
 * Where a text could begin as a formula: at its start, after blanks and quotes that a spreadsheet may take off, and after
 * a semicolon, which parts cells where the comma is the decimal sign (there quotes within a line do not hold it together).
 */
const FORMULA = new RegExp(`^(?=[\\s"'\u2018-\u201f]*[${SIGNS}])|(?<=;)(?=[\\s"]*[${SIGNS}])`, 'g');

/** Longer than what a cell of a spreadsheet holds (32,767 characters). */
const LONGEST = 32_000;

/** A text as a cell: on one line, printable, and behind an apostrophe where a spreadsheet could take it for a formula. */
export const csvCell = (text: string): string => printable(text, LONGEST).replace(FORMULA, "'");
