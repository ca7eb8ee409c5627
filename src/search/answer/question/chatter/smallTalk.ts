import { memoizeLast } from '#library/compute/memoize.ts';

/** Initials that are said in a chat and ask for nothing. */
const JAMO = new Set(
  'ㅎㅇ ㅎㅇㅎㅇ ㅂㅇ ㅂㅂ ㅂㅇㅂㅇ ㅇㅇ ㅇㅋ ㅇㅋㅇㅋ ㅇㅎ ㅇㅈ ㅇㄴ ㅇㅂ ㅇㄷ ㅇㄱㄹㅇ ㄱㅅ ㄱㅅㄱㅅ ㄳ ㄱㅊ ㄱㄱ ㄱㄱㅆ ㄱㄷ ㄱㄷㄱㄷ ㄱㅇㅇ ㄴㄴ ㄴㄷ ㄴㅇㅅ ㄷㄷ ㄷㅊ ㄹㅇ ㄹㄷ ㅁㄹ ㅁㅊ ㅂㄷㅂㄷ ㅂㄹ ㅂㅅ ㅅㄱ ㅅㅂ ㅅㅌㅊ ㅇㅉ ㅈㅅ ㅈㅂ ㅈㄹ ㅉㅉ ㅊㅋ ㅊㅋㅊㅋ ㅋㄷ ㅋㄷㅋㄷ ㅌㅌ ㅍㅎ ㅎㄷㄷ ㅎㄹ ㅎㅈ ㄲㅈ ㄲㅂ ㅃㅇ ㅈㄱㄴ ㄱㅁ ㅅㄹㅎ ㅅㄹ ㅇㅅㅇ ㅈㅈ ㅊㅊ ㄱㄴ ㅎㅇㅌ ㅍㅇㅌ ㅎㅇㄹ ㄴㅇㅈ ㅈㄱㅊㅇ ㄱㅊㅇ ㅇㅈㄹ ㄹㅈㄷ ㅇㄱㅈ ㅁㅊㄷ ㅈㅅㅎ ㄱㅅㅎ ㅅㄱㅇ ㅅㄱㅎ'.split(
    ' ',
  ),
);

const list = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean);

const begins = (text: string): RegExp => new RegExp(`^(?:${list(text).join('|')})`, 'u');

/** What people say to each other: greetings, thanks, praise, moods. */
const SAID = new Set(
  list(`하이 하이요 하이루 바이 바이요 바이바이 헐 헉 와 우와 오 오오 아 아하 음 흠 ㄹㅇ 미친 도움이 도움 생일 보내세요 보내요 네 네네 넵 넵넵 넹 예 응 웅 어 아니 아니요 아니야 아뇨
  진짜 정말 좋아 좋아요 진짜네 진짜네요 정말이네 인정 인정합니다 맞아 맞아요 맞네 맞네요 맞아맞아 그러네 그러게 그러게요 키키 어머 어머나 세상에 똑똑하네 똑똑하네요 좋네 좋네요 좋다 별로야 별로네 별로다 별로예요 굿 굳 굿굿 집가고싶다 뭐했어 뭐했어요 뭐했니 뭐했냐 뭐했음
  hi hii hiya hey hello helo yo sup wassup howdy morning evening afternoon night gm gn bye goodbye cya later thanks thank thankyou thx ty tysm tyvm cheers
  appreciate appreciated welcome np yw ok okay k kk sure cool nice great awesome amazing perfect brilliant wow xd whoa woah yay ugh lol lmao rofl haha hahaha hehe hmm hm uh um oh
  ah aw yes yep yeah yup no nope nah maybe right true same brb gg wp omg wtf idk sorry oops ping interesting congrats congratulations funny
  こんにちは こんにちわ こんばんは はじめまして すごい すごいね へえ へー ほんと 本当 うん はい いいえ すみません わかりました いいね 草 w ww www wwww`),
);
/** The same with many endings. */
const BEGINS_SAID = begins(
  `안녕 안뇽 헬로 반가워 반가웠 반갑 방가 굿모닝 굿밤 굿나잇 굿잡 아침이 잘자 잘가 잘있어 수고 고생 고마워 고마웠 고맙 고마우 감사 땡큐 쌩큐 댕큐 덕분 도움됐 도움됨 도움받 미안 죄송 오케이 오키 대박
  하하 호호 히히 크크 푸하 짱 쩐다 쩔어 미쳤 웃기 웃겨 웃겼 슬프 슬퍼 놀아줘 재밌 꿀잼 노잼 축하 추카 생축 심심 배고파 배고프 배고픈 졸려 졸리 피곤해 피곤하 빠이 사랑해 힘내 화이팅 파이팅 나이스 존맛 멋지 멋져
  최고 이뻐 귀여 알겠 알았 그렇구 그렇군 싫어 ありがと どうもありがと おはよ おつか お疲れ おやすみ よろしく なるほど ごめん 了解`,
);
/** Words that go with it: alone they say nothing. */
const ALONG = new Set(
  list(`다들 모두 형 형들 누나들 저도 나도 집 집에 좋은 하루 저녁 주말 밤 이에요 많이 여러분 얘들아 친구 친구들 님 님들 오늘 오늘도 오늘은 어제 어제는 내일 주말에 주말엔 지난주에 사건 너무 완전 정말로 그냥 누구 하세요 하십니까 하신가요 하세용 계세요
  가세요 자요 했어 했어요 살았다 뭐해 뭐해요 뭐함 뭐하니 뭐하고 해요 요 잘 잘봤어 잘봤어요 됐어요 됐다 됐네요 있음 있나 있나요 있어
  so well then very much you u all everyone everybody there friend friends guys folks man bro dude again too please pls good day job work luck one the a an is am
  are was were it this that thing on bot super of for to my your me we be its really just lot best help helped helpful problem worries worry never mind nvm see got makes
  sense done doing going i ya world today tonight talk anyone anybody here around`),
);
const BEGINS_ALONG = begins('봇 보내 지내 하셨 많으셨 해결 이해 퇴근하');

