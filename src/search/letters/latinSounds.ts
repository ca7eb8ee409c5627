import { memoize } from '#library/compute/memoize.ts';
import { codes, FIRST_VOWEL } from './phonemes.ts';

const LETTER_NAMES: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  [
    'a EI',
    'b PI',
    'c SI',
    'd TI',
    'e I',
    'f EP',
    'g JI',
    'h EIJI',
    'i AI',
    'j JEI',
    'k KEI',
    'l EL',
    'm EM',
    'n EN',
    'o O',
    'p PI',
    'q KYU',
    'r AL',
    's ES',
    't TI',
    'u YU',
    'v PXI',
    'w TXPXYU',
    'x EKS',
    'y WAI',
    'z JI',
  ].map((line) => [line.slice(0, 1), codes(line.slice(2))]),
);

/** Pronunciation of the digits in names such as S3 or Log4j. */
const DIGITS = ['JELO', 'WON', 'TU', 'SLI', 'PO', 'PAIP', 'SIKS', 'SEPN', 'EIT', 'NAIN'].map(codes);

/** The sounds of digits in a name, one by one. */
export function soundsOfDigits(digits: string): number[] {
  return [...digits].flatMap((digit) => [...(DIGITS[Number(digit)] ?? [])]).slice(0, 30);
}

/** The sounds of an acronym, spelled letter by letter. */
export function soundsOfLetters(word: string): number[] {
  return [...word.toLowerCase()].flatMap((letter) => [...(LETTER_NAMES[letter] ?? [])]).slice(0, 60);
}

/**
 * Spellings and their sounds, longest first. `>` before the sounds: only at the end of a word; `<`: only at its start;
 * `=`: only before a vowel; `_`: only before a consonant or the end.
 */
const SPELLINGS: readonly (readonly [spelling: string, where: string, sounds: readonly number[]])[] = `
data:TEITX tech:TEK epoch:EPOK> colour:KXLX< color:KXLX< cache:KESI base:PEIS< frame:PLEIM< game:KEIM< gate:KEIT< name:NEIM< state:STEIT< file:PAIL< tile:TAIL< time:TAIM< type:TAIP< home:HOM< dash:TESI< push:PUSI< arch:AK< dia:TAIA< cir:SX< cuit:KIT> oard:OT> view:PYU> eway:WEI> ework:WXK ssue:SU> ation:EISXN> ator:EITX> ating:EITIG> aking:EIKIG> aming:EIMIG> ader:EITX> aker:EIKX> ugger:XKX> ugging:XKIG> gger:KX> gging:KIG> watch:WXJI atch:EJI> tch:JI> dge:JI> sh:SI> ch:JI> eeri:IXLI err:EL arr:AL orr:OL irr:IL urr:XL knat:KEINEIT< unction:XNGSXN nction:NGSXN ull:UL un:XN_ ub:XP_ ug:XK_ um:XM_ us:XS_ ut:XT_ up:XP_ uc:XK_ ud:XT_ ul:XL_ azure:EJX zure:JX> fire:PAIX< sync:SINGK syn:SIN sys:SIS sym:SIM crypt:KXLIPT xc:EKSK< eau:O gular:KYULX> quet:KEI> mbd:MT adle:EITL> able:EIPL> tural:JULXL ngua:GKWI ngle:GKL> ngl:GKL ngr:GKL ign:AIN> tion:SXN ssion:SXN sion:JXN cian:SXN
tial:SXL cial:SXL cious:SXS tious:SXS ture:JX sure:JX ough:O augh:O eigh:EI igh:AI tch:J sch:SK dge:J
que:K> gue:K> ique:IK> age:IJI> ate:EIT> ake:EIK> ase:EIS> ape:EIP> ame:EIM> ale:EIL> ace:EIS> ade:EIT>
ave:EIP> ane:EIN> aze:EIJ> ine:AIN> ile:AIL> ime:AIM> ipe:AIP> ite:AIT> ike:AIK> ive:IP> ide:AIT> ire:AIX>
ise:AIJ> ize:AIJ> ice:AIS> ive:AIP one:ON> ore:OX> ode:OT> ole:OL> ome:OM> ope:OP> ose:OJ> ote:OT> oke:OK>
ube:YUP> une:YUN> use:YUJ> ute:YUT> ude:YUT> ule:YUL> ure:YUX> uce:YUS> are:EX> ere:IX> ear:IX air:EX oor:O
our:O eer:IX ier:IX> ger:JX> ble:PL> cle:KL> dle:TL> gle:KL> ple:PL> tle:TL> stle:SL> mb:M> kn:N< wr:L<
ps:S< wh:W ph:P th:S sh:S ch:J ck:K cc:K gh: qu:KW ng:G_ nk:GK x:S< x:KS oo:U ee:I ea:I ie:I ei:EI ey:I>
ey:EI ai:EI ay:EI au:O aw:O ou:AU ow:OU> ow:AU oa:O oi:OI oy:OI eu:YU ew:YU ue:YU> ui:I ia:IA io:IO ar:A_
er:X_ ir:X_ or:O_ ur:X_ yr:X_ ce:SE= ci:SI cy:SI ce:S> ce:SE ge:JI> ge:JE gi:KI< gi:JI gy:JI y:Y< y:I> y:AI
es:S> e:> a:A b:P c:K d:T e:E f:P g:K h:H i:I j:J k:K l:L m:M n:N o:O p:P q:K r:L s:S t:T u:U v:P w:W z:J
`
  .trim()
  .split(/\s+/)
  .map((line) => {
    const at = line.indexOf(':');
    const sounds = line.slice(at + 1);
    const where = /[><=_]$/.exec(sounds)?.[0] ?? '';
    return [line.slice(0, at), where, codes(sounds.replace(/[><=_]$/, ''))] as const;
  });

