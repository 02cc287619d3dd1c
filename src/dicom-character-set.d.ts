declare module 'dicom-character-set' {
  /**
   * @param specificCharacterSet value of (0008,0005), several values joined by backslashes.
   * @throws Error on an unknown character set or escape sequence.
   */
  export function convertBytes(specificCharacterSet: string | undefined, bytes: Uint8Array, options?: { vr?: string }): string;
}
