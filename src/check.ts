import { parseArgs } from 'node:util';
import { config as loadEnv } from 'dotenv';
import { check } from '#library/check.ts';

const USAGE = 'Usage: npm run check [-- [--json] [DIR …]]   (default: CONTENT_DIR, else content)';

loadEnv({ quiet: true });

async function run(): Promise<number> {
  let args: {
    readonly values: { readonly json?: boolean; readonly help?: boolean };
    readonly positionals: readonly string[];
  };
  try {
    args = parseArgs({
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  if (args.values.help) {
    console.log(USAGE);
    return 0;
  }
  const { CONTENT_DIR = 'content', SITE_URL, DEFAULT_LOCALE = 'ko' } = process.env;
  const dirs = args.positionals.length > 0 ? args.positionals : [CONTENT_DIR];
  const report = await check(dirs, { siteUrl: SITE_URL, defaultLanguage: DEFAULT_LOCALE });
  console.log(args.values.json ? JSON.stringify(report, null, 2) : report.text);
  return report.errors > 0 ? 1 : 0;
}

process.exitCode = await run();
