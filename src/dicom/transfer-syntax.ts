/** How the bytes of a data set are written (PS3.5 section 10 and Annex A, PS3.6 Annex A). */
export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  readonly explicitVr: boolean;
  readonly bigEndian: boolean;
  readonly deflated: boolean;
  /** How pixels are stored: as they are, as RLE, or in a way that is not decoded here. */
  readonly pixels: 'native' | 'rle' | 'compressed';
}

const syntax = (uid: string, name: string, differs: Partial<TransferSyntax> = {}): [string, TransferSyntax] => [
  uid,
  { uid, name, explicitVr: true, bigEndian: false, deflated: false, pixels: 'native', ...differs },
];
const compressed = (uid: string, name: string) => syntax(uid, name, { pixels: 'compressed' });

const SYNTAXES = new Map<string, TransferSyntax>([
  syntax('1.2.840.10008.1.2', 'Implicit VR Little Endian', { explicitVr: false }),
  syntax('1.2.840.10008.1.2.1', 'Explicit VR Little Endian'),
  syntax('1.2.840.10008.1.2.1.99', 'Deflated Explicit VR Little Endian', { deflated: true }),
  syntax('1.2.840.10008.1.2.2', 'Explicit VR Big Endian', { bigEndian: true }),
  syntax('1.2.840.10008.1.2.5', 'RLE Lossless', { pixels: 'rle' }),
  compressed('1.2.840.10008.1.2.4.50', 'JPEG Baseline'),
  compressed('1.2.840.10008.1.2.4.51', 'JPEG Extended'),
  compressed('1.2.840.10008.1.2.4.57', 'JPEG Lossless'),
  compressed('1.2.840.10008.1.2.4.70', 'JPEG Lossless, First-Order Prediction'),
  compressed('1.2.840.10008.1.2.4.80', 'JPEG-LS Lossless'),
  compressed('1.2.840.10008.1.2.4.81', 'JPEG-LS Near-Lossless'),
  compressed('1.2.840.10008.1.2.4.90', 'JPEG 2000 Lossless'),
  compressed('1.2.840.10008.1.2.4.91', 'JPEG 2000'),
  compressed('1.2.840.10008.1.2.4.100', 'MPEG2'),
  compressed('1.2.840.10008.1.2.4.102', 'MPEG-4'),
  compressed('1.2.840.10008.1.2.4.201', 'High-Throughput JPEG 2000 Lossless'),
  compressed('1.2.840.10008.1.2.4.202', 'High-Throughput JPEG 2000 Lossless, RPCL'),
  compressed('1.2.840.10008.1.2.4.203', 'High-Throughput JPEG 2000'),
]);

export const IMPLICIT_LITTLE_ENDIAN = SYNTAXES.get('1.2.840.10008.1.2')!;
export const EXPLICIT_LITTLE_ENDIAN = SYNTAXES.get('1.2.840.10008.1.2.1')!;
export const EXPLICIT_BIG_ENDIAN = SYNTAXES.get('1.2.840.10008.1.2.2')!;

/** The transfer syntax of a UID; undefined for one that is not known here. */
export const transferSyntax = (uid: string): TransferSyntax | undefined => SYNTAXES.get(uid);
