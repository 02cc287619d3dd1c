import type { DicomObject } from '../dicom/dicom-object';
import type { RtDose } from '../dicom/rt-dose';
import type { SourceFile } from './source-file';

/** An object and the file that it was read from. */
export interface Known {
  readonly object: DicomObject;
  readonly file: SourceFile;
}

/** A dose without its pixels, which are held only for as long as somebody else does: a grid is made of them once. */
interface KnownDose {
  readonly header: Omit<RtDose, 'pixels'>;
  readonly pixels: WeakRef<RtDose['pixels']>;
  readonly file: SourceFile;
}

/** Objects read from files, by path; for one set of files. */
export class FileMemory {
  private readonly objects = new Map<string, Known>();
  private readonly doses = new Map<string, KnownDose>();
  /** The first bytes of files that were looked at to tell what they are. */
  readonly heads = new Map<string, string>();

  get(path: string): Known | undefined {
    const dose = this.doses.get(path);
    if (!dose) return this.objects.get(path);
    const pixels = dose.pixels.deref();
    return pixels && { object: { ...dose.header, pixels } as RtDose, file: dose.file };
  }

  set(path: string, object: DicomObject, file: SourceFile): void {
    if (object.kind !== 'dose') {
      this.objects.set(path, { object, file });
      return;
    }
    const { pixels, ...header } = object;
    this.doses.set(path, { header, pixels: new WeakRef(pixels), file });
  }
}
