import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Library } from '#library/model.ts';
import type { ByLocale, Locale } from '#locales/index.ts';
import type { CommandTexts, Texts } from '#locales/model/commands.ts';
import type { Meaning } from '#pages/answer/composed.ts';
import type { GuideEntry, Page, Reader } from '#pages/model.ts';
import type { Route } from '#pages/route.ts';
import type { Recaps } from '#recap/recaps.ts';
import type { Search } from '#search/model.ts';
import type { Feedback } from './gaps/feedback.ts';

/** The place of an interaction. Permissions are Discord's bit fields. */
export type Place =
  | {
      readonly kind: 'guild';
      readonly guildId: string;
      readonly guildLocale: string | undefined;
      readonly channelId: string;
      /** Discord's channel type, if known. */
      readonly channelType?: number | undefined;
      /** The person's permissions in the channel. */
      readonly permissions: bigint;
      /** The bot's permissions in the channel. */
      readonly appPermissions: bigint;
      /** False for a user-installed app in a server without the bot. */
      readonly botIsMember: boolean;
    }
  | { readonly kind: 'dm'; readonly channelId: string }
  /** A group DM, or a DM between other people, with a user-installed app. */
  | { readonly kind: 'private-channel'; readonly channelId: string };

/** The transport-independent part of an interaction: the input, the person, the place and the locale. */
export interface Request {
  /** Discord's locale of the person, such as `ko` or `en-US`. */
  readonly discordLocale: string;
  readonly locale: Locale;
  readonly personId: string;
  readonly place: Place;
  readonly at: Temporal.Instant;
  /** Tells that what follows waits for another machine: others are answered meanwhile. */
  readonly waits?: () => void;
}

/** The dependencies of commands; each call of `library()` returns the newest. */
export interface CommandContext {
  readonly library: () => Library;
  readonly search: Search;
  readonly mention: (command: string) => string;
  /** What help says of each command. */
  readonly guide: (locale: Locale) => readonly GuideEntry[];
  readonly defaults: { readonly locale: Locale; readonly timeZone: string };
  /** Undefined without a store: then there are no recaps. */
  readonly recaps?: Recaps;
  /** Undefined where nothing of what is asked may be kept. */
  readonly feedback?: Feedback | undefined;
  /** Undefined without models: then words alone rank, and answers are quotes. */
  readonly meaning?: Meaning | undefined;
}

/** The page that answers a person. `route` is set where the page has a route: it can be shared then. */
export interface Reply {
  readonly page: Page;
  readonly private: boolean;
  readonly route?: Route;
}

/** A form that is opened for the person; what they send comes to `submit` of the command that owns its custom_id. */
export interface FormReply {
  readonly form: APIModalInteractionResponseCallbackData;
}

/** A page that is sent to the person's DM; they hear of it privately. */
export interface SaveReply {
  readonly save: Page;
}

/** What a person is answered with. */
export type Answered = Reply | FormReply;

/** A message that a command of its menu is used on. */
export interface TargetMessage {
  /** Its text; of a forwarded message or one of embeds alone, theirs. */
  readonly text: string;
  /** The page on it, where the bot has sent it. */
  readonly ours: Page | undefined;
}

/** What was sent with a form, by custom_id: a text, or what was selected. */
export type FormValues = Readonly<
  Record<
    string,
    string | readonly string[] | readonly ChannelArgument[] | readonly RoleArgument[] | undefined
  >
>;

/** A channel option, as resolved by Discord. */
export interface ChannelArgument {
  readonly id: string;
  /** Discord's channel type. */
  readonly type: number;
  readonly name: string;
  /** The person's permissions there. */
  readonly permissions: bigint;
  /** The bot's permissions there, if Discord sends them. */
  readonly appPermissions: bigint | undefined;
}

/** A role option, as resolved by Discord. */
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

/** Completes one option; `typed` is the text so far, `others` the values of the other options. */
export type Complete = (
  context: CommandContext,
  typed: string,
  others: Readonly<Record<string, string | undefined>>,
  reader: Reader,
  request: Request,
) => readonly Choice[];

interface OptionBase {
  readonly required?: boolean;
}

/** An option of a command; its name and description are in the command's `texts`. */
export type Option =
  | (OptionBase & {
      readonly type: 'string';
      readonly complete?: Complete;
      /** Completes with what Discord has to be asked for. */
      readonly lookUp?: (...typed: Parameters<Complete>) => Promise<readonly Choice[]>;
      /** Values that can be chosen. */
      readonly choices?: readonly string[];
      readonly maxLength?: number;
    })
  | (OptionBase & { readonly type: 'boolean' })
  | (OptionBase & { readonly type: 'channel'; readonly channelTypes?: readonly number[] })
  | (OptionBase & { readonly type: 'role' });

/** Options by name, in order. */
export type Options = Readonly<Record<string, Option>>;

interface ValueOf {
  readonly string: string;
  readonly boolean: boolean;
  readonly channel: ChannelArgument;
  readonly role: RoleArgument;
}

/** The values of options: required ones always, others optionally. */
export type Arguments<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true }
    ? ValueOf[O[K]['type']]
    : ValueOf[O[K]['type']] | undefined;
};

/** Runs a command. An error becomes an apology with an id that is in the log. */
export type Run<O extends Options> = (
  context: CommandContext,
  args: Arguments<O>,
  reader: Reader,
  request: Request,
) => Answered | Promise<Answered>;

/** Answers a press on a control of a command's own pages; undefined for others. */
type Press = (
  context: CommandContext,
  text: string,
  reader: Reader,
  request: Request,
) => Promise<Answered> | undefined;

/** `/command subcommand`. */
export interface Subcommand<O extends Options = Options> {
  readonly texts: ByLocale<CommandTexts>;
  readonly options: O;
  readonly run: Run<O>;
}

/** `/name` with options, or with subcommands; or a message command. Plain data except for its handlers. */
export type Command =
  | {
      readonly kind: 'slash';
      readonly name: string;
      readonly texts: ByLocale<CommandTexts>;
      readonly options: Options;
      /** All answers are private, which a deferral must state in advance. */
      readonly private?: true;
      /** Only for those who may manage the server, and in servers. */
      readonly manages?: true;
      readonly run: Run<Options>;
      /** Handles controls of this command's pages; returns undefined for others. */
      readonly press?: Press;
    }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly texts: ByLocale<Texts>;
      readonly subcommands: Readonly<Record<string, Subcommand>>;
      /** All answers are private, which a deferral must state in advance. */
      readonly private?: true;
      /** Handles controls of this command's pages; returns undefined for others. */
      readonly press?: Press;
      /** Handles this command's forms; returns undefined for others. */
      readonly submit?: (
        context: CommandContext,
        customId: string,
        values: FormValues,
        reader: Reader,
        request: Request,
      ) => Promise<Reply> | undefined;
    }
  | {
      readonly kind: 'message';
      readonly name: string;
      /** Discord shows the name alone; help, the description too. */
      readonly texts: ByLocale<Texts>;
      readonly run: (
        context: CommandContext,
        message: TargetMessage,
        reader: Reader,
        request: Request,
      ) => Reply | SaveReply | Promise<Reply | SaveReply>;
    };
