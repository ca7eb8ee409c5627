import { Locale } from 'discord-api-types/v10';
import { invalidForm, type Mistake } from './errors.ts';
import type { SchemaName, Spec } from './schema.ts';

/** An option of a command that passed the schema. */
interface OptionBody {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?: readonly ChoiceBody[] | null;
  readonly options?: readonly OptionBody[] | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
}

interface ChoiceBody {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly value: string | number;
}

/** A command as a bot sends it. */
export interface CommandBody {
  readonly type?: number | null;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description?: string | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly OptionBody[] | null;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly nsfw?: boolean | null;
}

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const LOCALES = new Set<string>(Object.values(Locale));
/** Interactions, "Application Commands", naming. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_TOTAL = 8_000;

/** The mistakes of a command, at `path`. For a patch, `before` provides omitted fields. */
export function commandMistakes(
  spec: Spec,
  schema: SchemaName,
  body: unknown,
  path: Mistake['path'] = [],
  before?: CommandBody,
): Mistake[] {
  const found = spec.check(schema, numericPermissions(body), path);
  if (found.length > 0) return found;
  const command = { ...before, ...(body as CommandBody) };
  return (command.type ?? CHAT_INPUT) === CHAT_INPUT
    ? chatInputMistakes(command, path)
    : menuMistakes(command, path);
}

/** Throws what {@link commandMistakes} finds. */
export function checkCommand(
  spec: Spec,
  schema: SchemaName,
  body: unknown,
  before?: CommandBody,
): CommandBody {
  const mistakes = commandMistakes(spec, schema, body, [], before);
  if (mistakes.length > 0) throw invalidForm(mistakes);
  return body as CommandBody;
}

/** Bit fields are strings, although the schema says numbers. */
function numericPermissions(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const bits = body.default_member_permissions;
  return typeof bits === 'string' && /^\d+$/.test(bits)
    ? { ...body, default_member_permissions: Number(bits) }
    : body;
}

function chatInputMistakes(command: CommandBody, path: Mistake['path']): Mistake[] {
  const mistakes = nameMistakes(command, path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  if (!command.description) {
    mistakes.push({
      path: [...path, 'description'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  }
  mistakes.push(
    ...localeMistakes(command, path),
    ...optionsMistakes(command.options ?? [], [...path, 'options'], 0),
  );
  if (totalLength(command) > MAX_TOTAL) {
    const message = `Command exceeds maximum size (${MAX_TOTAL})`;
    mistakes.push({ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return mistakes;
}

/** User and message commands have only a name. */
function menuMistakes(command: CommandBody, path: Mistake['path']): Mistake[] {
  const mistakes = localeMistakes(command, path);
  if (command.description) {
    const message = 'Context menu commands cannot have description';
    mistakes.push({
      path: [...path, 'description'],
      code: 'APPLICATION_COMMAND_INVALID_DESCRIPTION',
      message,
    });
  }
  if ((command.options ?? []).length > 0) {
    const message = 'Context menu commands cannot have options';
    mistakes.push({ path: [...path, 'options'], code: 'APPLICATION_COMMAND_INVALID_OPTIONS', message });
  }
  return mistakes;
}

function isName(name: string): boolean {
  return NAME.test(name) && name === name.toLowerCase();
}

function nameMistakes(
  named: { name: string; name_localizations?: Readonly<Record<string, string>> | null },
  path: Mistake['path'],
  code: string,
  message: string,
): Mistake[] {
  const mistakes: Mistake[] = isName(named.name) ? [] : [{ path: [...path, 'name'], code, message }];
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    if (!isName(name)) mistakes.push({ path: [...path, 'name_localizations', locale], code, message });
  }
  return mistakes;
}

function localeMistakes(
  texts: {
    name_localizations?: Readonly<Record<string, string>> | null;
    description_localizations?: Readonly<Record<string, string>> | null;
  },
  path: Mistake['path'],
): Mistake[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((key) =>
    Object.keys(texts[key] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => ({
        path: [...path, key, locale],
        code: 'ENUM_TYPE_COERCE',
        message: `Value "${locale}" is not a valid enum value.`,
      })),
  );
}

function optionsMistakes(options: readonly OptionBody[], path: Mistake['path'], depth: number): Mistake[] {
  const mistakes: Mistake[] = [];
  const isSub = (option: OptionBody) => option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP;
  const seen = new Set<string>();
  let optionalBefore = false;
  for (const [index, option] of options.entries()) {
    const at = [...path, index];
    mistakes.push(
      ...nameMistakes(option, at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
      ...localeMistakes(option, at),
      ...optionsMistakes(option.options ?? [], [...at, 'options'], depth + 1),
      ...choiceMistakes(option, at),
    );
    if (seen.has(option.name)) {
      const message = 'Option names must be unique';
      mistakes.push({
        path: [...at, 'name'],
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        message,
      });
    }
    seen.add(option.name);
    if (isSub(option)) continue;
    if (option.required && optionalBefore) {
      const message = 'Required options must be placed before non-required options';
      mistakes.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message });
    }
    optionalBefore ||= !option.required;
  }
  if (options.some(isSub) && !options.every(isSub)) {
    const message =
      'Sub-command and sub-command group option types are mutually exclusive to all other types';
    mistakes.push({ path, code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
  }
  return mistakes;
}

function choiceMistakes(option: OptionBody, path: Mistake['path']): Mistake[] {
  const mistakes: Mistake[] = [];
  const choices = option.choices ?? [];
  if (option.autocomplete && choices.length > 0) {
    const message = 'Autocomplete and choices are mutually exclusive';
    mistakes.push({
      path: [...path, 'autocomplete'],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      message,
    });
  }
  const seen = new Set<string>();
  for (const [index, choice] of choices.entries()) {
    const at = [...path, 'choices', index];
    if (typeof choice.value === 'string' && choice.value.length > 100) {
      mistakes.push({
        path: [...at, 'value'],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: 'Must be 100 or fewer in length.',
      });
    }
    if (seen.has(choice.name)) {
      const message = 'Option choice names must be unique';
      mistakes.push({
        path: [...at, 'name'],
        code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_ALREADY_EXISTS',
        message,
      });
    }
    seen.add(choice.name);
  }
  return mistakes;
}

/** Names, descriptions and values count, of localizations the longest (Interactions, "Application Commands"). */
function totalLength(command: CommandBody): number {
  const longest = (
    text: string | null | undefined,
    more: Readonly<Record<string, string>> | null | undefined,
  ) => Math.max((text ?? '').length, ...Object.values(more ?? {}).map((one) => one.length));
  const texts = (one: {
    name: string;
    name_localizations?: Readonly<Record<string, string>> | null;
    description?: string | null;
    description_localizations?: Readonly<Record<string, string>> | null;
  }) => longest(one.name, one.name_localizations) + longest(one.description, one.description_localizations);
  const optionLength = (option: OptionBody): number =>
    texts(option) +
    (option.choices ?? []).reduce((sum, choice) => {
      const value = typeof choice.value === 'string' ? choice.value.length : 0;
      return sum + longest(choice.name, choice.name_localizations) + value;
    }, 0) +
    (option.options ?? []).reduce((sum, one) => sum + optionLength(one), 0);
  return texts(command) + (command.options ?? []).reduce((sum, option) => sum + optionLength(option), 0);
}
