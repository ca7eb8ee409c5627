import { findSession, postIn } from '#library/find.ts';
import type { Language, Library, Session } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { isDated } from '../sentences/fit.ts';
import { piecesOf } from '../sentences/sectionPieces.ts';
import { quotedPassage } from './quotedPassage.ts';

const WHERE =
  /\S+에서\s(?:열린|열렸|열리|개최|진행)|온라인으로\s(?:열린|열렸|진행)|で(?:開催|行われ|開か)|\b(?:held|took place|hosted)\s(?:online|in|at)\b|\b(?:at|in)\s[A-Z]\S+[^.]*\b(?:held|took place)\b/u;
const WHO =
  /(?:의\s(?:발표|강연|세션)(?:입니다|이다|였|로)|[이가]\s(?:발표|강연)(?:했|하였|한|를|을)|발표자는\s\S+(?:입니다|이다)|연사는\s)|(?:登壇者|発表者|講演者)(?:は|[:：])|(?:さん|氏)(?:の|が|による)(?:発表|講演|登壇|話|セッション)|\b(?:talk|session|presentation|lecture)\b[^.]*\b(?:given|presented)?\s?by\s[A-Z]|\b(?:spoke|presented|gave (?:the|this) (?:talk|session))\b/u;
/** `I spent 15 and 16 May at …`: who tells that they were there tells when and where. */
const WENT =
  /열린|열렸|열리|개최|다녀[왔온옴오]|참석|참가|開催|行われ|開か|参加し|行って(?:き|来)|\b(?:held|took place|attended|spent|went|was at|were at|visited|back from|got back)\b/u;
const PLACE = /[가-힣]{2}에서\s|(?:で|にて)|\b(?:at|in)\s(?:the\s)?[A-Z]/u;

const CROWD =
  /(?:참가자?|참석자?|관객|청중|방문객|모[였인])[^.]*\d+\s?명|\d+\s?명[^.]*(?:참가|참석|모였|모인|왔)|\d+\s(?:people|attendees|participants|visitors|guests|developers)\b|\d+(?:人|名)/u;
const HOST = /(?:주최|주관)\S{0,2}\s?[:：]?\s?\S|\b(?:organi[sz]ed|hosted|run) by\b|主催/u;

const FEW = '(?:\\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)';
/** `발표는 세 개였다`, `세션 8건`, `three talks`, `全部で3つのセッション`. */
const TALKS = new RegExp(
  `(?:발표|세션|강연)(?:는|은|이|가)?\\s(?:총|모두|전부)?\\s?${FEW}\\s?[개건편]|${FEW}\\s?[개건편]의\\s(?:발표|세션|강연)|\\b(?:\\d+|two|three|four|five|six|seven|eight|nine|ten)\\s(?:\\w+\\s)?(?:talks|sessions|presentations)\\b|[\\d一二三四五六七八九十]+(?:つ|本|件)の(?:セッション|発表|講演)`,
  'iu',
);
/** Words by which a post that tells of a part speaks of all. */
const ALL = /총|모두|전부|\b(?:in total|altogether|in all)\b|全部で|合計/iu;

/** What a question about an event as a whole may ask, beside what is known of its sessions. */
const ASKED: Readonly<Record<'crowd' | 'host', RegExp>> = {
  crowd:
    /몇\s?명|(?:참가자|참석자|관객)\s?(?:수|몇|얼마)|how many (?:people|ppl|attendees|participants|visitors|guests)\b|何[人名]/u,
  host: /주최|주관|\bwho (?:organi[sz]ed|organi[sz]es|hosted|hosts|ran|runs)\b|主催/u,
};

/** The sentence of an opening that tells what a question asks of an event as a whole; undefined for all other questions. */
export function toldOfEvent(
  library: Library,
  question: string,
  language: Language | undefined,
): Passage | undefined {
  const plain = question.toLowerCase();
  const asked = (['crowd', 'host'] as const).find((what) => ASKED[what].test(plain));
  return asked === undefined ? undefined : statedFactIn(library, asked, undefined, language);
}

/** Sentences with which posts open that say where they took place, when, and who spoke, came and held it. */
const TOLD: Readonly<
  Record<'where' | 'when' | 'who' | 'crowd' | 'host' | 'talks', (sentence: string) => boolean>
> = {
  crowd: (sentence) => CROWD.test(sentence),
  host: (sentence) => HOST.test(sentence),
  where: (sentence) => WHERE.test(sentence) || (WENT.test(sentence) && PLACE.test(sentence)),
  when: (sentence) => WENT.test(sentence) && isDated(sentence),
  who: (sentence) => WHO.test(sentence),
  talks: (sentence) => TALKS.test(sentence),
};

/** The sentence that says how many talks there were: of the one post that tells of them, else one that counts others too. */
export function talkCountIn(
  library: Library,
  sessions: readonly string[],
  language: Language | undefined,
): Passage | undefined {
  for (const id of sessions.slice(0, POSTS)) {
    const told = statedFactIn(library, 'talks', findSession(library, id), language);
    // What is known is not told again.
    const counts = ALL.test(told?.quote ?? '') && told?.quote.includes(`${sessions.length}`) === false;
    if (sessions.length === 1 || counts) return told;
  }
  return undefined;
}

/** Sections and sentences at the front of a post that are read for it. */
const SECTIONS = 2;
const SENTENCES = 4;
const MORE_SENTENCES = 12;
/** Posts that are read. */
const POSTS = 60;

/**
 * The sentence in the opening of a session's post that says where or when it was held, or who spoke; of any session
 * where none is given, or of any of an event.
 */
export function statedFactIn(
  library: Library,
  what: keyof typeof TOLD,
  session: Session | undefined,
  language: Language | undefined,
  event?: string,
): Passage | undefined {
  const sessions =
    session === undefined
      ? library.sessions
          .filter(({ posts: [post] }) => event === undefined || post.event === event)
          .slice(0, POSTS)
      : [session];
  const most = what === 'crowd' || what === 'host' ? MORE_SENTENCES : SENTENCES;
  for (const one of sessions) {
    const post = postIn(one, language ?? '');
    for (const section of post.sections.slice(0, SECTIONS))
      for (const { start, end } of piecesOf(section).sentences.slice(0, most)) {
        const quote = section.text.slice(start, end);
        if (TOLD[what](quote)) return quotedPassage(one.id, post, section, quote);
      }
  }
  return undefined;
}
