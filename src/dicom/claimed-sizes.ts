/*
 * Sizes that a file claims are asked about before memory is taken for them. What bounds a size is the length of the
 * file wherever it can: these are for what a short file can still claim. They are this program's own, and far beyond
 * any object of a treatment; bounds of places and distances are in bodily-places.ts.
 */

/**
 * What one object may unpack to, deflated or RLE. A dose of 400 x 400 x 400 voxels of 4 bytes fits; until it is Gy it is
 * held three times.
 */
export const MOST_UNPACKED_BYTES = 2 ** 28;

/**
 * Elements and items of one file together: each takes some 700 bytes once read, and may be 8 bytes of the file. A
 * structure set has ten for each contour.
 */
export const MOST_ELEMENTS = 1_000_000;

/** Sequences within sequences. Dose, plan and registration have five at the most. */
export const MOST_LEVELS = 64;

/** Planes of a dose. Each may be one voxel. */
export const MOST_FRAMES = 10_000;

/** ROIs of one structure set: every one is a row of every table. */
export const MOST_ROIS = 5000;

/** Bytes as a size that can be said. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;
