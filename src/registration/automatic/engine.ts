import type { GridImage } from './grid-image';

/*
 * What is asked of elastix and what comes back, in the shapes of its WebAssembly package. Who calls the package (its
 * functions for Node and for browsers differ) is decided at the edge; here are no effects.
 */

/** Names and values as in an elastix parameter file (elastix 5 manual, appendix A). */
export type ParameterMap = Readonly<Record<string, readonly string[]>>;

/** An image as itk-wasm takes it. `direction` is row-major; its columns are the unit vectors along i, j and k. */
export interface ItkImage {
  imageType: { dimension: 3; componentType: 'float32'; pixelType: 'Scalar'; components: 1 };
  name: string;
  origin: number[];
  spacing: number[];
  direction: Float64Array;
  size: number[];
  data: Float32Array;
  metadata: Map<string, string>;
}

/** One transform of the list that elastix gives. It maps points of the fixed image to points of the moving image. */
export interface ItkTransform {
  readonly transformType: { readonly transformParameterization: string };
  readonly fixedParameters: ArrayLike<number>;
  readonly parameters: ArrayLike<number>;
}

/** Runs elastix once. */
export type Elastix = (parameters: ParameterMap, fixed: ItkImage, moving: ItkImage) => Promise<readonly ItkTransform[]>;

export function toItk({ size, spacingMm, originMm, axes: [u, v, w], values }: GridImage): ItkImage {
  return {
    imageType: { dimension: 3, componentType: 'float32', pixelType: 'Scalar', components: 1 },
    name: 'ct',
    origin: [...originMm],
    spacing: [...spacingMm],
    direction: Float64Array.of(u[0], v[0], w[0], u[1], v[1], w[1], u[2], v[2], w[2]),
    size: [...size],
    data: values,
    metadata: new Map(),
  };
}
