/*
 * Paths of a case file are relative to its folder; those of the opened files are as the host has them. A case that is
 * not yet saved has no folder, and its paths are the host's.
 */

/** A path of a case as the host has it. */
export function hostPath(path: string, folder: string): string {
  if (folder === '' || /^(\/|[A-Za-z]:)/.test(path)) return tidy(path);
  return tidy(`${folder}/${path}`);
}

/** A path of the host as a case in `folder` has it; as it is where there is no way from one to the other. */
export function casePath(path: string, folder: string): string {
  if (folder === '') return path;
  const from = tidy(folder).split('/');
  const to = tidy(path).split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  if (same === 0) return path;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The entry of a path of the case, among those of the inspection. */
export function entryAt<Entry extends { readonly file: string }>(
  entries: readonly Entry[],
  path: string | undefined,
  folder: string,
): Entry | undefined {
  if (path === undefined) return undefined;
  const wanted = hostPath(path, folder);
  return entries.find(({ file }) => file === path || tidy(file) === wanted);
}
