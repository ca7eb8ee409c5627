import { posix } from 'node:path';
import { languagesOf } from './find.ts';
import { LOOKED_FOR, layoutInWords } from './layout.ts';
import type { Finding, Language } from './model.ts';
import { readFolder } from './read.ts';

export interface CheckOptions {
  readonly siteUrl: string | undefined;
  readonly defaultLanguage: Language;
}

/** The findings of one or more content folders. */
export interface CheckReport {
  readonly errors: number;
  readonly warnings: number;
  readonly sessions: number;
  readonly posts: number;
  /** Languages of the posts, most posts first. */
  readonly languages: readonly Language[];
  /** `file` is the path from where the command was given: folder and file together. Errors first in each folder. */
  readonly findings: readonly Finding[];
  /** The same for people: where the posts lie, a line for each finding, and one that counts. */
  readonly text: string;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function shown({ file, line, level, message }: Finding): string {
  return `${file}:${line}: ${level === 'error' ? '' : `${level}: `}${message}`;
}

function note(file: string, code: string, message: string): Finding {
  return { level: 'note', file, line: 1, code, message };
}

/** Checks content folders. Never throws: an unreadable folder is reported as an error. */
export async function check(dirs: readonly string[], options: CheckOptions): Promise<CheckReport> {
  const findings: Finding[] = [];
  const taken: string[] = [];
  const spoken = new Set<Language>();
  let sessions = 0;
  let posts = 0;
  for (const dir of dirs) {
    const folder = dir.replaceAll('\\', '/');
    const below = (file: string) => posix.join(folder, file);
    try {
      const { library, skipped, scan } = await readFolder({ dir, ...options });
      const all = library.sessions.flatMap((session) => session.posts);
      sessions += library.sessions.length;
      posts += all.length;
      for (const language of languagesOf(library)) spoken.add(language);
      for (const finding of library.findings) findings.push({ ...finding, file: below(finding.file) });
      for (const { file, reason } of skipped)
        findings.push(note(below(file), 'skipped', `The file is not read: it ${reason}.`));
      for (const { file, date } of all) {
        const message = 'The post has no date, so that it stands behind those that have one.';
        if (date === undefined) findings.push(note(below(file), 'no-date', message));
      }
      taken.push(...[layoutInWords(scan.layout, below)].filter((words) => words !== undefined));
      if (all.length === 0 && library.findings.every(({ level }) => level !== 'error')) {
        const message = `There is no post in this folder; ${LOOKED_FOR} were looked for. Put posts there or name another folder.`;
        findings.push({ level: 'error', file: folder, line: 1, code: 'no-posts', message });
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const message = `The folder cannot be read (${code}); give one that exists.`;
      findings.push({ level: 'error', file: folder, line: 1, code: 'unreadable', message });
    }
  }
  const errors = findings.filter((finding) => finding.level === 'error').length;
  const warnings = findings.filter((finding) => finding.level === 'warning').length;
  const languages = [...spoken];
  const counted = [
    count(posts, 'post'),
    count(sessions, 'session'),
    count(languages.length, 'language') + (languages.length === 0 ? '' : ` (${languages.join(', ')})`),
    count(errors, 'error'),
    count(warnings, 'warning'),
  ];
  const text = [...taken, ...findings.map(shown), `${counted.join(', ')}.`].join('\n');
  return { errors, warnings, sessions, posts, languages, findings, text };
}
