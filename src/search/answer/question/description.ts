import { lazy } from '#library/compute/lazy.ts';
import { isSyllable, syllableParts } from '../../letters/hangul.ts';
import { englishKinds, isKind } from '../../words/lists/kinds.ts';
import { verbsOf } from '../../words/verbs.ts';
import { anyOf } from './anyOf.ts';
import { facetsIn, kindWords } from './questionKinds.ts';

/** How a thing is asked for by what describes it. */
export interface Description {
  /** Where the words stand that ask for its name: none in `사진에서 글자 뽑아 주는 기능`. */
  readonly asks: readonly [start: number, end: number] | undefined;
}

/**
 * What a text asks for that describes a thing, whatever words it is described by: `뭐가 몇 초에 나오는지 알려 주는 그거` asks for no
 * number. Undefined for any other. `plain` is in lower case.
 */
export const descriptionIn = (plain: string): Description | undefined =>
  /[가-힣]/u.test(plain) ? koreanDescription(plain) : englishDescription(plain);

const NAME = '(?:그\\s)?(?:이름|용어|명칭|단어)(?:[이은을를도]|이?요)?';
const ASKED = `뭐(?:였|더라|지|죠|야|예|에|임|냐|니)\\S*|뭔(?:지|가|데)\\S*|뭡니까|무엇\\S+|뭐라\\S*(?:\\s\\S+)?|(?:기억|생각)[이은도]?\\s?(?:안|잘)\\s?\\S+|까먹\\S+|모르겠\\S+`;
const THERE = '있(?:었|던|는|다던|다는|다|잖|지)\\S*(?:\\s않\\S+)?';
const IT = '(?:그거|그게|그걸|그것)[이은을를도]?';
/** What asks for the name of what was described, or says that it is there. */
const KOREAN_TAIL = new RegExp(
  `(?:[\\s,.]*${IT})?(?:[\\s,.]*(?:대체|도대체|정확히))?(?:[\\s.]*${NAME})?(?:[\\s,]*(?:${ASKED}|${THERE})){0,2}(?:\\s${IT})?[\\s?!.~…ㄱ-ㅣ]*$`,
  'u',
);
const ASKS_NAME = new RegExp(`${NAME}|${ASKED}`, 'u');
const POINTS = new RegExp(`^[\\s,.]*${IT}`, 'u');

/** A thing that is only pointed at, alone or written behind its verb: `그거`, `바꿔주는거`. */
const THING = /(?<=^|[는던은한된운])(?:거|것|걸|건|게|곳)[이은을를도]?요?$/u;
/** Nouns that describe no thing: they ask for a way, or for talks. */
const NO_THING = /^(?:방법론?|방식|행사|컨퍼런스|콘퍼런스|세미나|대회|강의|역할|사람)$/u;
/** `준다는 소리임`, `버틴다는 거지`: what may ask whether. */
const ENDS_ASKING =
  /^(?:소리|얘기|얘긴|이야기|말|뜻|의미|줄|셈|편|거|건)(?![가-힣]{3})|(?:인가|[까냐죠요야])$/u;
const kinds = lazy(() => anyOf([...kindWords().ko.values()]));
const asksOther = (noun: string): boolean => kinds().test(`하는 ${noun}`) || facetsIn(noun).length > 0;
/** Verbs that describe nothing: `여기서 소개한 도구`, `쓸 수 있는 기능`. */
const SAYS_LITTLE =
  /^(?:있|없|쓰|쓴|썼|쓸|하|한|할|했|되|된|될|좋|사용|이용|활용|제공|지원|소개|언급|나오|나온|나왔|만든|만드|만들|말하|말한|말했|설명|다루|다룬|필요|가능|가진|갖|다른|같은)/u;
/** What is not known and asked, unless it is a part of what describes: `뭐가 달라졌는지 봐 주는`. */
const ASKING =
  /(?:왜|뭐|뭘|뭔|무엇|어디|누가|누구|언제|어떻|어케|얼마|몇|어느|무슨|어떤)(?!\S*(?:[나든]|라도)(?:\s|$))/u;
const EMBEDDED = new RegExp(
  `${ASKING.source}\\S*(?:\\s\\S+){0,5}?(?<=[가-힣])[지냐][를도가는]?(?=\\s)`,
  'gu',
);
const FEATURE = /^기능/u;
const CALLED_SO = /라고\s(?:부르|불리|일컫|하)/u;
/** So many words before its verb describe something. */
const FEWEST = 2;

