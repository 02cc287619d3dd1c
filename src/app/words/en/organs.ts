export { ORGAN_WORDS as organs } from '../../../constraints/organ-words';
