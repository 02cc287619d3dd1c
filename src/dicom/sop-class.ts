/** What kind of object a SOP class is here. */
export type ObjectKind = 'dose' | 'structures' | 'plan' | 'registration' | 'deformable-registration' | 'ct' | 'other';

const STORAGE = '1.2.840.10008.5.1.4.1.1.';
export const SOP_CLASS = {
  ct: `${STORAGE}2`,
  dose: `${STORAGE}481.2`,
  structures: `${STORAGE}481.3`,
  plan: `${STORAGE}481.5`,
  ionPlan: `${STORAGE}481.8`,
  registration: `${STORAGE}66.1`,
  deformableRegistration: `${STORAGE}66.3`,
} as const;

const KINDS = new Map<string, ObjectKind>([
  [SOP_CLASS.ct, 'ct'],
  [SOP_CLASS.dose, 'dose'],
  [SOP_CLASS.structures, 'structures'],
  [SOP_CLASS.plan, 'plan'],
  [SOP_CLASS.ionPlan, 'plan'],
  [SOP_CLASS.registration, 'registration'],
  [SOP_CLASS.deformableRegistration, 'deformable-registration'],
]);

const MODALITY_KINDS = new Map<string, ObjectKind>([
  ['RTDOSE', 'dose'],
  ['RTSTRUCT', 'structures'],
  ['RTPLAN', 'plan'],
]);

/** Names in plain language (PS3.4 Annex B.5, shortened), by the end of the UID. */
const NAMES = new Map<string, string>([
  ['1', 'computed radiography image'],
  ['1.1', 'digital X-ray image'],
  ['2', 'CT image'],
  ['2.1', 'enhanced CT image'],
  ['3.1', 'ultrasound multi-frame image'],
  ['4', 'MR image'],
  ['4.1', 'enhanced MR image'],
  ['4.2', 'MR spectroscopy'],
  ['6.1', 'ultrasound image'],
  ['7', 'secondary capture image'],
  ['11.1', 'presentation state'],
  ['12.1', 'X-ray angiography image'],
  ['20', 'nuclear medicine image'],
  ['66', 'raw data'],
  ['66.2', 'spatial fiducials'],
  ['66.4', 'segmentation'],
  ['66.5', 'surface segmentation'],
  ['88.11', 'structured report'],
  ['88.22', 'structured report'],
  ['88.33', 'structured report'],
  ['88.67', 'radiation dose report'],
  ['104.1', 'PDF document'],
  ['128', 'PET image'],
  ['481.1', 'RT image'],
  ['481.2', 'RT dose'],
  ['481.3', 'RT structure set'],
  ['481.4', 'RT beams treatment record'],
  ['481.5', 'RT plan'],
  ['481.6', 'RT brachy treatment record'],
  ['481.7', 'RT treatment summary record'],
  ['481.8', 'RT ion plan'],
  ['481.9', 'RT ion beams treatment record'],
]);

/** RT Beams, Brachy, Ion Beams Treatment Record, and Treatment Summary Record. */
const TREATMENT_RECORDS = new Set(['481.4', '481.6', '481.7', '481.9'].map((end) => STORAGE + end));
export const isTreatmentRecord = (sopClassUid: string): boolean => TREATMENT_RECORDS.has(sopClassUid);

/** The kind of an object: by its SOP class, and only where the file has none, by its modality. */
export function objectKind(sopClassUid: string, modality: string): ObjectKind {
  if (sopClassUid) return KINDS.get(sopClassUid) ?? 'other';
  return MODALITY_KINDS.get(modality) ?? 'other';
}

/** A SOP class in plain language: "MR image". */
export function sopClassName(sopClassUid: string, modality: string): string {
  if (sopClassUid === '1.2.840.10008.1.3.10') return 'directory of DICOM files (DICOMDIR)';
  const name = sopClassUid.startsWith(STORAGE) ? NAMES.get(sopClassUid.slice(STORAGE.length)) : undefined;
  return name ?? (modality ? `object of modality ${modality}` : 'object of unknown kind');
}
