import type { Constraint } from '../constraints/constraint';
import { type ConstraintSet, DEFAULT_CONSTRAINT_SET, loadConstraintSet, parseConstraintSet } from '../constraints/constraint-set';
import { parseInlineGoal } from '../constraints/inline-goal';
import type { Finding } from '../findings/finding';
import { parseJsonText } from '../json-text';
import type { Anatomy } from './anatomy';
import type { CaseFile } from './case-file';
import type { FileAccess } from './case-reader';
import { ownGoalFor, tableGoalsFor } from './goal-names';

/**
 * The sets and goals that a case asks for: names of the program's sets, paths of own tables (`*.json`), goals written out;
 * users' goals by the names that the anatomy has.
 */
export async function readConstraints(
  asked: CaseFile['constraints'],
  casePath: string,
  access: FileAccess,
  anatomy: Anatomy,
  rois: readonly string[],
) {
  const constraintSets: ConstraintSet[] = [];
  const ownGoals: Constraint[] = [];
  const findings: Finding[] = [];
  const entries = [asked ?? DEFAULT_CONSTRAINT_SET].flat();
  for (const [index, entry] of entries.entries()) {
    // A set that is named twice would count each of its goals twice.
    if (typeof entry === 'string' && entries.indexOf(entry) < index) continue;
    if (typeof entry !== 'string') {
      const where = `constraints[${index}]`;
      const goal = parseInlineGoal(entry, casePath, where);
      ownGoals.push({ ...ownGoalFor(goal, anatomy, rois, where, casePath), own: true });
    } else if (entry.endsWith('.json')) {
      const set = parseConstraintSet(tableOf(await access.read(entry), entry), entry);
      const known = tableGoalsFor(set.constraints, anatomy, rois, entry);
      constraintSets.push({ ...set, constraints: known.constraints.map((goal) => ({ ...goal, own: true as const })) });
      findings.push(...known.findings);
    } else constraintSets.push(loadConstraintSet(entry, Array.isArray(asked) ? `constraints[${index}]` : 'constraints'));
  }
  return { constraintSets, ownGoals, findings };
}

const tableOf = (bytes: Uint8Array, file: string): unknown =>
  parseJsonText(new TextDecoder().decode(bytes), file, 'a constraint table');
