import fc from 'fast-check';
import type { Image, Library, Post, Section, Topic } from '#library/model.ts';
import { markdown, name } from './arbitrary.ts';
import { library, post, section, session, topic } from './build.ts';

const image: fc.Arbitrary<Image> = fc.oneof(
  fc.record({
    kind: fc.constant('file' as const),
    alt: name,
    path: fc.constant('/content/a.png'),
    name: fc.constantFrom('a.png', '그림 하나.png', '../x.png', ''),
  }),
  fc.record({
    kind: fc.constant('url' as const),
    alt: name,
    url: fc.constantFrom('https://a.b/c.png', `https://a.b/${'x'.repeat(3_000)}`),
  }),
);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const sections = (most: number): fc.Arbitrary<readonly Section[]> =>
  fc
    .array(
      fc.record({
        name,
        markdown: fc.oneof({ weight: 2, arbitrary: markdown }, { weight: 1, arbitrary: fc.constant('') }),
        numeral: optional(fc.constantFrom('Ⅰ', '1.', '가'.repeat(120))),
        images: fc.array(image, { maxLength: 9 }),
        links: fc.constant([]),
        captions: fc.array(name, { maxLength: 3 }),
        nested: fc.boolean(),
      }),
      { maxLength: most },
    )
    .map((given) =>
      given.map(({ nested, ...more }, at) =>
        section({
          ...more,
          id: at === 0 ? 'lead' : `${'section-with-a-long-name-'.repeat(at % 2)}${at}`,
          lead: at === 0,
          depth: nested && at > 0 ? 2 : 1,
          parent: nested && at > 0 ? 'lead' : undefined,
        }),
      ),
    );

const post_: fc.Arbitrary<Post> = fc
  .record({
    title: name,
    sections: fc.oneof({ weight: 5, arbitrary: sections(5) }, { weight: 1, arbitrary: sections(60) }),
    more: fc.record({
      event: optional(name),
      track: optional(name),
      date: optional(fc.constantFrom('2018-10-25', 'nonsense')),
      url: optional(
        fc.constantFrom(
          'https://a.b/c',
          `https://a.b/${'x'.repeat(1_000)}`,
          `https://a.b/${'x'.repeat(3_000)}`,
        ),
      ),
      summary: fc.oneof(name, markdown),
      image: optional(image),
      language: fc.constantFrom('ko', 'en', 'fr'),
    }),
  })
  .map(({ title, sections: inner, more }) => post(title, inner, more));

/** Libraries that try every limit at once. */
export const libraries: fc.Arbitrary<Library> = fc
  .record({
    posts: fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.array(post_, { minLength: 1, maxLength: 2 }), { maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.array(fc.array(post_, { minLength: 1, maxLength: 1 }), {
          minLength: 26,
          maxLength: 30,
          size: 'max',
        }),
      },
    ),
    names: fc.array(fc.record({ ko: name, en: name }), { maxLength: 4 }),
    aliases: fc.array(name, { maxLength: 12 }),
    more: fc.record({
      summary: fc.record({ ko: name }),
      now: fc.record({ en: name }),
      url: optional(fc.constantFrom('https://a.b', `https://a.b/${'x'.repeat(3_000)}`)),
    }),
  })
  .map(({ posts, names, aliases, more }) => {
    const sessions = posts.flatMap(([first, ...others], at) =>
      first === undefined ? [] : [session(at + 1, first, ...others)],
    );
    const refs = sessions.flatMap(({ id, posts: [first] }) =>
      first.sections.map((one) => ({ session: id, section: one.id })),
    );
    const topics = names.map(
      (own, at): Topic =>
        topic(
          `topic-${at}`,
          refs.filter((_, ref) => ref % (at + 1) === 0),
          {
            name: own,
            aliases,
            mentions: refs.filter((_, ref) => ref % (at + 1) === 1),
            related: names.map((_, other) => `topic-${other}`).filter((id) => id !== `topic-${at}`),
            ...more,
          },
        ),
    );
    return library(sessions, topics);
  });
