import { createRequire } from 'node:module';
import { type Matter, UnreadableMatter } from './matter.ts';
import { readYaml } from './yaml.ts';

const require = createRequire(import.meta.url);

/** Line of each key that stands at the left edge, from 1. */
function linesOf(source: string, key: RegExp): Record<string, number> {
  const lines: Record<string, number> = {};
  source.split('\n').forEach((text, at) => {
    const name = key.exec(text)?.[1];
    if (name !== undefined) lines[name] ??= at + 1;
  });
  return lines;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function readToml(source: string): Matter {
  // Few posts have any: it is loaded with the first of them.
  const { parse }: typeof import('smol-toml') = require('smol-toml');
  try {
    return { keys: parse(source), lines: linesOf(source, /^([\w-]+)\s*=/u), problems: [] };
  } catch (error) {
    const { line, message } = {
      line: 1,
      message: '',
      ...(error instanceof Error ? { message: error.message } : {}),
      ...asRecord(error),
    };
    throw new UnreadableMatter(String(message || error).split('\n')[0] ?? '', Number(line) || 1);
  }
}

/** Reads front matter in JSON, with or without the braces around it. @throws UnreadableMatter */
export function readJson(source: string): Matter {
  const whole = /^\s*\{/u.test(source) ? source : `{${source}}`;
  try {
    return { keys: asRecord(JSON.parse(whole)), lines: linesOf(source, /^\s*"([^"]+)"\s*:/u), problems: [] };
  } catch (error) {
    throw new UnreadableMatter(error instanceof Error ? error.message : String(error), 1);
  }
}

/** A format of front matter. */
export type Format = 'yaml' | 'toml' | 'json';

/** What reads each format; throws UnreadableMatter. */
export const READERS: Readonly<Record<Format, (source: string) => Matter>> = {
  yaml: readYaml,
  toml: readToml,
  json: readJson,
};
