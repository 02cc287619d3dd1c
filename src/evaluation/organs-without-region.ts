import { saidAbsent } from '../case/absent-organs';
import type { CaseInputs, UnusableRoi } from '../case/case-inputs';
import { organsLost } from '../case/prior-organs';
import { baseOf, requiredOrgans, sidesOf, wholeOf } from '../case/required-organs';
import type { Constraint } from '../constraints/constraint';
import { goalParts } from '../constraints/goal';
import { goalOrgan } from '../constraints/goal-organ';
import { goalApplies } from '../constraints/requirements';
import type { Answer } from '../findings/finding';
import { makeReason, type Reason } from '../findings/reasons';
import { tissueFor } from '../radiobiology/tissue-table';
import type { GoalResult, MissingOrgan } from './assessment';
import { caseContext } from './evaluate-constraint';
import type { EvaluationContext } from './evaluation-context';

/*
 * What is not there is an answer too. Organs that the case must have, that its goals ask for or that the patient is said
 * not to have stand in the result with their goals and the reason.
 */

/** The organs without a region, required ones first, each with its goals. */
export function organsWithoutRegion(inputs: CaseInputs, context: EvaluationContext): MissingOrgan[] {
  const { caseFile, regions } = inputs;
  const required = requiredOrgans(caseFile);
  const said = saidAbsent(caseFile);
  // What is said to be absent and is drawn somewhere is neither there nor absent until somebody answers for it.
  const contested = new Map([...said.keys()].flatMap((organ) => contestOf(organ, context)));
  const absent = new Map([...said].filter(([organ]) => !contested.has(organ)));
  const here = new Set(regions.flatMap(({ names, organ }) => (organ === undefined ? names : [...names, organ])));
  const has = (organ: string) => isThere(organ, here, absent);
  const lost = organsLost(inputs.courses, regions);
  const { constraints } = context.settings;
  const missing = new Map<string, Constraint[]>();
  for (const organ of [...required, ...said.keys()]) if (!has(organ)) missing.set(organ, []);
  const listed = new Map<string, readonly string[]>();
  for (const constraint of constraints) {
    const { organ, among } = constraint;
    if (here.has(organ)) continue;
    const own = missing.get(organ);
    if (own && (required.includes(organ) || said.has(organ))) {
      own.push(constraint);
      continue;
    }
    if (has(organ)) continue;
    if (lost.has(organ)) {
      missing.set(organ, [...(missing.get(organ) ?? []), constraint]);
      continue;
    }
    const heading = headingOf(organ, among, here, (each) => required.includes(each) || said.has(each));
    if (heading === undefined) continue;
    const goals = missing.get(heading) ?? [];
    const isTold = goals.some((each) => each.among === among && among !== undefined);
    missing.set(heading, isTold ? goals : [...goals, constraint]);
    if (among && heading === among[0]) listed.set(heading, among);
  }
  return [...missing].map(([organ, goals]) => {
    const base = baseOf(organ);
    const isRequired = required.includes(organ) || (base !== undefined && standsFor(organ, base, required, missing));
    const word = absent.get(organ) ?? (base === undefined ? undefined : absent.get(base));
    const drawnThen = lost.get(organ);
    const contest = contested.get(organ) ?? (base === undefined ? undefined : contested.get(base));
    const why = word
      ? saidSo(base !== undefined && !absent.has(organ) ? base : organ, word)
      : (contest ?? whyMissing(organ, listed.get(organ), isRequired || drawnThen !== undefined, inputs));
    // What a table asks of a name that nobody knows may be asked of the cord.
    const counts =
      !word &&
      (isRequired ||
        contest !== undefined ||
        drawnThen !== undefined ||
        isContoured(organ, inputs, context) ||
        goalOrgan(organ) === undefined);
    const { alphaBetaGy, source } = tissueFor(base ?? organ);
    return {
      roi: null,
      organ,
      required: isRequired && !word,
      ...(drawnThen && { drawnThen }),
      ...(word && { absent: { by: word.by, on: word.on, why: word.why } }),
      volumeCc: 0,
      alphaBetaGy,
      alphaBetaSource: source,
      metrics: {},
      goals: goals.map((goal) => goalWithoutOrgan(goal, why, counts, word !== undefined, alphaBetaGy, context)),
      ...why,
    };
  });
}

/** The open question whether an organ is absent, as the reason of its goals. */
function contestOf(organ: string, { questions }: EvaluationContext): [string, Reason][] {
  const open = questions.filter((question) => question.code === 'absent-organ-drawn' && question.organ === organ);
  if (open.length === 0) return [];
  return [[organ, makeReason('question-open', { questions: open.map(({ code, title, place }) => ({ code, title, place })) })]];
}

const saidSo = (organ: string, { by, on, why }: Answer) => makeReason('organ-said-absent', { organ, by, on, why });

/** Whether an organ is drawn, as a whole or on every side that the patient has. */
function isThere(organ: string, here: ReadonlySet<string>, absent: ReadonlyMap<string, unknown>): boolean {
  if (here.has(organ)) return true;
  const sides = sidesOf(organ);
  // Lungs and kidneys are made of their sides where that is possible; here they were not.
  return organ !== 'Lungs' && organ !== 'Kidneys' && sides.some((side) => here.has(side))
    ? sides.every((side) => here.has(side) || absent.has(side))
    : false;
}

/**
 * Under which organ a goal without its organ is told; undefined where another organ that the source names for the same
 * limit is drawn. Of a pair that is drawn on one side, the other side is told.
 */
