import type { AskedIn } from '../../../model.ts';
import type { Readers } from './markedWords.ts';
import { type Mark, NAME, type Reader } from './marks.ts';

/** Where one clause ends and another may begin that tells why something is asked. */
const CLAUSES: Readonly<Record<AskedIn, RegExp>> = {
  ko: /[.。!?;\n]+\s*|(?<=[가-힣](?:[은는인한던린된]데|라서|아서|어서|니까|길래|지만|거든|더니)요?),?\s+|,\s+/u,
  en: /[.!;:?\n]+\s+|\s+[-–—]+\s+|,\s+(?:and|but|so)?\s*|\s+but\s+/u,
  ja: /[。！!？?\n]+|(?<=けど|けれど|ので|です?が|(?<![わ分])から)、?/u,
};

/** What may not stand in a clause that is passed over. */
export const MATTERS: Readonly<Record<AskedIn, RegExp>> = {
  ko: /뭐|뭔|뭘|무엇|무슨|어떤|어떻|어케|왜|언제|어디|누가|누구|얼마|몇|알려|말고|아니라|아닌|대신|빼고|없이|외에|가격|비용|요금|비교|차이|보다|하고\s*$|[있없](?:음|나|어|을까|는지|는가|니|냐)요?\s*$/u,
  en: /\b(?:what|how|why|when|where|who|which|whose|not|without|except|instead|versus|vs|than|price|cost|compare\w*|difference|or)\b/u,
  ja: /何|なに|なぜ|どう|どこ|いつ|誰|どれ|どの|いくら|ではなく|じゃなく|以外|比較|違い|料金|価格/u,
};

/** How a clause is passed over that tells of something: it has a verb, or several words. */
const TELLS: Readonly<Record<AskedIn, RegExp>> = {
  ko: /[가-힣](?:[다요죠네음임까지함됨중데]|라서|아서|어서|니까|길래|지만|거든|더니|데요)[~ㅋㅎㅠㅜ\s]*$/u,
  en: /^\s*(?:\S+\s+){2,}\S+\s*$/u,
  ja: /./u,
};

/**
 * The marks that the words of a masked text bear, in their order; none where a word bears none, but for clauses that
 * name and ask nothing, and where the name stands in no clause that is read.
 */
export function marksIn(masked: string, language: AskedIn, readers: Readers): readonly Mark[] {
  const reader = readers()[language];
  const marks: Mark[] = [];
  let isNamed = false;
  for (const clause of masked.split(CLAUSES[language])) {
    if (clause.trim() === '') continue;
    const read = marksOf(clause, reader);
    if (read !== undefined) {
      marks.push(...read);
      isNamed ||= clause.includes(NAME);
    } else if (clause.includes(NAME) || MATTERS[language].test(clause) || !TELLS[language].test(clause))
      return [];
  }
  return isNamed ? marks : [];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.+#/_-]*/uy;

/** Where the one run of words stands that bears no mark; undefined where there is none, or more than one. */
export function unmarkedIn(
  text: string,
  language: AskedIn,
  readers: Readers,
): readonly [start: number, end: number] | undefined {
  const read = readers()[language];
  let run: [start: number, end: number] | undefined;
  for (let at = 0; at < text.length; ) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    const found = word === undefined ? undefined : read(text, at);
    const end = found?.end ?? at + (word?.length ?? 1);
    if (word !== undefined && found === undefined) {
      if (run !== undefined && text.slice(run[1], at).trim() !== '') return undefined;
      run = [run?.[0] ?? at, end];
    }
    at = end;
  }
  return run;
}

/** The marks of a clause; undefined where a word bears none. */
export function marksOf(clause: string, read: Reader): readonly Mark[] | undefined {
  const marks: Mark[] = [];
  for (let at = 0; at < clause.length; ) {
    if (/[\s\p{P}\p{S}]/u.test(clause[at] ?? '') && clause[at] !== NAME) {
      at += 1;
      continue;
    }
    const found = read(clause, at);
    if (found === undefined) return undefined;
    marks.push(found.mark);
    at = found.end;
  }
  return marks;
}
