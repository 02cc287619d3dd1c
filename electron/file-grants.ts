import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { HostFile } from '../src/app/host/host';
import type { ZipEntry } from '../src/app/host/zip-directory';
import { withSlashes } from '../src/files/named-place';

export const FILE_SCHEME = 'isoeffect-file';

/**
 * How a file came to be granted. `chosen`: opened by itself, in a folder or from a zip. `case`: a case file. `named`: by a
 * case file. `beside`: next to a named one.
 */
export type GrantRole = 'chosen' | 'case' | 'named' | 'beside';

export interface Grant {
  readonly id: string;
  /** On disk; for an entry of a zip, that of the zip. */
  readonly path: string;
  readonly size: number;
  readonly entry: ZipEntry | undefined;
}

/** The files that the user has let the page see. The page knows a file by an id that cannot be guessed. */
export class FileGrants {
  readonly #byId = new Map<string, Grant>();
  readonly #idByName = new Map<string, string>();
  readonly #roles = new Map<string, Set<GrantRole>>();

  /** Granting a file again gives the same address. */
  grant(file: string, size: number, role: GrantRole, entry?: ZipEntry): HostFile {
    const name = entry ? `${file}/${entry.name}` : file;
    const id = this.#idByName.get(name) ?? randomUUID().replaceAll('-', '');
    this.#idByName.set(name, id);
    this.#byId.set(id, { id, path: file, size, entry });
    const roles = this.#roles.get(file) ?? new Set();
    this.#roles.set(file, roles.add(role));
    return {
      path: withSlashes(name),
      size,
      url: `${FILE_SCHEME}://${id}/${encodeURIComponent(path.posix.basename(withSlashes(name)))}`,
    };
  }

  /** The granted file of an address; undefined for any other. */
  find(url: string): Grant | undefined {
    try {
      const { protocol, host } = new URL(url);
      return protocol === `${FILE_SCHEME}:` ? this.#byId.get(host) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether the page may see a file. */
  knows(file: string): boolean {
    return this.#roles.has(file);
  }

  /** A case file that the user opened or saved: it may be saved again unasked. */
  isCase(file: string): boolean {
    return this.#roles.get(file)?.has('case') ?? false;
  }

  /** How a file came to be granted; empty where it was not. */
  rolesOf(file: string): ReadonlySet<GrantRole> {
    return this.#roles.get(file) ?? new Set();
  }

  get paths(): Iterable<string> {
    return this.#roles.keys();
  }
}
