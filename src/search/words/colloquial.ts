/** How words are written in a hurry, and as a dictionary has them; each stands at the beginning of a word. */
const SPELLINGS: readonly (readonly [written: RegExp, meant: string])[] = [
  [/됬/gu, '됐'],
  [/(?<![가-힣])(?:왤케|왜케|왜캐)(?![가-힣])/gu, '왜 이렇게'],
  [/(?<![가-힣])(?:어케|어캐|어떻케|어떡게|어뜨케|어뜩게|우째|어찌)(?![가-힣])/gu, '어떻게'],
  [/(?<![가-힣])(?:어케|어캐|어뜨케|어찌(?!나|하여|됐[든건]|되었[든건]|보면))(?=[가-힣])/gu, '어떻게 '],
  [/(?<![가-힣])(?:걍|기냥)(?![가-힣])/gu, '그냥'],
  [/(?<![가-힣])(?:넘|넘나|느무)(?![가-힣])/gu, '너무'],
  [/(?<![가-힣])(?:젤|젤루|젤로)(?![가-힣])/gu, '제일'],
  [/(?<![가-힣])마니(?![가-힣])/gu, '많이'],
  [/(?<![가-힣])(맨)?첨(?=(?:부터|엔|에|에는|으로|이야|이에요|인데|이라)?(?![가-힣]))/gu, '$1처음'],
  [/(?<![가-힣])첨(?=[듣들봐봤보봄])/gu, '처음 '],
  [/(?<![가-힣])담(?= ?(?:번|엔|주|달|해|회|행사)(?![가-힣]{3}))/gu, '다음'],
  [/(?<![가-힣])겜(?=[을이은도에의]?(?![가-힣]))/gu, '게임'],
  [/(?<![가-힣])머(?=(?:야|임|지|냐|죠|예요|에요|였|라|로|가|를|하|했|랑)[가-힣]*)/gu, '뭐'],
  [/(?<![가-힣])멀로(?![가-힣])/gu, '뭘로'],
  [/(?<=[이가은는란게] ?)(?<![가-힣])먼(?=지(?![가-힣]))/gu, '뭔'],
  [/(?<=[가-힣]) (?:먼데|먼가요|먼지요)(?=\s*[?？]?\s*$)/gu, ' 뭔가요'],
  [/(?:(?<![가-힣])|(?<=수))잇(?=[어나음는다던을으])/gu, '있'],
  [/(?:(?<![가-힣])|(?<=수))업(?=(?:어|어요|나|나요|음|는|다|던|을|으면)(?![가-힣]))/gu, '없'],
  [/(?<![가-힣])조(?=(?:아|아요|은|은가|은거)(?![가-힣]))/gu, '좋'],
  [/(?<=[가-힣])되요(?![가-힣])/gu, '돼요'],
  [/(?<=[가-힣](?:[나가까어아해돼죠]))여(?=\s*[?？]?\s*$)/gu, '요'],
  [/(?<![가-힣])(?:쪼끔|쬐끔|쪼금|쬐금|쪼매|째끔)/gu, '조금'],
  [/(?<=[아어여해져쳐려켜워와춰둬써러라짜까싸빼내])논(?=(?:거|걸|게|것|데)?(?![가-힣]))/gu, '놓은'],
  [/(?<=[가-힣a-z])꺼(?=(?:로|를|는|가|야|임|고|라|만|도|인데|에|예요|에요|랑)?(?![가-힣]))/giu, ' 거'],
  [/(?<![가-힣])딴 ?(?!지|판|전|청|생각|따라|죽|엔|은|딴)(?=[가-힣])/gu, '다른 '],
  [
    /(?<![가-힣])(?:우리|울)(?=(?:집|회사|팀|반|학교|부서|동네|모델|데이터|서비스|앱)(?![가-힣]{4}))/gu,
    '우리 ',
  ],
  [/(?<=[a-z] )n(?= [a-z])/gu, 'and'],
  // Years of this century, where a month or 년도 follows: ten of them are a time, too.
  [/(?<![\d])([0-4]\d)(?=년도|년\s?(?:1[0-2]|0?[1-9])월)/gu, '20$1'],
  [/(?<![A-Za-z])w\/o(?![A-Za-z])/giu, 'without'],
  [/(?<![A-Za-z])w\/(?=\s)/giu, 'with'],
  [/(?<![A-Za-z])b\/c(?![A-Za-z])/giu, 'because'],
];

/** Initials with full stops: `C.P.U.`. */
const DOTTED = /(?<![A-Za-z.])(?:[A-Z]\.){2,}[A-Z]?(?![A-Za-z])/gu;

/** English words as they are written in a chat. */
const CHATTED: Readonly<Record<string, string>> = {
  abt: 'about',
  bc: 'because',
  cuz: 'because',
  coz: 'because',
  dunno: "don't know",
  gimme: 'give me',
  hav: 'have',
  hw: 'how',
  kno: 'know',
  lemme: 'let me',
  ppl: 'people',
  smth: 'something',
  sth: 'something',
  teh: 'the',
  thru: 'through',
  u: 'you',
  ur: 'your',
  wanna: 'want to',
  wat: 'what',
  wats: "what's",
  wen: 'when',
  wht: 'what',
  wich: 'which',
  wut: 'what',
};
const IN_CHAT = new RegExp(`(?<![\\w'.-])(?:${Object.keys(CHATTED).join('|')})(?![\\w'.-]*\\w)`, 'gu');
const OTHER_LETTERS = /[가-힣\u3041-\u30fa\p{Script=Han}]/u;

/** True for what one of them may stand in. */
const HURRIED =
  /[됬왤캐걍넘젤첨담겜머멀먼잇업되여쪼쬐째논꺼딴울]|우리[가-힣]|[a-z] n [a-z]|왜케|어케|어떻케|어떡게|어뜨케|우째|어찌|느무|기냥|마니|조[아은]|\d년|[wb]\/[oc\s]/iu;

/** A text in its usual spelling: Korean words that are written as they are spoken, initials without full stops. */
export function usualSpelling(typed: string): string {
  const whole = typed.includes('.')
    ? typed.replace(DOTTED, (initials) => initials.replaceAll('.', ''))
    : typed;
  const text = OTHER_LETTERS.test(whole) ? whole : whole.replace(IN_CHAT, (word) => CHATTED[word] ?? word);
  if (!HURRIED.test(text)) return text;
  let made = text;
  for (const [written, meant] of SPELLINGS) made = made.replace(written, meant);
  return made;
}
