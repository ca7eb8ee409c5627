import type { Topic } from '#library/model.ts';
import { commandTexts } from '#locales/index.ts';
import { drawPage } from '#pages/draw.ts';
import { findTopic } from '#pages/lookup.ts';
import type { Reader } from '#pages/model.ts';
import { drawNoMatch } from '#pages/notices.ts';
import type { Target } from '#search/model.ts';
import { defineCommand } from './define.ts';
import type { CommandContext, Reply } from './model.ts';
import { languageOption, privateOption, readingOf } from './options.ts';
import { choicesFor, type Resolution, resolveTyped, routeOf, sourcesOf, typedWords } from './suggest.ts';

type TopicTarget = Extract<Target, { kind: 'topic' }>;

const isTopic = (target: Target): target is TopicTarget => target.kind === 'topic';

const namesOf = ({ name, aliases }: Topic): readonly (string | undefined)[] => [
  ...Object.values(name),
  ...aliases,
];

function meantTopic(context: CommandContext, typed: string, reader: Reader): Resolution<TopicTarget> {
  const route = routeOf(typed);
  const id = route?.page === 'topic' ? route.topic : undefined;
  const wanted = typed.normalize('NFC').trim().toLowerCase();
  const topic =
    id === undefined
      ? context.library().topics.find((one) => namesOf(one).some((name) => name?.toLowerCase() === wanted))
      : findTopic(context.library(), id);
  if (topic !== undefined) return { kind: 'found', target: { kind: 'topic', topic: topic.id } };
  return resolveTyped(context, typedWords(typed), { kind: 'topic' }, reader, isTopic);
}

/** `/topic`: all sections about a topic. */
export const topic = defineCommand({
  name: 'topic',
  texts: commandTexts('topic'),
  options: {
    name: {
      type: 'string',
      required: true,
      complete: (context, typed, _others, reader) => choicesFor(context, typed, { kind: 'topic' }, reader),
    },
    private: privateOption,
    language: languageOption,
  },
  run: (context, args, given): Reply => {
    const { language, reader, isPrivate } = readingOf(context, args, given);
    const sources = sourcesOf(context);
    const meant = meantTopic(context, args.name, reader);
    if (meant.kind === 'miss') {
      return {
        page: drawNoMatch(sources, 'topic', typedWords(args.name), meant.closest, reader),
        private: isPrivate,
      };
    }
    const route = {
      page: 'topic',
      topic: meant.target.topic,
      part: 1,
      ...(language && { language }),
    } as const;
    return { page: drawPage(sources, route, reader), private: isPrivate, route };
  },
});
