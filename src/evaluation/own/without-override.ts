import type { OrganOverride } from '../../case/case-file';
import type { Region } from '../../case/case-inputs';
import { type Organs, tissueNames } from '../../case/tissue-entry';
import type { EvaluationSettings } from '../evaluation-context';

/** The settings without what is set of some fields for the tissue of one region; all else of it as it is set. */
export function withoutOverride(
  settings: EvaluationSettings,
  region: Region,
  fields: readonly (keyof OrganOverride)[],
): EvaluationSettings {
  const names = tissueNames(region);
  const nothing = Object.fromEntries(fields.map((field) => [field, undefined]));
  const without = (overrides: Organs): Organs => {
    const own = names.filter((name) => Object.hasOwn(overrides, name));
    return { ...overrides, ...Object.fromEntries(own.map((name) => [name, { ...overrides[name], ...nothing }])) };
  };
  return { ...settings, overrides: without(settings.overrides), ofCase: without(settings.ofCase) };
}
