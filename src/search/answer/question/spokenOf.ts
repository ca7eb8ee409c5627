import { plainForm, plainQuestion } from './plainQuestion.ts';
import { type NamedTopic, type TopicTable, topicsIn } from './topicTable.ts';

/** Where what is asked begins behind what was said before: `… 얘기 나왔는데 `, `… is a pain. `. */
const LAST =
  /^.*(?:[.!。！;]\s+|\n+|[가-힣](?:[은는인한된던운]데|길래|더라고|라서|니까|거든)요?,?\s+|(?:けど|ので|が)、)/su;
/** What stands in quotation marks is what is spoken of. */
const QUOTED = /["“‘「『<'](?<name>[\p{L}\p{N}][^"”’」』>']{0,38}[\p{L}\p{N}])["”’」』>']/u;

/** Words for what was named before; a place of it, and whatever else it is. */
const PLACE =
  /(?<![가-힣])(?:바로\s)?(?:거기|그곳|그\s?안)(?:에서|에서만|에|서|다가)?(?![가-힣])|\bright (?:there|in (?:it|there))\b|(?<!\b(?:is|are|was|were|do|does)\s)\b(?:in )?there\b(?!\s(?:is|are|was|were)\b|['’]s)|そこで/iu;
const THING =
  /(?<![가-힣])(?:그|이|저)(?:거|건|게|것|걸|놈|녀석|서비스|제품|도구|기능|기술)(?:이|가|은|는|을|를|도|로|랑)?(?![가-힣])|(?<![가-힣])(?:얘|걔)(?:가|는|를|도|로|랑)?(?![가-힣])|\b(?:it|they|them)\b|\b(?:that|this|those|these)\b(?=[\s?.!]*$|['’]s|\s(?:is|are|was|were|does|do|means?|works?)\b)|[そこあ]れ(?=[はがをもっ])/iu;

/**
 * A question whose last clause asks of what was named before it, with the name in it: `data silos Meaning?` for `Our
 * vendor complains about "data silos". Meaning?`, `how to do ML in BigQuery` for `our tables sit in BigQuery. how to do
 * ML right there`. Undefined where the clause does not point back, or more than one thing was named.
 */
export function spokenOf(topics: TopicTable, text: string): string | undefined {
  const before = LAST.exec(text)?.[0];
  const last = before === undefined ? '' : text.slice(before.length).trim();
  if (before === undefined || last === '') return undefined;
  const name = QUOTED.exec(before)?.groups?.['name'] ?? onlyOne(before, topicsIn(topics, before));
  if (name === undefined) return undefined;
  const isHangul = /[가-힣]/u.test(last);
  const placed = last.replace(PLACE, () => (isHangul ? `${name}에서` : `in ${name}`));
  if (placed !== last) return placed;
  const meant = last.replace(THING, () => name);
  if (meant !== last) return meant;
  const whole = `${name} ${last}`;
  const isOther = topicsIn(topics, last).length > 0;
  return isOther || (plainQuestion(topics, whole) ?? plainForm(whole)) === undefined ? undefined : whole;
}

/** The name of the one topic that a text names, as it is typed. */
function onlyOne(text: string, named: readonly NamedTopic[]): string | undefined {
  const [first] = named;
  if (first === undefined || named.some(({ topic }) => topic !== first.topic)) return undefined;
  const { ko, en } = first.topic.name;
  return (/[가-힣]/u.test(text) ? ko : en) ?? ko ?? en ?? Object.values(first.topic.name)[0];
}
