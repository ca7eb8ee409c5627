import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { combineExtensions } from 'micromark-util-combine-extensions';
import { parseSparingly } from './plainText.ts';

/** One tilde is a range of numbers (`10~20`) to people who write Korean, and below the line to others: two strike out. */
const TILDES = { singleTilde: false };

/** Emphasis beside Hangul and Han letters: CommonMark wants a space there, which these languages do not have. */
const SYNTAX = [
  gfmFootnote(),
  gfmTaskListItem(),
  cjkFriendlyExtension(),
  gfmStrikethroughCjkFriendly(TILDES),
];

/** Where a text has these nowhere, nothing in it is taken for a table, or for an address without marks around it. */
const TABLE = /\||:-|-:/u;
const ADDRESS = /[@&\\]|www\.|:\/\//iu;

/** Every letter and every line may begin one of the two: without them a text is read in half the time. */
const READERS = [false, true].map((addresses) => {
  const tree = gfmFromMarkdown().filter(({ transforms }) => addresses || transforms === undefined);
  return [false, true].map((tables) => {
    const more = [...(addresses ? [gfmAutolinkLiteral()] : []), ...(tables ? [gfmTable()] : [])];
    return { extensions: [combineExtensions([...more, ...SYNTAX])], mdastExtensions: [tree] };
  });
});

/** Reads Markdown with a reader that looks for everything. */
export const parseWhole = (source: string): Root => fromMarkdown(source, READERS[1]?.[1]);

/** Reads Markdown without looking for what cannot be in it, with the same result but for columns. */
export const parse = (source: string): Root =>
  parseSparingly(source, (rest) =>
    fromMarkdown(rest, READERS[Number(ADDRESS.test(rest))]?.[Number(TABLE.test(rest))]),
  );
