/** The part of dcmjs that is used here; the package brings no types. */
declare module 'dcmjs' {
  /** Attributes by keyword, or with their VR by tag. */
  type Attributes = Record<string, unknown>;
  interface Dcmjs {
    readonly data: {
      readonly DicomDict: new (meta: Attributes) => { dict: Attributes; write(options?: Attributes): ArrayBuffer };
      readonly DicomMetaDictionary: {
        denaturalizeDataset(attributes: Attributes): Attributes;
        naturalizeDataset(attributes: Attributes): Attributes;
        uid(): string;
      };
      readonly DicomMessage: { readFile(bytes: ArrayBuffer): { dict: Attributes; meta: Attributes } };
    };
    readonly log: { setLevel(level: string): void };
  }
  const dcmjs: Dcmjs;
  export default dcmjs;
}
