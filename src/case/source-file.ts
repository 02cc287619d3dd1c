/** A file that a number came from. */
export interface SourceFile {
  readonly path: string;
  readonly sha256: string;
}
