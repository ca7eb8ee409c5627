import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Finding } from '../model.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { type Glossary, type GlossaryTopic, NO_GLOSSARY } from './model.ts';

const FILE = 'topics.yml';

const Text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).normalize('NFC').replace(/\s+/gu, ' ').trim());
const Language = z
  .string()
  .regex(/^[a-z]{2,3}$/u, 'a language is two or three small letters, such as ko or en');
const Texts = z.record(Language, Text);

const Entry = z.strictObject({
  id: z
    .string()
    .max(48, 'at most 48 characters')
    .regex(/^[a-z0-9-]+$/u, 'small letters, digits and hyphens only, such as cloud-automl'),
  name: z
    .record(
      Language,
      Text.refine((name) => name !== '' && name.length <= 100, 'a name has 1 to 100 characters'),
    )
    .refine(
      (names) => Object.keys(names).length > 0,
      'give a name in at least one language, such as { ko: …, en: … }',
    ),
  aliases: z.array(Text).nullish(),
  summary: Texts.nullish(),
  url: z
    .url({
      protocol: /^https?$/u,
      error: 'an address that begins with https://, such as https://example.com/page',
    })
    .nullish(),
  now: Texts.nullish(),
});

function finding(level: Finding['level'], line: number, code: string, message: string): Finding {
  return { level, file: FILE, line, code, message };
}

/** Parses topics.yml: a list of topics. Invalid entries are reported and left out. Never throws. */
export function readGlossary(source: string): Glossary {
  const counter = new LineCounter();
  const text = source
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .toWellFormed();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    const message = `The glossary cannot be read (${error.message.split('\n')[0]}); correct the YAML here.`;
    return { topics: [], findings: [finding('error', Math.max(1, line), 'glossary', message)], broken: true };
  }
  const list = plain(document);
  if (list === null || list === undefined) return NO_GLOSSARY;
  if (!Array.isArray(list)) {
    const message = 'The glossary is not a list; begin each topic with "- id: …".';
    return { topics: [], findings: [finding('error', 1, 'glossary', message)], broken: true };
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range) && typeof range[0] === 'number') return counter.linePos(range[0]).line;
    }
    return 1;
  };
  return collect(list, lineOf);
}

function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return 'too many aliases';
  }
}

function collect(list: readonly unknown[], lineOf: (path: readonly (string | number)[]) => number): Glossary {
  const topics: GlossaryTopic[] = [];
  const findings: Finding[] = [];
  const ids = new Map<string, number>();
  const names = new Map<string, string>();
  list.forEach((value, index) => {
    const read = Entry.safeParse(value);
    if (!read.success) {
      for (const issue of read.error.issues) {
        const path = issue.path.filter((part) => typeof part !== 'symbol');
        const what = path.length === 0 ? 'The topic' : `"${path.join('.')}" of the topic`;
        const message = `${what} is wrong: ${issue.message}. It is left out until that is corrected.`;
        findings.push(finding('error', lineOf([index, ...path]), 'glossary', message));
      }
      return;
    }
    const { id, name, aliases, summary, url, now } = read.data;
    const line = lineOf([index]);
    const before = ids.get(id);
    if (before !== undefined) {
      const message = `The topic "${id}" stands on line ${before} already; give this one another id or remove it.`;
      findings.push(finding('error', line, 'glossary', message));
      return;
    }
    ids.set(id, line);
    for (const own of new Set([...Object.values(name), ...(aliases ?? [])].map(nameKey))) {
      const other = names.get(own);
      if (other !== undefined) {
        const message = `The topics "${other}" and "${id}" share the name "${own}"; the first one has it. Remove it from one.`;
        findings.push(finding('warning', line, 'shared-name', message));
      } else {
        names.set(own, id);
      }
    }
    const others = [...new Set(aliases ?? [])].filter(
      (alias) => alias !== '' && !Object.values(name).includes(alias),
    );
    topics.push({
      id,
      name,
      aliases: others,
      summary: summary ?? {},
      url: url ?? undefined,
      now: now ?? {},
      line,
    });
  });
  return { topics, findings, broken: false };
}

/** The bytes of topics.yml as the JSON of its glossary, to be handed on between threads. Never throws. */
export function encodeGlossary(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(readGlossary(Buffer.from(source).toString())));
}
