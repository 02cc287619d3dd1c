import { z } from 'zod';

/**
 * A record whose keys are names that users give. Any text is a name: `constructor` and `__proto__` too, which an ordinary
 * object would lose or take for something else; so the record read has no prototype.
 */
export const byName = <Value extends z.ZodType>(value: Value) =>
  z.custom<Readonly<Record<string, z.input<Value>>>>(isRecord, 'an object').transform((given, context) => {
    const read: Record<string, z.output<Value>> = Object.create(null);
    for (const [name, each] of Object.entries(given)) {
      const result = value.safeParse(each);
      if (result.success) read[name] = result.data;
      else for (const issue of result.error.issues) context.issues.push(issueAt(name, issue, each));
    }
    return read;
  });

const issueAt = (name: string, issue: z.core.$ZodIssue, input: unknown) =>
  ({ ...issue, input, path: [name, ...issue.path] }) as z.core.$ZodRawIssue;

const isRecord = (given: unknown): boolean => typeof given === 'object' && given !== null && !Array.isArray(given);
