import { execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git repository on this machine, served by HTTP as any server does. */
export interface GitServer {
  /** `http://127.0.0.1:port/blog.git`. */
  readonly url: string;
  /** Commits files, and pushes them. */
  readonly commit: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Refuses everything while it is down. */
  readonly setUp: (up: boolean) => void;
  readonly close: () => Promise<void>;
}

const ME = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];

/** Starts a server in a folder; with a password it is asked for. */
export const startGitServer = async (folder: string, password?: string): Promise<GitServer> => {
  const work = path.join(folder, 'work');
  const bare = path.join(folder, 'blog.git');
  await mkdir(work, { recursive: true });
  const git = (...args: readonly string[]) => run('git', [...ME, ...args], { cwd: work });
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  await git('init', '--quiet', '--initial-branch=main');
  const wanted = `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;
  let up = true;
  const server = createServer((request, response) => {
    if (!up) {
      response.writeHead(503).end();
      return;
    }
    if (password !== undefined && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        REQUEST_METHOD: request.method,
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    backend.on('close', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const lines = all.subarray(0, end).toString().split('\r\n');
      let status = 200;
      for (const line of lines) {
        const [name = '', value = ''] = line.split(/:\s*/, 2);
        if (name.toLowerCase() === 'status') status = Number(value.slice(0, 3));
        else response.setHeader(name, value);
      }
      response.writeHead(status).end(all.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/blog.git`,
    commit: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(work, name)), { recursive: true });
        await writeFile(path.join(work, name), text);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--message', 'Posts');
      await git('push', '--quiet', bare, 'main');
    },
    setUp: (next) => {
      up = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
