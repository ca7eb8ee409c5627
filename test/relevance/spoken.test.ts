import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import type { Search } from '#search/model.ts';
import { library, session } from '#test/search/library.ts';

/** A name and the ways in which Koreans say it. */
interface Spoken {
  readonly name: string;
  readonly forms: readonly string[];
}

/** Names of products and terms, each with how they are written in Hangul: `Kubernetes<tab>쿠버네티스|쿠베르네테스`. */
const spoken: readonly Spoken[] = readFileSync(new URL('./spoken.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [name = '', forms = ''] = line.split('\t');
    return { name, forms: forms.split('|') };
  });

const EACH = 12;

/** A section for each name. */
function sectioned(): ReturnType<typeof library> {
  const sections = spoken.map(({ name }, at) => ({ id: `s${at}`, name, text: `${at}번째 내용을 다룬다.` }));
  const count = Math.ceil(sections.length / EACH);
  return library(
    Array.from({ length: count }, (_, i) =>
      session(i + 1, { title: `${i + 1}번째 발표`, sections: sections.slice(i * EACH, (i + 1) * EACH) }),
    ),
  );
}

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

function initialsOf(form: string): string {
  return [...form]
    .map((letter) => INITIALS[Math.floor((letter.charCodeAt(0) - 0xac00) / 588)] ?? '')
    .join('');
}

/** Shares of what is typed that finds its name first, and among the first five. */
function shares(
  search: Search,
  typed: (form: string) => string | undefined,
): { first: number; five: number } {
  let count = 0;
  let first = 0;
  let five = 0;
  for (const [at, { forms }] of spoken.entries())
    for (const form of forms) {
      const text = typed(form);
      if (text === undefined) continue;
      const place = search.search(text, { limit: 5 }).passages.findIndex((one) => one.section === `s${at}`);
      count += 1;
      if (place === 0) first += 1;
      if (place >= 0) five += 1;
    }
  return { first: first / count, five: five / count };
}

describe('names as Koreans say them', async () => {
  const search = await createSearch(sectioned());

  it('are found among hundreds of others', () => {
    const { first, five } = shares(search, (form) => form);
    expect(first, `first ${first}`).toBeGreaterThanOrEqual(0.94);
    expect(five, `first five ${five}`).toBeGreaterThanOrEqual(0.97);
  });

  it('are found by their first consonants, as far as these tell them apart', () => {
    const { first, five } = shares(search, (form) => {
      const whole = form.replaceAll(' ', '');
      return /^[가-힣]{3,}$/.test(whole) ? initialsOf(whole) : undefined;
    });
    expect(first, `first ${first}`).toBeGreaterThanOrEqual(0.79);
    expect(five, `first five ${five}`).toBeGreaterThanOrEqual(0.93);
  });
});
