import { expect, test } from 'vitest';
import { readCorpus } from '../relevance/corpora.ts';
import { headings, LANGUAGES, rawPosts } from './files.ts';

const library = await readCorpus('full');

test('there are six posts in each language, under the same Jekyll file names', () => {
  const [ko, en] = LANGUAGES.map((language) => rawPosts(language).map((post) => post.name));
  expect(ko).toHaveLength(6);
  expect(en).toEqual(ko);
  for (const name of ko ?? []) expect(name).toMatch(/^2018-10-25-google-cloud-summit-[1-6]-[a-z0-9-]+\.md$/);
});

test.each(LANGUAGES)(
  'front matter is what a Jekyll site publishes, the same in each language: %s',
  (language) => {
    rawPosts(language).forEach((post, index) => {
      const { title, track, session, number, lang, event, date, tags, category, translation_of } = post.front;
      expect(title).toBe(`Google Cloud Summit ${track}(${index + 1})-${session}`);
      expect({ number, lang, event }).toStrictEqual({
        number: index + 1,
        lang: language,
        event: 'Google Cloud Summit 2018',
      });
      expect(date).toBe('2018-10-25 10:00:00 +0900');
      expect({ tags, category }).toStrictEqual({ tags: ['Seminar'], category: 'Seminar' });
      expect(translation_of).toBe(language === 'en' ? post.name : undefined);
    });
  },
);

test('a translation has the outline of its original: the same ids at the same depths', () => {
  const [ko = [], en = []] = LANGUAGES.map(rawPosts);
  ko.forEach((post, index) => {
    const other = en[index];
    expect.assert(other);
    const shape = (of: typeof post) => headings(of).map(({ depth, id }) => `${'#'.repeat(depth)} ${id}`);
    expect(shape(other), other.file).toEqual(shape(post));
  });
});

test('headings have ids of their own, start at depth 2 and skip no depth', () => {
  for (const post of LANGUAGES.flatMap(rawPosts)) {
    const found = headings(post);
    const ids = found.map((heading) => heading.id);
    expect(ids, `${post.file}: a heading has no {#id}`).not.toContain(undefined);
    expect(new Set(ids).size, `${post.file}: an id stands twice`).toBe(ids.length);
    found.forEach((heading, index) => {
      const before = found[index - 1]?.depth ?? 1;
      expect(heading.depth, `${post.file}: ${heading.name}`).toBeGreaterThanOrEqual(2);
      expect(heading.depth, `${post.file}: ${heading.name}`).toBeLessThanOrEqual(before + 1);
    });
  }
});

test('the library joins them into six sessions of two languages each, in order', () => {
  expect(library.sessions.map((session) => [session.id, session.posts.map((post) => post.language)])).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => [String(number), ['ko', 'en']]),
  );
});

test('a section has the id that its heading names, in both languages', () => {
  for (const post of LANGUAGES.flatMap(rawPosts)) {
    const read = library.sessions.flatMap((session) => session.posts).find(({ file }) => file === post.file);
    const ids = read?.sections.map((section) => section.id) ?? [];
    for (const heading of headings(post))
      expect(ids, `${post.file}: ${heading.id}`).toContain(heading.id ?? '');
  }
});

test('no section is empty, and none is longer than a phone shows with ease', () => {
  for (const post of library.sessions.flatMap((session) => session.posts)) {
    for (const section of post.sections) {
      const where = `${post.file}:${section.line} ${section.name}`;
      const shortest = post.language === 'ko' ? 80 : 150;
      const longest = post.language === 'ko' ? 700 : 1500;
      expect(section.text.length, `${where}: only ${section.text.length} characters`).toBeGreaterThanOrEqual(
        shortest,
      );
      expect(section.text.length, `${where}: ${section.text.length} characters`).toBeLessThanOrEqual(longest);
      expect(section.summary, where).not.toBe('');
    }
  }
});

test('summaries are one or two sentences', () => {
  for (const post of library.sessions.flatMap((session) => session.posts)) {
    const sentences = [
      ...new Intl.Segmenter(post.language, { granularity: 'sentence' }).segment(post.summary),
    ];
    expect(sentences.length, `${post.file}: ${post.summary}`).toBeGreaterThanOrEqual(1);
    expect(sentences.length, `${post.file}: ${post.summary}`).toBeLessThanOrEqual(2);
  }
});

test('there is nothing to report about the bundled content', () => {
  expect(library.findings).toEqual([]);
});
