/**
 * What is said of a post's mistakes, by the finding's code; one that is left out is told in English. `what` is the name,
 * address or text that it is about, empty where it is about none.
 */
export type FindingStrings = Readonly<Record<string, (what: string) => string>>;
