import { dateInName } from '../text/date.ts';
import type { DraftSection, PostTitle } from './model.ts';

/** Names that files have because of where they stand, so that the folder tells what they are about. */
const INDEX = /^(?:index|_index|readme|home)$/iu;
/** What Notion puts behind the name of every file and folder that it exports. */
const HASH = /[ _-]+[0-9a-f]{32}$/iu;
const LANGUAGE = /\.[a-z]{2}(?:-[A-Za-z]{2,4})?$/u;
const NUMBER = /^\d{1,4}(?:[.)_-]\s*|\s+)(?=\P{N})/u;

function readable(name: string): string {
  const { slug } = dateInName(name.replace(HASH, ''));
  const bare = slug
    .replace(LANGUAGE, '')
    .replace(NUMBER, '')
    .replace(/^\[\d+\][ _-]*/u, '');
  // A name with spaces has its hyphens on purpose.
  const words = /\s/u.test(bare) ? bare.replace(/_+/gu, ' ') : bare.replace(/[-_]+/gu, ' ');
  return words.replace(/\s+/gu, ' ').trim();
}

/** The name of a file, or of its folder where the file is called `index` or `README`, as a person would say it. */
export function nameOfFile(file: string): string {
  const folders = file.split('/');
  const name = (folders.pop() ?? '').replace(/\.(?:md|mdx|markdown)$/iu, '');
  const told = INDEX.test(name.replace(LANGUAGE, '')) ? (folders.at(-1) ?? name) : name;
  return readable(told) || told;
}

/** Headings that say where in a post one is, not what it is about. */
const GENERIC =
  /^(?:소개|개요|들어가며|들어가기|들어가는 글|서론|시작하며|시작하기|머리말|배경|정리|요약|목차|introduction|intro|overview|background|summary|abstract|agenda|contents|table of contents|tl;?dr|はじめに|概要|まえがき|目次|前言|简介|引言|概述|背景|目录)$/iu;

/** The heading of level 1 that opens a post: nothing but pictures stands before it. */
export function openingHeading(sections: readonly DraftSection[]): DraftSection | undefined {
  const [first, second] = sections;
  const heading = first?.level === undefined && first?.text === '' ? second : first;
  return heading?.level === 1 && heading.name !== '' && !GENERIC.test(heading.name) ? heading : undefined;
}

/** A post's title: what its front matter says, else the heading that opens it, else the name of its file. */
export function postTitle(
  said: string | undefined,
  sections: readonly DraftSection[],
  file: string,
): PostTitle {
  if (said !== undefined) return { text: said, from: 'front matter' };
  const heading = openingHeading(sections);
  if (heading)
    return { text: [heading.numeral, heading.name].filter((part) => part).join(' '), from: 'heading' };
  return { text: nameOfFile(file), from: 'file' };
}
