import { posix } from 'node:path';
import type { Finding, Language } from './model.ts';
import { readLibrary } from './read.ts';

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
  /** `file` is relative to the working directory: folder and file together. Errors first in each folder. */
  readonly findings: readonly Finding[];
  /** The same as text: a line `file:line: message` for each finding, and a summary line. */
  readonly text: string;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function shown({ file, line, level, message }: Finding): string {
  return `${file}:${line}: ${level === 'error' ? '' : `${level}: `}${message}`;
}

/** Checks content folders. Never throws: an unreadable folder is reported as an error. */
export async function check(dirs: readonly string[], options: CheckOptions): Promise<CheckReport> {
  const findings: Finding[] = [];
  let sessions = 0;
  let posts = 0;
  for (const dir of dirs) {
    const folder = dir.replaceAll('\\', '/');
    try {
      const library = await readLibrary({ dir, ...options });
      sessions += library.sessions.length;
      posts += library.sessions.reduce((sum, session) => sum + session.posts.length, 0);
      for (const finding of library.findings)
        findings.push({ ...finding, file: posix.join(folder, finding.file) });
      if (library.sessions.length === 0 && library.findings.length === 0) {
        const message =
          'There is no post in this folder; put Markdown files (*.md) there or name another folder.';
        findings.push({ level: 'warning', file: folder, line: 1, code: 'no-posts', message });
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const message = `The folder cannot be read (${code}); give one that exists.`;
      findings.push({ level: 'error', file: folder, line: 1, code: 'unreadable', message });
    }
  }
  const errors = findings.filter((finding) => finding.level === 'error').length;
  const warnings = findings.filter((finding) => finding.level === 'warning').length;
  const summary = `${count(posts, 'post')}, ${count(sessions, 'session')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
  const text = [...findings.map(shown), summary].join('\n');
  return { errors, warnings, sessions, posts, findings, text };
}
