import { findSession } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import type { Fact } from '../../model.ts';
import { koreanStems } from '../../words/korean.ts';
import { personalFactIn } from '../question/personalFacts.ts';
import type { AskedFor } from '../question/questionKinds.ts';
import { type Asking, readAsking } from '../question/readQuestion.ts';
import { type TopicTable, topicsIn } from '../question/topicTable.ts';
import { asksCompany, companyOf } from './company.ts';
import { isPart, sessionsOfPart } from './event/eventDays.ts';
import { asksWhatEvent, eventDefined } from './event/eventDefined.ts';
import { eventFact } from './event/eventFact.ts';
import { isYearOf, namedEvent } from './event/eventNames.ts';
import { guessed, isThisYear } from './event/guessed.ts';
import { asksEvent, eventSaid, givenAt } from './givenAt.ts';
import { byTag, ofNamed, sessionsOf, sessionsOn, spokeOf, topicOf } from './namedFacts.ts';
import { askedBehind } from './reading/askedBehind.ts';
import { type Role, rolesOf } from './reading/factRoles.ts';
import { type FactQuestion, readWords } from './reading/factWords.ts';
import { kindFact } from './talks/kindFact.ts';
import { kindOfTalk } from './talks/kindOfTalk.ts';
import { besideFact, numberedFact } from './talks/oneTalk.ts';
import { libraryHasFact, withTold } from './toldFacts.ts';
import { talksIn, whoSpoke } from './toldTalks.ts';
import { editionOf, wholeFact } from './wholeFacts.ts';

