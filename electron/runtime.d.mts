/** See runtime.mjs. */
export function findRuntime(options?: {
  readonly fetch?: boolean;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}): { readonly executable: string } | { readonly problem: string };
