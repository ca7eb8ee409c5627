import fc from 'fast-check';
import type { Image, Library, Post, Section, Speaker, TalkFacts, Topic } from '#library/model.ts';
import { speakerId } from '#library/text/names/personName.ts';
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

const links = fc.array(
  fc.record({
    url: fc.constantFrom('https://a.b/c', 'https://a.b/d', `https://a.b/${'x'.repeat(900)}`),
    language: fc.constantFrom('ko', 'en'),
  }),
  { maxLength: 4 },
);
const person: fc.Arbitrary<Speaker> = fc
  .record({
    kind: fc.constantFrom('person' as const, 'organization' as const),
    who: name,
    title: name,
    affiliation: name,
    image: optional(image),
  })
  .map(({ kind, who, title, affiliation, image: shown }) => ({
    id: speakerId(who),
    kind,
    name: { ko: who },
    names: [who],
    title: { en: title },
    affiliation: { ko: affiliation },
    url: 'https://a.b/me',
    ...(shown === undefined ? {} : { image: shown }),
  }));
const moment = fc.record(
  { date: fc.constantFrom('2018-10-25', 'nonsense'), time: fc.constantFrom('10:00', '23:59') },
  { requiredKeys: [] },
);

/** What is known of a talk: anything, and nothing. */
const facts: fc.Arbitrary<TalkFacts> = fc.record(
  {
    speakers: fc.array(person, { maxLength: 30 }),
    slides: links,
    video: links,
    code: links,
    starts: moment,
    ends: moment,
    duration: fc.integer({ min: 1, max: 1_440 }),
    room: fc.record({ ko: name }),
    level: fc.record({ en: name }),
    languages: fc.array(fc.constantFrom('ko', 'en', 'fr'), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

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
    told: fc.array(facts, { minLength: 1, maxLength: 4 }),
    names: fc.array(fc.record({ ko: name, en: name }), { maxLength: 4 }),
    aliases: fc.array(name, { maxLength: 12 }),
    more: fc.record({
      summary: fc.record({ ko: name }),
      now: fc.record({ en: name }),
      url: optional(fc.constantFrom('https://a.b', `https://a.b/${'x'.repeat(3_000)}`)),
    }),
  })
  .map(({ posts, told, names, aliases, more }) => {
    const sessions = posts.flatMap(([first, ...others], at) =>
      first === undefined ? [] : [{ ...session(at + 1, first, ...others), ...told[at % told.length] }],
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
