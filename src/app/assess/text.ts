import { en as words } from './text/en';
import { column } from './text/in-three';
import { ja as jaWords } from './text/ja';
import { ORGAN_WORDS } from './text/organ-names';
import { zh as zhWords } from './text/zh';

const tables = (language: 0 | 1 | 2) => ({
  organs: column(ORGAN_WORDS, language),
});

export const en = { ...words, ...tables(0) };
export const zh: typeof en = { ...zhWords, ...tables(1) };
export const ja: typeof en = { ...jaWords, ...tables(2) };
