/** A value that a message is made of, in plain JSON. */
export type Fact = string | number | boolean | readonly Fact[] | { readonly [name: string]: Fact | undefined };
/** What a finding knows, by name: what is not known is left out. */
export type Facts = { readonly [name: string]: Fact | undefined };
/** The facts of a message that needs none. */
export type NoFacts = { readonly [name: string]: never };

/** What is said of one kind of thing: a title for lists, and the sentence that its facts make. */
export interface Words<F> {
  readonly title: string;
  readonly message: (facts: F) => string;
}

/** A table of words by code. Its messages say by their own types which facts each code has. */
export type WordTable = Readonly<Record<string, Words<never>>>;

/** The facts of each code of a table. A code whose facts are no plain JSON has none that could be given. */
export type FactsIn<Table extends WordTable> = {
  readonly [Code in keyof Table]: Parameters<Table[Code]['message']> extends [infer F] ? (F extends Facts ? F : never) : NoFacts;
};

/** The same table in another language: a code too few, or a fact that the code does not have, does not compile. */
export type SameWords<Table extends WordTable> = { readonly [Code in keyof Table]: Words<FactsIn<Table>[Code]> };
