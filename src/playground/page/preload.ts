import path from 'node:path';

const IMPORT = /\b(?:import|export)\s*(?:[\w*{][^'";]*?\bfrom\s*)?["']([^"']+)["']/g;
const ENTRY = /<script type="module" src="([^"]+)">/g;

/**
 * Every module that a page will ask for, as addresses, nearest first: named in the page itself, they come all at once
 * instead of one level of imports after the other.
 * @param imports the page's import map: addresses by name.
 * @param read the text of the module at an address; undefined where there is none.
 */
export async function modulesOf(
  html: string,
  imports: Readonly<Record<string, string>>,
  read: (address: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const found = new Set(Array.from(html.matchAll(ENTRY), (match) => match[1] ?? ''));
  for (const address of found) {
    const source = await read(address);
    // An import in a comment, say, leads nowhere.
    if (source === undefined) found.delete(address);
    for (const [, name = ''] of source?.matchAll(IMPORT) ?? []) {
      const next = name.startsWith('.') ? path.posix.join(path.posix.dirname(address), name) : imports[name];
      if (next !== undefined) found.add(next);
    }
  }
  return [...found];
}
