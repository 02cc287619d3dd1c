/**
 * `not evaluable`: a dose, an organ or an answer is unknown. `not applicable`: the case lies outside the conditions of
 * the goal's source; it counts nowhere.
 */
export type Verdict = 'met' | 'exceeded' | 'not evaluable' | 'not applicable';
