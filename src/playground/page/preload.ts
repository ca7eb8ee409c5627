import path from 'node:path';

const IMPORT = /\b(?:import|export)\s*(?:[\w*{][^'";]*?\bfrom\s*)?["']([^"']+)["']/g;
const ENTRY = /<script type="module" src="([^"]+)">/g;

/**
 * The addresses of all modules of a page, nearest first: preloaded from the page itself, they are fetched at once
 * instead of one level of imports after the other.
 * @param imports the page's import map: addresses by name.
 * @param read the source of the module at an address; undefined where there is none.
 */
export async function modulesOf(
  html: string,
  imports: Readonly<Record<string, string>>,
  read: (address: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const found = new Set(Array.from(html.matchAll(ENTRY), (match) => match[1] ?? ''));
  for (const address of found) {
    const source = await read(address);
    // An import in a comment, say, matches no module.
    if (source === undefined) found.delete(address);
    for (const [, name = ''] of source?.matchAll(IMPORT) ?? []) {
      const next = name.startsWith('.') ? path.posix.join(path.posix.dirname(address), name) : imports[name];
      if (next !== undefined) found.add(next);
    }
  }
  return [...found];
}
