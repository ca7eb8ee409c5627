import { findSession } from '#library/find.ts';
import type { Language, Topic } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import type { Fact } from '../../model.ts';
import type { TalkQuestion } from '../question/talks/talkQuestion.ts';
import { sessionsOf, spokeOf, titledWith } from './namedFacts.ts';
import { gistOf } from './talks/gist.ts';
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

function nameOf({ name: { ko, en }, name }: Topic, language: Language | undefined): string {
  return (language === 'en' ? (en ?? ko) : (ko ?? en)) ?? Object.values(name)[0] ?? '';
}
