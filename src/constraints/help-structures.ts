/*
 * Structures that are made for planning from a target, and are not the target. To take one for a target is to call what
 * lies in a margin about it treated; to leave out a target that is called so costs a question.
 */

/** Words of a name, in letters alone, that tell of such a structure. */
const WORDS = new Set(
  [
    // Round the target, and its margin.
    'ring rings halo shell wall rind rim collar cuff donut border boundary edge margin marg buffer band',
    // Grown, shrunk, cut to fit.
    'exp expn expand expanded expansion grow grown enlarge enlarged shrink shrunk contract contracted',
    'crop cropped trim trimmed cut clip clipped',
    // Taken away, put together, what two have in common.
    'sub minus less wo without not non plus overlap ovl ovlp intersect intersection',
    'in inside inner out outside outer core',
    // For the optimiser and for looking at the plan.
    'opt optim optimisation optimization optimise optimize optimised optimized eval evaluation dvh tune tuning obj objective',
    'avoid avoidance avd control ctrl help helper dummy temp tmp test block',
    'dose iso isodose hot hotspot cold falloff gradient grad override density air bolus ns',
  ].flatMap((line) => line.split(' ')),
);

/** Signs of a whole name, after NFKC. */
const SIGNS: readonly RegExp[] = [
  // A margin: `20mm`, `2 cm`, `+2`.
  /\d\s*[mc]m(?![a-z])/i,
  /\+\s*\d/,
  // A dose level in percent.
  /\d\s*(?:%|pct|perc|percent)(?![a-z])/i,
  // Names that planning sorts to the end, or marks as not for evaluation (TG-263).
  /^(?:_|~|x?z+(?:[\s_-]|(?=[A-Z])))/,
  /环|環|リング|壳|殻|ハロー|外放|外扩|外擴|拡大|拡張|扩展|边缘|辺縁|减去|減去|除く|裁剪|回避|避让|优化|最適化|评估|評価|辅助|補助/,
];

/** The kind of a target before such a word, and behind it. */
const KIND_BEFORE = /^(?:igtv|gtv|ictv|ctv|itv|ptv)/;
const KIND_BEHIND = /(?:gtv|ctv|itv|ptv)$/;

/** Whether a name tells of a structure that planning made: a ring, an expansion, an optimiser's part, a dose level. */
export function isHelpStructure(name: string): boolean {
  const text = name.normalize('NFKC').trim();
  if (SIGNS.some((sign) => sign.test(text))) return true;
  const runs = text.replace(/([a-z])([A-Z])/g, '$1 $2').match(/[a-z]+/gi) ?? [];
  return runs.some((run) => {
    const word = run.toLowerCase();
    return [word, word.replace(KIND_BEFORE, ''), word.replace(KIND_BEHIND, '')].some((each) => WORDS.has(each));
  });
}
