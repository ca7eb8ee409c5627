import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLibrary } from '#library/read.ts';
import { CONTENT, headings, LANGUAGES, rawPosts } from './files.ts';

const library = await readLibrary({ dir: CONTENT, defaultLanguage: 'ko' });

test('there are six posts in each language, under the same Jekyll file names', () => {
  const [ko, en] = LANGUAGES.map((language) => rawPosts(language).map((post) => post.name));
  assert.equal(ko?.length, 6);
  assert.deepEqual(en, ko);
  for (const name of ko ?? []) assert.match(name, /^2018-10-25-google-cloud-summit-[1-6]-[a-z0-9-]+\.md$/);
});

test('front matter is what a Jekyll site publishes, and the languages agree on it', () => {
  for (const language of LANGUAGES) {
    rawPosts(language).forEach((post, index) => {
      const { title, track, session, number, lang, event, date, tags, category, translation_of } = post.front;
      assert.equal(title, `Google Cloud Summit ${track}(${index + 1})-${session}`);
      assert.deepEqual(
        { number, lang, event },
        { number: index + 1, lang: language, event: 'Google Cloud Summit 2018' },
      );
      assert.equal(date, '2018-10-25 10:00:00 +0900');
      assert.deepEqual({ tags, category }, { tags: ['Seminar'], category: 'Seminar' });
      assert.equal(translation_of, language === 'en' ? post.name : undefined);
    });
  }
});

test('a translation has the outline of its original: the same ids at the same depths', () => {
  const [ko = [], en = []] = LANGUAGES.map(rawPosts);
  ko.forEach((post, index) => {
    const other = en[index];
    assert.ok(other);
    const shape = (of: typeof post) => headings(of).map(({ depth, id }) => `${'#'.repeat(depth)} ${id}`);
    assert.deepEqual(shape(other), shape(post), other.file);
  });
});

test('headings have ids of their own, start at depth 2 and skip no depth', () => {
  for (const post of LANGUAGES.flatMap(rawPosts)) {
    const found = headings(post);
    const ids = found.map((heading) => heading.id);
    assert.ok(!ids.includes(undefined), `${post.file}: a heading has no {#id}`);
    assert.equal(new Set(ids).size, ids.length, `${post.file}: an id stands twice`);
    found.forEach((heading, index) => {
      const before = found[index - 1]?.depth ?? 1;
      assert.ok(heading.depth >= 2 && heading.depth <= before + 1, `${post.file}: ${heading.name}`);
    });
  }
});

test('the library joins them into six sessions of two languages each, in order', () => {
  assert.deepEqual(
    library.sessions.map((session) => [session.id, session.posts.map((post) => post.language)]),
    [1, 2, 3, 4, 5, 6].map((number) => [String(number), ['ko', 'en']]),
  );
});

test('a section has the id that its heading names, in both languages', () => {
  for (const post of LANGUAGES.flatMap(rawPosts)) {
    const read = library.sessions.flatMap((session) => session.posts).find(({ file }) => file === post.file);
    const ids = read?.sections.map((section) => section.id) ?? [];
    for (const heading of headings(post))
      assert.ok(ids.includes(heading.id ?? ''), `${post.file}: ${heading.id}`);
  }
});

test('no section is empty, and none is longer than a phone shows with ease', () => {
  for (const post of library.sessions.flatMap((session) => session.posts)) {
    for (const section of post.sections) {
      const where = `${post.file}:${section.line} ${section.name}`;
      const shortest = post.language === 'ko' ? 80 : 150;
      const longest = post.language === 'ko' ? 700 : 1500;
      assert.ok(section.text.length >= shortest, `${where}: only ${section.text.length} characters`);
      assert.ok(section.text.length <= longest, `${where}: ${section.text.length} characters`);
      assert.notEqual(section.summary, '', where);
    }
  }
});

test('summaries are one or two sentences', () => {
  for (const post of library.sessions.flatMap((session) => session.posts)) {
    const sentences = [
      ...new Intl.Segmenter(post.language, { granularity: 'sentence' }).segment(post.summary),
    ];
    assert.ok(sentences.length >= 1 && sentences.length <= 2, `${post.file}: ${post.summary}`);
  }
});

test('there is nothing to report about the bundled content', () => {
  assert.deepEqual(library.findings, []);
});
