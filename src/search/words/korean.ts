import { isLightVerb } from './verbs.ts';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const NONE: readonly string[] = [];

/** Particles that follow nouns. */
const PARTICLES = words(
  `은 는 이 가 을 를 의 에 와 과 도 로 만 나 랑 야 란 든 께 에서 에게 으로 까지 부터 보다 처럼 마다 조차 마저 밖에 이나 이랑 하고 한테 에는 에도 에만
  에서는 에서도 에서의 으로는 으로도 으로의 으로서 으로써 로서 로써 로는 로도 로의 에게는 와의 과의 와는 과는 까지의 까지는 부터의 부터는 이란 이라는 라는 이라고 라고
  이며 이고 이나마 이라도 라도 이든 든지 이든지 이야 이에요 예요 이요 요 입니다 이다 인가 인가요 인지 인데 이지 이죠 죠 일까 일까요 이었다 였다 이라면 라면 대로 만의 만을 만이 뿐 뿐만 같은 같이 들 들은 들이 들을 들의 들에게 들과 님 별 별로 용 당 시 때 란게 이란게 라는게 이라는게 란건 이란건 라는건 이라는건 란거 이란거 라는거 이라는거 에요 에선 에겐 한테서 보단 까진 부턴 으론 론 이랑은 이면 면 랬지 이랬지 랬나 이랬나 랬나요 이랬나요 랬어 이랬어 랬죠 이랬죠 랬더라 이랬더라 랬는데 이랬는데 라며 라더라 이라더라 라던데 이라던데 라던가 이라던가 라네요 이라네요 래요 이래요 이더라 씩 째 쯤 적 적인 적으로 성 화 상 간 내 중 측 형 급 식
  쪽 쪽은 쪽에서 쪽의 쪽도 쪽으로 쪽에 쪽이 쪽만 쪽엔 끼리 끼리는 끼리만 들끼리 한텐 에다 에다가 땜에 땜시 때문에 라든지 이라든지 만큼 만큼은 만큼이나 라서 이라서 이니까 이냐 이냐고 라니 이라니 야말로 이야말로 커녕 은커녕 는커녕 따위 따위는 치고 치고는 없인 꺼 꺼는 같은거 같은게 같은걸 인건 인건가 인거 인걸 일때 일땐 였는데 였어 였나 였대 이었나 이었어 이래
  였지 였죠 였더라 였더라고 였음 였나요 였어요 였던가 였던거 이었지 이었죠 이었더라 이었음 이었나요 이었어요 이었는데 이었던가 이었대 더라 더라고 던가 이던가 인감 인가봐 인가봄 인거야 인거지 인거죠 이었던거`,
);

/** Endings of 하다 and 되다 after a noun: `이동하지` → `이동`. */
const VERBAL = words(
  `하다 하는 하고 하며 하면 하면서 하지 하지만 하기 하기에 하기가 하기는 하기를 하게 하도록 하려 하려고 하려면 하자 하여 하였 하였다 하거나 하더라 하네 하네요 하나 하나요 하니 하니까 하냐 하든 하세요 하십니까
  한 한대 한대요 한답니다 한다 한다고 한다며 한다면 한다는 한데 한지 할 할까 할까요 할지 할수록 할때 할래 함 함을 함이 함은 함으로써 합니다 합니까 했 했대 했대요 했다며 했다고 했음 했다 했나 했나요 했는데 했는지 했던 했고 했어 했어요 했습니다 했을 했을까
  해 해서 해도 해야 해야지 해야하나 해요 해라 해줘 해주는 해주나 해주나요 해준다 해볼 해보는 해볼까 해본 해결해 해결하는 해진 해지는
  되다 되는 되고 되며 되면 되면서 되지 되지만 되기 되게 되도록 되어 되어서 되었 되었다 되었나 되었나요 되나 되나요 되네 되니 되던 되었던 된 된다 된다고 된다면 된다는 될 될까 될까요 될지 됨 됩니다 됩니까 됐 됐다 됐나 됐나요 됐어 됐어요 됐는지 됐습니다 돼 돼서 돼도 돼야 돼요 되어야 되지는
  시키다 시키는 시키고 시키면 시키기 시킨 시킨다 시킬 시켜 시켜서 시킵니다 시켜주는 시켰 시켰다 받다 받는 받은 받을 받아 받고 받게 당하는 당한 당하면 당했 스러운 스럽게 롭게 로운 없이 없는 있는 있게`,
);

