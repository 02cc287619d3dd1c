import type { Numbers, WrittenElement } from '../dicom/dicom-writer';
import type { Random } from './random';

/** An element that may be changed. */
export interface Element {
  tag: number;
  vr: string;
  value?: string | Numbers;
  items?: Element[][];
  fragments?: readonly Uint8Array[];
}

/** Where an element stands: among which others. */
export interface Node {
  readonly siblings: Element[];
  readonly element: Element;
  /** The tags that lead to it. */
  readonly path: string;
}

/** A copy that may be changed without the original. */
export const copyOf = (elements: readonly WrittenElement[]): Element[] =>
  elements.map(({ tag, vr, value, items, fragments }) => ({
    tag,
    vr,
    ...(value !== undefined && { value: typeof value === 'string' ? value : value.slice() }),
    ...(items && { items: items.map(copyOf) }),
    ...(fragments && { fragments }),
  }));

/** Every element, in whatever sequence. */
export function nodesOf(siblings: Element[], above = ''): Node[] {
  return siblings.flatMap((element) => {
    const path = `${above}/${element.tag.toString(16)}`;
    const within = (element.items ?? []).flatMap((item) => nodesOf(item, path));
    return [{ siblings, element, path }, ...within];
  });
}

/** One of the elements that fit; each attribute is as likely as any other, however often it stands there. */
export function pickNode(
  random: Random,
  nodes: readonly Node[],
  fits: (element: Element) => boolean = () => true,
): Node | undefined {
  const fitting = nodes.filter(({ element }) => fits(element));
  const paths = [...new Set(fitting.map(({ path }) => path))];
  if (paths.length === 0) return undefined;
  const path = random.pick(paths);
  return random.pick(fitting.filter((node) => node.path === path));
}
