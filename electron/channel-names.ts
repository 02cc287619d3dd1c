/** What the page may ask of the main process. */
export const ASK = {
  openFolder: 'isoeffect:open-folder',
  openFiles: 'isoeffect:open-files',
  openDropped: 'isoeffect:open-dropped',
  openCase: 'isoeffect:open-case',
  openRecent: 'isoeffect:open-recent',
  openSample: 'isoeffect:open-sample',
  recent: 'isoeffect:recent',
  save: 'isoeffect:save',
  saveDraft: 'isoeffect:save-draft',
  drafts: 'isoeffect:drafts',
  readDraft: 'isoeffect:read-draft',
  openDraft: 'isoeffect:open-draft',
  keeping: 'isoeffect:keeping',
  keepNothing: 'isoeffect:keep-nothing',
  clearKept: 'isoeffect:clear-kept',
  placeFor: 'isoeffect:place-for',
  networkRequests: 'isoeffect:network-requests',
  /** The page is ready for what the system wants opened. */
  listening: 'isoeffect:listening',
  /** The page's policy refused an address before it became a request. */
  refused: 'isoeffect:refused',
  /** The page's language, for menu and dialogs. */
  language: 'isoeffect:language',
} as const;

/** What the main process tells the page. */
export const TELL = { command: 'isoeffect:command', opened: 'isoeffect:opened' } as const;
