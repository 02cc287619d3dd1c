import { type Assessment, evaluatedOrgans, type GoalResult, type OrganResult } from '../evaluation/assessment';
import { amountOf } from '../figure-digits';
import { elsewhereWords } from '../figures/elsewhere-words';
import { errorTitles, isOpenQuestion, plainErrors, questionWords } from '../figures/error-words';
import { fewNames } from '../figures/few-names';
import { sharesBehind, sharesText } from '../figures/recovery-words';
import { acceptanceWords, registrationWarnings } from '../figures/registration-words';
import { counted, goalWords, unknownShare } from '../figures/wording';
import { html, type Markup } from './markup';

/** What changes the meaning of every number, to be read before them. */
export function warnings(assessment: Assessment): readonly string[] {
  const { settings, findings } = assessment;
  const said: string[] = [];
  if (settings.plannedScale !== 1) {
    said.push(`This is a what-if: the planned dose is taken at ${settings.plannedScale} times what was exported.`);
  }
  if (settings.outsideDoseGrid === 'zero') {
    said.push('The user states that no dose was given outside the dose grids; it is counted as 0 Gy there.');
  }
  said.push(...registrationWarnings(assessment));
  said.push(...findings.filter(({ code }) => code === 'goal-asks-for-dose').map(({ message }) => message));
  const errors = plainErrors(findings);
  if (errors.length > 0) {
    const limit = errors.length === 1 ? 'limits' : 'limit';
    said.push(
      `${counted(errors.length, 'error')} in the input ${limit} what this report can say: ${errorTitles(errors)}. See the findings below.`,
    );
  }
  const questions = questionWords(assessment);
  if (questions) said.push(questions);
  return said;
}

/** What the verdict rests on and what is unknown, each with its name. */
export function hangsOn(assessment: Assessment): readonly Markup[] {
  const { courses, monthsBetweenCourses } = assessment;
  const organs = evaluatedOrgans(assessment.organs);
  const prior = courses.filter(({ role }) => role === 'prior');
  // A planned course is among them where a registration carries it.
  const placed = courses.filter(
    ({ name, role }) => role === 'prior' || assessment.registrations.some(({ course }) => course === name),
  );
  const facts: readonly (readonly [string, string])[] = [
    ['Registration', placed.map(({ name, registration }) => `${name}: ${registration}`).join(' · ')],
    ['Accepted', assessment.registrations.map((each) => `${each.course}: ${acceptanceWords(each)}`).join(' · ')],
    [
      'Check of it',
      ownAnatomy(
        organs,
        prior.map(({ name }) => name),
        assessment.findings.flatMap((finding) => (isOpenQuestion(finding) && finding.roi !== undefined ? [finding.roi] : [])),
        assessment.registrations.filter(({ type }) => UNMOVED.includes(type)).map(({ course }) => course),
      ),
    ],
    ['If it lies elsewhere', elsewhereWords(assessment)],
    [
      'Interval',
      prior.length && monthsBetweenCourses === null ? 'not known: dates of the courses are missing or contradicted' : '',
    ],
    ['Recovery', prior.length ? recovery(organs) : ''],
    [
      'Unknown dose',
      fewNames(organs.filter(hasUnknown), ({ roi, insideDoseGrid }) => `${unknownShare(insideDoseGrid)} of ${roi}`),
    ],
    ['Limits', evidence(organs)],
    [
      'Not tested',
      fewNames(
        organs.filter(({ goals }) => !goals.length),
        ({ roi }) => `${roi}`,
      ),
    ],
  ];
  return facts.filter(([, said]) => said).map(([what, said]) => html`<li><b>${what}</b> <span>${said}</span></li>`);
}

/**
 * How far the dose of each course that is carried onto today's contours is from that on its own.
 * @param asked the ROIs about which something is asked: one that is in question says less.
 * @param unmoved courses whose points are taken as they are: contours that are those of today are no check of that.
 */
