import { EVENT_FACTS, type EventFact } from '../../../model.ts';
import type { Role } from './factRoles.ts';
import { words } from './wordPattern.ts';

/** What is asked of an event as a whole. */
export type Detail = EventFact['about'];

/** A word for a detail; or one that asks for a price, alone or beside what it is of; or who pays it; or what is best, liked, or much. */
export type DetailWord = Detail | 'amount' | 'price-of' | 'payer' | 'best' | 'liked' | 'many';

const DETAIL_WORDS: readonly (readonly [detail: DetailWord, word: RegExp])[] = [
  [
    'crowd',
    words(
      '(?:참가|참석|등록|신청|방문)(?:자|인원|자수|자규모) 관객 관객수 관중 방문객 인원 인원수 규모',
      '몇명',
      'crowd attendance attendees? headcount participants? visitors? guests? turnout',
    ),
  ],
  ['full', words('만석', '', '')],
  [
    'price',
    words(
      '(?:학생|일반|단체|얼리버드)?(?:티켓|입장권|참가권|참가비|참가비용|입장료|등록비|회비|표)(?:값|가격|요금|비용)?',
      '',
      'tickets? admission entry',
    ),
  ],
  ['amount', words('무료 공짜 유료', '얼마', 'free')],
  ['price-of', words('가격 값 요금 비용 할인 할인가', '', 'prices? costs? fees? rates? discounts?')],
  ['payer', words('학생 얼리버드 단체 일반 일반인', '', 'students? early-?bird regular group')],
  ['host', words('주최 주최자 주최측 주최사 주관 주관사 운영진', '주최 주관', 'organi[sz]ers?')],
  ['next', words('내년 다음 다음번 다음해 다음회 차기', '', 'next')],
  ['edition', words('', '몇회', 'editions?')],
  ['sponsor', words('스폰서 후원 후원사 협찬 협찬사', '후원 협찬', 'sponsors? sponsored sponsoring')],
  ['audience', words('대상 대상자 청중', '', 'audience-of outsiders-of')],
  ['tracks', words('트랙', '', 'tracks? トラック')],
  ['hours', words('', '', 'hours-of')],
  [
    'food',
    words(
      '밥 식사 점심 점심밥 저녁밥 아침밥 간식 다과 먹을거 먹을것 먹을거리 먹거리 마실거 마실것 음료 도시락 케이터링 뷔페',
      '',
      'food lunch breakfast dinner snacks? catering meals? drinks? refreshments? 食事 昼食 お昼 弁当 お弁当 軽食 飲み物 お菓子',
    ),
  ],
  [
    'gifts',
    words(
      '굿즈 기념품 경품 사은품 증정품 선물',
      '',
      'swag merch goodies giveaways? souvenirs? freebies ノベルティ グッズ お土産 景品',
    ),
  ],
  ['best', words('최고 베스트 최애 원픽', '최고로 꼽', 'best favou?rite')],
  [
    'good',
    words(
      '장점',
      '좋았 좋은 좋던 재밌 재미있 유익 인상 만족스 만족도 만족했',
      'good great nice liked? enjoyed? 良かった',
    ),
  ],
  [
    'bad',
    words(
      '단점 흠 불만',
      '아쉬 아쉽 별로 나쁜 나빴 불편 실망 안좋',
      'bad wrong worst disappoint(?:ed|ing|ment)s? complaints? downsides? lacking disliked? 残念 残念だった',
    ),
  ],
  ['missed', words('', '놓친 놓쳤 못들 못본 못봤 못간 못갔 안들은', 'miss missed skip skipped')],
  ['most', words('제일 가장 젤', '', 'most least 一番 最も')],
  ['many', words('', '많 적었 적은 적게', '')],
  [
    'liked',
    words(
      '',
      '즐거 즐겁 즐긴 즐겼 흥미 알찬 알찼 감명 괜찮 뜻깊',
      'fun interesting useful helpful memorable enjoyable impressive',
    ),
  ],
  ['aim', words('목표 목적 취지 의도', '노린 노리', 'goals? aims? purpose')],
];

