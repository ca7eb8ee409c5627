import type { Topic } from '#library/model.ts';
import { topicNames } from '../index/documents.ts';
import type { Index } from '../index/searchIndex.ts';
import { interpret } from '../interpret.ts';
import type { SearchOptions } from '../model.ts';
import { evidenceOf } from '../ranking/evidence.ts';
import { FUSED } from '../ranking/fuse.ts';
import type { QueryWord } from '../ranking/query.ts';
import { namesStranger } from '../ranking/strangers.ts';
import { confidenceOf } from '../ranking/verdict.ts';
import { type ChosenStretch, choose, judgedSections, type ReadQuestion } from './choose.ts';
import { ANOTHER, type AnswerFeatures, featuresOf, surenessOf } from './confidence.ts';
import { holdsNoNoun } from './doubts/heldNouns.ts';
import { absentProperNames } from './doubts/properNames.ts';
import { isUntold } from './doubts/untold.ts';
import { askedNames, headNouns, isAnotherOfFamily, namesOf } from './names/askedName.ts';
import { lacksName } from './names/lacksName.ts';
import { ASKS, isWithin, onlyAsks } from './question/askingWords.ts';
import { type Asking, readAsking } from './question/readQuestion.ts';
import { settingsLast, type TopicTable, topicsIn } from './question/topicTable.ts';

/** What answers are made from. */
export interface AnswerSources {
  readonly index: Index;
  readonly topics: TopicTable;
}

/** From here on a piece is of the type that was asked for: the words that ask need not stand in it. */
const OF_TYPE = 0.15;
/** From here on a piece is clearly of the type that was asked for. */
const TYPE_TELLS = 1.2;
const isOfType = (best: ChosenStretch | undefined): boolean => (best?.choice.fit ?? 0) >= TYPE_TELLS;

/** What a question is about, and the piece that answers it best. */
export interface AnswerDraft extends ReadQuestion {
  readonly subject: Topic | undefined;
  readonly best: ChosenStretch | undefined;
  /** Undefined where nothing was found. */
  readonly features: AnswerFeatures | undefined;
  /** True where something is asked that what was chosen does not tell. */
  readonly untold: boolean;
  /** Names of several words that are asked of and that no section holds as a whole. */
  readonly absent: readonly string[];
}

/** Reads a question and chooses a piece. */
export function judge(
  { index, topics }: AnswerSources,
  text: string,
  textAsking: Asking,
  options: SearchOptions,
  reading = interpret(index.segments, text, options.nearness === undefined ? undefined : FUSED),
): AnswerDraft {
  const { ranked, query } = reading;
  const asking = query.text === text ? textAsking : readAsking(query.text);
  const said = topicsIn(topics, query.text);
  const named = asking.kinds[0] === 'definition' ? settingsLast(query.text, said) : said;
  const subject = named[0]?.topic;
  const [first] = ranked;
  if (first === undefined)
    return {
      reading,
      asking,
      named,
      subject,
      names: [],
      best: undefined,
      features: undefined,
      untold: false,
      absent: [],
    };
  const asked = subject === undefined ? askedNames(query, asking, first) : [];
  const names =
    subject === undefined ? [...namesOf(first), ...asked, ...headNouns(asked, first)] : topicNames(subject);
  const best = choose(judgedSections({ reading, asking, named, names }, options), asking);
  const chosen = best?.candidate ?? first;
  const typed = (best?.choice.fit ?? 0) >= OF_TYPE;
  const matches = typed ? chosen.matches.filter((match) => !onlyAsks(match, asking)) : chosen.matches;
  const isWhole = matches.length === chosen.matches.length;
  const bare = isWhole ? chosen : { ...chosen, matches };
  const known = bare === first ? reading.evidence : undefined;
  const evidence = known ?? evidenceOf(query, bare, chosen === first ? ranked[1] : chosen);
  const found = isWhole ? reading.confidence : confidenceOf(evidence);
  const untold = isUntold(best, query.text, asking, named, options);
  const absent = absentProperNames(query, ranked, named);
  const isAside = (word: QueryWord): boolean => ASKS.test(word.token.text) || isWithin(word, asking.spans);
  const features = featuresOf(found, evidence, bare, best?.choice, asking, subject, named, {
    unsaid: subject === undefined && holdsNoNoun(query, chosen, asking),
    another:
      isAnotherOfFamily(askedNames(query, asking, first), chosen) ||
      lacksName(query, chosen, named, asking) ||
      absent.length > 0 ||
      untold,
    stranger:
      subject === undefined &&
      namesStranger(query, chosen, isAside, {
        date: asking.kinds[0] === 'date',
        way: asking.kinds[0] === 'how',
        typed: isOfType(best),
      }),
  });
  return { reading, asking, named, subject, names, best, features, untold, absent };
}

/** Everyday words alone may mean anything, but not where what they ask for was found; nor does another thing tell. */
export function mostOf({ reading, best, features }: AnswerDraft): number {
  const most = isOfType(best) ? 1 : reading.most;
  return features?.stranger === 1 ? Math.min(ANOTHER, most) : most;
}

/** 0 to 1: how sure it is that the chosen piece answers. */
export const sureOf = (judged: AnswerDraft): number =>
  judged.features === undefined ? 0 : Math.min(mostOf(judged), surenessOf(judged.features));
