import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/input-error';
import { planDose } from '../../src/study/plan-dose';
import { beamDose, dose, errorOf, group, plan } from './objects';

const codes = (made: { findings: readonly { code: string }[] }) => made.findings.map(({ code }) => code);

describe('the dose of a phase (PS3.3 C.8.8.3)', () => {
  it.each(['PLAN', 'FRACTION'])('%s is whole: it is not multiplied by the fractions of the plan', (doseSummationType) => {
    const made = planDose([dose({ doseSummationType })], plan(), {});
    expect(made.fractions).toBe(28);
    expect(made.doses.map(({ scale }) => scale)).toEqual([1]);
    expect(codes(made)).toEqual([]);
  });

  it('FRACTION takes the fractions of its own fraction group', () => {
    const groups = [group(1, 25), group(2, 7)];
    const second = dose({
      doseSummationType: 'FRACTION',
      referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [{ number: 2, beamNumbers: [] }] }],
    });
    expect(planDose([second], plan({ fractionGroups: groups }), {}).fractions).toBe(7);
  });

  it('one session needs the user’s word and is multiplied', () => {
    const session = dose({ doseSummationType: 'FRACTION_SESSION' });
    expect(() => planDose([session], plan(), {})).toThrow(/FRACTION_SESSION.*one-session/);
    const made = planDose([session], plan(), { doseIs: 'one-session' });
    expect(made.doses[0].scale).toBe(28);
    expect(codes(made)).toEqual(['dose-of-one-session']);
  });

  it.each(['BEAM_SESSION', 'BRACHY', 'CONTROL_POINT', 'PLAN_OVERVIEW', 'BRACHY_SESSION'])('%s is refused by name', (type) => {
    const error = errorOf(() => planDose([dose({ doseSummationType: type })], plan(), {}));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toContain(type);
    expect(error.message).toContain('RD.dcm');
  });

  it('RECORD is the dose as delivered: used, and told with whose fractions', () => {
    const record = dose({ doseSummationType: 'RECORD' });
    const byPlan = planDose([record], plan(), {});
    expect(byPlan).toMatchObject({ fractions: 28, doses: [{ scale: 1 }] });
    expect(byPlan.findings).toMatchObject([{ code: 'dose-delivered', severity: 'warning', facts: { plannedFractions: 28 } }]);
    const byUser = planDose([record], plan(), { fractions: 20 });
    expect(byUser.fractions).toBe(20);
    expect(byUser.findings).toContainEqual(expect.objectContaining({ code: 'dose-delivered', severity: 'info', facts: {} }));
  });

  it('a dose that is zero everywhere asks', () => {
    const nothing = dose({ pixels: new Uint16Array(4) });
    expect(planDose([nothing], plan(), {}).findings).toMatchObject([
      { code: 'dose-all-zero', severity: 'error', answerable: true, file: 'RD.dcm' },
    ]);
  });

  it('several plans in one dose need the number of fractions, and that is said', () => {
    const sum = dose({ doseSummationType: 'MULTI_PLAN' });
    expect(() => planDose([sum], plan(), {})).toThrow(/several plans.*a phase for each plan with the same dose.*`doseShare`/);
    // A share alone does not say the fractions, nor does a plan of several.
    expect(() => planDose([sum], plan(), { doseShare: 0.75 })).toThrow(/needed `fractions` beside `doseShare`/);
    const shared = planDose([sum], plan(), { fractions: 28, doseShare: 0.75 });
    expect(shared.findings.map(({ message }) => message)).toContain(
      "One dose for several plans: by the user's word 75.0 % of it is taken as given in 28 equal fractions.",
    );
    const made = planDose([sum], undefined, { fractions: 33 });
    expect(made.fractions).toBe(33);
    expect(codes(made)).toEqual(['dose-of-several-plans']);
    expect(made.findings[0].message).toContain('it is taken as given in 33 equal fractions');
  });

  it('a missing summation type is said', () => {
    expect(codes(planDose([dose({ doseSummationType: '' })], plan(), {}))).toEqual(['dose-summation-missing']);
  });

  it('a dose of another plan is refused; one that names none is said', () => {
    const foreign = dose({ referencedPlans: [{ sopInstanceUid: 'other', fractionGroups: [] }] });
    expect(() => planDose([foreign], plan(), {})).toThrow(/ReferencedRTPlanSequence.*other/);
    expect(codes(planDose([dose({ referencedPlans: [] })], plan(), {}))).toEqual(['dose-names-no-plan']);
  });

  it('two whole doses for one phase are refused', () => {
    expect(() => planDose([dose(), dose({ file: 'RD2.dcm' })], plan(), {})).toThrow(/RD2\.dcm.*2 doses for one phase/);
  });
});

