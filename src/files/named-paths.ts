type Json = Readonly<Record<string, unknown>>;

/** The files that a case file names, as it names them. Text that is not a case names none: the engine says what is wrong. */
export function namedPaths(text: string): string[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isObject(root)) return [];
  const courses = list(root.courses).filter(isObject);
  const phases = courses.flatMap((course) => list(course.phases).filter(isObject));
  const named = [
    ...phases.flatMap(({ dose, plan }) => [...list(dose), plan]),
    ...courses.map(({ structures }) => structures),
    root.structures,
    ...list(root.registrations).map((entry) => (isObject(entry) ? entry.file : entry)),
    ...list(root.constraints).filter((entry) => typeof entry === 'string' && /\.json$/i.test(entry)),
  ];
  const usable = (name: unknown): name is string => typeof name === 'string' && name !== '' && !name.includes('\0');
  return [...new Set(named.filter(usable))];
}

/** Whether a text says that it is a case file. */
export function isCaseText(text: string): boolean {
  try {
    const root: unknown = JSON.parse(text);
    return isObject(root) && root.isoeffectCase !== undefined;
  } catch {
    return false;
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
