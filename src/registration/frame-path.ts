import { compose, type FrameTransform, IDENTITY, reversed } from '../geometry/transform';
import { InputError } from '../input-error';

/** A transform together with what it came from, for the reader of the result. */
export interface SourcedTransform extends FrameTransform {
  readonly source: string;
}

/** The chain of transforms that carries points of one frame into another. */
export interface FramePath extends FrameTransform {
  readonly via: readonly string[];
}

/**
 * Finds the shortest chain from one frame of reference to another. Each transform may be used either way round (its
 * exact inverse). There is no identity by default: frames that nothing joins give undefined.
 * @throws InputError where two different transforms join the same two frames: the user must choose.
 */
export function findFramePath(
  transforms: readonly SourcedTransform[],
  fromFrameUid: string,
  toFrameUid: string,
): FramePath | undefined {
  if (fromFrameUid === toFrameUid) return { fromFrameUid, toFrameUid, matrix: IDENTITY, via: [] };
  const edges = transforms.flatMap((t) =>
    t.fromFrameUid === t.toFrameUid ? [] : [t, { ...reversed(t, t.source), source: t.source }],
  );
  const reached = new Map<string, FramePath>([
    [fromFrameUid, { fromFrameUid, toFrameUid: fromFrameUid, matrix: IDENTITY, via: [] }],
  ]);
  const queue = [fromFrameUid];
  for (let frame = queue.shift(); frame !== undefined; frame = queue.shift()) {
    const here = reached.get(frame)!;
    for (const edge of edges) {
      if (edge.fromFrameUid !== frame) continue;
      const rival = edges.find(
        (other) => other.fromFrameUid === frame && other.toFrameUid === edge.toFrameUid && differs(other, edge),
      );
      if (rival && !reached.has(edge.toFrameUid)) {
        throw new InputError({
          where: 'registrations',
          found: `two different transforms between frames ${frame} and ${edge.toFrameUid} (${edge.source}; ${rival.source})`,
          needed: 'one of them: list only the registration that is to be used',
        });
      }
      if (reached.has(edge.toFrameUid)) continue;
      reached.set(edge.toFrameUid, {
        fromFrameUid,
        toFrameUid: edge.toFrameUid,
        matrix: compose(here.matrix, edge.matrix),
        via: [...here.via, edge.source],
      });
      queue.push(edge.toFrameUid);
    }
  }
  return reached.get(toFrameUid);
}

/** Whether two transforms send some point to places more than about 0.01 mm apart within a body's length. */
function differs(a: FrameTransform, b: FrameTransform): boolean {
  return a.matrix.some((value, n) => Math.abs(value - b.matrix[n]) > (n % 4 === 3 ? 0.01 : 1e-5));
}
