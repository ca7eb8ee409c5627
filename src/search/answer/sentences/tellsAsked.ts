import { lazy } from '#library/compute/lazy.ts';
import type { Section, Topic } from '#library/model.ts';
import { topicNames } from '../../index/documents.ts';
import type { Passage } from '../../model.ts';
import type { AskedOfName } from '../question/forms/plainForms.ts';
import { isValue, tellsValueOf } from './findValue.ts';
import { enumerates } from './fit.ts';

/** By which words a text tells what is asked of a thing. */
interface Telling {
  /** In the heading that it stands under. */
  readonly heads: RegExp;
  /** In any sentence. */
  readonly announces: RegExp;
  /** In a sentence that names the thing, or stands under its name. */
  readonly says: RegExp;
}

const DRAWBACKS: Telling = {
  heads:
    /단점|약점|한계|제약|문제|어려[운움워]|어렵|걸림돌|장애물|주의|함정|실패|\b(?:drawbacks?|disadvantages?|downsides?|cons|limit(?:s|ations?)|weakness(?:es)?|shortcomings?|pitfalls?|caveats?|gotchas?|risks?|problems?|challenges?|trade-?offs?|hard|difficult|obstacles?|hurdles?)\b|欠点|短所|弱点|課題|問題|難し|限界|制限|注意|デメリット/iu,
  announces:
    /(?:단점|약점|한계점?|제약|문제점|걸림돌|장애물|주의할\s점|아쉬운\s점|어려운\s점)(?:은|는|이|으?로|도|을|를|들|입니|이다)|\b(?:drawbacks?|disadvantages?|downsides?|cons|limitations?|weakness(?:es)?|shortcomings?|pitfalls?|caveats?|gotchas?|obstacles?|trade-?offs?)\b|欠点|短所|弱点|デメリット|課題は|問題点/iu,
  says: /단점|약점|한계|제약|제한|문제|어려[웠운움워]|어렵|힘들|불편|부족|모자[라란랍]|아쉬|주의|위험|비싸|비쌉|느[리려린립]|늦[어었은는습]|오래\s?걸|번거|복잡|실패|못[한하해했합]|지\s못|걸림돌|적[고은습어다었지]|드[물뭅문]|넉넉하지|잃|깨[지졌짐져]|막[히혔힌]|헷갈|손실|사라[지졌진]|비워|무거|안\s(?:된|됩|되)|않는다는|많이\s(?:쓰|먹|든|들)|\b(?:problems?|issues?|challenges?|difficult|hard(?:er)?|lack(?:s|ed|ing)?|slow(?:er|s)?|expensive|costly|costs? (?:more|too|a lot)|fail(?:s|ed)?|breaks?|broken?|wrong|worse|confus\w+|complicated|too (?:few|little|much|many|big|small|late)|few|fewer|little|missing|not enough|lose|loses|lost|cannot|can't|unable|twice|limits?|limited|risk\w*)\b|難し|遅[いく]|高い|できない|できません|足り|不足/iu,
};

const CASES: Telling = {
  heads:
    /사례|고객|쓰는\s?(?:곳|회사|기업|데|법)|쓰임|활용|예시|\b(?:cases?|customers?|stor(?:y|ies)|used|uses|use cases?|in use|applications|examples?)\b|事例|活用|使われ|使い道/iu,
  announces:
    /사례|예로\s|예를\s들|예가\s|업종|분야|고객사|\b(?:for example|for instance|examples? of|the case of|industry|industries|fields|used by|case study)\b|例えば|事例|分野/iu,
  says: /(?:회사|기업|업체|팀|은행|쇼핑몰|학교|병원|분석가|개발자|사람들?)(?:은|는|이|가|들이|에서|에게|도)|고객|도입(?:한|했|하여|해서)|쓰고\s있|쓰인다|쓰입니다|쓰이는|[으]?로\s만들(?:었|어|다)|\b(?:compan(?:y|ies)|customers?|clients?|business(?:es)|teams?|analysts?|scientists?|developers?|used (?:in|at|for)|uses|adopted|built (?:on|with|using)|loaded)\b|企業|会社|顧客|導入/iu,
};

const TELLINGS: Readonly<Partial<Record<AskedOfName, Telling>>> = { drawbacks: DRAWBACKS, cases: CASES };

/** What is told of a thing where it is what is spoken of. */
const OF_ITS_OWN: ReadonlySet<AskedOfName> = new Set<AskedOfName>(['features', 'parts', 'sorts', 'steps']);
/** `Technical support: helping with the problems`: an entry of a list. */
const ENTRY = /^[^:：]{2,40}[:：]\s/u;
/** A sentence with a subject of its own. */
const OF_ANOTHER =
  /^(?:\S+\s){0,2}[가-힣a-z]+[은는이가]\s|^(?!(?:it|its|they|their|this|these|you|there|but|however|also|and|one|people|teams?|users?|developers?|setting|learning|getting|the (?:problem|trouble|price|cost|catch|downside))\b)[a-z]|^[^はが、]{1,12}[はが]/iu;
const LINES = /\n[^\n]+\n/u;
/** What leads up to a list of what is good or bad of a thing: those are no parts of it. */
const OF_WORTH =
  /장점|이점|강점|단점|문제|고민|이유|\b(?:advantages?|benefits?|strengths?|drawbacks?|problems?|obstacles?|reasons?|why|gained)\b|メリット|利点|理由|課題/iu;
const STEPS = /단계|절차|순서|차례|\b(?:steps?|stages?|phases?)\b|手順|段階|ステップ|工程/iu;
/** What leads up to steps that are not called so. */
const IN_ORDER = /흐름|과정|주기|\b(?:flow|process|cycle|pipeline|order|end to end)\b|流れ|順/iu;
const SENTENCES = /(?<=[.!?。])\s+|\n/u;

/**
 * True where a passage tells what is asked of a thing; also where that may be told in any words.
 * @param section the section that the passage is from.
 */
export function tellsAsked(
  asks: AskedOfName,
  topic: Topic,
  section: Section,
  { quote, ...ref }: Passage,
): boolean {
  const isHere = (one: Topic['about'][number]): boolean =>
    one.session === ref.session && one.section === ref.section;
  const isAbout = topic.about.some(isHere);
  const isHeld = isAbout || topic.mentions.some(isHere);
  const names = lazy(() => topicNames(topic).map((name) => name.toLowerCase()));
  const telling = TELLINGS[asks];
  // What has become of several things is told in one breath.
  const parts = quote.split(asks === 'fate' ? '\n' : SENTENCES);
  if (isValue(asks)) return isHeld && tellsValueOf(asks, names(), section.name, parts);
  if (telling === undefined) {
    // Why something is hard is no reason for what is named there.
    if (asks === 'reasons' || asks === 'advantages')
      return isAbout || (isHeld && !DRAWBACKS.heads.test(section.name));
    if (!OF_ITS_OWN.has(asks)) return true;
    const [lead = ''] = quote.toLowerCase().split('\n');
    if (!isAbout && !(isHeld && names().some((name) => lead.includes(name)))) return false;
    const above = `${section.name}\n${lead}`;
    if (asks !== 'steps') return asks === 'features' || !OF_WORTH.test(above);
    const isList = LINES.test(quote) || enumerates(quote);
    return STEPS.test(section.name) || (isList && (STEPS.test(quote) || IN_ORDER.test(above)));
  }
  if (!isHeld) return false;
  // A case may be told under any name, a drawback under that of what has it.
  const isUnder = isAbout || asks === 'cases';
  if (isUnder && telling.heads.test(section.name)) return true;
  return quote
    .toLowerCase()
    .split(SENTENCES)
    .some((sentence) => {
      if (names().some((name) => sentence.includes(name)))
        return telling.says.test(sentence) || telling.announces.test(sentence);
      if (ENTRY.test(sentence)) return false;
      return (
        (isUnder && telling.announces.test(sentence)) ||
        (isAbout && telling.says.test(sentence) && !OF_ANOTHER.test(sentence))
      );
    });
}
