import { type Dirent, lstat, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { lowerBound } from './compute/sorted.ts';
import { VersionedMap } from './compute/versionedMap.ts';
import { isAnyOfMany, isSetting, type Layout, layoutOf } from './layout.ts';
import type { Finding } from './model.ts';

/** A file on disk. */
export interface FoundFile {
  /** Path below the content folder, NFC, `/` between folders. */
  readonly file: string;
  /** Absolute path with symbolic links resolved, in the original bytes. */
  readonly path: string;
  /** Changes with the file: inode, size and time of modification. */
  readonly stamp: string;
  readonly size: number;
}

/** A folder on disk. Another one of the same path is another folder. */
export interface FoundFolder {
  /** Absolute path with symbolic links resolved. */
  readonly path: string;
  /** The device, the inode, and when it was made: the inode of a folder that is gone is given to the next one. */
  readonly id: string;
}

/** The contents of the content folder. */
export interface FolderScan {
  readonly root: string;
  readonly posts: readonly FoundFile[];
  readonly glossary: FoundFile | undefined;
  /** Lists of authors, by path below the content folder: `authors.yml` of Docusaurus, `_data/authors.yml` of Jekyll. */
  readonly authors: readonly FoundFile[];
  /** Pictures that Discord can show, by path below the content folder. */
  readonly pictures: ReadonlyMap<string, FoundFile>;
  /** All scanned folders, and those that files of the content are linked from. */
  readonly folders: readonly FoundFolder[];
  /** What could not be read, by path below the content folder: what lies there is not known to be gone. */
  readonly unreadable: readonly string[];
  readonly findings: readonly Finding[];
  /** Markdown files that are no posts, and why. */
  readonly skipped: readonly SkippedFile[];
  /** Where the posts were looked for. */
  readonly layout: Layout;
}

/** A file that is not read as a post. */
export interface SkippedFile {
  readonly file: string;
  /** The rest of a sentence that begins with the file. */
  readonly reason: string;
}

const POST = /\.(?:mdx?|markdown)$/iu;
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/iu;
const GLOSSARY = 'topics.yml';
const AUTHORS = /^authors\.ya?ml$/iu;
const PORTION = 500;
/** Never looked into: what hides, drafts and output of generators, their templates, backups, installed packages. */
const SKIPPED =
  /^(?:\.|(?:_site|_includes|_layouts|_templates|node_modules|archetypes|scaffolds|bower_components|bak)$)/u;
const UNFINISHED = /^(?:\(작성중\)|\.|#.*#$|~)/u;
const DRAFTS = /^_?(?:drafts?|초안|下書き|草稿)$/iu;
/** What stands beside the posts in most repositories. */
const ABOUT_REPOSITORY =
  /^(?:LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|GOVERNANCE|AUTHORS|PULL_REQUEST_TEMPLATE|ISSUE_TEMPLATE|AGENTS|CLAUDE|404)\.mdx?$/iu;

/** Why a Markdown file is no post, by its name; undefined for one that is. */
function whyNoPost(name: string): string | undefined {
  if (/^_index\./iu.test(name)) return 'is the page of a chapter';
  if (name.startsWith('_')) return 'is a part of other pages, by its name';
  if (UNFINISHED.test(name) || /\.draft\.\w+$/iu.test(name)) return 'is not finished, by its name';
  return ABOUT_REPOSITORY.test(name) ? 'is about the repository' : undefined;
}

/** True for a name of a file that is listed, wherever it lies; the glossary lies at the top alone. */
const isListed = (name: string): boolean =>
  POST.test(name) || PICTURE.test(name) || AUTHORS.test(name) || name.normalize('NFC') === GLOSSARY;

/** Twice as fast as the one in node:fs/promises, which matters for thousands of files. */
const statsOf: (path: string) => Promise<Stats> = promisify(lstat);

interface ScanResult {
  readonly posts: Map<string, FoundFile>;
  readonly pictures: Map<string, FoundFile>;
  readonly authors: FoundFile[];
  glossary: FoundFile | undefined;
  readonly folders: FoundFolder[];
  readonly unreadable: string[];
  readonly findings: Finding[];
  readonly skipped: SkippedFile[];
  /** Files that tell which generator a folder belongs to. */
  readonly settings: string[];
}

/**
 * Lists posts, pictures and the glossary below a folder. Symbolic links are followed if they end inside the folder,
 * else refused.
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function scanFolder(dir: string): Promise<FolderScan> {
  const root = await realpath(dir);
  const found: ScanResult = {
    posts: new Map(),
    pictures: new Map(),
    authors: [],
    glossary: undefined,
    folders: [],
    unreadable: [],
    findings: [],
    skipped: [],
    settings: [],
  };
  await scanInto(root, root, '', found, new Set());
  const all = [...found.posts.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const layout = layoutOf(
    all.map(({ file }) => file),
    found.settings,
  );
  const outside = all.filter(({ file }) => !layout.holds(file));
  const skipped = [
    ...found.skipped,
    ...outside.map(({ file }) => ({ file, reason: `is not in ${layout.folders.join(', ')}` })),
  ];
  return {
    root,
    posts: outside.length === 0 ? all : all.filter(({ file }) => layout.holds(file)),
    skipped: skipped.sort((a, b) => (a.file < b.file ? -1 : 1)),
    layout,
    glossary: found.glossary,
    authors: found.authors,
    pictures: found.pictures,
    folders: found.folders,
    unreadable: found.unreadable,
    findings: found.findings,
  };
}

/** What editors put beside a file for a moment; folders are seldom called so. */
const PASSING = /[.~]|^\d+$/u;

const isFolder = ({ folders }: FolderScan, wanted: string): boolean =>
  folders.some(({ path }) => path === wanted);

const filesOf = new WeakMap<FolderScan['posts'], ReadonlyMap<string, string>>();

/** The file of each post of a scan by its path. */
function filesByPath({ posts }: FolderScan): ReadonlyMap<string, string> {
  const known = filesOf.get(posts);
  if (known) return known;
  const made = VersionedMap.of(new Map(posts.map(({ path, file }) => [path, file])));
  filesOf.set(posts, made);
  return made;
}

const placeIn = (posts: readonly FoundFile[], file: string): number =>
  lowerBound(posts, (post) => post.file < file);

/** True for a post that no link leads to, beside another one. */
const hasCompany = (root: string, { path, file }: FoundFile, posts: readonly FoundFile[]): boolean =>
  join(root, file).normalize('NFC') === path.normalize('NFC') &&
  posts.some(
    (other) =>
      other.path !== path && dirname(other.path) === dirname(path) && dirname(other.file) === dirname(file),
  );

/** A post that is new at a path; undefined for anything else. */
function newPost(scan: FolderScan, path: string, stats: Stats): FoundFile | undefined {
  const name = basename(path);
  const file = relative(scan.root, path).split(sep).join('/').normalize('NFC');
  const isPost = stats.isFile() && POST.test(name) && whyNoPost(name) === undefined && !SKIPPED.test(name);
  if (!isPost || scan.posts[placeIn(scan.posts, file)]?.file === file) return undefined;
  return { file, path, stamp: stampOf(stats), size: stats.size };
}

/**
 * The scan after some paths may have changed, where those are posts that changed, came or went, or nothing that is
 * listed; undefined where the folder has to be listed again.
 */
export async function rescanPaths(
  scan: FolderScan,
  paths: ReadonlySet<string>,
): Promise<FolderScan | undefined> {
  if (scan.unreadable.length > 0 || scan.findings.length > 0) return undefined;
  const known = filesByPath(scan);
  const posts = [...scan.posts];
  // Of two links to one file both would change.
  if (known.size !== posts.length) return undefined;
  const gone: FoundFile[] = [];
  const fresh: FoundFile[] = [];
  for (const path of paths) {
    const stats = await statsOf(path).catch((error: unknown) => (isGone(error) ? undefined : error));
    if (stats !== undefined && !(stats instanceof Stats)) return undefined;
    const file = known.get(path);
    const at = file === undefined ? -1 : placeIn(posts, file);
    const last = posts[at];
    const post = last === undefined && stats !== undefined ? newPost(scan, path, stats) : undefined;
    if (post !== undefined) {
      fresh.push(post);
      continue;
    }
    if (last === undefined) {
      const name = basename(path);
      const passing = stats === undefined ? PASSING.test(name) && !isFolder(scan, path) : stats.isFile();
      if (!passing || isListed(name) || isSetting(relative(scan.root, path))) return undefined;
      continue;
    }
    if (stats === undefined) {
      gone.push(last);
      continue;
    }
    if (!stats.isFile()) return undefined;
    posts[at] = { ...last, stamp: stampOf(stats), size: stats.size };
  }
  const files = VersionedMap.after(known);
  for (const { path, file } of gone) {
    posts.splice(placeIn(posts, file), 1);
    files.delete(path);
  }
  const isOneOfMany = (post: FoundFile) =>
    isAnyOfMany(scan.layout, post.file) && hasCompany(scan.root, post, posts);
  if (![...gone, ...fresh].every(isOneOfMany)) return undefined;
  for (const post of fresh) {
    posts.splice(placeIn(posts, post.file), 0, post);
    files.set(post.path, post.file);
  }
  filesOf.set(posts, files);
  return { ...scan, posts };
}

function report(found: ScanResult, file: string, code: string, message: string): void {
  found.findings.push({ level: 'error', file, line: 1, code, message });
}

async function note(found: ScanResult, folder: string): Promise<void> {
  if (found.folders.some(({ path }) => path === folder)) return;
  const { dev, ino, birthtimeMs } = await stat(folder);
  found.folders.push({ path: folder, id: `${dev}:${ino}:${birthtimeMs}` });
}

async function scanInto(
  root: string,
  folder: string,
  prefix: string,
  found: ScanResult,
  seen: Set<string>,
): Promise<void> {
  if (seen.has(folder)) return;
  seen.add(folder);
  await note(found, folder);
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const folders: { path: string; file: string }[] = [];
  const look = async (entry: Dirent) => {
    const file = (prefix + entry.name).normalize('NFC');
    const known = isListed(entry.name) && (entry.name !== GLOSSARY || file === GLOSSARY);
    if (isSetting(file)) found.settings.push(file);
    if (SKIPPED.test(entry.name) || !(entry.isDirectory() || entry.isSymbolicLink() || known)) return;
    try {
      const target = await locate(root, join(folder, entry.name), entry.isSymbolicLink());
      if (target === undefined) {
        report(
          found,
          file,
          'outside-link',
          'This symbolic link leads out of the content folder and is not followed; copy the file.',
        );
      } else if (target.stats.isDirectory() && DRAFTS.test(entry.name)) {
        found.skipped.push({ file: `${file}/`, reason: 'holds drafts' });
      } else if (target.stats.isDirectory()) {
        folders.push({ path: target.path, file });
      } else if (target.stats.isFile() && known) {
        add(found, file, target.path, target.stats);
        if (entry.isSymbolicLink()) await note(found, dirname(target.path));
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && !entry.isSymbolicLink())
        return;
      if (!isGone(error)) found.unreadable.push(file);
      report(
        found,
        file,
        'unreadable',
        `This cannot be read (${reason(error)}); check that it exists and its permissions.`,
      );
    }
  };
  // In batches, so that thousands of files do not block the event loop.
  for (let from = 0; from < entries.length; from += PORTION) {
    await Promise.all(entries.slice(from, from + PORTION).map(look));
  }
  folders.sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { path, file } of folders) {
    try {
      await scanInto(root, path, `${file}/`, found, seen);
    } catch (error) {
      if (!isGone(error)) found.unreadable.push(file);
      report(
        found,
        file,
        'unreadable',
        `This folder cannot be read (${reason(error)}); check its permissions.`,
      );
    }
  }
}

/** True for a file that was deleted a moment ago, and for a link that leads nowhere. */
function isGone(error: unknown): boolean {
  return reason(error) === 'ENOENT' || reason(error) === 'ENOTDIR';
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

async function locate(
  root: string,
  path: string,
  link: boolean,
): Promise<{ path: string; stats: Stats } | undefined> {
  if (!link) return { path, stats: await statsOf(path) };
  const real = await realpath(path);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  return { path: real, stats: await stat(real) };
}

/** In one piece: it is kept for every file. */
const stampOf = ({ ino, size, mtimeMs, ctimeMs }: Stats): string => [ino, size, mtimeMs, ctimeMs].join(':');

function add(found: ScanResult, file: string, path: string, stats: Stats): void {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const entry: FoundFile = { file, path, stamp: stampOf(stats), size: stats.size };
  if (file === GLOSSARY) found.glossary = entry;
  else if (AUTHORS.test(name)) found.authors.push(entry);
  else if (PICTURE.test(name)) found.pictures.set(file, entry);
  else if (POST.test(name)) {
    const reason = whyNoPost(name);
    if (reason !== undefined) {
      found.skipped.push({ file, reason });
    } else if (found.posts.has(file)) {
      report(found, file, 'same-name', 'Two files have this name, written in two Unicode forms; remove one.');
    } else {
      found.posts.set(file, entry);
    }
  }
}
