import { createHash } from 'node:crypto';
import { memoize } from './memoize.ts';
import { romanize } from './romanize.ts';

/** The first `length` hexadecimal digits of a SHA-256 over the text. */
export function digest(text: string | Uint8Array, length = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const short = slug.slice(0, length);
  const dash = slug[length] === '-' ? length : short.lastIndexOf('-');
  return (dash >= length / 2 ? short.slice(0, dash) : short).replace(/-+$/u, '');
}

/** The full slug, with a hash suffix where letters had to be dropped. */
const fullSlug = memoize((name) => {
  const plain = romanize(name.normalize('NFKC'))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const slug = plain
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const lost = /[^\P{L}a-z]/u.test(plain) || slug === '';
  return { slug, hash: lost ? `x${digest(name.normalize('NFC'), 7)}` : '' };
});

/**
 * A short ASCII name: `[a-z0-9-]{1,length}`. Latin words are lower-cased, Hangul is romanized, and a name in any other
 * script gets a short hash, so that different names stay different.
 */
export function slugOf(name: string, length = 48): string {
  const { slug, hash } = fullSlug(name);
  if (hash === '') return cut(slug, length);
  return slug === '' ? hash : `${cut(slug, length - hash.length - 1)}-${hash}`;
}

/** The next suffix for each slug of a set: thousands of sections may share a name. */
const counters = new WeakMap<Set<string>, Map<string, number>>();

/** Appends `-2`, `-3`, … to a slug until it is unique, within `length`, and adds it to `taken`. */
export function uniqueSlug(slug: string, taken: Set<string>, length = 48): string {
  const counter = counters.get(taken) ?? new Map<string, number>();
  counters.set(taken, counter);
  let candidate = cut(slug, length);
  let n = counter.get(slug) ?? 2;
  for (; taken.has(candidate); n += 1) {
    const suffix = `-${n}`;
    candidate = cut(slug, length - suffix.length) + suffix;
  }
  counter.set(slug, n);
  taken.add(candidate);
  return candidate;
}

/** Letters and digits only, folded: spelling variants of one name compare as equal. */
export const fold: (name: string) => string = memoize((name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);