function headingOf(
  organ: string,
  among: readonly string[] | undefined,
  here: ReadonlySet<string>,
  hasOwnEntry: (organ: string) => boolean,
): string | undefined {
  const whole = wholeOf(organ);
  if (whole !== organ && here.has(whole)) return undefined;
  if (!among) return organ;
  const isOtherSide = whole !== organ && sidesOf(whole).some((side) => side !== organ && here.has(side));
  if (isOtherSide) return organ;
  if (among.some((each) => here.has(each))) return undefined;
  // Of organs that stand for one limit the first tells it, unless one of them is told by itself anyway.
  return among.some(hasOwnEntry) ? undefined : among[0];
}

/** A part of a required organ carries its goals where the sets have none for the organ itself. */
function standsFor(
  organ: string,
  base: string,
  required: readonly string[],
  missing: ReadonlyMap<string, readonly Constraint[]>,
): boolean {
  if (!required.includes(base)) return false;
  const ofBase = missing.get(base);
  const sets = new Set(ofBase?.map(({ set }) => set));
  return ofBase !== undefined && (missing.get(organ) ?? []).some(({ set }) => !sets.has(set));
}

/** An organ that is contoured and yet has no region counts like any other: that is no omission of whoever drew it. */
function isContoured(organ: string, { undrawn }: CaseInputs, { questions }: EvaluationContext): boolean {
  const isAsked = questions.some(({ code }) => code === 'roi-in-another-frame');
  return undrawn.unusable.some(
    (roi) => isNamed(roi, [organ]) && (roi.why === 'other frame' ? isAsked : roi.why !== 'no contours' && roi.why !== 'empty'),
  );
}

const isNamed = ({ name, organ }: UnusableRoi, organs: readonly string[]): boolean =>
  organs.includes(name) || (organ !== undefined && organs.includes(organ));

/** From what is worst to what explains least. */
const REASONS_OF = [
  ['other frame', 'organ-in-another-frame'],
  ['no number', 'organ-without-number'],
  ['no volume', 'organ-without-volume'],
  ['not asked', 'roi-not-evaluated'],
  ['no contours', 'organ-without-volume'],
  ['empty', 'organ-without-volume'],
] as const satisfies readonly (readonly [UnusableRoi['why'], string])[];

function whyMissing(
  organ: string,
  among: readonly string[] | undefined,
  isRequired: boolean,
  { undrawn, regions }: CaseInputs,
): Reason {
  const { unusable } = undrawn;
  const notContoured = (of: readonly string[]) => {
    const related = regions
      .filter(({ organ: each, derived }) => each !== undefined && !derived?.byProgram && of.includes(baseOf(each) ?? ''))
      .map(({ name }) => name);
    const facts = { organs: of, unmatched };
    return makeReason('organ-not-contoured', {
      ...facts,
      ...(undrawn.unmatched.length > unmatched.length && { hasUnknownNames: true as const }),
      ...(related.length > 0 && { related }),
    });
  };
  // One of these may be it; of an organ that need not be there that is not asked.
  const unmatched = isRequired ? undrawn.unmatched : [];
  const organs = among ?? [organ];
  const own = unusable.filter((roi) => isNamed(roi, organs));
  for (const [why, code] of REASONS_OF) {
    const rois = own.filter((roi) => roi.why === why).map(({ name }) => name);
    if (rois.length > 0) return makeReason(code, { rois });
  }
  const base = baseOf(organ);
  const claims = (of: string) => regions.filter((region) => region.organ === of).map(({ name }) => name);
  if (base !== undefined) {
    const rois = claims(base);
    if (rois.length > 1) return makeReason('organ-ambiguous-parts', { rois });
    return rois.length === 1 ? makeReason('organ-not-made', { organ, base }) : notContoured([base]);
  }
  const sides = sidesOf(organ);
  const drawn = sides.flatMap(claims);
  const lacking = sides.filter((side) => claims(side).length === 0);
  if (lacking.length === 1) return makeReason('organ-side-missing', { drawn, missing: lacking });
  if (lacking.length === 0) return makeReason('organ-ambiguous-parts', { rois: drawn });
  return notContoured(organs);
}

function goalWithoutOrgan(
  constraint: Constraint,
  why: Reason,
  counts: boolean,
  isAbsent: boolean,
  ownAlphaBetaGy: number,
  context: EvaluationContext,
): GoalResult {
  const { goal, quantity, scope, alphaBetaGy, recovery } = constraint;
  const applicable = goalApplies(constraint.requires, caseContext(context, context.settings.plannedScale));
  // A limit for other cases than this one would not be tested if the organ were there.
  const isOutside = applicable.state === 'does not apply';
  return {
    goal: goal.text,
    ...goalParts(goal),
    set: constraint.set,
    setTitle: constraint.setTitle,
    quantity,
    scope,
    alphaBetaGy: typeof alphaBetaGy === 'number' ? alphaBetaGy : ownAlphaBetaGy,
    ...(quantity !== 'physical' && { alphaBetaFrom: alphaBetaGy === 'organ' ? 'organ' : 'source' }),
    ...(constraint.alphaBetaNote && { alphaBetaNote: constraint.alphaBetaNote }),
    recovery: typeof recovery === 'number' ? recovery : 0,
    value: null,
    limit: goal.limit,
    unit: goal.unit,
    shareOfLimit: null,
    verdict: isAbsent || isOutside ? 'not applicable' : 'not evaluable',
    ...(isOutside && !isAbsent ? applicable.why : why),
    mandatory: constraint.mandatory && counts,
    source: constraint.source,
    evidence: constraint.evidence,
    ...(constraint.note && { note: constraint.note }),
    headroom: makeReason('no-headroom-goal-not-evaluable', {}),
  };
}
