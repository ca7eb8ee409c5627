import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import { postIn } from '#library/find.ts';
import type { Language, Post, Section, Session } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { koreanStems } from '../../words/korean.ts';
import { isHeardIn } from './heard.ts';
import { quotedPassage } from './quotedPassage.ts';

/** What columns of a programme are called: `세션 내용`, `Talk title`; `발표자`, `Speaker`. */
const OF_TALK =
  /^(?:세션|발표(?!자)|강연(?!자)|토크|주제|제목|프로그램|내용)|^(?:talks?|sessions?|titles?|topics?|presentations?|program(?:me)?)\b|^(?:セッション|発表(?!者)|講演(?!者)|演題|タイトル|内容)/iu;
const OF_SPEAKER =
  /^(?:발표자|연사|강연자|강사|스피커)|^(?:speakers?|presenters?|presented by|who)\b|^(?:登壇者|発表者|講演者|講師|スピーカー)/iu;
/** Sections whose tables are kept: those of the last few posts. */
const KEPT = 500;
/** A programme is quoted up to so many letters. */
const LONGEST = 1_300;

/** A table that tells who spoke about what. */
interface Programme {
  readonly quote: string;
  /** Its rows that name a speaker. */
  readonly talks: readonly string[];
}

const programmesIn = memoizeRecent((section: Section): readonly Programme[] => {
  const found: Programme[] = [];
  for (const { table, start, ends } of piecesOf(section).lists) {
    if (!table) continue;
    const [head = '', ...rows] = ends.map((end, at) =>
      section.text.slice(at === 0 ? start : (ends[at - 1] ?? start) + 1, end),
    );
    const heads = head.split(' | ');
    const speaker = heads.findIndex((cell) => OF_SPEAKER.test(cell));
    const talk = heads.findIndex((cell) => OF_TALK.test(cell));
    if (speaker < 0 || talk < 0) continue;
    const talks = rows.filter((row) => {
      const cells = row.split(' | ');
      return [talk, speaker].every((at) => (cells[at] ?? '').trim() !== '');
    });
    const end = ends.findLast((at) => at - start <= LONGEST) ?? start;
    if (talks.length > 1) found.push({ quote: section.text.slice(start, end), talks });
  }
  return found;
}, KEPT);

const programmesOf = (post: Post): readonly { section: Section; programme: Programme }[] =>
  post.sections.flatMap((section) => programmesIn(section).map((programme) => ({ section, programme })));

/** The tables of posts that tell who spoke about what. */
export const programmesTold = (
  sessions: readonly Session[],
  language: Language | undefined,
): readonly Passage[] =>
  sessions.flatMap((session) => {
    const post = postIn(session, language ?? '');
    return programmesOf(post).map(({ section, programme }) =>
      quotedPassage(session.id, post, section, programme.quote),
    );
  });

/** The one row of a programme that holds all of the words. @param words in lower case */
export function programmeRow(
  sessions: readonly Session[],
  words: readonly string[],
  language: Language | undefined,
): Passage | undefined {
  const forms = words.map((word) => [word, ...koreanStems(word)]);
  const rows = sessions.flatMap((session) => {
    const post = postIn(session, language ?? '');
    return programmesOf(post).flatMap(({ section, programme }) =>
      programme.talks
        .filter((row) => forms.every((form) => form.some((one) => isHeardIn(row, one))))
        .map((row) => quotedPassage(session.id, post, section, row)),
    );
  });
  return rows.length === 1 && words.length > 0 ? rows[0] : undefined;
}
