import { memoize } from '#library/compute/memoize.ts';
import { tokensOf } from '../../../letters/tokens.ts';
import { koreanStems } from '../../../words/korean.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import { isKind } from '../../../words/lists/kinds.ts';
import { isNamedKind, membersOf } from '../../../words/lists/members.ts';
import type { WordClass } from '../../../words/wordClass.ts';
import { saidFor } from './saidFor.ts';
import { type Place, placesIn, placesOfWords, stands, type Telling } from './telling.ts';

/** How a text tells the name of a thing whose kind is asked for: `which language`, `검색엔진 뭐 써`. */
export interface NamedKind {
  /** A name that is known of that kind. */
  readonly member: Telling | undefined;
  /** A name beside the noun of the kind: `the design system is called Kelo`. */
  readonly beside: Telling;
}

/** Where the noun of a kind stands whose name is asked for, in lower case: the last noun of what is captured. */
const ASKED: readonly RegExp[] = [
  /(?:무슨|어떤|어느|뭔|먼|어떠한)\s?([가-힣a-z]+(?:\s[가-힣a-z]+)?)/gu,
  /([가-힣a-z]+?)(?:은|는|이|가|을|를|로|으로)?\s?(?:이름\S?\s(?:뭐|뭔|머|무엇)|(?:뭐|뭘|머|뭣|무엇)(?:을|를|로|으로)?\s?(?:쓰|써|썼|쓴|씀|사용|골|택|고르|돌|깔|만[든들]|만듦))/gu,
  /([가-힣a-z]+)\s이름(?:은|는|이|좀)?\s*[?？]*\s*$/gu,
  /\b(?:which|what) (?!(?:is|are|was|were|do|does|did|can|an?|the|if|about)\b)((?:[\w.+#-]+ ){0,2}[a-z]+)\b(?! of\b)/gu,
  /\bname of (?:the |that |their |his |her |its |a )((?:[\w.+#-]+ ){0,3}[a-z]+)\b/gu,
  /\b(?:pick|choice|favou?rite|preferred) (?:of |for )?(?:an? |the |his |her |their )?((?:[\w-]+ )?[a-z]+)\b/gu,
  /\bwhat(?:'s| is| was) (?:the |their |his |her |its )((?:[\w.+#-]+ ){0,3}[a-z]+) called\b/gu,
  /(?:何の|どの|どんな|なんの)([\p{Script=Katakana}ー\p{Script=Han}]+)/gu,
  /([\p{Script=Katakana}ー\p{Script=Han}]+)(?:は|って|に|として)(?:何|なに|なん)(?:を|に|で|です)/gu,
  /([\p{Script=Katakana}ー\p{Script=Han}]+)の名前/gu,
];
const isNoun = (noun: string): boolean => isKind(noun) || isNamedKind(noun);

/** The kind that a noun says, in any form: `분석툴` itself, `툴` of `테스트툴로`, `database` of `databases`. */
function kindOf(noun: string): string | undefined {
  for (const form of [noun, noun.replace(/(?<=[a-z]{2}[^s])s$/u, ''), ...koreanStems(noun)]) {
    const kind = kindSaid(form);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function kindSaid(noun: string): string | undefined {
  if (isNoun(noun)) return noun;
  if (!/[가-힣\u30a1-\u30ff\u4e00-\u9fff]$/u.test(noun)) return undefined;
  for (let at = 1; at < noun.length; at += 1) if (isNoun(noun.slice(at))) return noun.slice(at);
  return undefined;
}

/** A Latin word of everyday is a name where it has a capital: `Go`, `Express`. */
const EVERYDAY: ReadonlySet<WordClass> = new Set<WordClass>(['plain', 'everyday', 'asking', 'demanding']);

/** What stands in a text as one of the names that are known of a kind. */
const anyMember = memoize((kind: string): RegExp => {
  const patterns = membersOf(kind).map((name) => {
    const escaped = RegExp.escape(name);
    if (!/^[a-z]/u.test(name)) return escaped;
    const [token] = tokensOf(name, 1);
    const first = name.charAt(0);
    const isWord = name.length < 3 || (token !== undefined && EVERYDAY.has(lexemeOf(token).wordClass));
    const begins = isWord ? first.toUpperCase() : `[${first}${first.toUpperCase()}]`;
    return `(?<![A-Za-z])${begins}(?i:${RegExp.escape(`_${name.slice(1)}`).slice(1)})(?![A-Za-z])`;
  });
  return new RegExp(patterns.join('|'), 'gu');
});

/** A name in a text: in quotation marks, or with a capital. */
const NAME = `["'“‘「『《]\\S[^"'”’」』》]{1,30}["'”’」』》]|(?<![A-Za-z\\d])\\p{Lu}[A-Za-z\\d.+#-]+`;

/** Where a text has names that a question does not say. @param said the Latin words of the question */
const namesBeside = (text: string, said: ReadonlySet<string>): readonly Place[] =>
  placesIn(NAME, text).filter(
    ([start, end]) => !said.has(/^[a-z]*/u.exec(text.slice(start, end).toLowerCase())?.[0] ?? ''),
  );

/** Reads the kind of thing whose name is asked for, in lower case; undefined where none is, or none that is known. */
export function namedKindIn(plain: string): NamedKind | undefined {
  const noun = askedKind(plain);
  if (noun !== undefined) return namedKind(kindOf(noun) ?? noun, noun, plain);
  return USED_ASKED.test(plain) ? { member: undefined, beside: usedBut(namesSaid(plain)) } : undefined;
}

/** `검색에 뭘 써`, `what do they build it with`: whatever is used. */
const USED_ASKED =
  /(?:뭘|뭐|무엇을|무얼|뭐를)\s?(?:쓰|써|썼|쓴|씀|사용)|(?:뭘|뭐|무엇)으?로\s?(?:만[들든]|만듦|짰|짠|돌[리려린]|구현|개발|배포|저장|검색)|何を使|何で(?:作|書|動)|\bwhat (?:do|does|did|are|is|were|was) [^?]{1,40}\b(?:us(?:e|ing)|runs? on|running on|written in|buil[dt] (?:\S+ )?(?:with|on|in|from))\b/u;

const IS_USED =
  /^\S{0,2}(?:を|을|를|로|으로|で)\s?(?:使|作|書|動|쓰|쓴|써|썼|씁|사용|돌[려리린]|만[들든]|짰|짜|택|골)/u;
const USES =
  /\b(?:uses?|used|using|runs? on|running on|buil[dt] (?:on|with|in)|written in|chose|picked|prefers?|switched to|moved to) (?:\S+ ){0,2}$/u;
/** What is read before a name. */
const FRONT = 60;

/** A text that tells what is used, other than what the question names. */
const usedBut = (said: ReadonlySet<string>): Telling => ({
  test: (text) =>
    namesBeside(text, said).some(
      ([start, end]) =>
        IS_USED.test(text.slice(end)) || USES.test(text.slice(Math.max(0, start - FRONT), start)),
    ),
});

/** The Latin words of a question: what it names is not what it asks for. */
const namesSaid = (plain: string): ReadonlySet<string> => new Set(plain.match(/[a-z]+/gu));

function askedKind(plain: string): string | undefined {
  for (const pattern of ASKED)
    for (const [, phrase = ''] of plain.matchAll(pattern)) {
      const words = phrase.split(' ');
      const at = words.findIndex(
        (word, i) => kindOf(word) !== undefined && kindOf(words[i + 1] ?? '') === undefined,
      );
      if (at >= 0) return words[at];
    }
  return undefined;
}

/** From the noun of a kind to the name, and the other way. */
const TO_NAME =
  /^\S{0,4}\s?(?:is |was |are |called |named |인 |은 |는 |이름은 |は|、|: ?|= ?|\(|— )*["'“‘「『《]?$/u;
const TO_KIND =
  /^(?: |\S{0,6}\s(?:is |was )?(?:an?|the) (?:\S+ ){0,3}|\S{0,3}이?(?:라는|라고 하는|란|という)\s?(?:\S+\s)?)$/u;

function namedKind(kind: string, noun: string, plain: string): NamedKind {
  const said = namesSaid(plain);
  const nouns = [...new Set([noun, kind, ...saidFor(kind)])];
  return {
    member: membersOf(kind).length === 0 ? undefined : { test: (text) => holdsOther(text, kind, plain) },
    beside: {
      test(text) {
        const things = placesOfWords(nouns, text.toLowerCase());
        const names = things.length === 0 ? [] : namesBeside(text, said);
        return stands(text, things, names, TO_NAME) || stands(text, names, things, TO_KIND);
      },
    },
  };
}

/** True where a text has a name of a kind that a question does not say. */
function holdsOther(text: string, kind: string, plain: string): boolean {
  const pattern = anyMember(kind);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    if (!plain.includes(match[0].toLowerCase())) return true;
  return false;
}
