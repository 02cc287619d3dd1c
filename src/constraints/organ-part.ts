/** A part by a target, or a margin, at the end of an organ's name. */
const PART = /(-(GTV|ITV|CTV|PTV)|_PRV\d*)$/;
const OVERLAP = '_in_';

/** What behind the name of an organ makes it a part, an overlap or a margin: `-GTV`, `_in_PTV`, `_PRV03`; '' where nothing. */
export function partBehind(name: string): string {
  let from = name.length;
  while (from > 0 && /\w/.test(name[from - 1])) from--;
  const at = name.indexOf(OVERLAP, from);
  if (at >= 0 && at + OVERLAP.length < name.length) return name.slice(at);
  return PART.exec(name)?.[0] ?? '';
}
