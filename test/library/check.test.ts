import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, folder, post } from './folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function run(...args: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { SITE_URL: _, CONTENT_DIR: __, ...env } = process.env;
  const done = spawnSync(process.execPath, [join(ROOT, 'src', 'programs', 'check.ts'), ...args], {
    encoding: 'utf8',
    env,
    cwd: ROOT,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

test('doubtful things are named with their lines and what to do', async () => {
  const made = await folder({
    'a.md': post(
      'A',
      `# One\ntext\n\n### Skipped\ntext\n\n## Empty\n\n# Long\n${'many words. '.repeat(400)}\n\n# Code\n\`\`\`js\nnever closed`,
      'number: five\nnumber: 5.5',
    ),
  });
  const library = await made.read();
  expect(codes(library)).toEqual([
    'duplicate-key:4',
    'bad-number:4',
    'level-skipped:9',
    'empty-section:12',
    'long-section:14',
    'open-fence:18',
  ]);
  expect(
    library.findings.every((one) => /[.;,] .|;/u.test(one.message)),
    'each says what to do',
  ).toBe(true);
});

test('npm run check prints file:line: message; warnings pass', async () => {
  const made = await folder({ 'deep/a.md': post('A', '# One\n\n# Two\ntext') });
  const { code, out } = run(made.dir);
  expect(code).toBe(0);
  expect(out).toBe(
    `${made.dir}/deep/a.md:4: warning: The section "One" has no text; write some, or remove the heading.\n${made.dir}/deep/a.md:1: note: The post has no date, so that it stands behind those that have one.\n1 post, 1 session, 1 language (ko), 0 errors, 1 warning.\n`,
  );
});

test('npm run check fails on errors, in any of the folders, also in JSON', async () => {
  const good = await folder({ 'a.md': post('A', 'text', 'date: 2020-01-02') });
  const bad = await folder({ 'b.md': '---\ntitle: "a\n---\ntext' });
  const { code, out } = run('--json', good.dir, bad.dir, join(good.dir, 'gone'));
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect([report.errors, report.warnings, report.posts, report.sessions]).toEqual([2, 0, 1, 1]);
  expect(
    report.findings.map((one: { file: string; line: number; code: string; level: string }) => [
      one.file,
      one.line,
      one.code,
      one.level,
    ]),
  ).toEqual([
    [`${bad.dir}/b.md`, 2, 'front-matter', 'error'],
    [join(good.dir, 'gone'), 1, 'unreadable', 'error'],
  ]);
});

test('npm run check says how it is used', () => {
  expect(run('--help').code).toBe(0);
  const wrong = run('--wrong');
  expect(wrong.code).toBe(64);
  expect(wrong.err).toMatch(/Usage/u);
});
