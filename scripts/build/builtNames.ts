/** Names of files in imports and in addresses beside a module. */
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)(['"])((?:\.{1,2}\/|#)[^'"\n]*)\.ts\2/g;

/** Names the files as they are called once they are built. */
export const withBuiltNames = (source: string): string => source.replaceAll(SPECIFIER, '$1$2$3.js$2');
