import type { Library, Post, Section, Session } from '#library/model.ts';
import { sectionText } from '#pages/markdown/section.ts';
import { type Span, spansOf } from '../pages/visible.ts';

/** Everything that the pages show of a section, in Discord's Markdown. */
export const shownOf = (post: Post, section: Section): string =>
  sectionText(post, section)
    .parts.flat()
    .map(({ text }) => text)
    .join('\n');

/** What a reader sees of a post beside its code. */
export function proseOf(post: Post): string {
  const spans: Span[] = post.sections.flatMap((section) => [
    { text: `${section.name}\n`, code: false },
    ...spansOf(shownOf(post, section)),
    { text: '\n', code: false },
  ]);
  return spans.map(({ text, code }) => (code ? '\u241f' : text)).join('');
}

/** Syntax that no reader shall see, by what writes it. */
const SYNTAX: Readonly<Record<string, RegExp>> = {
  'a tag of Liquid': /\{%|%\}/u,
  output: /\{\{|\}\}/u,
  'a shortcode': /\{\{[<%]/u,
  'a container': /^\s*:{3,}/mu,
  attributes: /\{:|\{#[\w-]+\}|\{\.[a-z]/u,
  'a wiki link': /!?\[\[|\]\]/u,
  'a comment': /%%|<!--|-->|\{\/\*|\*\/\}|\{#\s/u,
  'a callout': /\[![A-Za-z]+\]/u,
  'a mark': /==[^=\s][^=\n]*==/u,
  'an element':
    /<\/?(?:div|span|p|br|img|a|table|tr|td|details|summary|figure|iframe|center|ul|li|sub|sup)\b[^>]*>/iu,
  'an element of JSX': /<\/[A-Z]\w*>|<[A-Z]\w*(?:\s+\w+=[^<>]*)?\/>/u,
  'a module': /^(?:import .* from |import ['"]|export (?:const|default|function))/mu,
  'an embed': /@\[\w+\]\(/u,
  'a picture': /!\[[^\]\n]*\]\(/u,
  'a link': /\[[^\]\n]+\]\([^)\s]+\)/u,
  emphasis: /\*\*[^*\s][^*\n]*\*\*|~~[^~\n]+~~/u,
  'a reference to a character': /&(?:[a-z]{2,8}|#\d+);/iu,
  'a fence': /^\s*(?:```|~~~)/mu,
  'front matter': /^(?:---|\+\+\+)\s*$/mu,
  'a heading': /^#{1,6}\s/mu,
  'a footnote': /\[\^[^\]\s]+\]/u,
};

/** Syntax that shows on the pages of a post, with what stands around it. */
export function leaksIn(library: Library, post: Post): string[] {
  const session = library.sessions.find(({ posts }) => posts.includes(post));
  const summary = post.summary.replace(/\n/gu, ' ');
  const texts = [post.title, session?.id ?? '', post.sections.length === 0 ? summary : '', proseOf(post)];
  return Object.entries(SYNTAX).flatMap(([what, pattern]) =>
    texts.flatMap((text) => {
      const at = pattern.exec(text)?.index;
      return at === undefined ? [] : [`${what}: ${text.slice(Math.max(0, at - 40), at + 60)}`];
    }),
  );
}

function sectionLines(post: Post, section: Section): string {
  const facts = [
    section.id,
    ...(section.links.length > 0 ? [`leads to ${section.links.join(', ')}`] : []),
    ...(section.aliases.length > 0 ? [`also ${section.aliases.join(', ')}`] : []),
  ];
  const name = [section.numeral, section.name].filter((part) => part).join(' ');
  const mark = section.lead ? '#' : '#'.repeat(section.depth + 1);
  return `${mark} ${name} (${facts.join('; ')})\n\n${shownOf(post, section)}`.trimEnd();
}

function postLines({ id, number }: Session, post: Post): string {
  const facts = {
    title: post.title,
    event: post.event,
    number,
    date: post.date,
    tags: post.tags.join(', ') || undefined,
    summary: post.summary,
  };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return [
    `==== ${id} [${post.language}] ${post.file}`,
    ...lines,
    '',
    ...post.sections.map((one) => `${sectionLines(post, one)}\n`),
  ].join('\n');
}

/** A library as a person can judge it: each post with its facts and pages, the topics, and what `check` says. */
export function readingOf({ sessions, topics, findings }: Library): string {
  const posts = sessions.flatMap((session) => session.posts.map((post) => postLines(session, post)));
  const names = topics.map(({ name }) => Object.values(name).join(' / '));
  const said = findings.map(({ file, line, level, message }) => `${file}:${line}: ${level}: ${message}`);
  return `${[...posts, `==== topics\n${names.join('\n')}\n`, `==== check\n${said.join('\n')}`].join('\n')}\n`;
}
