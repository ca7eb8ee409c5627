import { DatabaseSync } from 'node:sqlite';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Library } from '#library/model.ts';
import type { Corpus } from './corpora.ts';
import type { Engine } from './measure.ts';

/** A section as the other engines are given it: all languages joined, names of topics as aliases. */
export interface Row {
  readonly id: string;
  readonly heading: string;
  readonly aliases: string;
  readonly body: string;
}

export function rowsOf(library: Library): Row[] {
  const rows = new Map<string, Row>();
  const lent = new Map<string, string[]>();
  for (const topic of library.topics)
    for (const { session, section } of topic.about) {
      const key = `${session}#${section}`;
      lent.set(key, [
        ...(lent.get(key) ?? []),
        ...Object.values(topic.name).filter((name) => name !== undefined),
        ...topic.aliases,
      ]);
    }
  for (const session of library.sessions)
    for (const post of session.posts)
      for (const section of post.sections) {
        const id = `${session.id}#${section.id}`;
        const row = rows.get(id);
        rows.set(id, {
          id,
          heading: `${row?.heading ?? ''} ${section.name}`.trim(),
          aliases: `${row?.aliases ?? (lent.get(id) ?? []).join(' ')} ${section.aliases.join(' ')}`.trim(),
          body: `${row?.body ?? ''}\n${section.text}`.trim(),
        });
      }
  return [...rows.values()];
}

export function ours({ search }: Corpus): Engine {
  return {
    name: 'Lectern',
    ask(query) {
      const { passages, verdict, confidence } = search.search(query);
      return {
        sections: passages.map(({ session, section }) => `${session}#${section}`),
        verdict,
        confidence,
      };
    },
  };
}

/** Engines without a verdict answer whatever they find. */
function given(sections: readonly string[]): ReturnType<Engine['ask']> {
  return { sections: sections.slice(0, 10), verdict: sections.length > 0 ? 'answer' : 'none', confidence: 1 };
}

export function miniSearch(rows: readonly Row[]): Engine {
  const index = new MiniSearch<Row>({ fields: ['heading', 'aliases', 'body'] });
  index.addAll(rows);
  const options = { prefix: true, fuzzy: 0.2, boost: { heading: 3, aliases: 3 } };
  return {
    name: 'MiniSearch, prefix + fuzzy 0.2',
    ask: (query) => given(index.search(query, options).map(({ id }) => String(id))),
  };
}

export function fuse(rows: readonly Row[]): Engine {
  const index = new Fuse(rows, {
    keys: [
      { name: 'heading', weight: 3 },
      { name: 'aliases', weight: 3 },
      { name: 'body', weight: 1 },
    ],
    ignoreLocation: true,
    includeScore: true,
  });
  return {
    name: 'Fuse',
    ask: (query) => given(index.search(query.slice(0, 200), { limit: 10 }).map(({ item }) => item.id)),
  };
}

export function trigram(rows: readonly Row[]): Engine {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, heading, aliases, body, tokenize='trigram')");
  const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?, ?)');
  db.exec('BEGIN');
  for (const { id, heading, aliases, body } of rows) insert.run(id, heading, aliases, body);
  db.exec('COMMIT');
  const select = db.prepare('SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 3, 3, 1) LIMIT 10');
  return {
    name: 'SQLite FTS5 trigram',
    ask(query) {
      const words = query.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
      if (words.length === 0) return given([]);
      const match = words.map((word) => `"${word}"`).join(' OR ');
      return given(select.all(match).map(({ id }) => String(id)));
    },
  };
}
