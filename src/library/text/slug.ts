import { hash } from 'node:crypto';
import { memoize } from '../compute/memoize.ts';
import { romanizeAsBefore } from './formerRomanization.ts';
import { romanize } from './romanize.ts';

/** The first `length` hexadecimal digits of a SHA-256 over the text. */
export function digest(text: string | Uint8Array, length = 16): string {
  // No more of it than is kept: a part of a string keeps the whole.
  return hash('sha256', text, 'buffer')
    .toString('hex', 0, Math.ceil(length / 2))
    .slice(0, length);
}

function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const short = slug.slice(0, length);
  const dash = slug[length] === '-' ? length : short.lastIndexOf('-');
  return (dash >= length / 2 ? short.slice(0, dash) : short).replace(/-+$/u, '');
}

type Slugger = (name: string, length?: number) => string;

function slugger(inLatin: (hangul: string) => string): Slugger {
  /** The whole slug, with a hash at its end where letters had to be left out. */
  const fullSlug = memoize((name) => {
    const plain = inLatin(name.normalize('NFKC'))
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    const slug = plain
      .replace(/['’]/gu, '')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '');
    const lost = /[^\P{L}a-z]/u.test(plain) || slug === '';
    return { slug, mark: lost ? `x${digest(name.normalize('NFC'), 7)}` : '' };
  });
  return (name, length = 48) => {
    const { slug, mark } = fullSlug(name);
    if (mark === '') return cut(slug, length);
    return slug === '' ? mark : `${cut(slug, length - mark.length - 1)}-${mark}`;
  };
}

/**
 * A short name of letters that any client can send back: `[a-z0-9-]{1,length}`. Latin words are lower-cased, Hangul is
 * romanized, and a name in any other script gets a short hash, so that different names stay different.
 */
export const slugOf: Slugger = slugger(romanize);

/** The slug that earlier versions gave a name: their ids stand in buttons that were sent long ago. */
export const formerSlugOf: Slugger = slugger(romanizeAsBefore);

/** Where counting goes on for each slug of a set: thousands of sections may have one name. */
const counters = new WeakMap<Set<string>, Map<string, number>>();

/** Puts `-2`, `-3`, … behind a slug until it is unique, within `length`, and adds it to `taken`. */
export function uniqueSlug(slug: string, taken: Set<string>, length = 48): string {
  let candidate = cut(slug, length);
  if (!taken.has(candidate)) {
    taken.add(candidate);
    return candidate;
  }
  const counter = counters.get(taken) ?? new Map<string, number>();
  counters.set(taken, counter);
  let n = counter.get(slug) ?? 2;
  for (; taken.has(candidate); n += 1) {
    const suffix = `-${n}`;
    candidate = cut(slug, length - suffix.length) + suffix;
  }
  counter.set(slug, n);
  taken.add(candidate);
  return candidate;
}

/** Letters and digits alone, folded, so that two ways to write one name compare as equal. */
export const fold: (name: string) => string = memoize((name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);
