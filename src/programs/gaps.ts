import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Gap, groupGaps } from '#pages/gaps/groupGaps.ts';
import { readSettings } from '../config/readSettings.ts';
import { EXIT, StartError } from '../exit.ts';
import { invocation } from '../invocation.ts';
import { backUp } from '../store/backup/backup.ts';
import { openStore } from '../store/open.ts';
import { StoreError } from '../store/storeError.ts';

const USAGE = `Usage: ${invocation('gaps', '--silent ')} [--json | --forget]
What people asked that the posts do not cover or whose answer was marked wrong, of all servers, as CSV or JSON.
--forget deletes all of it; the bot must not be running on an SQLite file then.
`;

const MOST = 100_000;

/** A field of CSV; one that a spreadsheet would compute is shown as text. */
const field = (value: string | number): string => {
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const rowOf = ({ question, counts, nearest }: Gap) => ({
  question: question ?? '',
  notCovered: counts.none,
  wrong: counts.wrong,
  right: counts.right,
  session: nearest?.session ?? '',
  section: nearest?.section ?? '',
});

const csv = (gaps: readonly Gap[]): string =>
  [
    'question,not_covered,wrong,right,session,section',
    ...gaps.map((gap) => Object.values(rowOf(gap)).map(field).join(',')),
  ].join('\n');

/** Everything that is kept, from a copy: the bot may be running. */
async function readGaps(databaseUrl: string): Promise<readonly Gap[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-gaps-'));
  try {
    const copy = path.join(folder, 'copy.sqlite');
    await backUp(databaseUrl, copy);
    const store = await openStore(copy);
    try {
      return groupGaps(await store.feedback(undefined, MOST));
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function forget(databaseUrl: string): Promise<number> {
  const store = await openStore(databaseUrl);
  try {
    return await store.forgetFeedback(undefined);
  } finally {
    await store.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      forget: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { databaseUrl } = readSettings([], process.env, 'tool');
  if (values.forget) {
    process.stdout.write(`${await forget(databaseUrl)} questions are deleted.\n`);
    return;
  }
  const gaps = await readGaps(databaseUrl);
  process.stdout.write(`${values.json ? JSON.stringify(gaps.map(rowOf), undefined, 2) : csv(gaps)}\n`);
}

await main().catch((error: unknown) => {
  const isUsage = error instanceof TypeError && 'code' in error;
  if (!isUsage && !(error instanceof StoreError) && !(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n${isUsage ? USAGE : ''}`);
  process.exitCode = isUsage ? EXIT.usage : error instanceof StartError ? error.exitCode : EXIT.config;
});
