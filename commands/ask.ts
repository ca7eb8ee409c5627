import { commandTexts, stringsFor } from '#locales/index.ts';
import { drawAnswer } from '#pages/answerPage.ts';
import { hasPage, PASSAGES } from '#pages/draw.ts';
import { cutLabel } from '#pages/message/cut.ts';
import { LIMITS } from '#pages/message/limits.ts';
import type { Reader } from '#pages/model.ts';
import { targetEntry } from '#pages/names.ts';
import { questionRoute, type Route } from '#pages/route.ts';
import type { SearchResult } from '#search/model.ts';
import { defineCommand } from './define.ts';
import type { CommandContext, Complete, Reply } from './model.ts';
import { privateOption } from './options.ts';
import { sourcesOf } from './suggest.ts';

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

/**
 * The answer to a question, and its route where it has one that shows a page. A question that is not covered is kept,
 * where that may be.
 * @param guildId where it was asked; undefined in a DM
 */
export function answerQuestion(
  context: CommandContext,
  question: string,
  reader: Reader,
  guildId: string | undefined,
): Pick<Reply, 'page' | 'route'> {
  const sources = sourcesOf(context);
  const result = context.search.search(question, { language: reader.language, limit: PASSAGES });
  if (result.verdict === 'none' && question.trim() !== '')
    context.feedback?.keep({ kind: 'none', question, result, guildId });
  const page = drawAnswer(sources, question, result, reader);
  const route = shareable(question, result);
  const exists = route !== undefined && hasPage(sources, route, reader);
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
  run: (context, { question, private: isPrivate = false }, reader, { place }): Reply => ({
    ...answerQuestion(context, question, reader, place.kind === 'guild' ? place.guildId : undefined),
    private: isPrivate,
  }),
});
