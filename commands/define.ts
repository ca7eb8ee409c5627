import type { Arguments, Command, Option, Options, Run, Subcommand } from './model.ts';

type ArgumentValues = Readonly<Record<string, unknown>>;

/** True where a value is of the kind that the option takes. */
function isOf({ type }: Option, value: unknown): boolean {
  if (type === 'string' || type === 'boolean') return typeof value === type;
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** Keeps what the table of options knows, and of that what is of the right kind. */
function argumentsFor<const O extends Options>(options: O, given: ArgumentValues): Arguments<O> {
  const known = Object.entries(options).filter(([name, option]) => isOf(option, given[name]));
  const missing = Object.entries(options).filter(
    ([name, option]) => option.required === true && !isOf(option, given[name]),
  );
  // Discord sends no command without its required options; another version of the command may lack them.
  if (missing.length > 0) {
    throw new TypeError(`The command came without ${missing.map(([name]) => `"${name}"`).join(', ')}`);
  }
  return Object.fromEntries(known.map(([name]) => [name, given[name]])) as Arguments<O>;
}

const checked =
  <const O extends Options>(options: O, run: Run<O>): Run<Options> =>
  (context, given, reader, request) =>
    run(context, argumentsFor(options, given), reader, request);

type Slash = Extract<Command, { kind: 'slash' }>;

/** A slash command; what `run` is given has the types that `options` says. */
export const defineCommand = <const O extends Options>(
  command: Omit<Slash, 'kind' | 'options' | 'run'> & { readonly options: O; readonly run: Run<O> },
): Command => ({ ...command, kind: 'slash', run: checked(command.options, command.run) });

/** A subcommand; what `run` is given has the types that `options` says. */
export const defineSubcommand = <const O extends Options>(subcommand: Subcommand<O>): Subcommand => ({
  ...subcommand,
  run: checked(subcommand.options, subcommand.run),
});

/** A command made of subcommands. */
export const defineGroup = (command: Omit<Extract<Command, { kind: 'group' }>, 'kind'>): Command => ({
  ...command,
  kind: 'group',
});

/** An entry in the menu of a message. */
export const defineMessageCommand = (
  command: Omit<Extract<Command, { kind: 'message' }>, 'kind'>,
): Command => ({ ...command, kind: 'message' });
