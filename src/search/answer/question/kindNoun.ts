import type { Topic } from '#library/model.ts';
import type { Token } from '../../letters/tokens.ts';
import { koreanStems } from '../../words/korean.ts';
import { isKind } from '../../words/lists/kinds.ts';

/** The noun that a Korean summary says a thing is: `기록하는 시스템입니다`, `늘어놓은 배열로, …`. */
const KOREAN_HEAD = /([가-힣]+?)(?:입니다|이다|이에요|예요|(?:이며|으로|로|이고),|\.?$)/gu;
/** The same of an English one, which what tells more of it follows: `The system that records`, `… data warehouse for`. */
const ENGLISH_HEAD =
  /^(?:.*?\b(?:is|are) )?([^,.;:(]*?)(?= (?:that|which|who|whose|where|of|for|to|in|on|with|by|from|between|at|used|made|built)\b|[,.;:(]|$)/iu;

const headsOf = new WeakMap<Topic, ReadonlySet<string>>();

/** What kind of thing a topic is, as its summary says: `system` for one that is the system which records a sale. */
function kindsOf(topic: Topic): ReadonlySet<string> {
  const known = headsOf.get(topic);
  if (known !== undefined) return known;
  const heads = new Set<string>();
  for (const text of Object.values(topic.summary)) {
    if (text === undefined) continue;
    for (const [, head = ''] of text.matchAll(KOREAN_HEAD)) heads.add(head);
    const english = ENGLISH_HEAD.exec(text)?.[1]?.toLowerCase().split(' ').at(-1);
    if (english !== undefined) heads.add(english);
  }
  headsOf.set(topic, heads);
  return heads;
}

/** True for a word behind a topic's name that says nothing but what kind of thing it is: `POS system`, `CNCF 재단이`. */
export function saysKind(topic: Topic, { text }: Token): boolean {
  return [text, ...koreanStems(text)].some((form) => isKind(form) && kindsOf(topic).has(form));
}