/** Which detail of an event a word asks for. */
export const detailOf = (word: string): DetailWord | undefined =>
  DETAIL_WORDS.find(([, pattern]) => pattern.test(word))?.[0];

/** Who pays another price than others, as questions and texts name them. */
const PAYERS: readonly RegExp[] = [/학생|student/iu, /얼리|early/iu, /단체|group/iu];

/** What a question asks of an event as a whole. */
export interface EventQuestion {
  readonly details: readonly Detail[];
  /** The roles of the other words, and what is left of these. */
  readonly roles: ReadonlySet<Role>;
  readonly rest: readonly string[];
  /** What a text holds that tells the price for those who are named. */
  readonly payers: readonly RegExp[];
}

/** A word of a question, with what it is beside a detail. */
export interface SaidWord {
  readonly word: string;
  readonly detail: DetailWord | undefined;
  readonly roles: readonly Role[];
}

/** What may stand beside what was eaten and given there: `그날 점심 나왔나요`. */
const AT_EVENT: ReadonlySet<Role | undefined> = new Set<Role>(['filler', 'event', 'held', 'about']);
const OF_FAVOURITE: ReadonlySet<DetailWord> = new Set<DetailWord>(['best', 'good', 'most', 'liked']);

/** Reads what is asked of an event as a whole from the words of a question, but for numbers. */
export function readEventQuestion(said: readonly SaidWord[]): EventQuestion {
  const has = (detail: DetailWord): boolean => said.some((one) => one.detail === detail);
  const others = said.filter(({ detail }) => detail === undefined);
  const isOnly = others.every(({ roles }) => roles[0] === 'filler' || roles.includes('event'));
  const isOfEvent = isOnly && others.some(({ roles }) => roles.includes('event'));
  const isPrice =
    has('price') ||
    (has('amount') && (isOnly || has('payer'))) ||
    (has('price-of') && (isOfEvent || has('payer')));
  const isOfTalk = others.some(({ roles }) => roles.includes('talk'));
  const isRecommended = others.some(({ roles }) => roles.includes('recommend'));
  const isBest = has('best') || has('good') || (has('most') && has('liked'));
  const isFavourite = isOfTalk && !isRecommended && isBest;
  // Which talk was good is asked of the talks; what was good or bad of one is no matter of the event.
  const asked = (detail: Detail): boolean => {
    if (detail === 'price') return isPrice;
    if (detail === 'favourite') return isFavourite;
    if (detail === 'good' || detail === 'bad') return has(detail) && !isOfTalk;
    if (detail === 'tracks')
      return has(detail) && !isOfTalk && !others.some(({ roles }) => roles.includes('theme'));
    // Of a meal another thing may be asked: `점심 추천 봇`.
    if (detail === 'food' || detail === 'gifts')
      return has(detail) && !isRecommended && others.every(({ roles }) => AT_EVENT.has(roles[0]));
    if (detail === 'missed') return has(detail) && isOfTalk;
    if (detail === 'most') return has(detail) && isOfTalk && !isRecommended && !isBest;
    return has(detail);
  };
  const isDetail = ({ detail }: SaidWord): boolean =>
    detail !== undefined &&
    (isPrice ||
      EVENT_FACTS.some((fact) => fact === detail && asked(fact)) ||
      (isFavourite && OF_FAVOURITE.has(detail)) ||
      (detail === 'many' && asked('most')));
  const beside = said.filter((one) => !isDetail(one));
  return {
    details: EVENT_FACTS.filter(asked),
    roles: new Set(beside.flatMap(({ roles }) => roles)),
    rest: beside.filter(({ roles }) => roles.length === 0).map(({ word }) => word),
    payers: isPrice ? PAYERS.filter((payer) => said.some(({ word }) => payer.test(word))) : [],
  };
}
