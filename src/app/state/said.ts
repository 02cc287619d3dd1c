import { setApp } from './store';

const sentenceOf = (error: unknown): string => (error as Error)?.message || String(error);

/** Runs something that may fail, and says in the window why it did. */
export async function said(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (sentenceOf(error) !== 'cancelled') setApp({ problem: sentenceOf(error) });
  }
}
