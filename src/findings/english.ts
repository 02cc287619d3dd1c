import { ANATOMY } from './anatomy';
import { ASSESSMENT } from './assessment';
import { DICOM } from './dicom';
import { DOSE } from './dose';
import { DRAWN } from './drawn';
import { GEOMETRY } from './geometry';
import { OWN_VALUES } from './own-values';
import { PLAUSIBILITY } from './plausibility';
import { RADIATION } from './radiation';
import { READING } from './reading';
import { REGISTRATION } from './registration';
import { STUDY } from './study';
import { UNCONFIRMED } from './unconfirmed';
import type { FactsIn, SameWords } from './words';

const ALL = {
  ...DICOM,
  ...STUDY,
  ...DOSE,
  ...GEOMETRY,
  ...READING,
  ...REGISTRATION,
  ...ANATOMY,
  ...ASSESSMENT,
  ...PLAUSIBILITY,
  ...UNCONFIRMED,
  ...RADIATION,
  ...DRAWN,
  ...OWN_VALUES,
};

/** Stable, kebab-case, for programs: `dose-grid-does-not-cover-roi`. */
export type FindingCode = keyof typeof ALL;
/** What each code of a finding knows. */
export type FindingFacts = FactsIn<typeof ALL>;
/** Title and message of every code, in one language. */
export type FindingWords = SameWords<typeof ALL>;

/** The English words, from which all other languages and the types of the facts follow. */
export const ENGLISH: FindingWords = ALL;
