/** The entry of a file among those of an inspection; the paths of a case are those of the opened files. */
export const entryAt = <Entry extends { readonly file: string }>(
  entries: readonly Entry[],
  path: string | undefined,
): Entry | undefined => entries.find(({ file }) => file === path);
