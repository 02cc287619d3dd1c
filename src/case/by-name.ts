import { z } from 'zod';

/**
 * A record whose keys are names that users give. Any text is a name, `__proto__` too, which an ordinary record schema
 * loses; entries are looked up by `namedEntry`.
 */
export const byName = <Value extends z.ZodType>(value: Value) =>
  z.custom<Readonly<Record<string, z.input<Value>>>>(isRecord, 'an object').transform((given, context) => {
    const read: [string, z.output<Value>][] = [];
    for (const [name, each] of Object.entries(given)) {
      const result = value.safeParse(each);
      if (result.success) read.push([name, result.data]);
      else for (const issue of result.error.issues) context.issues.push(issueAt(name, issue, each));
    }
    // Unlike an assignment this makes `__proto__` a property of its own.
    return Object.fromEntries(read) as Record<string, z.output<Value>>;
  });

const issueAt = (name: string, issue: z.core.$ZodIssue, input: unknown) =>
  ({ ...issue, input, path: [name, ...issue.path] }) as z.core.$ZodRawIssue;

const isRecord = (given: unknown): boolean => typeof given === 'object' && given !== null && !Array.isArray(given);
