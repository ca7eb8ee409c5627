import { type Probe, probeOf } from '../index/tables/names.ts';
import { isOnsetPattern, withoutLaughter } from '../letters/hangul.ts';
import { inUsualWidth } from '../letters/segments.ts';
import { type Token, tokensOf } from '../letters/tokens.ts';
import { usualSpelling } from '../words/colloquial.ts';
import { asksAmount } from '../words/intents.ts';
import { lexemeOf, type Synonyms, weighed } from '../words/lexeme.ts';
import { spaced } from '../words/spacing.ts';
import { beginsPhrase, synonymsAt } from '../words/thesaurus.ts';
import { isFiller, MATCH_WEIGHT, MISS_PENALTY, type WordClass, wordClassOf } from '../words/wordClass.ts';
import { withoutParticles } from '../words/words.ts';

/** A query word that carries meaning. */
export interface QueryWord {
  readonly token: Token;
  /** The word and its stems. */
  readonly forms: readonly string[];
  /** Synonyms of the word, alone or with its neighbours. */
  readonly synonyms: readonly Synonyms[];
  /** True where a phrase of the thesaurus is said with its neighbours. */
  readonly inPhrase: boolean;
  /** The word joined with the next one, and the compounds that it may be part of. */
  readonly joined: readonly string[];
  readonly wordClass: WordClass;
  /** True for a name in the thesaurus: it is spelled as it should be. */
  readonly common: boolean;
  /** True for the name of a vendor, such as `AWS`. */
  readonly vendor: boolean;
  /** Weight of the word where a passage contains it, and penalty where it does not; 0 to 1. */
  readonly matchWeight: number;
  readonly missPenalty: number;
  /** True for words that only an answer is likely to contain: they are looked up literally. */
  readonly hint: boolean;
  /** False for the last word of the query, which may be incomplete. */
  readonly finished: boolean;
}

/** True for words that carry the topic of a question, and that may have typos or other spellings. */
export function isContentWord({ wordClass }: QueryWord): boolean {
  return wordClass === 'content' || wordClass === 'name';
}

/** A name that the query may be, with the probability. */
export interface WeightedProbe {
  readonly probe: Probe;
  readonly trust: number;
}

/** A parsed query. */
export interface Query {
  readonly text: string;
  readonly words: readonly QueryWord[];
  /** The whole query as a name, and the query without its question words. */
  readonly probes: readonly WeightedProbe[];
  /** True for a question in a sentence. */
  readonly question: boolean;
}

/** Most words that are searched for. */
const MOST_WORDS = 24;
const MOST_TOKENS = 1_500;
/** Longest text that may be a name. */
const LONGEST_NAME = 80;
/** More words than this are a sentence; names in it are found word by word. */
const LONGEST_PHRASE = 4;

function isDropped(token: Token): boolean {
  const { stop, gluedStop } = lexemeOf(token);
  return token.glued ? gluedStop : stop;
}

/** True for what stands behind a word that is not meant: `로그 말고`. */
const isNotMeant = (next: Token | undefined): boolean => next?.text === '말고';

/** Parses a query. `text` is NFC and well-formed. */
export function readQuery(typed: string): Query {
  const text = spaced(usualSpelling(withoutLaughter(inUsualWidth(typed))));
  const pattern = isOnsetPattern(text);
  const tokens = pattern ? [] : tokensOf(text, MOST_TOKENS);
  const bare =
    tokens.length > 1
      ? tokens.filter((token, at) => !isDropped(token) && !isNotMeant(tokens[at + 1]))
      : tokens;
  const content = distinct(bare.length > 0 ? bare : tokens);
  const kept = content.length > MOST_WORDS ? rarest(content) : content;
  const others = rewordingsOf(tokens, kept);
  const words = kept.map((token, i): QueryWord => {
    const next = kept[i + 1];
    const { forms: own, common, vendor, wordClass: known } = lexemeOf(token);
    const isUnheard = known === 'content' && token.script === 'latin' && others[i]?.length === 0;
    const wordClass = isUnheard ? 'name' : known;
    return {
      token,
      forms: own,
      synonyms: others[i] ?? [],
      inPhrase: others[i] !== lexemeOf(token).synonyms,
      joined: [
        ...(next === undefined ? [] : lexemeOf(next).forms.map((form) => token.text + form)),
        ...(i === 0 ? [] : own.map((form) => (kept[i - 1]?.text ?? '') + form)),
      ],
      wordClass,
      common,
      vendor,
      matchWeight: MATCH_WEIGHT[wordClass],
      missPenalty: MISS_PENALTY[wordClass],
      hint: false,
      finished: token.end < text.trimEnd().length || tokens.length > 3,
    };
  });
  const question = tokens.length > 3 || /[?？]\s*$/.test(text);
  const probes = probesOf(text.trim(), words, pattern);
  for (const [i, token] of tokens.slice(0, MOST_WORDS).entries()) {
    const forms = kept.includes(token) || tokens.length < 2 ? undefined : lexemeOf(token).intent;
    if (forms !== undefined && !asksAmount(token.text, tokens[i + 1]?.text))
      words.push({ ...HINT, token, forms });
  }
  return { text, words, probes, question };
}