/** `Seminar 태그`, `tag: seminar`, `tagged seminar`. */
const TAGGED = /(?:\btag(?:ged)?|태그)\s*[:：#]?\s*["“]?([\p{L}\p{N}-]+)|#?([\p{L}\p{N}-]+)\s+태그/u;

/** `몇 번 세션`: which one, and not how many. */
const WHICH_NUMBER = /몇\s?(?:번|회차|편|장)|번호|\b(?:which|what) (?:number|part)\b|何(?:番目?|回目)/u;

/** `발표한 사람`, `쿠폰 얘기 해 주신 분`, `누가 얘기했더라`, `쿠폰 얘기 누가 했지`. */
const SPOKE =
  /(?:발표|강연|얘기|이야기|말씀|토크|세션|워크숍|워크샵)(?:[을를도]?\s)?(?:한|했던|했다는|했다던|하신|하셨던|하셨다는|해\s?준|해\s?주신|맡은|맡으신|진행한|진행하신)\s?(?:사람|분|연사)들?(?![가-힣]{2})|누가\s(?:(?:나[와왔]서?|와서)\s)?(?:얘기|이야기|말씀|말\s?[했한하])|(?:얘기|이야기|토크)[은는를]?\s누가/u;
/** More words than these describe something else than a talk. */
const MOST = 4;
const MOST_OF_SPOKEN = 6;
const LONGEST = 120;

/** What facts are read from. */
export interface FactSources {
  readonly index: Index;
  readonly topics: TopicTable;
}

/** The fact about the sessions themselves that a question asks for, as far as it is known; undefined for all other questions. */
export function factOf(
  sources: FactSources,
  text: string,
  asking: Asking,
  language: Language | undefined,
): Fact | undefined {
  const { library } = sources.index;
  if (text.length > LONGEST || library.sessions.length === 0 || isSite(text, asking)) return undefined;
  const behind = askedBehind(text);
  if (behind !== undefined) return factOf(sources, behind, readAsking(behind), language);
  if (asksAuthor(text)) return { about: 'author', session: undefined };
  const ofEvent = eventFact(library, text, language);
  if (ofEvent !== undefined) return isThing(library, asking, ofEvent) ? undefined : ofEvent;
  const fact = talkFact(sources, text, asking);
  if (fact === undefined || (fact.about === 'count' && countsOther(text))) return undefined;
  const told = withTold(library, fact, language);
  return isThing(library, asking, told) || isOfPerson(text, told) ? undefined : told;
}

/** `deck이 뭐야`: where no slides are linked, a thing that is called so. */
const isThing = (library: Library, { kinds: [kind] }: Asking, fact: Fact): boolean =>
  kind === 'definition' && LINKED.has(fact.about) && !libraryHasFact(library, fact);
const LINKED: ReadonlySet<Fact['about']> = new Set<Fact['about']>(['slides', 'video', 'code']);

/** True where more is asked of who spoke than is told of them: `발표자 취미`, `how old is the speaker`. */
function isOfPerson(text: string, fact: Fact): boolean {
  const tells = fact.about === 'who' ? personalFactIn(text) : undefined;
  return tells !== undefined && fact.about === 'who' && !tells.test(fact.told?.quote ?? '');
}

/** `발표 하나가 몇 분짜리예요`: how long each lasts. */
const LASTS =
  /몇\s?(?:분|시간)\s?(?:짜리|씩|동안|간(?![가-힣])|정도|이나\s?(?:해|하|걸)|걸[려리린])|\bhow (?:long\b|many (?:minutes|hours)\b)|何(?:分|時間)/iu;
/** `발표에서 X를 몇 개로 나눠서 설명했지`: what a talk tells is counted. */
const DIVIDES = /몇\s?(?:개|가지|단계|종류)로/u;
/** `how many likes did the post get`, `word count of the article`: other things than talks are counted. */
const COUNTED =
  /\bhow many ([a-z-]+) (?:do|does|did|is|are|was|were|has|have|had|in)\b|\b([a-z-]+) count\b/iu;
function countsOther(text: string): boolean {
  if (LASTS.test(text) || DIVIDES.test(text)) return true;
  const [, before, behind] = COUNTED.exec(text.toLowerCase()) ?? [];
  const counted = before ?? behind;
  return counted !== undefined && rolesOf(counted).length === 0;
}

/** `이 블로그 누가 써요`, `who writes this blog`. */
const AUTHOR =
  /^(?:여기|이)?\s?(?:블로그|글|포스트|후기)\S{0,3}\s(?:\S+\s)?(?:누가\s?\S{0,2}\s?(?:쓰|쓴|써|썼|적|올|운영)|(?:주인|글쓴이|운영자|작성자|쓴\s?사람|쓰는\s?(?:사람|분)|운영하는\s?(?:사람|분)))\S*(?:\s(?:누구|이름)\S*)?\s*[?？]*$|^누[가구]\s(?:쓰는|쓴|적은|운영하는)\s(?:블로그|글)\S*\s*[?？]*$|^who(?:'s| is)? (?:writes|wrote|writing|behind|runs|owns|keeps|maintains|the (?:author|writer|owner|blogger)(?: of| behind)?) (?:this|these|the|your)(?: \w+)? ?(?:blogs?|posts?|notes|articles?|site)?\s*\??$|^whose (?:blog|posts?|notes)\b.{0,12}$|(?:このブログ|この記事).{0,4}(?:誰|著者)/iu;
const asksAuthor = (text: string): boolean =>
  AUTHOR.test(text) && !/\b(?:event|conference|meetup|summit)\b/iu.test(text);

/** `유튜브`, `깃허브 사용법`: a site is meant, and nothing that lies there. */
const SITE = /(?:유튜브|깃허브|깃헙|\b(?:youtube|github)\b)/iu;
const isSite = (text: string, { kinds: [kind] }: Asking): boolean =>
  (kind === undefined || kind === 'definition' || kind === 'how') && SITE.test(text) && ofOneThing(text);

function ofOneThing(text: string): boolean {
  const { roles, rest } = readWords(text);
  return rest.length === 0 && [...roles].every((role) => ONE_THING.has(role));
}
const ONE_THING: ReadonlySet<Role> = new Set<Role>(['video', 'code', 'bot', 'filler']);

function talkFact({ index, topics }: FactSources, text: string, asking: Asking): Fact | undefined {
  const { library } = index;
  const read = withYear(library, asWho(readWords(text), text));
  const { roles, rest, number } = read;
  const tag = /태그|tag/iu.test(text) ? TAGGED.exec(text.toLowerCase()) : null;
  const ofTag = tag === null ? [] : byTag(library, [tag[1] ?? tag[2] ?? '']);
  if (ofTag.length > 0)
    return { about: roles.has('count') ? 'count' : 'list', sessions: ofTag, only: tag?.[1] ?? tag?.[2] };
  const ofDay = sessionsOfPart(library, text);
  const has = (role: Role): boolean => roles.has(role);
  if (read.year !== undefined && !isYearOf(library, read.year)) return undefined;
  const certain = has('event') || has('talk') || has('held') || has('track');
  const isSaidOfAll = (word: string): boolean =>
    (ofDay.length > 0 && isPart(word)) || (has('where') && isThisYear(word));
  const {
    rest: left,
    sessions,
    called,
  } = namedEvent(
    library,
    rest.filter((word) => !isSaidOfAll(word)),
    certain,
  );
  // Of what the glossary tells by that name it is asked.
  if (!certain && asking.kinds[0] === 'definition' && topicOf(topics, rest.join(' ')) !== undefined)
    return undefined;
  // The way to use what merely sounds like the event.
  if (has('bot') && left.length < rest.length && !certain) return undefined;
  if (left.length === 0 && ofDay.length > 0 && (has('who') || has('speaker')))
    return (
      whoSpoke(
        ofDay.flatMap((id) => findSession(library, id) ?? []),
        asking.language,
      ) ?? { about: 'who', session: ofDay[0] }
    );
  if (
    left.length === 0 &&
    ofDay.length > 0 &&
    roles.size > 0 &&
    !has('when') &&
    !has('where') &&
    !has('count')
  )
    return dayFact(library, ofDay);
  const beside = besideFact(index, text, asking.language);
  if (beside !== undefined) return beside;
  const numbered =
    left.length === 0 && !POSTS.test(text) ? numberedFact(library, read, asking.language) : undefined;
  if (numbered !== undefined) return numbered;
  if (left.length === 0) {
    const ofEvent = called.length > 0 ? asEvent(asTalk(read)) : asTalk(read);
    const fact = wholeFact(library, ofEvent, text, asking, sessions);
    if (fact?.about === 'event' && called.length > 0 && asksWhatEvent(text)) {
      const ids = sessions ?? library.sessions.map(({ id }) => id);
      const told = eventDefined(library, ids, called, asking.language);
      return told === undefined ? fact : { ...fact, told };
    }
    if (fact?.about !== 'who') return fact;
    const ids = fact.session === undefined ? sessions : [fact.session];
    const asked = ids?.flatMap((id) => findSession(library, id) ?? []) ?? library.sessions;
    const held = read.year === undefined ? asked : editionOf(asked, read.year);
    return held.length === 0 ? undefined : (whoSpoke(held, asking.language) ?? fact);
  }
  const guess = isYesOrNo(text, asking) ? guessed(read, left) : undefined;
  if (guess !== undefined) return { about: guess, session: undefined };
  // `발표자가 어떻게 구분했나요` asks for no name, `번역 API에 글을 어떻게 보내요` for no posts.
  const asksWay = asking.kinds.some((kind) => WAYS.has(kind));
  const isOther = !has('who') && asksWay;
  const kind = kindOfTalk(left);
  const spoken =
    (has('speaker') && !isOther) ||
    SPOKE.test(text) ||
    ((has('who') || (has('company') && !asking.naming) || has('gave') || has('author')) &&
      (has('talk') || has('lecture') || kind !== undefined));
  const isTimed = has('when') || has('where') || has('count');
  if (kind !== undefined && !isTimed && (spoken || ASKS_WHAT.some(has) || isYesOrNo(text, asking))) {
    const fact = kindFact(index, kind, spoken, asking.language);
    if (fact !== undefined) return fact;
  }
  // `오토엠엘 요즘은 어디 소속이야` asks what has become of a thing.
  const ofThing = asking.kinds[0] === 'now' && topicsIn(topics, text).length > 0;
  if (!spoken && !ofThing && asksCompany(text, read)) return companyOf(index, left, asking.language);
  const describes = spoken && (has('who') || has('speaker') || SPOKE.test(text));
  // `데이터 거버넌스를 다룬 모임은 언제였나요`.
  if (has('event') && has('about') && has('when') && !has('talk') && left.length <= MOST)
    return ofNamed(index, left.join(' '), 'when', number);
  if (left.length > (describes ? MOST_OF_SPOKEN : MOST) || !(has('talk') || spoken)) return undefined;
  // What is left names a session, or what sessions are about.
  const name = left.filter((word) => !CAME.test(word)).join(' ');
  // `Did any of the speakers compare …` asks for no speaker.
  if (
    has('speaker') &&
    !has('who') &&
    /^(?:did|do|does|is|are|was|were|has|have|had|can|could)\b/iu.test(text)
  )
    return undefined;
  const given = givenAt(read, text, asking);
  if (given !== undefined) {
    const fact = ofNamed(index, name, given, number);
    const ofEvent =
      fact?.about === 'where' && asksEvent(text)
        ? eventSaid(library, fact.session, asking.language)
        : undefined;
    if (ofEvent !== undefined) return ofEvent;
    const isTold = fact !== undefined && libraryHasFact(library, withTold(library, fact, asking.language));
    if (isTold || (read.isHead && has('talk') && !has('list'))) return fact;
  }
  if (spoken && (has('talk') || has('about') || has('who') || has('filler')))
    return spokeOf(index, name, number, asking.language);
  if (!has('talk') || !read.isHead) return undefined;
  if (has('slides')) return ofNamed(index, name, 'slides', number);
  if (has('video')) return ofNamed(index, name, 'video', number);
  // What is asked of one talk is in its text: `첫 발표에서 시각화 도구 뭐 나왔어`.
  const isOfOne = number !== undefined || has('first') || has('last');
  if ((isOfOne && (!has('about') || IN_A_TALK.test(text))) || IN_NAMED_TALK.test(text)) return undefined;
  if (OF_ONE_TALK.test(text) && !has('about') && !has('list')) return undefined;
  // The one post is no answer.
  if (library.sessions.length === 1) return undefined;
  const tagged = byTag(library, left);
  const isWhich = WHICH_NUMBER.test(text);
  const about = isWhich ? 'which' : has('count') ? 'count' : 'list';
  if (tagged.length > 0) return { about, sessions: tagged, only: name };
  if (has('about') || has('list') || has('count') || (has('filler') && !asksWay) || NAMES.test(text)) {
    const topic = topicOf(topics, name);
    const found =
      topic === undefined
        ? sessionsOn(
            index,
            left,
            isWhich || NAMES.test(text) || has('about') || has('count') || has('list'),
            has('about'),
          )
        : sessionsOf(library, topic);
    const only = left.map((word) => koreanStems(word)[0] ?? word).join(' ');
    if (found.length > 0) return { about, sessions: found, only };
  }
  return undefined;
}

const isYesOrNo = (text: string, { kinds }: Asking): boolean =>
  /[?？]\s*$|맞[지죠]/u.test(text) ||
  kinds.some((kind) => kind === 'yesno' || kind === 'where' || kind === 'date');

/** `음성 발표 제목`. */
const NAMES =
  /(?<!(?:[이가]\s(?:한|하신)\s|님\s)(?:발표|강연)\s)제목|이름|\b(?:titles?|called|names?)\b|タイトル/iu;
const TITLE = /제목|\btitles?\b|タイトル/iu;
/** `세 번째 글`: a post is meant, and none of the talks that it tells of. */
const POSTS = /글|포스트|[1-9]\s?[편부]|\bpart \d|\b(?:posts?|articles?)\b|記事/iu;
/** Roles of words by which it is asked what a talk was about. */
const ASKS_WHAT: readonly Role[] = ['talk', 'about', 'summary', 'list'];
const WAYS: ReadonlySet<AskedFor> = new Set<AskedFor>(['how', 'why', 'difference']);

const IN_A_TALK =
  /(?:발표|세션|강연|토크)에서|\b(?:in|during) (?:the )?(?:\S+ )?(?:talk|session|presentation)\b|(?:セッション|発表)で/iu;

/** `in that IoT session`: what is asked is in its text. */
const OF_ONE_TALK =
  /\b(?:in|during|from|according to) (?:the|that|this|his|her|their) (?:\S+ ){0,3}?(?:talk|session|presentation)\b/iu;
/** `캐시 발표에서 실패한 얘기도 했어`: of the talk that is named before, and not in which talk. */
const IN_NAMED_TALK =
  /(?<!(?:^|\s)(?:어느|무슨|어떤|이|그|저|다른|모든|여러|각|몇\s?번째?)\s?)(?<=[가-힣\w]\s)(?:발표|세션|강연|토크)(?:에서|중에)(?!\s?(?:다룬|나온|말한|언급))/u;

/** `카카오에서 온 연사`, `배민 다니는 발표자`: whom they work for stands before. */
const CAME = /^(?:온|오신|왔던|오셨던|나온|나오신|일하는|일하시는|다니는|다니시는|재직하는)$/u;

/** Where nothing else is named, lectures are the talks. */
const asTalk = (read: FactQuestion): FactQuestion =>
  read.roles.has('lecture') ? { ...read, roles: new Set([...read.roles, 'talk']) } : read;

/** `발표하신 분`: who spoke is asked for. `何てタイトルで登壇した`: the talk is. */
function asWho(read: FactQuestion, text: string): FactQuestion {
  const { roles } = read;
  if (roles.has('talk') && roles.has('person') && SPOKE.test(text))
    return { ...read, roles: new Set([...roles, 'who']) };
  const asksTitle = !roles.has('who') && roles.has('speaker') && NAMES.test(text) && TITLE.test(text);
  return asksTitle ? { ...read, roles: new Set([...roles].filter((role) => role !== 'speaker')) } : read;
}

/** `데브그라운드 21에서`: two digits behind the name of an event are its year. */
function withYear(library: Library, read: FactQuestion): FactQuestion {
  const { number, year, rest } = read;
  if (number === undefined || number < 10 || number > 99 || year !== undefined) return read;
  const full = `20${number}`;
  const isOfEvent = isYearOf(library, full) && namedEvent(library, rest, false).called.length > 0;
  return isOfEvent ? { ...read, number: undefined, year: full } : read;
}

/** Who names the event asks of it. */
const asEvent = (read: FactQuestion): FactQuestion => ({ ...read, roles: new Set([...read.roles, 'event']) });

function dayFact(library: Library, ids: readonly string[]): Fact {
  const talks = talksIn(ids.flatMap((id) => findSession(library, id) ?? []));
  return ids.length === 1 && talks.length === 0
    ? { about: 'session', session: ids[0] }
    : { about: 'list', sessions: ids, only: undefined };
}