function koreanDescription(plain: string): Description | undefined {
  const tail = KOREAN_TAIL.exec(plain);
  const end = tail?.index ?? plain.length;
  const words = plain.slice(0, end).trimEnd().split(/\s+/u);
  const at = POINTS.test(plain.slice(end)) && describes(words.at(-1)) ? words.length - 1 : verbOf(words);
  if (at < FEWEST) return undefined;
  // What is called so is named, not described: `Jetpack이라고 부르는 게 뭔가요`.
  if (CALLED_SO.test(words.slice(at - 1, at + 1).join(' '))) return undefined;
  const told = words.slice(0, at).join(' ');
  if (/차이|비교/u.test(told) || ASKING.test(`${told} `.replaceAll(EMBEDDED, ' '))) return undefined;
  const isAsked = tail !== null && ASKS_NAME.test(tail[0]);
  // `무료로 돌려주는 거?` may ask whether, and of features there are lists.
  if (!isAsked && (plain.includes('?') || FEATURE.test(words.at(-1) ?? ''))) return undefined;
  return { asks: isAsked ? [end, plain.length] : undefined };
}

/** The place of the verb that describes the noun at the end of some words: `읽어 주는 구글 서비스`, `바꿔주는거`; -1 where there is none. */
function verbOf(words: readonly string[]): number {
  const last = words.length - 1;
  const head = words[last] ?? '';
  const glued = head.replace(THING, '');
  if (glued !== head && glued !== '') return describes(glued) && facetsIn(head).length === 0 ? last : -1;
  const noun = head.replace(/(?<=..)(?:[이가은는을를도의]|이?요)$/u, '');
  // `어려운 점`, `좋아진 거`: a list is asked for.
  if (!isKind(noun) && facetsIn(words.slice(-2).join(' ')).length > 0) return -1;
  const isNoun =
    glued === '' || (isKind(noun) ? !NO_THING.test(noun) : !asksOther(noun) && !ENDS_ASKING.test(noun));
  if (!isNoun) return -1;
  if (describes(words[last - 1])) return last - 1;
  return describes(words[last - 2]) && !asksOther(words[last - 1] ?? '') ? last - 2 : -1;
}

/** The final consonant of what describes the noun behind it. */
const FINAL = 4;
/** A verb that is made of a noun, or tells what others say. */
const MADE = /^[가-힣]{2,}(?:하|되|시키|해주|돼주)[는던]$|[가-힣][다라]던$/u;

/** True for a verb in the form that describes what follows: `바꿔주는`, `물려받은`, `보여주던`. */
function describes(word = ''): boolean {
  const code = word.charCodeAt(word.length - 1);
  if (word.length < 2 || !isSyllable(code) || SAYS_LITTLE.test(word)) return false;
  return syllableParts(code)[2] === FINAL && (MADE.test(word) || verbsOf(word).length > 0);
}

/** Who did something is asked otherwise. */
const SOMEBODY = /^(?:company|firm|business|startup|vendor|team|person)$/u;
/** `tool that cleans up data`, `name of the api that tells when …`, `what was that thing that converts …`. */
const ENGLISH = lazy(
  () =>
    new RegExp(
      `^((?:the )?name (?:of|for) |what(?:'s|s| is| was) (?:the name (?:of|for) )?(?=that ))?(?:the |an? |that |some )?(?:[\\w-]+ ){0,4}?(?:${englishKinds()
        .filter((noun) => !SOMEBODY.test(noun))
        .join('|')}|thing|one|api|trick) (?:that|which|where|who|whose|for|to|used|made)\\b`,
      'u',
    ),
);
/** `what is the kind of network called that …`: what asks stands around the noun. */
const CALLED = /^what(?:'s|s| is| was| are) [^?]*?\bcalled (?:that|which|where|when|if|who)\b/u;
const ENGLISH_TAIL =
  /[,.;:]?\s(?:what(?:'s|s| is| was) (?:it|that|its name)(?: called)?|what(?: do| did) (?:you|they|we|people) call (?:it|that)|(?:i )?(?:forgot|forget|can't remember|don't remember) (?:the|its|what) \S+(?: \S+)?)\s*\?*$/u;

function englishDescription(plain: string): Description | undefined {
  const called = CALLED.exec(plain)?.[0];
  if (called !== undefined) return { asks: [0, called.length] };
  const found = ENGLISH().exec(plain);
  if (found === null) return undefined;
  const [, before] = found;
  if (before !== undefined) return { asks: [0, before.length] };
  const behind = ENGLISH_TAIL.exec(plain);
  if (behind === null && plain.includes('?')) return undefined;
  return { asks: behind === null ? undefined : [behind.index, plain.length] };
}
