import { readFileSync } from 'node:fs';
import { findSession } from '#library/find.ts';
import type { Library } from '#library/model.ts';

export const CLASSES = [
  'exact',
  'hangul',
  'enko',
  'typoko',
  'typoen',
  'initials',
  'prefix',
  'layout',
  'kq',
  'eq',
  'para',
  'off',
] as const;
export type QueryClass = (typeof CLASSES)[number];

export const CLASS_NAMES: Readonly<Record<QueryClass, string>> = {
  exact: 'exact',
  hangul: 'Hangul for a Latin name',
  enko: 'English for a Korean heading',
  typoko: 'Korean typos',
  typoen: 'English typos',
  initials: '초성',
  prefix: 'prefix as typed',
  layout: 'wrong keyboard layout',
  kq: 'Korean questions',
  eq: 'English questions',
  para: 'paraphrases',
  off: 'off-topic',
};

/** Queries by the posts that they were written for; each set is a file in `queries/`. */
export const QUERY_SETS = [
  'content',
  'devfest',
  'builders',
  'devcon',
  'modern',
  'meetup',
  'factory',
  'media',
  'retail',
] as const;
export type QuerySet = (typeof QUERY_SETS)[number];

export interface RelevanceQuery {
  readonly kind: QueryClass;
  readonly corpus: QuerySet;
  readonly text: string;
  /** `session#section-id` or `session:heading`; none for off-topic. */
  readonly expected: readonly string[];
  /** Which half it is in: one to tune on, one never looked at while tuning. */
  readonly half: 'tune' | 'held';
}

/**
 * The half that a query is in, for ever. Where who wrote the queries had no sight of the engine, all of a set is on one
 * side; the others are halved by a hash of the text.
 */
export function halfOf(set: QuerySet, text: string): 'tune' | 'held' {
  if (set === 'media' || set === 'retail') return 'held';
  if (set !== 'content' && set !== 'devfest') return 'tune';
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 16) & 1 ? 'tune' : 'held';
}

function isClass(text: string): text is QueryClass {
  return CLASSES.some((one) => one === text);
}

/**
 * All queries, from files of lines: class, query, and the right sections (`session#section-id` or `session:heading`,
 * several parted by `|`; none for off-topic), parted by tabs. @throws where a line is not so.
 */
export function readQueries(): RelevanceQuery[] {
  return QUERY_SETS.flatMap((set) =>
    readFileSync(new URL(`./queries/${set}.tsv`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => readQuery(set, line)),
  );
}

function readQuery(set: QuerySet, line: string): RelevanceQuery {
  const [kind = '', text = '', expected = ''] = line.split('\t');
  if (!isClass(kind) || text === '' || (kind === 'off') !== (expected.trim() === ''))
    throw new Error(`queries/${set}.tsv: ${line}`);
  const sections = expected
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean);
  return { kind, corpus: set, text, expected: sections, half: halfOf(set, text) };
}

/** Expected sections as `session#section`. @throws where the library has no such section. */
export function resolveExpected(library: Library, query: RelevanceQuery): ReadonlySet<string> {
  const found = new Set<string>();
  for (const wanted of query.expected) {
    const at = wanted.search(/[#:]/);
    const session = findSession(library, wanted.slice(0, at));
    const name = wanted.slice(at + 1).replace(/^([0-9]+\.|[Ⅰ-Ⅹ])\s+/, '');
    const section = session?.posts
      .flatMap(({ sections }) => sections)
      .find((one) => (wanted[at] === '#' ? one.id === name : one.name === name));
    if (session === undefined || section === undefined)
      throw new Error(`No section ${wanted} for ${query.text}`);
    found.add(`${session.id}#${section.id}`);
  }
  return found;
}
