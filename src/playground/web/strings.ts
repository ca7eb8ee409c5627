/** Languages of the page itself. */
export type PageLocale = 'ko' | 'en';

/** Every text of the page, in one language. */
export interface Strings {
  readonly title: string;
  readonly connecting: string;
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
  readonly yes: string;
  readonly no: string;
  readonly welcome: (channel: string) => string;
  readonly welcomeDm: (name: string) => string;
  readonly tryOne: string;
  readonly noCommands: string;
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
  readonly copyText: string;
  readonly copyId: string;
  readonly thread: string;
  readonly openThread: string;
  readonly newThread: string;
  readonly threadName: string;
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
  readonly actAs: (name: string) => string;
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
  readonly set: string;
  readonly clear: string;
  readonly clearAll: string;
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
  readonly noPreview: string;
  readonly backToChat: string;
  readonly postLanguage: string;
}

export type FaultName = 'slow' | 'error' | 'limited' | 'cut' | 'lost';
export type GatewayName = 'cut' | 'forget' | 'down' | 'up';
export type PermissionName = 'view' | 'send' | 'embed' | 'attach' | 'threads';

const en: Strings = {
  title: 'Playground',
  connecting: 'Connecting…',
  lost: 'The connection is lost. Trying again…',
  botAway: 'The bot is not connected.',
  botGatewayDown: 'The gateway is down: the bot cannot connect.',
  toComposer: 'Jump to the message box',
  channels: 'Channels',
  openChannels: 'Open the list of channels',
  openPanel: 'Open the control panel',
  closePanel: 'Close the control panel',
  close: 'Close',
  panel: 'Control panel',
  lightTheme: 'Use the light theme',
  darkTheme: 'Use the dark theme',
  preview: 'All pages',
  directMessages: 'Direct messages',
  unread: 'unread',
  messagesIn: (channel) => `Messages in ${channel}`,
  messageTo: (channel) => `Message ${channel} — or type / for commands`,
  cannotSay: 'You may not send messages here',
  send: 'Send',
  commandList: 'Commands',
  moreOptions: (count) => `+${count} more`,
  options: 'Options',
  optional: 'optional',
  required: 'required',
  noChoices: 'Nothing found. What you typed is sent as it is.',
  searching: 'Searching…',
  cancelCommand: 'Cancel the command',
  removeOption: (name) => `Remove ${name}`,
  fillIn: (name) => `“${name}” needs a value.`,
  yes: 'True',
  no: 'False',
  welcome: (channel) => `Welcome to ${channel}!`,
  welcomeDm: (name) => `This is your conversation with ${name}.`,
  tryOne: 'Try one of these, or type / in the box below.',
  noCommands: 'The bot has not registered any commands yet.',
  olderMessages: 'Show older messages',
  newMessages: 'To the newest message',
  used: (name, command) => [`${name} used `, command, ''],
  thinking: (name) => `${name} is thinking…`,
  sending: 'Sending the command…',
  onlyYou: 'Only you can see this',
  dismiss: 'Dismiss message',
  edited: '(edited)',
  noAnswer: 'The application did not respond',
  noBot: 'The application is not connected',
  failed: 'This interaction failed',
  today: (time) => time,
  yesterday: (time) => `Yesterday at ${time}`,
  typing: (name) => `${name} is typing…`,
  messageMenu: 'More',
  apps: 'Apps',
  copyText: 'Copy text',
  copyId: 'Copy message ID',
  thread: 'Thread',
  openThread: 'Open thread',
  newThread: 'Create thread',
  threadName: 'Name of the thread',
  messageCount: (count) => (count === 1 ? '1 message' : `${count} messages`),
  embedOf: (name) => `Embed: ${name}`,
  picture: 'Picture',
  spoiler: 'Spoiler: press to show',
  choose: 'Make a selection',
  cancel: 'Cancel',
  submit: 'Submit',
  unknownUser: 'unknown-user',
  unknownChannel: 'unknown',
  unknownRole: 'unknown-role',
  you: 'You',
  actAs: (name) => `Act as ${name}`,
  actsAsNow: 'you now',
  language: 'Language',
  mayManage: 'Manage Server',
  inServer: 'in the server',
  onlyDm: 'direct messages only',
  time: 'Time',
  now: 'Now',
  nextRecap: 'Next recap',
  noRecap: 'No channel has subscribed yet.',
  toNextRecap: 'To the next recap',
  nextDay: 'Next day',
  content: 'Content',
  contentClean: (count) => `${count} files, nothing to complain about.`,
  contentFindings: (errors, warnings) => `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`,
  line: (line) => `line ${line}`,
  changedAt: (time) => `changed ${time}`,
  showPages: 'Show its pages',
  hidePages: 'Hide its pages',
  noPages: 'No page is made of this file.',
  faults: 'Faults',
  faultNames: {
    slow: 'Discord answers 2.5 s late',
    error: 'Discord answers 503',
    limited: 'Rate limit (429)',
    cut: 'Connection cut before it has effect',
    lost: 'Answer lost after it had effect',
  },
  gateway: 'Gateway',
  gatewayNames: { cut: 'Cut', forget: 'Cut and forget', down: 'Down', up: 'Up again' },
  set: 'Once',
  clear: 'Clear',
  clearAll: 'Clear all',
  left: (count) => (count === null ? 'until cleared' : `${count} left`),
  permissionsHere: 'What the bot may do here',
  permissionNames: {
    view: 'View Channel',
    send: 'Send Messages',
    embed: 'Embed Links',
    attach: 'Attach Files',
    threads: 'Create Public Threads',
  },
  wire: 'Wire',
  wireEmpty: 'Nothing has gone over the wire yet.',
  wireRefused: 'refused',
  requestBody: 'Sent',
  responseBody: 'Answered',
  onlyRefused: 'Refused only',
  previewTitle: 'All pages',
  previewCount: (shown, all) => (shown === all ? plural(all, 'page') : `${shown} of ${plural(all, 'page')}`),
  onlyWarnings: 'With warnings only',
  print: 'Print',
  noPreview: 'There are no pages to show.',
  backToChat: 'Back to the chat',
  postLanguage: 'Language of the pages',
};