describe('beam doses', () => {
  it('are added when every treatment beam has one; the set-up beam needs none', () => {
    const p = plan({ fractionGroups: [group(1, 28, [1, 2, 3])] });
    const made = planDose([beamDose(1), beamDose(2)], p, {});
    expect(made.doses.map(({ dose: { file }, scale }) => [file, scale])).toEqual([
      ['RD1.dcm', 1],
      ['RD2.dcm', 1],
    ]);
    expect(made.fractions).toBe(28);
  });

  it('are refused when one is missing, there twice, or foreign, or among plan doses, or without plan', () => {
    expect(() => planDose([beamDose(1)], plan(), {})).toThrow(/no dose for beam 2/);
    expect(() => planDose([beamDose(1), beamDose(2), beamDose(2)], plan(), {})).toThrow(/more than one dose for beam 2/);
    expect(() => planDose([beamDose(1), beamDose(2), beamDose(9)], plan(), {})).toThrow(/beam 9, which is no treatment beam/);
    expect(() => planDose([beamDose(1), dose()], plan(), {})).toThrow(/PLAN among beam doses/);
    expect(() => planDose([beamDose(1), beamDose(2)], undefined, { fractions: 28 })).toThrow(/without the plan/);
  });
});

describe('fractions', () => {
  it('come from the plan, or from the user, who overrules it and is told so', () => {
    expect(planDose([dose()], plan(), {}).fractions).toBe(28);
    const made = planDose([dose()], plan(), { fractions: 25 });
    expect(made.fractions).toBe(25);
    expect(codes(made)).toEqual(['fractions-differ-from-plan']);
    expect(made.findings[0].message).toMatch(/28 fractions.*25 are used for the whole dose/);
    const [of] = planDose([dose()], plan(), { fractions: 4, doseShare: 0.25 }).findings;
    expect(of.message).toContain('4 are used for 25.0 % of the dose');
    expect(of.message).not.toContain('whole');
  });

  it("other than the plan's are told with what can be done about it", () => {
    const said = (given: Parameters<typeof dose>[0], answers: Parameters<typeof planDose>[2]) =>
      planDose([dose(given)], plan(), answers).findings.find(({ code }) => code === 'fractions-differ-from-plan')?.message;
    const counts = (given: number) => `Plan dCRT has 28 fractions, the case says ${given}; ${given} are used for`;
    expect(said({}, { fractions: 20 })).toBe(
      `${counts(20)} the whole dose. If treatment ended early, give the fractions delivered.`,
    );
    // More than were planned, it did not end early; and of a dose of treatment records no other number is taken.
    expect(said({}, { fractions: 33 })).toBe(`${counts(33)} the whole dose. Check that it is the dose of so many.`);
    expect(said({ doseSummationType: 'RECORD' }, { fractions: 20 })).toBe(
      `${counts(20)} the whole dose, which is that of the treatment as delivered (RECORD). Check that so many were delivered.`,
    );
    expect(said({}, { fractions: 7, doseShare: 0.25 })).toBe(`${counts(7)} 25.0 % of the dose. Check that both are right.`);
  });

  it('of a group that the plan does not have are refused', () => {
    const astray = dose({
      referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [{ number: 4, beamNumbers: [] }] }],
    });
    expect(() => planDose([astray], plan(), {})).toThrow(
      /ReferencedFractionGroupNumber: found fraction group 4, which plan dCRT/,
    );
  });

  it('missing everywhere are refused', () => {
    expect(() => planDose([dose()], undefined, {})).toThrow(/RD\.dcm: fractions: found no number/);
  });

  it('that are missing or not whole in the plan are refused with the tag', () => {
    const broken = { ...group(1, undefined), fractionsPlannedText: '28.5' };
    expect(() => planDose([dose()], plan({ fractionGroups: [broken] }), {})).toThrow(
      /RP\.dcm: \(300A,0078\) NumberOfFractionsPlanned: found "28\.5"/,
    );
    expect(() => planDose([dose()], plan({ fractionGroups: [group(1, undefined)] }), {})).toThrow(/found nothing/);
    expect(() => planDose([dose()], plan({ fractionGroups: [] }), {})).toThrow(/NumberOfFractionsPlanned: found nothing/);
  });

  it('of 25 + 7 + 3 in one plan with one dose need the user’s word, which a finding repeats', () => {
    const three = plan({ fractionGroups: [group(1, 25), group(2, 7), group(3, 3)] });
    expect(() => planDose([dose()], three, {})).toThrow(/25 \+ 7 \+ 3 fractions/);
    const equal = planDose([dose()], three, { fractions: 35 });
    expect(equal.fractions).toBe(35);
    expect(equal.findings[0]).toMatchObject({ code: 'several-fraction-groups', severity: 'warning' });
    const share = planDose([dose()], three, { fractions: 25, doseShare: 0.8 });
    expect(share.doses[0].scale).toBeCloseTo(0.8, 12);
    expect(share.findings[0].message).toContain('80.0 %');
  });
});
