#!/usr/bin/env node
// First import: it reports an outdated Node before anything else fails because of it.
import '../scripts/require-node.js';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calledAsCommand } from './invocation.ts';

const USAGE = `Usage: lectern [start] [POSTS]      starts the bot on a folder of posts; without a token, its playground
       lectern check [POSTS …]      tells what is wrong or doubtful in posts
       lectern ask "QUESTION" …     asks the posts, without Discord
       lectern backup FILE          copies the database, while the bot runs or not
       lectern restore FILE         puts such a copy back
       lectern gaps                 tells what people asked that the posts do not cover, as CSV or JSON
       lectern COMMAND --help       tells more
       lectern --version
Settings come from the environment and from .env in the current folder: see README.md of the package.`;

/** The posts that come along, for a first look. */
const SAMPLE = fileURLToPath(new URL('../../content', import.meta.url));

const version = (): string => {
  const { version: told } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(told);
};

/**
 * What `npm start` has: for 512 MB, and patterns compiled once, not first for V8's interpreter: the first question takes
 * a third less.
 */
const V8_FLAGS = ['--max-semi-space-size=4', '--no-regexp-tier-up'];
const THRIFTY_MALLOC = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };

/**
 * V8 and malloc take these as a process begins, and a command has no flags: it begins again as the bot, which takes
 * 40 ms. Nothing is open yet.
 */
const beginSmall = (): void => {
  const given = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''];
  if (process.platform === 'win32' || given.some((flags) => flags.includes('semi-space-size'))) return;
  const [, ...args] = process.argv;
  const words = [process.execPath, ...V8_FLAGS, ...process.execArgv, ...args];
  process.execve?.(process.execPath, words, { ...THRIFTY_MALLOC, ...process.env });
};

const PARTS = ['check', 'ask', 'backup', 'restore', 'gaps'] as const;

/** Removes the word that names the part: what follows is for the part itself. */
const [, , word] = process.argv;
const part = PARTS.find((name) => name === word);
// In a folder with posts of its own these are shown.
calledAsCommand(existsSync('content') || !existsSync(SAMPLE) ? undefined : SAMPLE);

if (word === '--help' || word === '-h' || word === 'help') {
  console.log(USAGE);
} else if (word === '--version' || word === '-v') {
  console.log(version());
} else {
  if (part === undefined) beginSmall();
  if (part !== undefined || word === 'start') process.argv.splice(2, 1);
  switch (part) {
    case 'check':
      await import('./programs/check.ts');
      break;
    case 'ask':
      await import('./programs/ask.ts');
      break;
    case 'backup':
      await import('./programs/backup.ts');
      break;
    case 'gaps':
      await import('./programs/gaps.ts');
      break;
    case 'restore':
      await import('./programs/restore.ts');
      break;
    case undefined: {
      await import('../scripts/compile-cache.js');
      const { run } = await import('./start/run.ts');
      await run();
    }
  }
}
