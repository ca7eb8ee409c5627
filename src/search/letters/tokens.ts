import { isJamo, isSyllable } from './hangul.ts';
import { inUsualWidth, wordEnds } from './segments.ts';

export type Script = 'hangul' | 'latin' | 'number' | 'other';

/** A run of letters of one script. */
export interface Token {
  /** As written. */
  readonly raw: string;
  /** NFC, lower case. */
  readonly text: string;
  readonly script: Script;
  /** UTF-16 offsets in the source text. */
  readonly start: number;
  readonly end: number;
  /** True where it follows the previous token without a space: `의` in `BigQuery의`. */
  readonly glued: boolean;
}

const RUN = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[A-Za-zÀ-ɏḀ-ỿ]+|[0-9]+|[^\s\p{P}\p{S}\p{C}A-Za-zÀ-ɏḀ-ỿ0-9가-힣ㄱ-ㅎㅏ-ㅣ]+/gu;

/** Longer words are truncated to this. */
const LONGEST = 60;

/** A run of letters as a token at offset 0. */
export function tokenOf(run: string): Token {
  const raw = run.length > LONGEST ? run.slice(0, LONGEST) : run;
  return {
    raw,
    text: raw.toLowerCase(),
    script: scriptOf(raw.charCodeAt(0)),
    start: 0,
    end: run.length,
    glued: false,
  };
}

function scriptOf(unit: number): Script {
  if (isSyllable(unit) || isJamo(unit)) return 'hangul';
  if (unit >= 48 && unit <= 57) return 'number';
  return isLatinLetter(unit) ? 'latin' : 'other';
}

/** True for a UTF-16 unit that is a Latin letter, those of Vietnamese included. */
export const isLatinLetter = (unit: number): boolean =>
  ((unit | 32) >= 97 && (unit | 32) <= 122) ||
  (unit >= 0xc0 && unit <= 0x24f) ||
  (unit >= 0x1e00 && unit <= 0x1eff);

/** What the tokens of a text in ASCII and Hangul are made of; other letters need `RUN` and a dictionary. */
function kindOf(unit: number): Script | 'none' {
  if (unit >= 0xac00 && unit <= 0xd7a3) return 'hangul';
  if ((unit | 32) >= 97 && (unit | 32) <= 122 && unit < 128) return 'latin';
  if (unit >= 48 && unit <= 57) return 'number';
  return unit < 128 ? 'none' : 'other';
}

/** The tokens of a text of ASCII and Hangul syllables; undefined for others. */
function plainTokensOf(text: string, limit: number): Token[] | undefined {
  const tokens: Token[] = [];
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const script = kindOf(text.charCodeAt(at));
    if (script === 'other') return undefined;
    const start = at;
    at += 1;
    if (script === 'none') continue;
    while (at < text.length && kindOf(text.charCodeAt(at)) === script) at += 1;
    if (at < text.length && kindOf(text.charCodeAt(at)) === 'other') return undefined;
    if (tokens.length >= limit) break;
    const raw = text.slice(start, Math.min(at, start + LONGEST));
    tokens.push({
      raw,
      text: script === 'latin' ? raw.toLowerCase() : raw,
      script,
      start,
      end: at,
      glued: start === last,
    });
    last = at;
  }
  return tokens;
}

/**
 * The tokens of a text, in order. Symbols and spaces are dropped. The text should be NFC.
 * @param limit most tokens to read.
 */
export function tokensOf(written: string, limit = Number.POSITIVE_INFINITY): Token[] {
  const plain = plainTokensOf(written, limit);
  if (plain !== undefined) return plain;
  const text = inUsualWidth(written);
  const tokens: Token[] = [];
  let last = -1;
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match !== null && tokens.length < limit; match = RUN.exec(text)) {
    const [run] = match;
    const token = tokenOf(run);
    let from = 0;
    for (const to of token.script === 'other' ? wordEnds(run) : [run.length]) {
      if (tokens.length >= limit) break;
      const start = match.index + from;
      const word = to - from === run.length ? token : tokenOf(run.slice(from, to));
      tokens.push({ ...word, start, end: match.index + to, glued: start === last });
      last = match.index + to;
      from = to;
    }
  }
  return tokens;
}

const CAMEL = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** The parts of a compound name such as `BigQuery` or `AutoML`, in lower case; empty where it is one word. */
export function camelParts(raw: string): readonly string[] {
  if (!/[a-z][A-Z]|[A-Z]{2}[a-z]/.test(raw) || /^[A-Z]{2,}s$/.test(raw)) return [];
  const parts = raw.match(CAMEL) ?? [];
  return parts.length > 1 && parts.every((part) => part.length > 1)
    ? parts.map((part) => part.toLowerCase())
    : [];
}

/** True for words that are spelled out: `API`, `GPU`, `ML`. */
export function isAcronym(raw: string): boolean {
  return (
    /^[A-Z]{2,5}s?$/.test(raw) ||
    (raw.length <= 5 && raw.length >= 2 && !/[aeiouy]/i.test(raw) && /^[a-z]+$/i.test(raw))
  );
}
