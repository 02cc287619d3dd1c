import { isoDate } from '../dicom/date';
import type { Inspection } from '../inspection/inspect';
import { shown } from '../printable';
import { padToWidth, widthOf } from './display-width';
import { findingLines } from './finding-lines';

const spoken = (date: string | null): string => (date ? isoDate(date) : 'no date');
const number = (value: number | null, digits: number): string => (value === null ? '?' : String(Number(value.toFixed(digits))));

/** What was found, for a terminal: frame of reference by frame of reference, then what to mind. */
export function inspectText(inspection: Inspection): string {
  const report = shown(inspection);
  const frames = report.frameGroups.flat();
  const name = (uid: string | null) =>
    uid
      ? `frame ${String.fromCharCode(65 + (frames.indexOf(uid) % 26))}${frames.indexOf(uid) >= 26 ? Math.floor(frames.indexOf(uid) / 26) : ''}`
      : 'no frame';
  const lines: string[] = [];
  for (const { id, name: who, birthDate, sex, files } of report.patients) {
    lines.push(
      `Patient ${who || '(no name)'}, ID ${id || '(none)'}, born ${birthDate ? spoken(birthDate) : '(not given)'}, sex ${sex || '(not given)'}: ${files} files`,
    );
  }
  if (frames.length > 0) lines.push('', 'Frames of reference', ...frames.map((uid) => `  ${name(uid)}: ${uid}`));
  for (const group of report.frameGroups.filter(({ length }) => length > 1))
    lines.push(`  joined by registration: ${group.map(name).join(', ')}`);
  for (const ct of report.ctSeries) {
    lines.push(
      '',
      `CT ${ct.description || 'series'}, ${spoken(ct.date)}, ${name(ct.frameOfReferenceUid)}: ${ct.images} slices${ct.spacingMm === null ? '' : ` ${number(ct.spacingMm, 2)} mm apart, ${number(ct.fromMm, 1)} to ${number(ct.toMm, 1)} mm`}`,
    );
  }
  for (const plan of report.plans) {
    const groups = plan.fractionGroups
      .map(({ fractions, beams }) => `${fractions ?? '?'} fractions (${beams} beams)`)
      .join(' + ');
    const prescribed = plan.prescriptions
      .filter(({ doseGy }) => doseGy !== null)
      .map(({ description, doseGy }) => `${description || 'target'} ${number(doseGy, 2)} Gy`);
    lines.push(
      '',
      `Plan ${plan.label || '(no label)'}, ${plan.approvalStatus.toLowerCase() || 'approval not stated'}, ${plan.kind}: ${groups || 'no fraction group'}${prescribed.length > 0 ? `; ${prescribed.join(', ')}` : ''}`,
      `  ${plan.file}`,
    );
  }
  for (const dose of report.doses) {
    const plan = planOf(dose, report.plans);
    lines.push(
      '',
      `Dose ${dose.summation || '(no summation type)'} ${dose.type} in ${dose.units || '(no units)'}, ${name(dose.frameOfReferenceUid)}: highest ${number(dose.highest, 2)}, ${plan}`,
      `  ${dose.voxels.join(' × ')} voxels of ${dose.spacingMm.map((mm) => number(mm, 2)).join(' × ')} mm`,
      `  ${dose.file}`,
    );
  }
  for (const structures of report.structureSets) {
    lines.push(
      '',
      `Structures ${structures.label || '(no label)'}, ${spoken(structures.date)}, ${structures.frameOfReferenceUids.map(name).join(', ') || 'no contours'}`,
      `  ${structures.file}`,
    );
    const width = Math.max(...structures.rois.map(({ name: roi }) => widthOf(roi)), 4);
    for (const { name: roi, contours, organ } of structures.rois) {
      lines.push(
        `  ${padToWidth(roi, width)}  ${contours === 0 ? 'no contours' : `${contours} contours`}${organ ? `, taken for ${organ}` : ''}`,
      );
    }
  }
  for (const { file, type, from, to } of report.registrations)
    lines.push(
      '',
      `${type === 'deformable' ? 'Deformable registration' : 'Registration'} from ${from.map(name).join(', ') || 'nothing'} to ${name(to)}`,
      `  ${file}`,
    );
  if (report.others.length > 0) lines.push('', `Not used: ${counted(report.others.map(({ what }) => what))}`);
  if (report.foreign.length > 0) lines.push('', `No DICOM: ${counted(report.foreign.map(({ what }) => what))}`);
  if (report.findings.length > 0) lines.push('', findingLines(report.findings));
  return `${lines.join('\n')}\n`;
}

/** What a dose is of: of one plan with the fractions of its groups, of several with their names. */
function planOf({ plan, ofPlans }: Inspection['doses'][number], plans: Inspection['plans']): string {
  if (ofPlans) {
    const labels = ofPlans.here.map(({ label, file }) => label || file).join(', ');
    if (ofPlans.here.length === 0) return 'of several plans, none of them among the files';
    const isAll = ofPlans.here.length === ofPlans.named && ofPlans.named > 1;
    return isAll ? `the sum of plans ${labels}` : `the sum of several plans, ${labels} among them`;
  }
  if (!plan) return 'its plan is not among the files';
  const all = plans.find(({ file }) => file === plan.file)?.fractionGroups ?? [];
  const group = plan.groups.length === 1 && all.length > 1 ? ` fraction group ${plan.groups[0]},` : '';
  return `of plan ${plan.label},${group} ${plan.fractions.map((n) => n ?? '?').join(' + ')} fractions`;
}

function counted(what: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of what) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].map(([each, count]) => `${count} × ${each}`).join(', ');
}
