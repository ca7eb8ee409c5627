import { EMBEDS, embedById, link } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

const speakerdeck = embedById('Speaker Deck', (id) => `https://speakerdeck.com/player/${id}`);

/** A card; a mention `@[name](address)` of other sites is a link with its name. */
function embedded(written: string, what: string): string {
  const kind = written.toLowerCase();
  const reading =
    kind === 'speakerdeck' ? speakerdeck : Object.hasOwn(EMBEDS, kind) ? EMBEDS[kind] : undefined;
  if (reading?.as !== 'text') return /^https?:/u.test(what) ? link(kind === 'card' ? '' : written, what) : '';
  return reading.text({ raw: what, words: what.split(/[?&]/u).slice(0, 1), named: {} });
}

/** Zenn and Qiita: containers, embedded cards, and pictures with a size. */
export const zenn: Dialect = {
  name: 'zenn',
  marks: /^[ \t>]*:::|\^\[|@\[|\]\([^()\n]*\s=\d*x?\d*\)|^[ \t]*\[\[?toc\]?\]/imu,
  containers: { message: 'quote', details: 'quote', note: 'quote' },
  keys: {
    from: ['publishedat'],
    hiddenIf: ['private', 'ignorepublish'],
    hiddenUnless: ['published'],
    tags: ['topics'],
  },
  rewrite: (prose) =>
    prose
      .replace(/(?<![[\\])\^\[(?=[^\]\n]*\p{L})((?:[^[\]\n]|\[[^\]\n]*\]\([^()\n]*\))+)\]/gu, '（$1）')
      .replace(/^[ \t]*(?:\$\{toc\}|@?\[\[?toc\]?\](?:\([^()\n]*\))?)[ \t]*$/gimu, '')
      .replace(/@\[([\w-]+)\]\(([^()\n]*)\)/gu, (_, kind: string, what: string) =>
        embedded(kind, what.trim()),
      )
      .replace(/(!\[[^\]\n]*\]\([^()\s]+(?:\s+"[^"\n]*")?)\s+=\d*(?:%|px)?x?\d*(?:%|px)?\)/gu, '$1)'),
};
