import type { Language, Library } from '#library/model.ts';
import type { Fact } from '../../model.ts';
import { otherNames } from '../../words/concepts.ts';
import { nameIn } from '../question/nameIn.ts';
import { asksPersonName, personalFactIn } from '../question/personalFacts.ts';
import { type Asking, readAsking } from '../question/readQuestion.ts';
import type { FactSources } from './askedOfTalks.ts';
import { eventFact } from './event/eventFact.ts';
import { askedBehind } from './reading/askedBehind.ts';
import { type Role, rolesOf } from './reading/factRoles.ts';
import { readWords } from './reading/factWords.ts';
import { talkFact } from './talkFact.ts';
import { closingFact } from './talks/gist.ts';
import { libraryHasFact, withTold } from './toldFacts.ts';

/** Longer questions tell of something else; UTF-16 units. */
const LONGEST = 120;

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
  const closing = closingFact(library, text, readWords(text), language);
  if (closing !== undefined) return closing;
  const ofEvent = eventFact(library, text, language);
  if (ofEvent !== undefined) return isThing(library, asking, ofEvent) ? undefined : ofEvent;
  const fact = isIdiom(text) ? undefined : talkFact(sources, text, asking);
  if (fact === undefined || (fact.about === 'count' && countsOther(text))) return undefined;
  const told = withTold(library, fact, language);
  return isThing(library, asking, told) || isOfPerson(text, told) ? undefined : asNamed(text, told);
}

/** Who spoke, where the name of a person is asked for. */
export const asNamed = (text: string, fact: Fact): Fact =>
  fact.about === 'who' && asksPersonName(text) ? { ...fact, ofPerson: true } : fact;

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
/** `오겠다고 한 사람 몇이나 됐나요`: who came is counted. */
const CROWD =
  /(?<!(?:발표|강연|진행)(?:한|하신|했던)\s?)(?:사람|인원|참[가석]자|신청자|관객|청중|방문객)\S{0,2}\s(?:\S+\s)?(?:몇|얼마)/u;
function countsOther(text: string): boolean {
  if (LASTS.test(text) || DIVIDES.test(text) || CROWD.test(text)) return true;
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

/**
 * `every year`, `out of date 뭐야`: an English name of several words that the thesaurus knows asks for a fact of the talks only
 * where what Korean says for it does, as `요점` for `key points`.
 */
function isIdiom(text: string): boolean {
  const name = nameIn(text);
  if (
    !name.includes(' ') ||
    HANGUL.test(name) ||
    [...readWords(name).roles].some((role) => OF_TALKS.has(role))
  )
    return false;
  const korean = otherNames(name)
    .map((phrase) => phrase.join(' '))
    .filter((one) => HANGUL.test(one));
  return korean.length > 0 && !korean.some(asksFact);
}
const HANGUL = /[가-힣]/u;
/** What nothing but the talks is called. */
const OF_TALKS: ReadonlySet<Role> = new Set<Role>(['talk', 'event', 'speaker', 'track', 'slides']);

/** True for words that ask for a fact of the talks and say nothing else. */
function asksFact(words: string): boolean {
  const { roles, rest } = readWords(words);
  return rest.length === 0 && [...roles].some((role) => role !== 'filler');
}

function ofOneThing(text: string): boolean {
  const { roles, rest } = readWords(text);
  return rest.length === 0 && [...roles].every((role) => ONE_THING.has(role));
}
const ONE_THING: ReadonlySet<Role> = new Set<Role>(['video', 'code', 'bot', 'filler']);
