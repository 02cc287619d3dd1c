/** Who has looked at a registration and takes it for fit for the purpose, and when. */
export interface Acceptance {
  readonly by: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly note?: string | undefined;
}

/** How a registration came to be. */
export const METHODS = ['dicom', 'written', 'manual', 'landmarks', 'automatic rigid', 'automatic deformable'] as const;
export type Method = (typeof METHODS)[number];
