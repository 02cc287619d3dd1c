import { z } from 'zod';
import type { DraftHead } from '../src/app/host/draft-head';
import type { Conflict, Opened, OpenedCase, OpenedDraft, RecentCase, Saved } from '../src/app/host/host';
import { KEPT_KINDS, type Keeping } from '../src/app/host/keeping';
import type { ASK } from './channel-names';

const filePath = z
  .string()
  .min(1)
  .max(32_768)
  .refine((path) => !path.includes('\0'), 'a path');
const placeRequest = z.strictObject({
  suggestedName: z.string().max(1000),
  path: filePath.optional(),
  what: z.string().min(1).max(100),
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
});
export type CheckedPlaceRequest = z.infer<typeof placeRequest>;
const saveRequest = placeRequest.extend({
  content: z.union([z.string(), z.instanceof(Uint8Array)]),
  known: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(10)
    .optional(),
});
export type CheckedSaveRequest = z.infer<typeof saveRequest>;
const draftKey = z.string().min(1).max(10_000);

const nothing = z.tuple([]);

/** What each question may carry. Anything else is refused before it is looked at. */
export const QUESTIONS = {
  openFolder: nothing,
  openFiles: nothing,
  openDropped: z.tuple([z.array(filePath).max(1000)]),
  openCase: nothing,
  openRecent: z.tuple([filePath]),
  openSample: nothing,
  recent: nothing,
  save: z.tuple([saveRequest]),
  placeFor: z.tuple([placeRequest]),
  readDraft: z.tuple([draftKey]),
  openDraft: z.tuple([draftKey]),
  saveDraft: z.tuple([draftKey, z.string().max(100_000_000).optional()]),
  drafts: nothing,
  keeping: nothing,
  keepNothing: z.tuple([z.boolean()]),
  clearKept: z.tuple([z.array(z.enum(KEPT_KINDS)).max(KEPT_KINDS.length)]),
  networkRequests: nothing,
  listening: nothing,
  refused: z.tuple([z.string().max(4096)]),
  language: z.tuple([z.string().max(35)]),
} satisfies Record<keyof typeof ASK, z.ZodType>;

export interface Answers {
  openFolder: Opened | undefined;
  openFiles: Opened | undefined;
  openDropped: Opened | OpenedCase | undefined;
  openCase: OpenedCase | undefined;
  openRecent: OpenedCase | undefined;
  openSample: Opened;
  recent: readonly RecentCase[];
  save: Saved | Conflict | undefined;
  placeFor: Saved | undefined;
  readDraft: string | undefined;
  openDraft: OpenedDraft | undefined;
  saveDraft: undefined;
  drafts: readonly DraftHead[];
  keeping: Keeping;
  keepNothing: Keeping;
  clearKept: Keeping;
  networkRequests: number;
  listening: undefined;
  refused: undefined;
  language: undefined;
}

/** One answer for each question; `W` is the window that asks. */
export type Handlers<W> = {
  readonly [Q in keyof Answers]: (window: W, ...args: z.infer<(typeof QUESTIONS)[Q]>) => Promise<Answers[Q]>;
};
