import { dateInName } from '../text/date.ts';
import type { DraftSection, PostTitle } from './model.ts';

/** Names that files have because of where they stand, so that the folder tells what they are about. */
const INDEX = /^(?:index|_index|readme|home)$/iu;
/** What Notion puts behind the name of every file and folder that it exports. */
const HASH = /[ _-]+[0-9a-f]{32}$/iu;
const LANGUAGE = /\.[a-z]{2}(?:-[A-Za-z]{2,4})?$/u;
/** A place in an order, and no year. */
const NUMBER = /^(?!(?:19|20)\d{2}(?!\d))\d{1,4}(?:[.)_-]\s*|\s+)(?=\P{N})/u;

/** Logseq writes the parts of a page's name with `___` or `%2F` between them. */
const withSlashes = (name: string): string =>
  name
    .replace(/(?<=\S)___(?=\S)|%2F/gu, ' / ')
    .replace(/%3A/giu, ':')
    .replace(/%3F/giu, '?');

function readable(name: string): string {
  const named = withSlashes(name.replace(HASH, ''));
  const { date, slug } = dateInName(named);
  // A day of a diary.
  if (date !== undefined && slug === named) return date;
  const bare = slug
    .replace(LANGUAGE, '')
    .replace(NUMBER, '')
    .replace(/^\[\d+\][ _-]*/u, '');
  // A name with spaces has its hyphens on purpose.
  const words = /\s/u.test(bare) ? bare.replace(/_+/gu, ' ') : bare.replace(/[-_]+/gu, ' ');
  return words.replace(/\s+/gu, ' ').trim();
}

/** The name of a file, or of its folder where the file is called `index` or `README`, as a person would say it. */
function nameOfFile(file: string): string {
  const folders = file.split('/');
  const name = (folders.pop() ?? '').replace(/\.(?:md|mdx|markdown)$/iu, '');
  const told = INDEX.test(name.replace(LANGUAGE, '')) ? (folders.at(-1) ?? name) : name;
  return readable(told) || told;
}

/** Headings that say where in a post one is, not what it is about. */
const GENERIC =
  /^(?:소개|개요|들어가며|들어가기|들어가는 글|서론|시작하며|시작하기|머리말|배경|정리|요약|목차|introduction|intro|overview|background|summary|abstract|agenda|contents|table of contents|tl;?dr|はじめに|概要|まえがき|目次|前言|简介|引言|概述|背景|目录)$/iu;

/** Letters and digits alone, as names of files and headings share them. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The heading that a post begins with: nothing but pictures stands before it. */
function firstHeading(sections: readonly DraftSection[]): DraftSection | undefined {
  const [first, second] = sections;
  const heading = first?.level === undefined && first?.text === '' ? second : first;
  return heading?.level === undefined || heading.name === '' ? undefined : heading;
}

/** True for a heading under which all others of the post stand. */
const isAboveAll = ({ level = 7 }: DraftSection, sections: readonly DraftSection[]): boolean =>
  sections.length > 1 && sections.filter((other) => (other.level ?? 7) <= level).length === 1;

/** So many letters are not at the front of a heading by chance; one of Hangul, kana or Han says as much as two of Latin. */
const ENOUGH_LETTERS = 16;
const DENSE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const weight = (text: string): number => text.length + (text.match(DENSE)?.length ?? 0);

/** True for a heading that says what the name of its file says, or goes on from it. */
function isNamedBy(heading: string, name: string): boolean {
  const [said, named] = [letters(heading), letters(name)];
  return said === named || (weight(named) >= ENOUGH_LETTERS && said.startsWith(named));
}

/** The heading that titles a post whose front matter does not: it opens it, stands above all others, or is the name of its file. */
function titleHeading(sections: readonly DraftSection[], file: string): DraftSection | undefined {
  const heading = firstHeading(sections);
  if (heading === undefined) return undefined;
  if (isNamedBy(heading.name, nameOfFile(file))) return heading;
  if (GENERIC.test(heading.name)) return undefined;
  return heading.level === 1 || isAboveAll(heading, sections) ? heading : undefined;
}

/** A post's title: what its front matter says, else the heading that opens it, else the name of its file. */
export function postTitle(
  said: string | undefined,
  sections: readonly DraftSection[],
  file: string,
): PostTitle {
  if (said !== undefined) return { text: said, from: 'front matter' };
  const heading = titleHeading(sections, file);
  if (heading)
    return { text: [heading.numeral, heading.name].filter((part) => part).join(' '), from: 'heading' };
  return { text: nameOfFile(file), from: 'file' };
}