const HINT = {
  synonyms: [],
  inPhrase: false,
  joined: [],
  wordClass: 'asking',
  common: true,
  vendor: false,
  matchWeight: 0,
  missPenalty: 0,
  hint: true,
  finished: true,
} as const;

/** A question is no name; without its question words it may be one. */
function probesOf(text: string, words: readonly QueryWord[], pattern: boolean): WeightedProbe[] {
  if (text.length > LONGEST_NAME) return [];
  if (pattern) return [{ probe: probeOf(text), trust: 1 }];
  const strong = words.filter((word) => word.missPenalty > 0.2);
  const join = (some: readonly QueryWord[]): string =>
    some.map((word) => withoutParticles(word.token)).join(' ');
  const trusts = new Map<string, number>();
  const add = (name: string, trust: number): void => {
    if (name.length > 0 && !trusts.has(name)) trusts.set(name, trust);
  };
  // Any text may be the beginning of a name, except a sentence with a question mark.
  if (words.length === 0 || (!/[?？]$/.test(text) && words.length <= LONGEST_PHRASE + 2)) add(text, 1);
  // Without question words, the rest matches names nearly as well as the whole query.
  if (words.length <= LONGEST_PHRASE) add(join(words), 0.97);
  if (strong.length > 0 && strong.length <= LONGEST_PHRASE) add(join(strong), 0.96);
  return [...trusts].map(([name, trust]) => ({ probe: probeOf(name), trust }));
}

/** Longer texts are not searched for phrases. */
const MOST_PHRASES = 60;

/**
 * Synonyms for each kept word. Phrases may include words that were dropped, such as the second of `wrap up`, and
 * leave out what changes nothing: `남이 많이 가르친` is `남이 가르치다`.
 */
function rewordingsOf(tokens: readonly Token[], kept: readonly Token[]): readonly (readonly Synonyms[])[] {
  const read = tokens.length > MOST_PHRASES ? kept : tokens;
  const telling = read.filter((token) => !isDropped(token) && !isFiller(token.text));
  const spanning = phrasesIn(read);
  if (telling.length < read.length)
    for (const [token, found] of phrasesIn(telling)) {
      const known = spanning.get(token) ?? [];
      const added = found.filter(({ phrases }) => known.every((one) => one.phrases !== phrases));
      spanning.set(token, [...known, ...added]);
    }
  return kept.map((token) => {
    const { synonyms } = lexemeOf(token);
    const phrases = spanning.get(token);
    return phrases === undefined ? synonyms : [...phrases, ...synonyms.map(lessLikely)];
  });
}

/** What a word alone may mean is less likely where it is a part of a phrase: `읽어 주다` in `글씨 읽어 주다`. */
const BESIDE_PHRASE = 0.7;
const lessLikely = (one: Synonyms): Synonyms => ({
  ...one,
  weight: BESIDE_PHRASE * one.weight,
  whole: BESIDE_PHRASE * one.whole,
});

/** What phrases of several words, which stand side by side, say for each of them. */
function phrasesIn(tokens: readonly Token[]): Map<Token, Synonyms[]> {
  const meant = tokens.map((token) => lexemeOf(token).meant);
  const found = new Map<Token, Synonyms[]>();
  for (const at of tokens.keys()) {
    if (!beginsPhrase(meant[at] ?? [], meant[at + 1])) continue;
    for (const match of synonymsAt(meant, at)) {
      if (match.length < 2) continue;
      const made = weighed(match);
      for (const token of tokens.slice(at, at + match.length)) {
        const before = found.get(token);
        if (before === undefined) found.set(token, [made]);
        else before.push(made);
      }
    }
  }
  return found;
}

function distinct(tokens: readonly Token[]): Token[] {
  const seen = new Set<string>();
  return tokens.filter((token) => {
    const { key } = lexemeOf(token);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Of a long text, the most significant words, in their order: uncommon and long ones. */
function rarest(tokens: readonly Token[]): Token[] {
  const worth = new Map(
    tokens.map((token) => [
      token,
      MATCH_WEIGHT[wordClassOf([token.text])] * Math.min(8, token.text.length + 1),
    ]),
  );
  const kept = new Set(
    [...tokens].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, MOST_WORDS),
  );
  return tokens.filter((token) => kept.has(token));
}
