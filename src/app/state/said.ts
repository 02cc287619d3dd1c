import { problemOf, sentenceOf } from '../words/problem';
import { setApp } from './store';

/** Runs something that may fail, and says in the window why it did. */
export async function said(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (sentenceOf(error) !== 'cancelled') setApp({ problem: problemOf(error) });
  }
}
