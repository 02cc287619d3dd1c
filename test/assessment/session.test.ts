import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Session } from '../../src/assessment/session';
import { CASE_SCHEMA, type CaseFile } from '../../src/case/case-file';
import type { WhatIf } from '../../src/case/what-if';
import type { Assessment } from '../../src/evaluation/assessment';
import { InputError } from '../../src/input-error';
import { accessTo } from '../case/written-case';
import { ANY_EDIT, ANY_WHAT_IF, type CaseEdit, FILES, START, TOUCHED_FIELDS } from './case-edits';
import { sampledCoarsely } from './sampled-coarsely';

const newSession = () => new Session(accessTo(FILES), sampledCoarsely);

/** Runs of the property: more by hand, with ISOEFFECT_SEQUENCES. */
const SEQUENCES = Number(process.env.ISOEFFECT_SEQUENCES ?? 300);

/** A result, or why there is none. */
type Outcome = Assessment | { readonly refused: string };

async function orRefused(of: () => Promise<Assessment>): Promise<Outcome> {
  try {
    return await of();
  } catch (error) {
    if (error instanceof InputError) return { refused: error.message };
    throw error;
  }
}

/** @param isMoved whether the prior courses are moved within the margin too, as is asked once a person lets go. */
const inSession = (session: Session, caseFile: CaseFile, whatIf: WhatIf, isMoved: boolean) =>
  orRefused(async () => {
    const asked = session.ask(await session.read(JSON.stringify(caseFile), 'case.json'), whatIf);
    return isMoved ? session.whole(asked) : asked.assessment;
  });

const afresh = (caseFile: CaseFile, whatIf: WhatIf) =>
  orRefused(async () => {
    const session = newSession();
    return session.whole(session.ask(await session.read(JSON.stringify(caseFile), 'case.json'), whatIf));
  });

/** The paths of all fields of a schema, through arrays, records, unions and options. */
function fieldsOf(schema: unknown, at = ''): string[] {
  const { def } = schema as { def: z.core.$ZodTypeDef & Record<string, unknown> };
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as Record<string, unknown>).flatMap(([name, of]) => {
        const path = at ? `${at}.${name}` : name;
        return [path, ...fieldsOf(of, path)];
      });
    case 'optional':
    case 'nullable':
    case 'default':
      return fieldsOf(def.innerType, at);
    case 'array':
      return fieldsOf(def.element, at);
    case 'record':
      return fieldsOf(def.valueType, at);
    case 'union':
      return (def.options as unknown[]).flatMap((option) => fieldsOf(option, at));
    case 'pipe':
      return fieldsOf(def.in, at);
    default:
      return [];
  }
}

describe('Session', () => {
  it('is edited in every field of the case file', () => {
    const missed = [...new Set(fieldsOf(CASE_SCHEMA))].filter((field) => !TOUCHED_FIELDS.has(field));
    // What a dose is said to be in percent needs a dose in percent: the answer alone is refused, as others are.
    expect(missed).toEqual(['courses.phases.doseIs.percentOfGy']);
  });

  it('equals a fresh assessment to the last digit after any sequence of edits and of what is tried', async () => {
    const step = fc.tuple(ANY_EDIT, ANY_WHAT_IF, fc.boolean());
    const sequence = fc.array(step, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sequence, async (steps: readonly (readonly [CaseEdit, WhatIf, boolean])[]) => {
        const session = newSession();
        const caseFile = structuredClone(START);
        await inSession(session, caseFile, { plannedScale: 1 }, true);
        let tried: WhatIf = { plannedScale: 1 };
        let last: Outcome | undefined;
        for (const [n, [edit, whatIf, isMoved]] of steps.entries()) {
          edit.change(caseFile);
          tried = whatIf;
          last = await inSession(session, caseFile, whatIf, isMoved || n === steps.length - 1);
        }
        expect(last).toEqual(await afresh(caseFile, tried));
      }),
      { numRuns: SEQUENCES, ...(SEQUENCES === 300 && { seed: 20_261_127 }) },
    );
  }, 3_600_000);
});