/** Greetings and praise of several words, each of which may mean something else. */
const PHRASES =
  /\b(?:how are you|what'?s up|love (?:it|this|you)|(?:good|bad|nice|smart|dumb) (?:bot|job|one|work|luck|day)|makes sense|(?:i )?got it|i see|my bad|no way|of course|fair enough|good point)\b/gu;

/** Who does not understand names nothing: `무슨 말인지 하나도 모르겠어요`. */
const LOST =
  /^(?:이게 |대체 |도대체 )?(?:무슨|뭔) ?(?:말|소리|얘기)(?:인지)? ?(?:(?:전혀|하나도|도통|잘) )?(?:모르겠[가-힣]*|이해가? ?안 ?(?:돼|되|가|감|됨)[가-힣]*)$/u;

/** Who tries whether anybody answers: `testing 123`, `테스트 테스트`. */
const TRIES = /^(?:test(?:ing)?|테스트)(?: (?:\d+|test(?:ing)?|테스트|중|중입니다))+$/u;

/** What is replaced before words are looked at: such phrases, and initials. */
const MAY_CHANGE = /[a-zㄱ-ㅣ]/u;

/** Rows of keys: who types along them asks for nothing. */
const ROWS = [
  'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ',
  'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ',
  'ㅋㅌㅊㅍㅠㅜㅡ',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const RUN = 4;

const isTypedAlong = (text: string): boolean =>
  text.length >= RUN &&
  ROWS.some((row) => row.includes(text.slice(0, RUN)) && [...text].every((key) => row.includes(key)));

/** Longer texts ask for something. */
const LONGEST = 40;

/** True for what people say to each other and that asks for nothing: greetings, thanks, laughter. */
export const isChat = memoizeLast((text): boolean => {
  const read = text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu);
  if (read === null) return text.trim() !== '';
  const bare = read.join(' ');
  if (bare.length > LONGEST) return false;
  if (LOST.test(bare) || TRIES.test(bare)) return true;
  const joined = read.join('');
  if (isTypedAlong(joined)) return true;
  if (/^[ㄱ-ㅣ]+$/u.test(joined))
    return (
      JAMO.has(joined) ||
      JAMO.has(joined.replace(/^[ㅋㅎ]{2,}|[ㅋㅎㅠㅜ]{2,}$/gu, '')) ||
      (/^(.{1,2}?)\1*$/u.test(joined) && joined.length !== 2) ||
      /^(.)\1$/u.test(joined) ||
      /^[ㅏ-ㅣ]+$/u.test(joined)
    );
  // Laughter and tears beside words change nothing.
  const words = MAY_CHANGE.test(bare)
    ? list(bare.replace(PHRASES, 'hi').replace(/[ㄱ-ㅣ]+/gu, (run) => (JAMO.has(run) ? 'hi' : ' ')))
    : read;
  return words.length === 0 || (words.every((word) => isSaid(word) || goesAlong(word)) && words.some(isSaid));
});

const isSaid = (word: string): boolean => SAID.has(word) || BEGINS_SAID.test(word);
const goesAlong = (word: string): boolean => ALONG.has(word) || BEGINS_ALONG.test(word);
