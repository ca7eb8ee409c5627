import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file in which the versions of all packages stand, or at least those that are asked for. */
function packagesFile(from: URL): string | undefined {
  const own = findPackageJSON('.', from);
  if (own === undefined) return undefined;
  const lock = join(dirname(own), 'package-lock.json');
  return existsSync(lock) ? lock : own;
}

/**
 * A short hash of the code in some folders, of the packages and of Node: what one version of them computed, another one
 * may compute differently.
 */
export function codeVersion(...folders: readonly URL[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) {
    const path = fileURLToPath(folder);
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.[jt]s$|\.txt$|\.tsv$/u.test(file),
    );
    for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(join(path, file)));
    const packages = packagesFile(folder);
    if (packages !== undefined) hash.update(readFileSync(packages));
  }
  return hash.digest('hex').slice(0, 16);
}
