import type { CaseFile } from '../../case/case-file';
import { orderDerived } from '../../geometry/derived/order-derived';
import { namesIn, parseDerived } from '../../geometry/derived/parse-derived';
import { InputError } from '../../input-error';
import type { Inspection } from '../../inspection/inspect';
import { type Fault, particulars } from './fault';
import { drawnRois, madeByProgram, organRows } from './organ-rows';

/** What is wrong with derived structures and with what is set for organs. */
export function checkStructures(caseFile: CaseFile, inspection: Inspection): Fault[] {
  const drawn = drawnRois(caseFile, inspection);
  // Without the anatomy nothing can be said of its names.
  if (drawn.length === 0) return [];
  return [...checkDerived(caseFile, drawn), ...checkOrgans(caseFile, inspection)];
}

function checkDerived(caseFile: CaseFile, drawn: readonly string[]): Fault[] {
  const derived = caseFile.derived ?? {};
  const known = new Set([...drawn, ...Object.keys(derived), ...madeByProgram(caseFile, drawn).map(({ name }) => name)]);
  const faults = Object.entries(derived).flatMap(([name, expression]): Fault[] => {
    const field = `derived.${name}`;
    if (drawn.includes(name)) return [{ field, code: 'derivedTaken' }];
    try {
      const unknown = namesIn(parseDerived(expression)).filter((operand) => !known.has(operand));
      return unknown.length > 0 ? [{ field, code: 'derivedUnknown', values: { names: unknown.join(', ') } }] : [];
    } catch (error) {
      return [{ field, code: 'derivedBad', values: particulars(error) }];
    }
  });
  if (faults.length > 0) return faults;
  // Each can be read by itself; together they may still be made from one another in a circle.
  try {
    orderDerived(derived);
    return [];
  } catch (error) {
    const where = error instanceof InputError ? error.where : undefined;
    return [{ field: where ?? `derived.${Object.keys(derived)[0]}`, code: 'derivedBad', values: particulars(error) }];
  }
}

function checkOrgans(caseFile: CaseFile, inspection: Inspection): Fault[] {
  return organRows(caseFile, inspection).flatMap(({ name, kind, organ, override }): Fault[] => {
    if (kind === 'not here') return [{ field: `organs.${name}`, code: 'overrideUnknown' }];
    const isBare = kind === 'drawn' && organ === undefined && Object.keys(override).length > 0;
    return isBare && override.alphaBetaGy === undefined ? [{ field: `organs.${name}.alphaBetaGy`, code: 'alphaBetaNeeded' }] : [];
  });
}
