import { createHash } from 'node:crypto';
import { z } from 'zod';
import { aboutContent, type DraftHead } from '../src/app/host/draft-head';
import { NewerVersion, newerProgram, newerVersion } from '../src/newer-version';

/** The version of the files of drafts that this program writes, and the last that it reads; earlier ones told none. */
export const DRAFT_VERSION = 1;

const draft = z.object({
  isoeffectDraft: z.literal(DRAFT_VERSION).exactOptional(),
  key: z.string(),
  content: z.string(),
  savedAt: z.string(),
  keptAt: z.string().exactOptional(),
  turn: z.number().int().nonnegative().default(0),
  /** The files that its case names and that were open when it was written: they may be opened again with it. */
  files: z.array(z.string()).default([]),
});
export type Draft = z.infer<typeof draft>;

const ofNewer = z.object({ isoeffectDraft: z.number().int().gt(DRAFT_VERSION), writtenBy: z.unknown() });

/** Of a draft that a newer version wrote this one knows no key: it is known by its file. */
const OF_FILE = /^file:([0-9a-f]{64}\.json)$/;
export const keyOfFile = (name: string): string => `file:${name}`;

/** The name of a draft's file. */
export const nameOf = (key: string): string => OF_FILE.exec(key)?.[1] ?? `${createHash('sha256').update(key).digest('hex')}.json`;

/** What the file of a draft holds: that a newer version of the program wrote it; undefined where it is damaged. */
export function readDraft(text: string): Draft | NewerVersion | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const newer = ofNewer.safeParse(root);
  if (!newer.success) return draft.safeParse(root).data;
  const { isoeffectDraft, writtenBy } = newer.data;
  const version = newerVersion(writtenBy);
  return new NewerVersion({ found: `a draft of version ${isoeffectDraft}, written by ${newerProgram(version)}` }, version);
}

export const headOf = ({ content, key, savedAt, keptAt, turn }: Omit<Draft, 'files'>): DraftHead => ({
  ...aboutContent(content),
  key,
  savedAt,
  ...(keptAt !== undefined && { keptAt }),
  turn,
  size: content.length,
});
