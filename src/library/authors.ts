import { LineCounter, parseDocument } from 'yaml';
import type { Finding } from './model.ts';
import type { RawSpeaker } from './post/talk/model.ts';
import { personFrom } from './post/talk/speakers.ts';
import type { AuthorList } from './series/build/authorList.ts';

/** Parses an `authors.yml`: a table of people, or of their names. Never throws: what cannot be read is a finding. */
export function readAuthors(file: string, source: string): AuthorList {
  const counter = new LineCounter();
  const document = parseDocument(source.replace(/^\ufeff/u, '').toWellFormed(), {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const findings: Finding[] = [];
  const refuse = (line: number, reason: string): AuthorList => {
    const message = `The list of authors cannot be read (${reason}); correct the YAML here.`;
    return {
      file,
      people: new Map(),
      broken: true,
      findings: [{ level: 'error', file, line, code: 'authors', message }],
    };
  };
  const [error] = document.errors;
  if (error)
    return refuse(
      Math.max(1, counter.linePos(error.pos[0]).line),
      error.message.split('\n')[0] ?? error.code,
    );
  const people = new Map<string, RawSpeaker>();
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 50 });
  } catch (thrown) {
    return refuse(1, thrown instanceof Error ? thrown.message : String(thrown));
  }
  if (plain === null || plain === undefined) return { file, people, findings, broken: false };
  if (typeof plain !== 'object' || Array.isArray(plain)) return refuse(1, 'it is not a list of "key: …"');
  for (const [key, value] of Object.entries(plain)) {
    const node = document.getIn([key], true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    const line = Array.isArray(range) && typeof range[0] === 'number' ? counter.linePos(range[0]).line : 1;
    const person = personFrom(value, key, (_, code, message) =>
      findings.push({ level: 'warning', file, line, code, message }),
    );
    if (person) people.set(key.toLowerCase(), person);
  }
  return { file, people, findings, broken: false };
}
