import { findSession, outermostSections, postIn } from '#library/find.ts';
import type { Language, Session, Topic } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import type { Fact, Passage } from '../../model.ts';
import type { TalkQuestion } from '../question/talks/talkQuestion.ts';
import { sessionsOf, spokeOf, titledWith } from './namedFacts.ts';
import { quotedPassage } from './quotedPassage.ts';
import { withTold } from './toldFacts.ts';
import { whoSpoke } from './toldTalks.ts';

/** What a question about talks is answered with; undefined where no talk is on what it names. */
export function talksFact(
  index: Index,
  question: TalkQuestion,
  language: Language | undefined,
): Fact | undefined {
  const { library } = index;
  const fact = factOf(index, question, language);
  return fact === undefined ? undefined : withTold(library, fact, language);
}

function factOf(index: Index, question: TalkQuestion, language: Language | undefined): Fact | undefined {
  const { library } = index;
  if ('session' in question) {
    const { session, asks } = question;
    return asks === 'gist'
      ? { about: 'session', session: session.id, ...gistOf(session, language) }
      : (whoSpoke([session], language) ?? { about: 'who', session: session.id });
  }
  const { topic, asks } = question;
  const name = nameOf(topic, language);
  if (asks === 'speakers') return spokeOf(index, name, undefined, language);
  const sessions = sessionsOf(library, topic);
  // The one post is no answer.
  if (sessions.length === 0 || (asks === 'talks' && library.sessions.length === 1)) return undefined;
  if (asks !== 'gist') return { about: asks === 'talks' ? 'list' : asks, sessions, only: name };
  const [session, other] = titledWith(library, name.toLowerCase());
  return other === undefined && findSession(library, session ?? '') !== undefined
    ? { about: 'session', session }
    : undefined;
}

/** What a post closes with, or opens with, to sum its talk up. */
const SUMS_UP =
  /^\P{L}*(?:wrap(?:ping)?[- ]?up|(?:key |main )?take-?aways?|key points|summary|tl;?\s?dr|conclusions?|recap|한\s?줄\s?(?:정리|요약|평)|(?:전체\s|핵심\s|최종\s)?(?:요약|정리)|총정리|결론|핵심|まとめ|結論|要点|要約)\P{L}*$/iu;
const LONGEST = 600;

/** What a post says under a heading that sums its talk up. */
function gistOf(session: Session, language: Language | undefined): { readonly talk?: Passage } {
  const post = postIn(session, language ?? '');
  const section = outermostSections(post).find(({ name, text }) => text !== '' && SUMS_UP.test(name));
  return section === undefined || section.text.length > LONGEST
    ? {}
    : { talk: quotedPassage(session.id, post, section, section.text) };
}

function nameOf({ name: { ko, en }, name }: Topic, language: Language | undefined): string {
  return (language === 'en' ? (en ?? ko) : (ko ?? en)) ?? Object.values(name)[0] ?? '';
}
