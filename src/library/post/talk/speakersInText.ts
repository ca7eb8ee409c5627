import type { DraftSection } from '../model.ts';
import { lineEnds } from '../tags/mask.ts';
import type { RawSpeaker } from './model.ts';
import { readSpeakers } from './speakers.ts';

const LABEL =
  '(?:발표자|연사|강연자|스피커|speakers?|presenters?|presented by|発表者|登壇者|講演者|スピーカー)';
/** `발표자: 홍길동 (구글)` in a line of its own; sentences behind it tell more about them. */
const SAID = new RegExp(
  String.raw`^${LABEL}(?:\s*[:：]\s*|\s*[-–—]\s+)(\S.{1,159}?)(?:(?<=\p{L}{3}|[)\p{Lo}])(?<!\b(?:Prof|Inc|Ltd|Corp))[.。](?:\s.*)?)?$`,
  'iu',
);
/** The same as it is written, with its marks. */
const WRITTEN = new RegExp(String.raw`${LABEL}[*_\s]*[-–—:：|]`, 'iu');
const HIDDEN = /^([`~])\1\1[\s\S]*?^\1{3}|<!--[\s\S]*?-->/gmu;
/** `"Loops" by Jane Doe`, as a title. */
const TITLE = /^["“](?:[^"“”]+)["”]\s+by\s+(\p{Lu}.{1,79})$/u;
/** Parts of a post in which it says whose talk it is about: its title, and what stands first. */
const LEAD = 2;
const MOST = 8;

const UNKNOWN = /^(?:tb[ad]|n\/a|none|unknown|없음|미정|비공개|未定)$/iu;
/** A name, and not a sentence or a duty. */
const NAME = /^[\p{Lu}\p{Lo}@][^:!?<>{}]{0,40}$/u;
const WORDS = 4;

const isName = (text: string): boolean =>
  NAME.test(text) && !UNKNOWN.test(text) && text.split(/\s+/u).length <= WORDS && !/[.。]$/u.test(text);

const nothing = (): void => {};

function peopleOf(key: string, value: unknown): readonly RawSpeaker[] {
  const { speakers } = readSpeakers({ [key]: value }, nothing);
  const named = speakers.every(({ names }) => names.length > 0 && names.every(({ text }) => isName(text)));
  return named && speakers.length <= MOST ? speakers : [];
}

/** `<Speaker name="Jane Doe" position="Engineer, Acme" />`, before any code. */
function elements(body: string): readonly RawSpeaker[] {
  const code = body.indexOf('```');
  const lead = code < 0 ? body : body.slice(0, code);
  const tables = [...lead.matchAll(/^<(?:Speaker|Presenter)\s([^<>]{1,1000})>/gmu)].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(/([a-z]\w*)\s*=\s*\{?(["'])(.*?)\2/giu)].map(([, key = '', , said = '']) => [
        key,
        said,
      ]),
    ),
  );
  return tables.length === 0 ? [] : peopleOf('speakers', tables);
}

/** A line of Markdown without what marks it; the cells of a row of two as `name: value`. */
const bareLine = (line: string): string =>
  line
    .replace(/^[\s>]*(?:(?:[-*+]|#{1,6}|\d{1,2}[.)])\s+)?/u, '')
    .replace(/^\|([^|]+)\|([^|]+)\|\s*$/u, '$1: $2')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\*+|(?<!\w)_+|_+(?!\w)|<\/?[a-z][^<>]*>|\\$/giu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\s(?=[:：])/gu, '')
    .trim();

/** What lines with a label say in each section: as they are written, since a paragraph runs its lines together. */
function saidIn(prose: string, sections: readonly DraftSection[], bodyLine: number): readonly string[][] {
  const lines = prose.split('\n').map(bareLine);
  const at = (section: DraftSection | undefined): number | undefined => section && section.line - bodyLine;
  return sections.map((section, index) =>
    lines.slice(at(section), at(sections[index + 1])).flatMap((line) => SAID.exec(line)?.[1] ?? []),
  );
}

/**
 * Who spoke by the text of a post: what its elements, its first lines or its title say. A post on several talks has no
 * speaker. `bodyLine` is the line of the file at which the body begins.
 */
export function speakersInText(
  body: string,
  sections: readonly DraftSection[],
  title: string,
  bodyLine: number,
): readonly RawSpeaker[] {
  if (/^<(?:Speaker|Presenter)\s/mu.test(body)) {
    const found = elements(body);
    if (found.length > 0) return found;
  }
  const by = TITLE.exec(title)?.[1];
  if (by !== undefined) return peopleOf('speaker', by);
  // An example or a remark is no talk.
  const prose = body.replace(HIDDEN, lineEnds);
  if (!WRITTEN.test(prose)) return [];
  const told = saidIn(prose, sections, bodyLine);
  if (told.slice(LEAD).some((said) => said.length > 0)) return [];
  const people = told.flat().map((said) => peopleOf('speaker', said));
  return people.some((found) => found.length === 0) ? [] : people.flat();
}
