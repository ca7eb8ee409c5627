import { commandTexts, stringsFor } from '#locales/index.ts';
import { drawAnswer } from '#pages/answer/answerPage.ts';
import { withComposed } from '#pages/answer/composed.ts';
import { readerOf } from '#pages/answer/plainAnswer.ts';
import { sourcesFor } from '#pages/answer/sources.ts';
import { drawPage, hasPage, PASSAGES } from '#pages/draw.ts';
import { cutLabel } from '#pages/message/cut.ts';
import { LIMITS } from '#pages/message/limits.ts';
import type { Page, Reader } from '#pages/model.ts';
import { targetEntry } from '#pages/names.ts';
import { questionRoute, type Route } from '#pages/route.ts';
import type { SearchResult } from '#search/model.ts';
import { defineCommand } from './define.ts';
import type { CommandContext, Complete, Reply } from './model.ts';
import { privateOption } from './options/common.ts';
import { sourcesOf } from './options/suggest.ts';

/** Suggestions of names, and before anything is typed of questions: choosing one fills in its text. */
const completeQuestion: Complete = (context, typed, _others, reader) => {
  const { whatIs } = stringsFor(reader.locale).answer;
  const names = context.search
    .complete(typed, { kind: 'any' }, LIMITS.choices)
    .flatMap(({ target }) => {
      const label = targetEntry(context.library(), target, reader)?.label;
      if (label === undefined) return [];
      return [typed.trim() === '' && target.kind === 'topic' ? whatIs(label) : label];
    })
    .map((label) => cutLabel(label.replace(/\s+/g, ' ').trim(), LIMITS.choiceName));
  return [...new Set(names)].slice(0, LIMITS.choices).map((label) => ({ label, value: label }));
};

/** A question too long for a route is shared as the section that answers it. */
function shareable(question: string, { verdict, passages: [best] }: SearchResult): Route | undefined {
  const short = questionRoute('answer', question);
  if (short !== undefined || verdict !== 'answer' || best === undefined) return short;
  return { page: 'section', session: best.session, section: best.section, part: 1 };
}

/** A question's result, and its page. */
interface AnsweredQuestion {
  readonly result: SearchResult;
  readonly page: Page;
}

/** Finds the answer to a question; with models, by meaning too, and with what one writes. */
async function find(
  context: CommandContext,
  question: string,
  reader: Reader,
  waits?: () => void,
): Promise<AnsweredQuestion> {
  const { meaning, search } = context;
  if (meaning !== undefined) waits?.();
  const nearness = await meaning?.nearness(question);
  const result = search.search(question, { language: reader.language, limit: PASSAGES, nearness });
  const sources = sourcesOf(context);
  const page = drawAnswer(sources, question, result, reader);
  if (meaning === undefined) return { result, page };
  const asker = readerOf(result, reader);
  const composed = await meaning.compose(question, sourcesFor(sources.library, result, asker), asker.locale);
  return { result, page: composed === undefined ? page : withComposed(page, composed, asker) };
}

/** The page of a route, as `drawPage` draws it; that of a question, as `/ask` answers it. */
export async function drawRoute(
  context: CommandContext,
  route: Route,
  reader: Reader,
  waits?: () => void,
): Promise<Page> {
  if (context.meaning === undefined || route.page !== 'answer' || route.question.trim() === '')
    return drawPage(sourcesOf(context), route, reader);
  const language = route.language ?? reader.language;
  return (await find(context, route.question, { ...reader, language }, waits)).page;
}

/**
 * The answer to a question, and its route where it has one that shows a page. A question that is not covered is kept,
 * where that may be.
 * @param guildId where it was asked; undefined in a DM
 * @param waits see `Request`
 */
export async function answerQuestion(
  context: CommandContext,
  question: string,
  reader: Reader,
  guildId: string | undefined,
  waits?: () => void,
): Promise<Pick<Reply, 'page' | 'route'>> {
  const { result, page } = await find(context, question, reader, waits);
  if (result.verdict === 'none' && question.trim() !== '')
    context.feedback?.keep({ kind: 'none', question, result, guildId });
  const route = shareable(question, result);
  const exists = route !== undefined && hasPage(sourcesOf(context), route, reader);
  return { page, ...(exists ? { route } : {}) };
}

/** `/ask`: answers a question with a passage. */
export const ask = defineCommand({
  name: 'ask',
  texts: commandTexts('ask'),
  options: {
    question: {
      type: 'string',
      required: true,
      complete: completeQuestion,
    },
    private: privateOption,
  },
  run: async (
    context,
    { question, private: isPrivate = false },
    reader,
    { place, waits },
  ): Promise<Reply> => ({
    ...(await answerQuestion(
      context,
      question,
      reader,
      place.kind === 'guild' ? place.guildId : undefined,
      waits,
    )),
    private: isPrivate,
  }),
});