function ownAnatomy(
  organs: readonly OrganResult[],
  courses: readonly string[],
  asked: readonly string[],
  unmoved: readonly string[],
): string {
  const isItself = (course: string, isSameContours = false) => isSameContours && unmoved.includes(course);
  const uncheckable = courses.filter((course) =>
    organs.some(({ ownAnatomy: own = [] }) =>
      own.some((each) => each.course === course && isItself(course, each.isSameContours)),
    ),
  );
  const differences = organs.flatMap(({ roi, ownAnatomy: own = [] }) =>
    own.flatMap(({ course, comparedWith: other, isSameContours, 'D0.03ccEqd2Gy': ownGy, 'carriedD0.03ccEqd2Gy': carriedGy }) => {
      if (carriedGy === undefined || isItself(course, isSameContours)) return [];
      const beside = other === undefined ? '' : `, beside ${other} there`;
      const doubt = asked.includes(roi) ? ', which is in question' : '';
      return [{ course, roi: `${roi}${beside}${doubt}`, gy: Math.abs(carriedGy - ownGy) }];
    }),
  );
  const each = courses.flatMap((course) => {
    const its = differences.filter((difference) => difference.course === course);
    if (its.length === 0) return [];
    const worst = its.reduce((a, b) => (b.gy > a.gy ? b : a));
    const apart = `${counted(its.length, 'organ')}: at most ${amountOf(worst.gy, 'Gy')} EQD2 apart (${worst.roi})`;
    return [courses.length > 1 ? `${course}, ${apart}` : apart];
  });
  const compared = each.length
    ? [`prior D0.03cc carried onto today's contours against the same on the prior contours, ${each.join(' · ')}`]
    : [];
  const alone = uncheckable.filter((course) => !differences.some((difference) => difference.course === course));
  const itself = alone.length
    ? [
        `${courses.length > 1 ? `${alone.join(', ')}: ` : ''}cannot be checked by contours: those of the prior course are today's themselves, on one frame of reference`,
      ]
    : [];
  return [...compared, ...itself].join(' · ');
}

/** How a course stands whose points are those of the anatomy. */
const UNMOVED: readonly string[] = ['same frame', 'in question'];

const hasUnknown = ({ insideDoseGrid: { prior, planned, cumulative } }: OrganResult): boolean =>
  Math.min(prior, planned, cumulative) < 1 - 1e-6;

/** Recovery of the organs, for the doses, and that of goals by their source's own rule, for the verdicts. */
function recovery(organs: readonly OrganResult[]): string {
  const ofDoses = fewNames(
    organs.filter((organ) => organ.recovery > 0),
    (organ) => `${organ.roi} ${sharesBehind(organ)}`,
  );
  const recovering = organs.flatMap((organ) => organ.goals.filter(isForgiving).map((goal) => ({ organ, goal })));
  const ofGoals = fewNames(recovering, ({ organ, goal }) => `${organ.roi} ${goalWords(goal.goal)} (${sharesText(goal)})`);
  if (!ofDoses && !ofGoals) return 'none assumed: the prior dose counts in full';
  return [ofDoses && `assumed for ${ofDoses}; doses without it stand beside`, ofGoals && `in goals: ${ofGoals}`]
    .filter(Boolean)
    .join(' · ');
}

const isForgiving = (goal: GoalResult): boolean => goal.recovery > 0 && goal.quantity !== 'physical';

/** How many of the limits are not taken from their source itself. */
function evidence(organs: readonly OrganResult[]): string {
  const goals = organs.flatMap((organ) => organ.goals);
  const marked = (mark: string) => goals.filter((goal) => goal.evidence === mark).length;
  const [secondHand, unread] = [marked('seen-2'), marked('known')];
  const said = [unread && `${unread} not re-read in their source`, secondHand && `${secondHand} read second hand`].filter(
    Boolean,
  );
  return said.length ? `of ${counted(goals.length, 'goal')}, ${said.join(', ')}: marked in the table` : '';
}