const BY_LETTER = new Map<string, (typeof SPELLINGS)[number][]>();
for (const spelling of SPELLINGS) {
  const first = spelling[0].slice(0, 1);
  BY_LETTER.set(first, [...(BY_LETTER.get(first) ?? []), spelling]);
}

const NONE: readonly (typeof SPELLINGS)[number][] = [];

/** The spellings that may begin with two letters, longest first; found once for each pair of letters. */
const byStart = new Map<string, readonly (typeof SPELLINGS)[number][]>();

function spellingsAt(word: string, at: number): readonly (typeof SPELLINGS)[number][] {
  const start = word.slice(at, at + 2);
  const known = byStart.get(start);
  if (known !== undefined) return known;
  const some = BY_LETTER.get(start.slice(0, 1));
  if (some === undefined) return NONE;
  const made = some.filter(([spelling]) => spelling.length === 1 || spelling[1] === start[1]);
  byStart.set(start, made);
  return made;
}

const isVowelLetter = (letter: string | undefined): boolean =>
  letter !== undefined && 'aeiouy'.includes(letter);

function fits(where: string, word: string, at: number, end: number): boolean {
  if (where === '>') return end === word.length || (end === word.length - 1 && word[end] === 's');
  if (where === '<') return at === 0;
  if (where === '=') return isVowelLetter(word[end]);
  if (where === '_') return !isVowelLetter(word[end]);
  return true;
}

/** The approximate sounds of an English word by spelling rules, as Korean transcribes it. */
export const soundsOfLatin: (text: string) => readonly number[] = memoize(soundsBySpelling, 4_000, 40);

function soundsBySpelling(text: string): readonly number[] {
  const word = text.toLowerCase();
  // `Wi-Fi`, `HiFi`: so short a word ends as `I` is said.
  if (/^[b-df-hj-np-tv-z]i$/.test(word)) return [...soundsOfLatin(word.slice(0, 1)), ...soundsOfLetters('i')];
  const out: number[] = [];
  let at = 0;
  while (at < word.length && out.length < 60) {
    const letter = word[at] ?? '';
    // A silent e ends a word that has another vowel: `the` keeps its own.
    const rule = spellingsAt(word, at).find(
      ([spelling, where]) =>
        word.startsWith(spelling, at) &&
        fits(where, word, at, at + spelling.length) &&
        !(spelling === 'e' && where === '>' && out.every((sound) => sound < FIRST_VOWEL)),
    );
    const doubled = letter === word[at - 1] && rule?.[0].length === 1 && !'aeiou'.includes(letter);
    if (!doubled) out.push(...(rule?.[2] ?? []));
    at += rule?.[0].length ?? 1;
  }
  return out;
}
