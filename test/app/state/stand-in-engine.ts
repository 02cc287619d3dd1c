/*
 * What stands in for the worker in tests of the state. Tests of one project share their modules, and so this one object:
 * each test says before it begins what the engine answers.
 */

type Answers = Readonly<Record<string, (...args: never[]) => unknown>>;

let answers: Answers = {};

export const answerWith = (all: Answers): void => {
  answers = all;
};

export const callback = (of: unknown): unknown => of;
export const engine = (): Answers => answers;
