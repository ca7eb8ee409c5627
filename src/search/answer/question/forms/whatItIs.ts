import { tokensOf } from '../../../letters/tokens.ts';
import type { AskedIn } from '../../../model.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import type { WordClass } from '../../../words/wordClass.ts';
import { MATTERS, marksIn, marksOf } from './markedClauses.ts';
import { firstOf, OF_THING } from './markedWords.ts';
import { type Mark, NAME, type Reader } from './marks.ts';

/** What a thing is, asked right beside its name: whatever else is said, that is asked. No noun before it makes another name of it. */
const WHAT_IT_IS: Readonly<Record<AskedIn, RegExp>> = {
  ko: new RegExp(
    `(?:^|[.!?;,\\n]\\s*|[가-힣](?:는|은|던|한|인|된|면|고|서|데|에|이|가|을|를|요|다|도|로|까|만|걸|라)\\s+)${NAME}(?:\\s?이?라는\\s(?:게|것이|건|거|말이|용어가|단어가))?\\s(?:대체\\s|도대체\\s|정확히\\s|그게\\s)?(?:뭔지|뭐야|뭐예요|뭐에요|뭔가요|뭡니까|무엇인지|무엇인가요?|무엇입니까|뭐임|뭔데|뭐죠|뭐지|뭐냐|뭐니|뭐길래|무슨\\s?(?:뜻|말)(?:이|인|임)?)(?:지|지요|요|야|에요|가요|데요)?(?![가-힣])`,
    'u',
  ),
  en: new RegExp(
    `\\bwhat(?:'s|s| is| are)?(?: exactly| actually| even)? (?:the |an? )?${NAME}(?: is| are| means?)?(?=\\s*[?.!,;]|\\s*$| and\\b| but\\b| so\\b)`,
    'u',
  ),
  ja: new RegExp(
    `${NAME}(?:って|とは|というのは|が|は)?(?:一体|いったい|そもそも|結局)?(?:何|なに|なん)(?:ですか|なの|だろう|でしょう|だっけ|か(?![\\p{Script=Han}]))`,
    'u',
  ),
};
const ASKS_MORE: Readonly<Record<AskedIn, RegExp>> = {
  ...MATTERS,
  ko: /뭐|뭘|무엇|어떻|어케|왜|언제|어디|누가|누구|얼마|몇|말고|아니라|아닌|대신|빼고|없이|외에|가격|비용|요금|비교|차이|보다|점|기능|방법|종류|하고\s*$/u,
};

/** True for a masked text that asks what the thing is right beside its name, and nothing more. */
export function asksWhatItIs(masked: string, language: AskedIn): boolean {
  const asked = WHAT_IT_IS[language].exec(masked);
  if (asked === null) return false;
  const rest = `${masked.slice(0, asked.index)} ${masked.slice(asked.index + asked[0].length)}`;
  return !rest.includes(NAME) && !ASKS_MORE[language].test(rest);
}

/** What says that a text is about something, right before the name of it. */
const ABOUT = new RegExp(
  `^(.+?)\\b(?:on|about|re|regarding|concerning|into)\\b:? (?:the |this |that )?(?=${NAME})`,
  'u',
);
/** Marks of a text that wants something told, of whatever kind. */
const WANTS_TOLD: ReadonlySet<Mark> = new Set<Mark>(['name', 'frame', 'meaning', 'tell', 'interest', 'lost']);

/** True for an English text that ends in what it is about, and before that names and demands nothing: `I am writing a report on X`. */
export function isOnlyAbout(masked: string, language: AskedIn): boolean {
  if (language !== 'en') return false;
  const [before, asked] = ABOUT.exec(masked) ?? [];
  if (before === undefined || asked === undefined || MATTERS.en.test(asked)) return false;
  const behind = marksIn(masked.slice(before.length), 'en', OF_THING);
  const said = marksOf(asked, firstOf(OF_THING().en, idleWord));
  return (
    behind.length > 0 && said !== undefined && [...said, ...behind].every((mark) => WANTS_TOLD.has(mark))
  );
}

const WORD = /[\w'-]+/uy;
const IDLE: ReadonlySet<WordClass> = new Set<WordClass>(['asking', 'plain', 'everyday']);

/** Passes over a word that neither names nor demands nor denies. */
const idleWord: Reader = (text, at) => {
  WORD.lastIndex = at;
  const [word = ''] = WORD.exec(text) ?? [];
  const [token] = tokensOf(word);
  const isIdle =
    token === undefined || (IDLE.has(lexemeOf(token).wordClass) && !/^(?:no|never|nor)$|n't$/u.test(word));
  return word !== '' && isIdle ? { mark: 'frame', end: at + word.length } : undefined;
};
