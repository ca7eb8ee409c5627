import type { ByLocale } from '#locales/index.ts';
import type { CommandTexts, OptionTexts } from '#locales/model/commands.ts';
import type { Arguments, Command, Option, Options, Run, Subcommand } from './model.ts';

type ArgumentValues = Readonly<Record<string, unknown>>;

/** True where a value has the option's type. */
function isOf({ type }: Option, value: unknown): boolean {
  if (type === 'string' || type === 'boolean') return typeof value === type;
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** Drops unknown options and values of the wrong type. */
function argumentsFor<const O extends Options>(options: O, given: ArgumentValues): Arguments<O> {
  const known = Object.entries(options).filter(([name, option]) => isOf(option, given[name]));
  const missing = Object.entries(options).filter(
    ([name, option]) => option.required === true && !isOf(option, given[name]),
  );
  // Discord enforces required options, but another version of the command may lack them.
  if (missing.length > 0) {
    throw new TypeError(`The command came without ${missing.map(([name]) => `"${name}"`).join(', ')}`);
  }
  return Object.fromEntries(known.map(([name]) => [name, given[name]])) as Arguments<O>;
}

const checked =
  <const O extends Options>(options: O, run: Run<O>): Run<Options> =>
  (context, given, reader, request) =>
    run(context, argumentsFor(options, given), reader, request);

/** Texts for each option, and for each value that can be chosen for it: what lacks one is a type error. */
type TextsOf<O extends Options> = Omit<CommandTexts, 'options'> & {
  readonly options: {
    readonly [K in keyof O]: O[K] extends { readonly choices: readonly (infer V extends string)[] }
      ? OptionTexts & { readonly choices: Readonly<Record<V, string>> }
      : OptionTexts;
  };
};

interface CommandDefinition<O extends Options> {
  readonly options: O;
  readonly texts: NoInfer<ByLocale<TextsOf<O>>>;
  readonly run: Run<O>;
}

/** Defines a slash command; the types of `run`'s arguments follow from `options`. */
export const defineCommand = <const O extends Options>(
  command: Pick<Extract<Command, { kind: 'slash' }>, 'name' | 'private' | 'manages' | 'press'> &
    CommandDefinition<O>,
): Command => ({ ...command, kind: 'slash', run: checked(command.options, command.run) });

/** Defines a subcommand; the types of `run`'s arguments follow from `options`. */
export const defineSubcommand = <const O extends Options>(subcommand: CommandDefinition<O>): Subcommand => ({
  ...subcommand,
  run: checked(subcommand.options, subcommand.run),
});

/** Defines a command with subcommands. */
export const defineGroup = (command: Omit<Extract<Command, { kind: 'group' }>, 'kind'>): Command => ({
  ...command,
  kind: 'group',
});

/** Defines a message command. */
export const defineMessageCommand = (
  command: Omit<Extract<Command, { kind: 'message' }>, 'kind'>,
): Command => ({ ...command, kind: 'message' });
