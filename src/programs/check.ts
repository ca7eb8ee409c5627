import { parseArgs } from 'node:util';
import { check } from '#library/check.ts';
import { EXIT } from '../exit.ts';
import { invocation } from '../invocation.ts';
import { contentDirOrExit, settingsOrExit } from './settingsOrExit.ts';

const USAGE = `Usage: ${invocation('check')} [--json] [DIR …]   (default: CONTENT_DIR, else content)
Tells what is wrong or doubtful in the posts, as file:line: message. Exits with 1 where something is wrong.`;

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
    return EXIT.usage;
  }
  if (args.values.help) {
    console.log(USAGE);
    return 0;
  }
  const config = settingsOrExit();
  const { siteUrl, locale } = config;
  const dirs = args.positionals.length > 0 ? args.positionals : [await contentDirOrExit(config)];
  const report = await check(dirs, { siteUrl, defaultLanguage: locale });
  console.log(args.values.json ? JSON.stringify(report, null, 2) : report.text);
  return report.errors > 0 ? 1 : 0;
}

process.exitCode = await run();
