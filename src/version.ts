import manifest from '../package.json';

/** Version of the program, as in package.json; written into every result. */
export const VERSION: string = manifest.version;
