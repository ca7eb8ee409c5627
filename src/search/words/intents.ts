/** The kind of answer of each question word, in words that headings and texts use for it. */
const INTENTS: readonly (readonly [asks: RegExp, words: readonly string[]])[] = [
  [
    /^(왜|why|なぜ|どうして|何故|为什么|為什麼)$|^(이유|까닭|때문)/,
    ['이유', '왜', '중요', '때문', '까닭', 'why', 'reason', 'because', 'import', 'matter', '理由', '原因'],
  ],
  [/^(어디|where)/, ['곳', '분야', '어디', '장소', 'where', 'place', '활용']],
  [/^(어떻게|how)$|^(방법)/, ['방법', '어떻게', '하기', '과정', 'how', 'way']],
  [/^(언제|when)$|^(시점)/, ['언제', '순간', '시점', 'when', 'moment', '때']],
  [/^(누구|누가|who)$/, ['사람', '발표자', '연사', 'who', 'speak']],
  [
    /^(차이|다른|다르|다른가|다른지|differ|difference|versus|vs|비교)/,
    ['차이', '비교', '다른', 'differ', 'differenc', 'compar'],
  ],
  [/^(장점|강점|이점|좋|benefit|advantage)/, ['장점', '강점', '이점', 'advantag', 'benefit', 'strength']],
];

/** After `how`, these ask for an amount instead of a way. */
const AMOUNTS: ReadonlySet<string> = new Set(
  'much many long fast often big large far soon old high deep quickly'.split(' '),
);

/** Words that the answer to a question word is likely to contain. @param word in lower case. */
export const intentOf = (word: string): readonly string[] | undefined =>
  INTENTS.find(([asks]) => asks.test(word))?.[1];

/** True for `how` where it asks for an amount. */
export const asksAmount = (word: string, next: string | undefined): boolean =>
  word === 'how' && next !== undefined && AMOUNTS.has(next);