const ko: Strings = {
  title: '놀이터',
  connecting: '연결하는 중…',
  lost: '연결이 끊겼습니다. 다시 연결하는 중…',
  botAway: '봇이 연결되어 있지 않습니다.',
  botGatewayDown: '게이트웨이가 멈춰 있어 봇이 연결할 수 없습니다.',
  toComposer: '메시지 입력란으로 건너뛰기',
  channels: '채널',
  openChannels: '채널 목록 열기',
  openPanel: '제어판 열기',
  closePanel: '제어판 닫기',
  close: '닫기',
  panel: '제어판',
  lightTheme: '밝은 테마로 바꾸기',
  darkTheme: '어두운 테마로 바꾸기',
  preview: '모든 페이지',
  directMessages: '다이렉트 메시지',
  unread: '읽지 않음',
  messagesIn: (channel) => `${channel} 메시지`,
  messageTo: (channel) => `${channel}에 메시지 보내기 — 명령어는 /`,
  cannotSay: '이 채널에 메시지를 보낼 권한이 없습니다',
  send: '보내기',
  commandList: '명령어',
  moreOptions: (count) => `+${count}개 더`,
  options: '옵션',
  optional: '선택',
  required: '필수',
  noChoices: '찾은 항목이 없습니다. 입력한 그대로 보냅니다.',
  searching: '찾는 중…',
  cancelCommand: '명령어 취소',
  removeOption: (name) => `${name} 지우기`,
  fillIn: (name) => `“${name}” 값을 입력하세요.`,
  yes: '예',
  no: '아니요',
  welcome: (channel) => `${channel}에 오신 것을 환영합니다!`,
  welcomeDm: (name) => `${name} 님과 나누는 대화입니다.`,
  tryOne: '하나를 눌러 보거나, 아래 입력란에 /를 입력해 보세요.',
  noCommands: '봇이 아직 명령어를 등록하지 않았습니다.',
  olderMessages: '이전 메시지 보기',
  newMessages: '가장 최근 메시지로',
  used: (name, command) => [`${name} 님이 `, command, ' 사용'],
  thinking: (name) => `${name} 님이 생각하는 중…`,
  sending: '명령어를 보내는 중…',
  onlyYou: '나만 볼 수 있는 메시지예요',
  dismiss: '메시지 닫기',
  edited: '(수정됨)',
  noAnswer: '애플리케이션이 응답하지 않았습니다',
  noBot: '애플리케이션이 연결되어 있지 않습니다',
  failed: '상호작용 실패',
  today: (time) => time,
  yesterday: (time) => `어제 ${time}`,
  typing: (name) => `${name} 님이 입력하는 중…`,
  messageMenu: '더 보기',
  apps: '앱',
  copyText: '텍스트 복사하기',
  copyId: '메시지 ID 복사하기',
  thread: '스레드',
  openThread: '스레드 열기',
  newThread: '스레드 만들기',
  threadName: '스레드 이름',
  messageCount: (count) => `메시지 ${count}개`,
  embedOf: (name) => `임베드: ${name}`,
  picture: '그림',
  spoiler: '스포일러: 누르면 보입니다',
  choose: '선택하기',
  cancel: '취소',
  submit: '제출하기',
  unknownUser: '알 수 없는 사용자',
  unknownChannel: '알 수 없음',
  unknownRole: '알 수 없는 역할',
  you: '나',
  actAs: (name) => `${name} 님으로 행동하기`,
  actsAsNow: '지금의 나',
  language: '언어',
  mayManage: '서버 관리하기',
  inServer: '서버에 있음',
  onlyDm: '다이렉트 메시지만',
  time: '시간',
  now: '지금',
  nextRecap: '다음 리캡',
  noRecap: '아직 구독한 채널이 없습니다.',
  toNextRecap: '다음 리캡으로',
  nextDay: '다음 날',
  content: '콘텐츠',
  contentClean: (count) => `파일 ${count}개, 고칠 것이 없습니다.`,
  contentFindings: (errors, warnings) => `오류 ${errors}개, 경고 ${warnings}개`,
  line: (line) => `${line}행`,
  changedAt: (time) => `${time} 수정`,
  showPages: '페이지 보기',
  hidePages: '페이지 숨기기',
  noPages: '이 파일로 만든 페이지가 없습니다.',
  faults: '고장 내기',
  faultNames: {
    slow: 'Discord가 2.5초 늦게 응답',
    error: 'Discord가 503으로 응답',
    limited: '요청 제한 (429)',
    cut: '처리되기 전에 연결 끊김',
    lost: '처리된 뒤 응답 사라짐',
  },
  gateway: '게이트웨이',
  gatewayNames: { cut: '끊기', forget: '끊고 잊기', down: '멈추기', up: '다시 켜기' },
  set: '한 번',
  clear: '지우기',
  clearAll: '모두 지우기',
  left: (count) => (count === null ? '지울 때까지' : `${count}번 남음`),
  permissionsHere: '이 채널에서 봇이 할 수 있는 일',
  permissionNames: {
    view: '채널 보기',
    send: '메시지 보내기',
    embed: '링크 첨부',
    attach: '파일 첨부',
    threads: '공개 스레드 만들기',
  },
  wire: '통신 기록',
  wireEmpty: '아직 오간 것이 없습니다.',
  wireRefused: '거절됨',
  requestBody: '보낸 것',
  responseBody: '받은 응답',
  onlyRefused: '거절된 것만',
  previewTitle: '모든 페이지',
  previewCount: (shown, all) => (shown === all ? `${all}쪽` : `${all}쪽 가운데 ${shown}쪽`),
  onlyWarnings: '경고가 있는 것만',
  print: '인쇄',
  noPreview: '보여 줄 페이지가 없습니다.',
  backToChat: '채팅으로 돌아가기',
  postLanguage: '페이지 언어',
};

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** The page's language for a Discord locale: Korean for `ko`, English for everybody else. */
export function pageLocale(discordLocale: string): PageLocale {
  return discordLocale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** The page's texts in a language. */
export function stringsFor(locale: PageLocale): Strings {
  return locale === 'ko' ? ko : en;
}
