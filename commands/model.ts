import type { Library } from '#library/model.ts';
import type { Locale, Page, Reader } from '#pages/model.ts';
import type { Route } from '#pages/route.ts';
import type { Recaps } from '#recap/recaps.ts';
import type { Search } from '#search/model.ts';

/** Where an interaction happened. Permissions are Discord's bit fields. */
export type Place =
  | {
      readonly kind: 'guild';
      readonly guildId: string;
      readonly guildLocale: string | undefined;
      readonly channelId: string;
      /** Discord's channel type, where it is known. */
      readonly channelType?: number | undefined;
      /** The person's permissions in the channel. */
      readonly permissions: bigint;
      /** The bot's permissions in the channel. */
      readonly appPermissions: bigint;
      /** False where the app is installed by the person alone and the bot is no member. */
      readonly botIsMember: boolean;
    }
  | { readonly kind: 'dm'; readonly channelId: string }
  /** A group or a DM between others, where the person brought the app along. */
  | { readonly kind: 'private-channel'; readonly channelId: string };

/** What was typed or pressed, by whom, where, in which locale: all that a command may know of the transport. */
export interface Request {
  /** Discord's locale of the person, such as `ko` or `en-US`. */
  readonly discordLocale: string;
  readonly locale: Locale;
  readonly personId: string;
  readonly place: Place;
  readonly at: Temporal.Instant;
}

/** What commands work with; each call of `library()` gives the newest. */
export interface CommandContext {
  readonly library: () => Library;
  readonly search: Search;
  readonly mention: (command: string) => string;
  readonly defaults: { readonly locale: Locale; readonly timeZone: string };
  /** Undefined where nothing can be remembered: then there are no recaps. */
  readonly recaps?: Recaps;
}

/** A page for whoever asked. `route` is given where the page has an address: it then can be shared. */
export interface Reply {
  readonly page: Page;
  readonly private: boolean;
  readonly route?: Route;
}

/** A text in both languages of the bot. */
export type BilingualText = Readonly<Record<Locale, string>>;

/** A channel that a person picked, as Discord resolves it. */
export interface ChannelArgument {
  readonly id: string;
  /** Discord's channel type. */
  readonly type: number;
  readonly name: string;
  /** The person's permissions there. */
  readonly permissions: bigint;
  /** The bot's permissions there, where Discord sends them. */
  readonly appPermissions: bigint | undefined;
}

/** A role that a person picked, as Discord resolves it. */
export interface RoleArgument {
  readonly id: string;
  readonly name: string;
  readonly mentionable: boolean;
}

/** A suggestion for an option. Both texts have at most 100 characters. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Completes one option; `typed` is the text so far, `others` what the other options hold. */
export type Complete = (
  context: CommandContext,
  typed: string,
  others: Readonly<Record<string, string | undefined>>,
  reader: Reader,
  request: Request,
) => readonly Choice[];

interface OptionBase {
  /** Name shown to Korean readers. */
  readonly ko: string;
  readonly description: BilingualText;
  readonly required?: boolean;
}

/** An option of a command, as people see it and as Discord checks it. */
export type Option =
  | (OptionBase & {
      readonly type: 'string';
      readonly complete?: Complete;
      readonly choices?: readonly { readonly name: BilingualText; readonly value: string }[];
      readonly maxLength?: number;
    })
  | (OptionBase & { readonly type: 'boolean' })
  | (OptionBase & { readonly type: 'channel'; readonly channelTypes?: readonly number[] })
  | (OptionBase & { readonly type: 'role' });

/** A table of options by their names, in the order in which they are offered. */
export type Options = Readonly<Record<string, Option>>;

interface ValueOf {
  readonly string: string;
  readonly boolean: boolean;
  readonly channel: ChannelArgument;
  readonly role: RoleArgument;
}

/** What a handler is given for a table of options: required ones always, the others perhaps. */
export type Arguments<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true }
    ? ValueOf[O[K]['type']]
    : ValueOf[O[K]['type']] | undefined;
};

/** What a command does. What it throws becomes an apology with an id that stands in the log. */
export type Run<O extends Options> = (
  context: CommandContext,
  args: Arguments<O>,
  reader: Reader,
  request: Request,
) => Reply | Promise<Reply>;

/** `/command subcommand`. */
export interface Subcommand<O extends Options = Options> {
  readonly ko: string;
  readonly description: BilingualText;
  readonly options: O;
  readonly run: Run<O>;
}

/** `/name` with options, or with subcommands; or an entry of a message's menu. Plain data but for its handlers. */
export type Command =
  | {
      readonly kind: 'slash';
      readonly name: string;
      readonly ko: string;
      readonly description: BilingualText;
      readonly options: Options;
      readonly run: Run<Options>;
    }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly ko: string;
      readonly description: BilingualText;
      readonly subcommands: Readonly<Record<string, Subcommand>>;
      /** Every answer is for the person alone: known before there is one, for an answer that takes its time. */
      readonly private?: true;
      /** Answers presses on controls that this command's pages carry; undefined for all others. */
      readonly press?: (
        context: CommandContext,
        text: string,
        reader: Reader,
        request: Request,
      ) => Promise<Reply> | undefined;
    }
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly ko: string;
      readonly run: (
        context: CommandContext,
        text: string,
        reader: Reader,
        request: Request,
      ) => Reply | Promise<Reply>;
    };
