import { withoutInvisible } from '../printable';
import { isHelpStructure } from './help-structures';

/** Target volumes by kind, as ids beside the organs'. */
export const TARGET_KINDS = ['GTV', 'IGTV', 'CTV', 'ICTV', 'ITV', 'PTV'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

const TARGET = /^(igtv|gtv|ictv|ctv|itv|ptv)(.*)$/i;
/** What may follow the kind directly: primary, nodes, metastasis, surgical bed and the like, then a number. */
const DIRECT = /^(?:nd|ln|sb|tb|par|vas|[pntmv])?\d*(?:\.\d+)?(?:c?gy)?$/i;
/** What may follow a hyphen; any other word there is something taken away, as in `PTV-Lung`. */
const LEVEL = /^(?:\d+(?:\.\d+)?(?:c?gy)?|high|mid|low|boost|primary|nodal|elective|nd|ln|[pntm]\d*)$/i;
const TG263 = /^(?:[GCI]TV|I[GC]TV|PTV)(?:p|n|m|sb|par|v|vas)?\d*(?:_[A-Za-z0-9^.]+)*$/;

/**
 * The kind of target that a name stands for: `PTV_5040`, `GTVn1`, `CTV high`. Undefined for what is made from a target:
 * rings, optimisation helpers, and differences with an organ or a target such as `PTV-Lung`.
 */
export function targetKind(name: string): { kind: TargetKind; isTg263: boolean } | undefined {
  const text = withoutInvisible(name).normalize('NFKC').trim();
  const match = TARGET.exec(text);
  if (!match || /[^\p{L}\p{N}\s_.^-]/u.test(text)) return undefined;
  const [direct] = match[2].split(/[\s_-]+/);
  if (!DIRECT.test(direct) || isHelpStructure(text)) return undefined;
  const [, ...hyphened] = text.split('-').map((part) => part.trim());
  if (!hyphened.every((part) => LEVEL.test(part))) return undefined;
  return { kind: match[1].toUpperCase() as TargetKind, isTg263: TG263.test(text) };
}

/** What TG-263 writes behind a target as its dose: cGy as a whole number, or Gy with its unit. */
const CGY = /^(\d{4,5})(?:cGy)?$/;
const GY = /^(\d+(?:\.\d+)?)Gy$/;

/** The dose in Gy that a target's standard name has (`PTV_5040`, `PTV_50.4Gy`); undefined for any other name. */
export function doseInName(name: string): number | undefined {
  if (!targetKind(name)?.isTg263) return undefined;
  const [, ...parts] = withoutInvisible(name).trim().split('_');
  for (const part of parts) {
    const gy = Number(GY.exec(part)?.[1] ?? Number.NaN);
    const dose = Number.isNaN(gy) ? Number(CGY.exec(part)?.[1] ?? Number.NaN) / 100 : gy;
    if (dose > 0) return dose;
  }
  return undefined;
}
