import { inspect } from '../inspection/inspect';
import { contentsOf, filesUnder } from './files-under';
import { inspectText } from './inspect-text';
import { jsonOutputs, jsonPlaces, progressLine, wordsBeside } from './output';
import { refuseOutputs } from './output-places';
import { writeOutputs } from './write-outputs';

/** `isoeffect inspect`: what is in files and folders; a file that cannot be read is a line in the result, not an end. */
export async function runInspect(paths: readonly string[], { json }: { readonly json?: string }): Promise<void> {
  const places = jsonPlaces(json);
  refuseOutputs(places, paths);
  const files = await filesUnder(paths);
  const line = progressLine();
  const contents = contentsOf(files, (file, n) => line.say(`${n + 1} of ${files.length}  ${file}`));
  const report = await inspect(contents);
  line.done();
  await writeOutputs(jsonOutputs(json, report), paths);
  wordsBeside(places).write(inspectText(report));
}
