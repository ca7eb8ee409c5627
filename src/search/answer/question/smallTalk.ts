/** Initials that are said in a chat and ask for nothing. */
const JAMO = new Set(
  'ㅎㅇ ㅎㅇㅎㅇ ㅂㅇ ㅂㅂ ㅂㅇㅂㅇ ㅇㅇ ㅇㅋ ㅇㅋㅇㅋ ㅇㅎ ㅇㅈ ㅇㄴ ㅇㅂ ㅇㄷ ㅇㄱㄹㅇ ㄱㅅ ㄱㅅㄱㅅ ㄳ ㄱㅊ ㄱㄱ ㄱㄱㅆ ㄱㄷ ㄱㄷㄱㄷ ㄱㅇㅇ ㄴㄴ ㄴㄷ ㄴㅇㅅ ㄷㄷ ㄷㅊ ㄹㅇ ㄹㄷ ㅁㄹ ㅁㅊ ㅂㄷㅂㄷ ㅂㄹ ㅂㅅ ㅅㄱ ㅅㅂ ㅅㅌㅊ ㅇㅉ ㅈㅅ ㅈㅂ ㅈㄹ ㅉㅉ ㅊㅋ ㅊㅋㅊㅋ ㅋㄷ ㅋㄷㅋㄷ ㅌㅌ ㅍㅎ ㅎㄷㄷ ㅎㄹ ㅎㅈ ㄲㅈ ㄲㅂ ㅃㅇ ㅈㄱㄴ ㄱㅁ ㅅㄹㅎ ㅅㄹ ㅇㅅㅇ ㅈㅈ ㅊㅊ ㄱㄴ'.split(
    ' ',
  ),
);

const KOREAN =
  /^(?:안녕(?:하세요|하십니까|하신가요|하세용|히\s?계세요|히\s?가세요|요)?|하이(?:요|루)?|헬로우?|반가(?:워|워요|웠어|웠어요|습니다)|방가(?:방가)?|좋은\s?(?:아침|하루|저녁|밤|주말)(?:이에요|입니다|이야|\s?보내\S*)?|굿모닝|굿나잇|굿+|굳+|잘\s?자(?:요)?|수고(?:하세요|했어|했어요|하셨습니다|많으셨습니다|염)?|고생\S*|고마(?:워|워요|웠어|웠어요|우이)|고맙(?:습니다|다|네)|감사(?:합니다|해요|해|드려요|드립니다|요)?|땡큐|쌩큐|댕큐|미안(?:해|해요|합니다)?|죄송(?:해요|합니다)?|네+|넵+|넹+|예+|응+|어+|웅+|아니(?:야|요|에요)?|아뇨|오케이|오키(?:도키)?|오+|와+|우와+|아+|헐+|대박|헉+|음+|흠+|하하+|호호+|히히+|크크+|키키+|푸하하|ㄹㅇ|진짜\?*|정말\?*|그래(?:요|서)?|그렇구나|그렇군요?|알겠(?:어|어요|습니다)|알았어(?:요)?|좋아(?:요)?|좋네(?:요)?|멋지다|멋져(?:요)?|최고(?:야|예요|다)?|쩐다|짱(?:이야|이다)?|축하(?:해|해요|합니다|드려요)?|심심(?:해|하다|해요)|배고(?:파|프다|파요)|졸려(?:요)?|피곤(?:해|하다|해요)|뭐\s?해(?:요)?|뭐하니|잘\s?지내(?:\S*)?|잘\s?있어(?:요)?|바이(?:바이)?|빠이|테스트|ㅎㅎ|사랑해(?:요)?|힘내(?:요|세요)?|화이팅|파이팅|존맛|노잼|꿀잼|재밌(?:다|네|네요|어|어요)|나이스|별로(?:야|네|다|예요)?|싫어(?:요)?|이뻐|귀여워)+$/u;

const ENGLISH =
  /^(?:(?:hi+|hey+|hello+|helo|hiya|yo+|sup|what'?s up|wassup|howdy|good (?:morning|afternoon|evening|night|day|job|work|luck|bot|one)|gm|gn|bye+|goodbye|see (?:you|ya)(?: later)?|cya|later|thanks?(?: you)?(?: so much| a lot| very much)?|thankyou|thx|ty|tysm|tyvm|cheers|much appreciated|appreciate it|welcome|np|no problem|you'?re welcome|yw|ok(?:ay)?|kk?|sure|cool|nice|great|awesome|amazing|perfect|wow+|lol+|lmao|rofl|haha+|hehe+|hmm+|hm|uh+|um+|oh+|ah+|aw+|yes|yep|yeah|yup|no|nope|nah|maybe|right|true|same|brb|gg|wp|omg|wtf|idk|sorry|oops|test(?:ing)?|ping|i see|got it|makes sense|never ?mind|nvm|interesting|love (?:it|you|this)|i love (?:it|you|this)|how are you(?: doing)?|congrat(?:s|ulations)|well done|please|pls|so|well|then|very|much|you|the best|all|everyone|everybody|there|bot|friends?|guys|folks|man|bro|dude|again|too)(?:[\s,.!~]+|$))+$/u;

/** Words that only go with a greeting: alone they are no chat. */
const FILLERS =
  /^(?:(?:so|well|then|very|much|you|all|everyone|everybody|there|bot|friends?|guys|folks|man|bro|dude|again|too|please|pls)[\s,.!~]*)+$/u;

/** Longer texts ask for something. */
const LONGEST = 40;

/** True for what people say to each other and that asks for nothing: greetings, thanks, laughter. */
export function isChat(text: string): boolean {
  const bare = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}\s']+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (bare === '') return text.trim() !== '';
  if (bare.length > LONGEST) return false;
  const joined = bare.replaceAll(' ', '');
  if (/^[ㄱ-ㅣ]+$/u.test(joined))
    return (
      JAMO.has(joined) ||
      (/^(.{1,2}?)\1*$/u.test(joined) && joined.length !== 2) ||
      /^(.)\1$/u.test(joined) ||
      /^[ㅏ-ㅣ]+$/u.test(joined)
    );
  // Laughter and tears beside words change nothing.
  const words = joined.replace(/[ㄱ-ㅣ]+/gu, '');
  if (words === '') return true;
  return KOREAN.test(words) || (ENGLISH.test(bare) && !FILLERS.test(bare));
}