/** Endings of verbs and adjectives proper, after their stem. */
const ENDINGS = words(
  `습니다 습니까 ㅂ니다 었습니다 았습니다 는다 는데 는지 는가 는가요 나요 을까 을까요 을지 었나 았나 었나요 았나요 었어 았어 었어요 았어요 어요 아요 어서 아서 어도 아도 으면 으며 으니 지만 지는 지도 다고 다는 다면 도록 거나 던데 던 고는 고도 기도 기는 기가 기를 기에 면서 려고 려면 자마자 었다 았다 었던 았던 었을 았을 어야 아야 는 고 게 지 면 며 기 음 을 은 다 네 네요 니 냐 나 야 죠 지요 군요 거든 든지 ㄴ다 ㄴ가 ㄴ가요 ㄹ까 ㄹ까요 주는 줘 주나 주나요 준다 줄까 본 보는 볼까`,
);

const bySize = (list: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> => {
  const sizes = new Map<number, Set<string>>();
  for (const item of list) {
    const set = sizes.get(item.length) ?? new Set<string>();
    set.add(item);
    sizes.set(item.length, set);
  }
  return sizes;
};

const NOUN_TAILS = bySize([...PARTICLES, ...VERBAL]);
const VERB_TAILS = bySize(ENDINGS);
const LONGEST_TAIL = 5;

/** Last syllables of all tails: a quick filter, since most words end in none of them. */
const lastOf = (tails: ReadonlyMap<number, ReadonlySet<string>>): ReadonlySet<number> =>
  new Set([...tails.values()].flatMap((set) => [...set].map((tail) => tail.charCodeAt(tail.length - 1))));
const NOUN_LAST = lastOf(NOUN_TAILS);
const VERB_LAST = lastOf(VERB_TAILS);

const PARTICLE_SET: ReadonlySet<string> = new Set(PARTICLES);

/** True for particles after a Latin word or number: `의` in `BigQuery의`. */
export function isParticle(word: string): boolean {
  return PARTICLE_SET.has(word) || VERBAL_SET.has(word);
}

const VERBAL_SET: ReadonlySet<string> = new Set(VERBAL);

function strip(
  word: string,
  tails: ReadonlyMap<number, ReadonlySet<string>>,
  last: ReadonlySet<number>,
  keep: number,
): string {
  if (!last.has(word.charCodeAt(word.length - 1))) return word;
  for (let size = Math.min(LONGEST_TAIL, word.length - keep); size > 0; size -= 1) {
    if (tails.get(size)?.has(word.slice(-size))) return word.slice(0, -size);
  }
  return word;
}

/**
 * Possible stems of a Korean word without particles and endings, longest first, excluding the word itself:
 * `컴퓨팅에서는` → `컴퓨팅`; a stem has at least two syllables.
 */
export function koreanStems(word: string): readonly string[] {
  const end = word.charCodeAt(word.length - 1);
  if (word.length < 3 || (!NOUN_LAST.has(end) && !VERB_LAST.has(end) && !LIGHT.test(word))) return NONE;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stems: string[] = [];
  let rest = word;
  for (let round = 0; round < 3; round += 1) {
    const next = strip(rest, NOUN_TAILS, NOUN_LAST, 2);
    if (next === rest) break;
    stems.push(next);
    rest = next;
  }
  const noun = beforeLightVerb(word);
  if (noun !== undefined && !stems.includes(noun)) stems.push(noun);
  const verb = strip(word, VERB_TAILS, VERB_LAST, 2);
  if (verb !== word && !stems.includes(verb)) stems.push(verb);
  if (cache.size >= KEPT) cache.clear();
  const made = stems.length === 0 ? NONE : stems;
  cache.set(word, made);
  return made;
}

/** The syllables that a light verb begins with, behind a noun. */
const LIGHT = /^[가-힣]{2,}[하한할함합해했되된될됨됩돼됐시받당]/u;

/** The noun that a light verb stands behind: `분석` of `분석해준대`. */
function beforeLightVerb(word: string): string | undefined {
  if (!LIGHT.test(word)) return undefined;
  for (let at = word.length - 1; at >= 2; at -= 1) if (isLightVerb(word.slice(at))) return word.slice(0, at);
  return undefined;
}

/** The one-syllable stem of a short word without its particles or ending: `뜻이야` → `뜻`, `명한테만` → `명`. */
export function oneSyllableStem(word: string): string | undefined {
  if (word.length < 2 || word.length > 5) return undefined;
  const end = word.charCodeAt(word.length - 1);
  if (!NOUN_LAST.has(end) && !VERB_LAST.has(end)) return undefined;
  const rest = word.slice(1);
  return isTail(rest) || isTwoParticles(rest) ? word.slice(0, 1) : undefined;
}

function isTail(text: string): boolean {
  return NOUN_TAILS.get(text.length)?.has(text) === true || VERB_TAILS.get(text.length)?.has(text) === true;
}

function isTwoParticles(text: string): boolean {
  for (let at = 1; at < text.length; at += 1)
    if (PARTICLE_SET.has(text.slice(0, at)) && PARTICLE_SET.has(text.slice(at))) return true;
  return false;
}

/** Particles that cannot be part of another word: `전에`, but not `제도`. */
const POINTING: ReadonlySet<string> = new Set(words('에 는 은 을 를 에서 에는 에도 에서는 부터 까지 마다'));

/** Size of the cache: words of queries and candidates repeat. */
const KEPT = 4_000;
const cache = new Map<string, readonly string[]>();

/** Stop words: question words, demonstratives and function words. */
const STOP = new Set(
  words(
    `무엇 무엇인가 무엇인가요 무엇을 무엇이 무엇인지 무엇이야 무엇입니까 뭐 뭐야 뭐가 뭐를 뭘 뭔가 뭔가요 뭔데 뭔지 뭐지 뭐예요 뭐에요 뭐임 뭐냐 뭐니 뭐라고 뭐하는 뭐하는거야 무슨 어떤 어떻게 어떠한 어떨 어때 어떤가 어떤가요 어떻 어떠 어디 어디서 어디에 어디에서 어디로 어디까지 어느
    누가 누구 누구를 누구나 누군가 누구야 누구의 언제 언제부터 언제까지 왜 왜냐 왜요 얼마나 몇 그 이 저 것 거 게 건 걸 것이 것은 것을 거야 거예요 거지 걸까 건가 건가요 것인가 것일까 수 줄 등 및 또 또는 그리고 그러나 하지만 그래서 그런데 그럼 그러면 이런 그런 저런 이렇게 그렇게 저렇게 이것 그것 저것 여기 거기 저기 우리 나 너 내 네 제 저희 너희
    좀 더 덜 아주 매우 너무 정말 진짜 가장 제일 잘 못 안 다 모두 모든 각 각각 여러 많이 많은 조금 약간 바로 다시 이미 아직 지금 이제 그냥 혹시 만약 대해 대해서 대한 관한 관해 관해서 관련 관련된 관련해 위해 위한 위해서 통해 통한 따라 따른 의해 의한 때문 때문에 경우 정도 동안 이후 이전 사이 중 때 뒤 앞 후 전 위 위에 위에서 아래 아래에 안에 안에서 속 속에 속에서 밖 밖에서 옆
    있다 있는 있어 있어요 있나 있나요 있을까 있을까요 있습니까 있음 있는지 있었 있었나 있었나요 있었어 있게 있고 있지 있죠 있던 있을 있니 있냐 있으면 없다 없는 없어 없나 없나요 없이 없을까 없을 하다 하는 하나 하나요 하면 하고 하지 하기 하는지 하는가 하는거 하는데 하게 하려면 하려고 한다 한 할 할까 할까요 할지 함 합니까 합니다 했어 했나 했나요 했다 했는지 했는데 했던 해 해서 해도 해야 해줘 해요 해주는 되다 되는 되나 되나요 되면 되지 된다 된 될 될까 됩니까 돼 돼요 됐어 됐나 되어
    이다 입니다 인가 인가요 인지 인데 이야 예요 이에요 일까 일까요 같은 같이 같아 처럼 알려줘 알려주세요 알려 알려줄래 알고 알고싶어 알 싶어 싶은 싶다 싶어요 싶은데 궁금 궁금해 궁금해요 궁금합니다 설명해줘 설명해 설명해주세요 보여줘 찾아줘 말해줘 말해 말하는 말한 말하나 말했나 말했어 주세요 줘 가르쳐줘 나온 나오는 나와 나왔 나왔어 나오나 나왔던 얘기 얘기해 이야기 이라는 라는 이란 란 어느정도 하려 쓰나 쓰나요 쓰는 쓰이나 쓰이는 쓰여 쓰지 쓸 써 쓰면 쓰이나요 쓸까 그게 이게 저게 그걸 이걸 그거 이거 저거 누구에게 무얼 뭐고 뭐하고 거의 것들 이들 그들 나요 네요 아니 아닌 아니라 아니면 말고 좋은 좋아 좋나 좋을까 좋나요 좋은지 됩니다 가능 가능한 가능한가 가능한가요 가능해 가능하나 가능할까 하죠 했죠 하더라 했더라 씀 됨 함 임 거임 거지 거죠 거냐 거예요 거에요 건데 걸로 어케 뭘로 뭐로 뭐뭐 뭐랑 뭐더라 뭐였지 뭐였어 뭐였더라 머야 머임 모야 뭥미 돼있어 되있어 쓰임 쓴거 쓴 든 필요 필요한 필요해 필요하나 필요한가 필요한가요`,
  ),
);

/** The syllable before an unambiguous particle: `말` of `말을`. */
export function syllableBeforeParticle(word: string): string | undefined {
  return word.length > 1 && word.length < 4 && POINTING.has(word.slice(1)) ? word.slice(0, 1) : undefined;
}

/** True for stop words. */
export function isKoreanStop(word: string): boolean {
  return STOP.has(word) || STOP.has(syllableBeforeParticle(word) ?? '');
}
