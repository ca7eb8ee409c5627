/** Every text of the page, in one language. */
export interface Strings {
  /** What the language calls itself. */
  readonly languageName: string;
  /** Discord's locale of its readers. */
  readonly discordLocale: string;
  readonly title: string;
  readonly connecting: string;
  /** The page that asks for the password. */
  readonly signIn: Readonly<Record<'title' | 'password' | 'submit' | 'wrong' | 'tooMany', string>>;
  readonly lost: string;
  readonly botAway: string;
  readonly botGatewayDown: string;
  readonly toComposer: string;
  readonly channels: string;
  readonly openChannels: string;
  readonly openPanel: string;
  readonly closePanel: string;
  readonly close: string;
  readonly panel: string;
  readonly lightTheme: string;
  readonly darkTheme: string;
  readonly preview: string;
  readonly directMessages: string;
  readonly unread: string;
  readonly messagesIn: (channel: string) => string;
  readonly messageTo: (channel: string) => string;
  readonly cannotSay: string;
  readonly send: string;
  readonly commandList: string;
  readonly moreOptions: (count: number) => string;
  readonly options: string;
  readonly optional: string;
  readonly required: string;
  readonly noChoices: string;
  readonly searching: string;
  readonly cancelCommand: string;
  readonly removeOption: (name: string) => string;
  readonly fillIn: (name: string) => string;
  /** @param text what stands where an option was expected */
  readonly noSuchOption: (text: string) => string;
  /** @param name an option's name that stands at the end of a text */
  readonly meantOption: (name: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly welcome: (channel: string) => string;
  readonly welcomeDm: (name: string) => string;
  readonly tryOne: string;
  readonly noCommands: string;
  readonly forumPosts: (count: number) => string;
  readonly forumEmpty: string;
  readonly forumOnlyPosts: string;
  readonly newPost: string;
  readonly postTitle: string;
  readonly postText: string;
  readonly olderMessages: string;
  readonly newMessages: string;
  readonly used: (name: string, command: string) => readonly [before: string, command: string, after: string];
  readonly thinking: (name: string) => string;
  readonly sending: string;
  readonly onlyYou: string;
  readonly dismiss: string;
  readonly edited: string;
  readonly noAnswer: string;
  readonly noBot: string;
  readonly failed: string;
  readonly today: (time: string) => string;
  readonly yesterday: (time: string) => string;
  readonly typing: (name: string) => string;
  readonly messageMenu: string;
  readonly apps: string;
  readonly reply: string;
  readonly replyingTo: (name: string) => string;
  readonly copyText: string;
  readonly copyId: string;
  readonly thread: string;
  readonly openThread: string;
  readonly newThread: string;
  readonly messageCount: (count: number) => string;
  readonly embedOf: (name: string) => string;
  readonly picture: string;
  readonly spoiler: string;
  readonly choose: string;
  readonly cancel: string;
  readonly submit: string;
  readonly unknownUser: string;
  readonly unknownChannel: string;
  readonly unknownRole: string;
  readonly you: string;
  readonly actAs: string;
  readonly actsAsNow: string;
  readonly language: string;
  readonly mayManage: string;
  readonly inServer: string;
  readonly onlyDm: string;
  readonly time: string;
  readonly now: string;
  readonly nextRecap: string;
  readonly noRecap: string;
  readonly toNextRecap: string;
  readonly nextDay: string;
  readonly content: string;
  readonly contentClean: (count: number) => string;
  readonly contentFindings: (errors: number, warnings: number) => string;
  readonly line: (line: number) => string;
  readonly changedAt: (time: string) => string;
  readonly showPages: string;
  readonly hidePages: string;
  readonly noPages: string;
  readonly faults: string;
  readonly faultNames: Readonly<Record<FaultName, string>>;
  readonly gateway: string;
  readonly gatewayNames: Readonly<Record<GatewayName, string>>;
  readonly withheld: string;
  readonly withheldNothing: string;
  readonly shards: string;
  readonly set: string;
  readonly clear: string;
  readonly left: (count: number | null) => string;
  readonly permissionsHere: string;
  readonly permissionNames: Readonly<Record<PermissionName, string>>;
  readonly wire: string;
  readonly wireEmpty: string;
  readonly wireRefused: string;
  readonly requestBody: string;
  readonly responseBody: string;
  readonly onlyRefused: string;
  readonly previewTitle: string;
  readonly previewCount: (shown: number, all: number) => string;
  readonly onlyWarnings: string;
  readonly print: string;
  readonly tableOfContents: string;
  readonly searchPages: string;
  readonly nothingFound: string;
  readonly noPreview: string;
  readonly backToChat: string;
  readonly postLanguage: string;
}

export type FaultName =
  | 'slow'
  | 'verySlow'
  | 'error'
  | 'unauthorized'
  | 'limited'
  | 'unlimited'
  | 'hollow'
  | 'cut'
  | 'lost'
  | 'signature';
export type GatewayName = 'cut' | 'forget' | 'down' | 'up';
export type PermissionName = 'view' | 'send' | 'embed' | 'attach' | 'threads';
