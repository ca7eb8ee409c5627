import { languagesOf } from '#library/find.ts';
import type { Language } from '#library/model.ts';
import { LOCALES } from '#locales/index.ts';
import { languageName } from '#pages/locale.ts';
import { LIMITS } from '#pages/message/limits.ts';
import type { Reader } from '#pages/model.ts';
import type { Choice, CommandContext, Complete, Option } from '../model.ts';

/** For commands that can answer privately. */
export const privateOption = {
  type: 'boolean',
} as const satisfies Option;

/** Accepted names of a language: its tag, and its name in each of the bot's languages and its own. */
const namesOf = (language: Language): readonly string[] =>
  [language, languageName(language), ...LOCALES.map((locale) => languageName(language, locale))].map((name) =>
    name.toLowerCase(),
  );

const completeLanguage: Complete = ({ library }, typed): readonly Choice[] => {
  const wanted = typed.trim().toLowerCase();
  return languagesOf(library())
    .filter((language) => namesOf(language).some((name) => name.includes(wanted)))
    .map((language) => ({ label: languageName(language), value: language }))
    .slice(0, LIMITS.choices);
};

/** For commands that show posts. */
export const languageOption = {
  type: 'string',
  complete: completeLanguage,
} as const satisfies Option;

/** Parses a language; undefined where no post is in it. */
export function readLanguage({ library }: CommandContext, typed: string | undefined): Language | undefined {
  const wanted = typed?.trim().toLowerCase();
  if (wanted === undefined || wanted === '') return undefined;
  const languages = languagesOf(library());
  return (
    languages.find((language) => namesOf(language).includes(wanted)) ??
    languages.find((language) => namesOf(language).some((name) => name.startsWith(wanted)))
  );
}

/** The common options of commands that show posts: the chosen language, the resulting reader, and privacy. */
export function readingOf(
  context: CommandContext,
  args: { readonly language?: string | undefined; readonly private?: boolean | undefined },
  given: Reader,
): { readonly language: Language | undefined; readonly reader: Reader; readonly isPrivate: boolean } {
  const language = readLanguage(context, args.language);
  const reader = language === undefined ? given : { ...given, language };
  return { language, reader, isPrivate: args.private ?? false };
}
