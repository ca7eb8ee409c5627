import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { GitAddress } from './address.ts';

const run = promisify(execFile);

/** What git could not do, in its own words. */
export class GitError extends Error {
  override name = 'GitError';
}

/** Milliseconds for a question to the server, and for a whole copy. */
const ASK_PATIENCE = 30_000;
const COPY_PATIENCE = 300_000;

const COMMIT = /^[\da-f]{40,64}$/;

/** What git needs to find its way; nothing else of the bot's environment, which holds secrets. */
const INHERITED: readonly string[] = [
  ...['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TMPDIR', 'TEMP', 'GIT_EXEC_PATH'],
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO'],
];

/**
 * What git may see: no terminal to ask on, no protocol but HTTP. The password goes by the environment: it is in no list of
 * processes and in no file, and it is sent to its own host alone.
 */
const environmentFor = ({ url, authorization }: GitAddress): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(INHERITED.map((name) => [name, process.env[name]])),
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'https:http',
  ...(authorization === undefined
    ? {}
    : {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
      }),
});

const wordsOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && error.code === 'ENOENT')
    return 'git is not installed; install it, or use CONTENT_DIR';
  if ('killed' in error && error.killed === true) return 'it took too long';
  const told = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  const last = told
    .trim()
    .split('\n')
    .findLast((line) => /^(?:fatal|error|remote):/.test(line));
  return last ?? 'git failed';
};

const git = async (
  address: GitAddress,
  args: readonly string[],
  { timeout, signal }: { readonly timeout: number; readonly signal: AbortSignal },
): Promise<string> => {
  try {
    const options = { env: environmentFor(address), timeout, signal, maxBuffer: 4 * 1024 * 1024 };
    return (await run('git', [...args], options)).stdout;
  } catch (error) {
    throw new GitError(wordsOf(error), { cause: undefined });
  }
};

/** The newest commit of the address's branch. @throws GitError */
export const newestCommit = async (address: GitAddress, signal: AbortSignal): Promise<string> => {
  const { url, branch } = address;
  const ref = branch === undefined ? 'HEAD' : `refs/heads/${branch}`;
  const told = await git(address, ['ls-remote', '--', url, ref], { timeout: ASK_PATIENCE, signal });
  const [commit = ''] = told.split(/\s/, 1);
  if (COMMIT.test(commit)) return commit;
  throw new GitError(branch === undefined ? 'it has no commits' : `it has no branch ${branch}`);
};

/** Copies the newest commit of a branch, without its history, into a new folder. @throws GitError */
export const copyNewest = async (address: GitAddress, folder: string, signal: AbortSignal): Promise<void> => {
  const { url, branch } = address;
  const of = branch === undefined ? [] : ['--branch', branch];
  const args = ['clone', '--quiet', '--depth', '1', '--single-branch', '--no-tags', ...of, '--', url, folder];
  await git(address, args, { timeout: COPY_PATIENCE, signal });
};
