import { memoize } from '#library/compute/memoize.ts';
import { isSyllable } from '../letters/hangul.ts';
import { verbsOf } from './verbs.ts';

/** A word that people write together with what depends on it: `만든거임`, `쓸때`, `특징좀`, `네가지`, `안한`. */
const RULES: readonly (readonly [pattern: RegExp, front: 'verb' | 'noun' | 'any' | 'before a verb'])[] = [
  // Behind a verb: a thing, a time, a way, a person.
  [
    /^([가-힣]+?[가-힣])((?:거|게|건|걸|것|때|수|일|곳|법|데|적|뒤|후|분|말|사람|회사|이유|방법)(?:임|야|예요|에요|지|죠|냐|니|는|은|이|가|를|을|도|만|에|에는|마다|들|들은|들이|라고|라는|라며|인가|인가요|인지|인데|있는|있나|있나요|있어|있어요|있음|없어|없나|없나요|없음|있을까|없을까|아님|아냐|아니야|아닌가|아닌가요|아니에요|맞음|맞지|맞나|맞아)*)$/u,
    'verb',
  ],
  [/^(수|적|줄|일|법|거|게)((?:있|없|아니|아님|아닌|아냐)[가-힣]*)$/u, 'any'],
  // Behind anything.
  [/^([가-힣]{2,})(좀)$/u, 'any'],
  [/^([가-힣]*[가-힣](?<!지))(말고)$/u, 'noun'],
  [
    /^([가-힣]{2,})(뭐야|뭐임|뭐지|뭔가요|뭐예요|뭐에요|뭐냐|뭐죠|(?:무슨|뭔)(?:말|뜻|소리|얘기)[가-힣]*|뭔(?:데|지)[가-힣]*)$/u,
    'any',
  ],
  [
    /^([가-힣]{2,}?[아어여해져혀려워겨켜쳐펴셔러려])((?:있|없)(?:는|나|나요|어|어요|음|지|죠|던|을까|다|습니까|을|으면).*)$/u,
    'any',
  ],
  [/^([가-힣]*[아어여해져혀려워겨켜쳐펴셔러려돼]야)((?:돼|되|하|해|한|할|함|됨|됩)[가-힣]*)$/u, 'any'],
  [/^([가-힣]+?면)((?:안|돼|되|됨|됩)[가-힣]*)$/u, 'any'],
  // What is used, and by whom: `핵쓰면`.
  [
    /^([가-힣]+?)((?:쓰(?:면|려면|려고|는|고|나|나요|니까|다가)|써(?:도|서|야)|썼[가-힣]+|쓸까요?|쓴대요?)(?:법|데|거|게|건|걸|사람|곳)?)$/u,
    'noun',
  ],
  // Numbers and their counters.
  [/^(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)((?:가지|단계|종류|번째|군데)[가-힣]*)$/u, 'any'],
  [
    /^(몇(?:개|년|월|명|초|분|시간|번|편|가지|배|대|원|프로|퍼센트|도|일|주|건|곳|줄|층))([가-힣]{2,})$/u,
    'before a verb',
  ],
  [/^(몇)((?:개|년|월|명|초|분|시간|번|편|가지|배|대|원|프로|퍼센트|도|일|주|건|곳|줄|층)[가-힣]*)$/u, 'any'],
];

/** Short forms with one syllable before what depends on them. */
const SHORT =
  /^(쓸|할|될|볼|갈|올|살|알|줄|들|클|된|한|쓴|본|간|온|산|뺀|든|준|빈|짠|켠|낸|잰)((?:거|게|건|걸|것|때|수|일|데)(?:임|야|지|는|은|이|가|를|을|도|만|있[가-힣]*|없[가-힣]*)*)$/u;
const NOT = /^(안|못)([가-힣]{1,6})$/u;
/** Words that begin like a negation. */
const NOUNS =
  /^(?:안(?:전|내|녕|경|정|부|방|개|건|락|색|심|약|주(?!는|면|고|던)|테|드|료|과|장|토|면|팎|목|착|보(?![여이일임])|배(?![우운울워웠])|무|식|구|산|양|민)|못(?:자리|대가리))/u;

const apart: (word: string) => string = memoize(
  (word: string): string => {
    const short = SHORT.exec(word);
    if (short !== null) return `${short[1]} ${short[2]}`;
    for (const [pattern, front] of RULES) {
      const found = pattern.exec(word);
      const [, head = '', tail = ''] = found ?? [];
      if (found === null || (front === 'verb' && !isForm(head))) continue;
      if (front === 'before a verb' && verbsOf(tail).length === 0) continue;
      // `덮어쓰면` is a verb as a whole.
      if (front === 'noun' && verbsOf(word).length > 0) continue;
      return `${apart(head)} ${apart(tail)}`;
    }
    const [, verbOf = ''] = /^잘([가-힣]+)$/u.exec(word) ?? [];
    if (verbOf !== '' && verbsOf(word).length === 0 && isVerb(verbOf)) return `잘 ${apart(verbOf)}`;
    const negated = NOT.exec(word);
    const [, not = '', verb = ''] = negated ?? [];
    if (
      negated !== null &&
      !NOUNS.test(word) &&
      (verb.length === 1 ? '한해할함돼된됨써쓴쓸씀봐가와온올' : '').includes(verb[0] ?? ' ')
    )
      return `${not} ${verb}`;
    if (
      negated !== null &&
      !NOUNS.test(word) &&
      verb.length > 1 &&
      verbsOf(word).length === 0 &&
      verbsOf(verb).length > 0
    )
      return `${not} ${verb}`;
    return word;
  },
  4_000,
  12,
);

const isVerb = (word: string): boolean =>
  /^(?:쓰|써|썼|쓴|쓸)/u.test(word) || verbsOf(word.replace(/법$/u, '')).length > 0;

/** True for a verb or adjective in the form that stands before a noun. */
function isForm(head: string): boolean {
  const last = (head.charCodeAt(head.length - 1) - 0xac00) % 28;
  // 는, 던, and a final ㄴ or ㄹ.
  if (last !== 4 && last !== 8) return false;
  return head.length > 1 && (/(?:하|되|있|없|쓰)는$/u.test(head) || verbsOf(head).length > 0);
}

/** Longer runs of syllables are left alone. */
const LONGEST = 12;

/** A text with the spaces that hurried writing leaves out; other words stay as they are. */
export function spaced(text: string): string {
  let made = '';
  let taken = 0;
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (isSyllable(text.charCodeAt(at))) at += 1;
    if (at - start < 2 || at - start > LONGEST) continue;
    const word = text.slice(start, at);
    const written = apart(word);
    if (written === word) continue;
    made += text.slice(taken, start) + written;
    taken = at;
  }
  return taken === 0 ? text : made + text.slice(taken);
}
