import type { Condition } from '../../question/forms/marks.ts';
import type { Asking } from '../../question/readQuestion.ts';
import type { FactQuestion } from './factWords.ts';

/** `어떤 행사 후기인가요`. */
export const WHICH_EVENT =
  /(?:무슨|어떤|어느|뭔)\s?(?:행사|이벤트|콘퍼런스|컨퍼런스|밋업|모임|세미나|서밋)|\b(?:what|which) (?:event|conference|meetup|summit|seminar)\b|(?:何の|どの|どんな)(?:イベント|カンファレンス|勉強会|セミナー|ミートアップ|サミット|行事)/iu;

/** What the text of a question says, as signs beside the roles of its words. */
const SAYS: readonly (readonly [sign: string, text: RegExp])[] = [
  ['~asks', /[?？]\s*$/u],
  ['~short', /^.{1,11}$/su],
  ['~brief', /^.{1,10}$/su],
  // `이거 2018년에 한 거 맞아?`, `was this in 2018?`
  ['~of-year', /맞|한\s?[거것]|열렸|\b(?:was|is) (?:it|this|that)\b/iu],
  // The way to use what is named before it, unless that is the bot.
  [
    '~of-other',
    /^(?!(?:(?:이|이거|이것|이건|여기|너|넌|네|니|봇|렉턴|챗봇|그냥|혹시|저기|전체|기본|간단한?|lectern|bot|디스코드|명령어|기능)[은는이가의을를도]?\s+)*(?:사용법|도움말))\s*\S.*\s(?:사용법|도움말)/iu,
  ],
  // `두 번째 거`, `3번은?`, `the sixth one`.
  ['~one', /번째|째|\d\s?번|[#＃]\d|\b(?:one|number|no)\b/iu],
  // `누가 나왔어`, `who appeared`.
  [
    '~appeared',
    /나[와왔옴오온]|왔|말[했한]|얘기[했한]|떠들|진행|섰|등장|출연|참여|\b(?:appear(?:ed)?|came|featured?|was there|were there)\b/iu,
  ],
  // `제목만 쭉`.
  ['~titles', /제목|타이틀|\btitles\b|タイトル/iu],
  // `무슨 얘기들 했음`: what was said there is the talks.
  ['~said', /했|하[던였]|나[왔온옴]|다[뤘룬]|\b(?:did|was|were)\b/u],
  ['~which-event', WHICH_EVENT],
  ['~yesno', /[?？]\s*$|맞[지죠]/u],
  // `발표한 사람`, `쿠폰 얘기 해 주신 분`, `누가 얘기했더라`, `쿠폰 얘기 누가 했지`.
  [
    '~spoke',
    /(?:발표|강연|얘기|이야기|말씀|토크|세션|워크숍|워크샵)(?:[을를도]?\s)?(?:한|했던|했다는|했다던|하신|하셨던|하셨다는|해\s?준|해\s?주신|맡은|맡으신|진행한|진행하신)\s?(?:사람|분|연사)들?(?![가-힣]{2})|누가\s(?:(?:나[와왔]서?|와서)\s)?(?:얘기|이야기|말씀|말\s?[했한하])|(?:얘기|이야기|토크)[은는를]?\s누가/u,
  ],
  // `Did any of the speakers compare …` asks for no speaker.
  ['~whether', /^(?:did|do|does|is|are|was|were|has|have|had|can|could)\b/iu],
  // `몇 번 세션`: which one, and not how many.
  ['~which', /몇\s?(?:번|회차|편|장)|번호|\b(?:which|what) (?:number|part)\b|何(?:番目?|回目)/u],
  // `음성 발표 제목`.
  [
    '~names',
    /(?<!(?:[이가]\s(?:한|하신)\s|님\s)(?:발표|강연)\s)제목|이름|\b(?:titles?|called|names?)\b|タイトル/iu,
  ],
  ['~title', /제목|\btitles?\b|タイトル/iu],
  // `세 번째 글`: a post is meant, and none of the talks that it tells of.
  ['~post', /글|포스트|[1-9]\s?[편부]|\bpart \d|\b(?:posts?|articles?)\b|記事/iu],
  [
    '~in-talk',
    /(?:발표|세션|강연|토크)에서|\b(?:in|during) (?:the )?(?:\S+ )?(?:talk|session|presentation)\b|(?:セッション|発表)で/iu,
  ],
  // `in that IoT session`: what is asked is in its text.
  [
    '~of-its-text',
    /\b(?:in|during|from|according to) (?:the|that|this|his|her|their) (?:\S+ ){0,3}?(?:talk|session|presentation)\b/iu,
  ],
  // `캐시 발표에서 실패한 얘기도 했어`: of the talk that is named before, and not in which talk.
  [
    '~in-named-talk',
    /(?<!(?:^|\s)(?:어느|무슨|어떤|이|그|저|다른|모든|여러|각|몇\s?번?째?)\s?)(?<=[가-힣\w]\s)(?:발표|세션|강연|토크)(?:에서|중에)(?!\s?(?:다룬|나온|말한|언급))/u,
  ],
  // `which conference was the queue talk at`, `이 발표 어느 컨퍼런스에서 한 거야`.
  [
    '~at-which',
    /(?:어느|어떤|무슨|뭔)\s?(?:행사|컨퍼런스|콘퍼런스|컨프|밋업|세미나|대회)(?:에서|꺼|거|에)?|\b(?:at|from|in)? ?(?:which|what) (?:conf|conference|event|meetup|summit)\b|(?:どの|何の)(?:イベント|カンファレンス|勉強会)/iu,
  ],
  // `where was the talk about X`, `X 다룬 세션은 언제 했어`: a talk, and not what is said in one.
  [
    '~of-talk',
    /\b(?:when|where) (?:was|were) (?:the |that |this )?(?:\S+ ){0,3}?(?:talk|session|presentation|keynote)\b|(?:세션|발표|강연|키노트)\S{0,2}\s(?:언제|어디(?:에?서)?)\s?(?:했|한|열|였)/iu,
  ],
  // `when was X presented`: of what was presented the time is asked for, and not who did it.
  [
    '~presented',
    /\b(?:when|where) (?:was|were|did)\b.*\b(?:presented|present|given|held|shown)\b|(?:언제|어디(?:에?서)?)\s?(?:발표|강연)[했한]/iu,
  ],
  [
    '~both',
    /언제\S{0,2}[\s,]+어디|어디\S{0,3}[\s,]+언제|\b(?:when|where) (?:and|&) (?:when|where)\b|いつ[、\s]?どこ/iu,
  ],
  ['~place', /장소|위치|개최지|\b(?:venue|location)\b|会場|場所/iu],
  // `읽을거 뭐 있음`, `list them all`.
  [
    '~all',
    /(?:읽|볼|들)을?\s?(?:수\s?있는\s?)?(?:거|것|게|만한\s?(?:거|것|게))\S{0,2}\s(?:뭐|뭘|있)|(?:뭐|뭘|무엇을)\s(?:볼|읽을|들을)\s?수\s?있|뭐뭐\s?[했하]|무슨\s순서|(?:여기|이곳)\S{0,2}\s(?:뭐|뭘|무엇|뭔가)|목록|리스트|\blist (?:'?em|them|all|everything)\b|\bwhat(?:'s| is| can (?:i|we) (?:read|see|find|watch)| is there)\b.*\b(?:here|available)\b|一覧/iu,
  ],
];

/** What a text says. */
export const says = (text: string): readonly string[] =>
  SAYS.flatMap(([sign, pattern]) => (pattern.test(text) ? [sign] : []));

/** What a question says or is, beside the roles of its words. */
export type Signs = ReadonlySet<string>;
/** A sign, and whether a question has it. */
export type Known = readonly (readonly [sign: string, isSo: boolean])[];
/** Signs that follow from others, in their order. */
export type Follows = readonly (readonly [sign: string, condition: Condition<string>])[];

/**
 * What a question is read by: the roles of its words; kinds of answers with `?` before them; what its text says with `~`; what is
 * known otherwise, or follows from all of these, with `#`.
 */
export function signsOf(
  { roles, number, year, isHead }: FactQuestion,
  text: string,
  { kinds }: Asking,
  known: Known,
  follows: Follows,
): Signs {
  const all: Known = [
    ['#number', number !== undefined],
    ['#year', year !== undefined],
    ['#several', roles.size > 1],
    ['#head', isHead],
    ['?any', kinds.length > 0],
    ...known,
  ];
  const signs = new Set<string>([
    ...roles,
    ...kinds.map((kind) => `?${kind}`),
    ...all.flatMap(([sign, isSo]) => (isSo ? [sign] : [])),
    ...says(text),
  ]);
  for (const [sign, isMet] of follows) if (isMet(signs)) signs.add(sign);
  return signs;
}
