import { affineMap, composeMaps, matrixOfMap, type PointMap, SAME_POINTS } from '../geometry/point-map';
import { invert } from '../geometry/transform';
import { InputError } from '../input-error';
import type { Acceptance, Method } from './acceptance';
import { mapsDiffer } from './maps-differ';

/** A map from points of one frame of reference to points of another, together with what it came from. */
export interface SourcedTransform {
  readonly fromFrameUid: string;
  readonly toFrameUid: string;
  readonly map: PointMap;
  readonly source: string;
  readonly method?: Method;
  /** Absent where nobody has accepted it. */
  readonly accepted?: Acceptance | undefined;
}

/** The chain of transforms that carries points of one frame into another. */
export interface FramePath {
  readonly fromFrameUid: string;
  readonly toFrameUid: string;
  readonly map: PointMap;
  /** What the links came from, in the order in which they are applied. */
  readonly via: readonly string[];
  readonly links: readonly SourcedTransform[];
}

/** A link of a chain, and the transform that it is or reverses. */
interface Link {
  readonly of: SourcedTransform;
  readonly fromFrameUid: string;
  readonly toFrameUid: string;
  readonly map: PointMap;
}

/**
 * Finds the shortest chain from one frame of reference to another. A matrix may be used either way round (its exact
 * inverse); a deformation only as it is given, for it has no exact inverse. There is no identity by default: frames that
 * nothing joins give undefined.
 * @throws InputError where two different transforms join the same two frames: the user must choose.
 */
export function findFramePath(
  transforms: readonly SourcedTransform[],
  fromFrameUid: string,
  toFrameUid: string,
): FramePath | undefined {
  if (fromFrameUid === toFrameUid) return { fromFrameUid, toFrameUid, map: SAME_POINTS, via: [], links: [] };
  const links = transforms.flatMap(linksOf);
  const reached = new Map<string, FramePath>([
    [fromFrameUid, { fromFrameUid, toFrameUid: fromFrameUid, map: SAME_POINTS, via: [], links: [] }],
  ]);
  const queue = [fromFrameUid];
  for (let frame = queue.shift(); frame !== undefined; frame = queue.shift()) {
    const here = reached.get(frame)!;
    for (const link of links) {
      if (link.fromFrameUid !== frame || reached.has(link.toFrameUid)) continue;
      refuseRival(link, links);
      reached.set(link.toFrameUid, along(here, link));
      queue.push(link.toFrameUid);
    }
  }
  return reached.get(toFrameUid);
}

/** Ways that are looked at, of which a case with a dozen frames may have thousands. */
const MOST_WAYS = 64;

/**
 * The other ways from one frame to another: chains of which none goes through a frame twice, but for the one that is
 * used. Two ways of which one link is given twice, as written and as its inverse, are both listed.
 */
export function otherWays(transforms: readonly SourcedTransform[], used: FramePath): readonly FramePath[] {
  const { fromFrameUid, toFrameUid } = used;
  const links = transforms.flatMap(linksOf);
  const ways: FramePath[] = [];
  const goOn = (here: FramePath, been: readonly string[]): void => {
    for (const link of links) {
      if (ways.length === MOST_WAYS) return;
      if (link.fromFrameUid !== here.toFrameUid || been.includes(link.toFrameUid)) continue;
      const next = along(here, link);
      if (link.toFrameUid !== toFrameUid) goOn(next, [...been, link.toFrameUid]);
      else if (next.links.some((each, n) => each !== used.links[n])) ways.push(next);
    }
  };
  goOn({ fromFrameUid, toFrameUid: fromFrameUid, map: SAME_POINTS, via: [], links: [] }, [fromFrameUid]);
  return ways;
}

/** A chain and one link more. */
const along = (here: FramePath, link: Link): FramePath => ({
  fromFrameUid: here.fromFrameUid,
  toFrameUid: link.toFrameUid,
  map: composeMaps(here.map, link.map),
  via: [...here.via, link.of.source],
  links: [...here.links, link.of],
});

/**
 * Whether frames would be joined if deformations could be used the wrong way round, and by which.
 * @returns the deformations that lead from `toFrameUid` towards `fromFrameUid` alone; empty where there is none.
 */
export function wrongWayRound(
  transforms: readonly SourcedTransform[],
  fromFrameUid: string,
  toFrameUid: string,
): readonly SourcedTransform[] {
  const back = findFramePath(transforms, toFrameUid, fromFrameUid);
  return back && !findFramePath(transforms, fromFrameUid, toFrameUid)
    ? back.links.filter(({ map }) => matrixOfMap(map) === undefined)
    : [];
}

function linksOf(transform: SourcedTransform): Link[] {
  const { fromFrameUid, toFrameUid, map, source } = transform;
  if (fromFrameUid === toFrameUid) return [];
  const forward = { of: transform, fromFrameUid, toFrameUid, map };
  const matrix = matrixOfMap(map);
  if (!matrix) return [forward];
  return [forward, { of: transform, fromFrameUid: toFrameUid, toFrameUid: fromFrameUid, map: affineMap(invert(matrix, source)) }];
}

function refuseRival(link: Link, links: readonly Link[]): void {
  const { fromFrameUid, toFrameUid } = link;
  const rival = links.find(
    (other) =>
      other.of !== link.of &&
      other.fromFrameUid === fromFrameUid &&
      other.toFrameUid === toFrameUid &&
      mapsDiffer(other.map, link.map),
  );
  if (!rival) return;
  throw new InputError({
    where: 'registrations',
    found: `two different transforms between frames ${fromFrameUid} and ${toFrameUid} (${link.of.source}; ${rival.of.source})`,
    needed: 'one of them: list only the registration that is to be used',
  });
}
