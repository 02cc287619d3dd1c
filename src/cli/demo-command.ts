import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAssess } from './assess-command';
import { makeFolder } from './files';
import { wordsBeside } from './output';

/** `isoeffect demo`: the bundled synthetic patient through the same path as any case. */
export async function runDemo({ out }: { readonly out: string }): Promise<void> {
  const samples = fileURLToPath(new URL('../../dicom-samples/', import.meta.url));
  const casePath = path.join(samples, 'thorax', 'case.json');
  await makeFolder(out);
  wordsBeside([]).write(
    `A synthetic patient with two courses on two frames of reference: ${path.relative(process.cwd(), casePath)}\n\n`,
  );
  await runAssess(casePath, {
    report: [path.join(out, 'report.html'), path.join(out, 'report.csv')],
    json: path.join(out, 'assessment.json'),
    doseAlphaBeta: 3,
  });
}
