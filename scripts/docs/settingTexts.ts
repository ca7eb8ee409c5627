import type { SETTINGS } from '../../src/config/variables.ts';

/** The name of a setting: its environment variable. */
export type SettingName = keyof typeof SETTINGS.shape;

/** What is said of a setting. */
interface SettingText {
  /** Its meaning, a cell of README's table. */
  readonly en: string;
  readonly ko: string;
  /** The default, where the schema alone does not tell it. */
  readonly shown?: { readonly en: string; readonly ko: string };
  /** Its comment in .env.example. */
  readonly env: string;
  /** A value for .env.example, commented out; without it the default stands there. */
  readonly example?: string;
}

/** What README and .env.example say of each setting. */
export const SETTING_TEXTS: Readonly<Record<SettingName, SettingText>> = {
  DISCORD_TOKEN: {
    en: "the bot's token; without it the playground is started",
    ko: '봇의 토큰. 없으면 플레이그라운드가 열립니다',
    env: "The bot's token, from the Bot page of your application in the Discord developer portal. It is a secret. Empty: the playground is started, a Discord on your own machine.",
  },
  DISCORD_API_URL: {
    en: "Discord's API, or a proxy of it",
    ko: 'Discord의 API, 또는 그 프록시',
    env: "Where Discord's API is; everything REST goes there, and the gateway's address is asked from it.",
  },
  CONTENT_DIR: {
    en: 'the folder with the posts',
    ko: '글이 든 폴더',
    env: 'The folder with the posts (Markdown, as a Jekyll blog has them). It is watched.',
    example: 'content',
  },
  CONTENT_GIT: {
    en: 'a git repository with the posts in place of a folder: `https://github.com/me/blog.git#branch:folder`. It is copied beside the database and looked at every three minutes; a password in the address is never shown',
    ko: '폴더 대신 글을 가져올 git 저장소: `https://github.com/me/blog.git#branch:folder`. 데이터베이스 옆에 복사해 두고 3분마다 새 글을 확인합니다. 주소에 든 비밀번호는 어디에도 보이지 않습니다',
    env: 'A git repository with the posts, in place of a folder: its address, and its branch and folder where they are needed. In quotation marks here: a # would begin a comment.',
    example: '"https://github.com/me/blog.git#main:_posts"',
  },
  SITE_URL: {
    en: 'where the posts are published; links and pictures resolve against it',
    ko: '글이 공개된 곳. 링크와 그림의 기준이 됩니다',
    env: 'Where the posts are published; links and pictures resolve against it, for example https://example.github.io',
  },
  DATABASE_URL: {
    en: 'where the bot keeps what must survive a restart: an SQLite file, or `postgres://…`. A database belongs to the application that used it first; another one is refused',
    ko: '다시 켜도 남아야 하는 것을 두는 곳: SQLite 파일이나 `postgres://…`. 데이터베이스는 처음 쓴 애플리케이션의 것이며, 다른 애플리케이션으로는 시작되지 않습니다',
    shown: {
      en: '`data/lectern.sqlite`; for the playground `data/playground.sqlite`',
      ko: '`data/lectern.sqlite`, 플레이그라운드는 `data/playground.sqlite`',
    },
    env: 'Where the bot keeps what must survive a restart: an SQLite file, or postgres://user:password@host/database',
    example: 'data/lectern.sqlite',
  },
  DEFAULT_LOCALE: {
    en: 'for readers whose language the bot does not speak, and for recaps: `en`, `ja` or `ko`',
    ko: '봇이 모르는 언어를 쓰는 사람과 리캡의 언어: `en`, `ja`, `ko`',
    env: 'The language for readers whose own the bot does not speak, and for recaps: en, ja or ko.',
  },
  DEFAULT_TIME_ZONE: {
    en: "for recaps where the server's language does not tell one",
    ko: '서버의 언어로 알 수 없을 때 리캡의 시간대',
    env: "The time zone for recaps where a server's language does not tell one (IANA name).",
  },
  KEEP_HISTORY_DAYS: {
    en: 'days for which `/recap history` goes back; what was told is remembered for good',
    ko: '`/리캡 기록`을 며칠 동안 보관할지. 무엇을 소개했는지는 계속 기억합니다',
    env: 'Days for which /recap history goes back, 30 or more.',
  },
  START_PATIENCE: {
    en: 'how many seconds Discord, and a PostgreSQL, are tried again where they cannot be reached at the start; then the bot ends with code 69',
    ko: '봇을 켤 때 Discord나 PostgreSQL에 접속할 수 없으면 다시 시도할 시간(초). 그래도 안 되면 코드 69로 끝납니다',
    env: 'Seconds for which Discord, and a PostgreSQL, are tried again where they cannot be reached at the start. 0: the bot ends at once.',
  },
  LOG_LEVEL: {
    en: '`trace`, `debug`, `info`, `warn`, `error`, `fatal`, `silent`',
    ko: '`trace`, `debug`, `info`, `warn`, `error`, `fatal`, `silent`',
    env: 'How much is logged: trace, debug, info, warn, error, fatal or silent.',
  },
  PORT: {
    en: "the playground's port",
    ko: '플레이그라운드의 포트',
    env: "The playground's port.",
  },
  SHARDS: {
    en: "which of the gateway's shards this process runs: as many as Discord recommends, or numbers such as `0-3` or `0,2`. Where other processes run the rest, all share one PostgreSQL database",
    ko: '이 프로세스가 맡을 게이트웨이 샤드: Discord가 권하는 만큼, 또는 `0-3`, `0,2` 같은 번호. 나머지를 다른 프로세스가 맡으면 PostgreSQL 하나를 함께 씁니다',
    shown: { en: '`auto`', ko: '`auto`' },
    env: "Which of the gateway's shards this process runs: auto (as many as Discord recommends), or numbers such as 0-3. Where other processes run the rest, all share one PostgreSQL database.",
    example: '0-3',
  },
  SHARD_COUNT: {
    en: 'the number of shards in all processes together, where `SHARDS` names some',
    ko: '`SHARDS`에 번호를 적었을 때, 모든 프로세스의 샤드를 합한 수',
    env: 'The number of shards in all processes together, where SHARDS names some.',
    example: '16',
  },
  GATEWAY: {
    en: '`off`: no connection to the gateway; interactions come by HTTP alone, to any number of processes behind a load balancer',
    ko: '`off`이면 게이트웨이에 접속하지 않습니다. 인터랙션은 HTTP로만 오고, 로드 밸런서 뒤에 프로세스를 몇 개든 둘 수 있습니다',
    env: 'off: no connection to the gateway; interactions come by HTTP alone.',
  },
  PLAYGROUND_PASSWORD: {
    en: 'what people have to type before the playground opens, at least twelve characters; needed where `HOST` is not this machine alone',
    ko: '플레이그라운드를 열기 전에 입력할 비밀번호, 열두 자 이상. `HOST`가 이 컴퓨터 밖으로 열려 있을 때 필요합니다',
    env: 'What people have to type before the playground opens, at least twelve characters; needed where HOST is not this machine alone.',
  },
  MENTIONS: {
    en: 'whether messages that mention the bot, reply to it or stand in its DM are answered (`on` or `off`); with `off` it asks Discord for no messages at all',
    ko: '봇을 멘션하거나 봇에게 답장하거나 DM으로 보낸 메시지에 답할지(`on`, `off`). `off`이면 Discord에서 메시지를 아예 받지 않습니다',
    env: 'Whether messages that mention the bot, reply to it or stand in its DM are answered: on or off. Their text comes without a privileged intent.',
  },
  MENTIONS_PER_PERSON: {
    en: 'answers a minute to messages of one person',
    ko: '한 사람의 메시지에 1분 동안 답하는 횟수',
    env: 'Answers a minute to messages of one person.',
  },
  MENTIONS_PER_CHANNEL: {
    en: 'answers a minute to messages in one channel',
    ko: '한 채널의 메시지에 1분 동안 답하는 횟수',
    env: 'Answers a minute to messages in one channel.',
  },
  FEEDBACK: {
    en: '`on`: two buttons under each answer, and `/gaps`: what people asked that the posts do not cover. See [What is missing](#what-is-missing)',
    ko: '`on`이면 답 아래에 버튼 두 개가 생기고, 글이 다루지 않은 질문을 `/빈틈`에서 볼 수 있습니다. [무엇이 빠졌나](#무엇이-빠졌나) 참고',
    env: 'on: two buttons under each answer, and /gaps, which lists what people asked that the posts do not cover.',
  },
  EMBEDDINGS_URL: {
    en: 'a service that turns texts into vectors, so that questions find sections by meaning, too. See [Models of your choice](#models-of-your-choice)',
    ko: '글을 벡터로 바꿔 주는 서비스. 질문이 뜻으로도 섹션을 찾습니다. [원하는 모델 쓰기](#원하는-모델-쓰기) 참고',
    env: "A service with OpenAI's /v1/embeddings, such as Ollama on the same machine: questions find sections by meaning, too. The posts' texts and the questions are sent there.",
    example: 'http://localhost:11434/v1',
  },
  EMBEDDINGS_MODEL: {
    en: 'the model there; needed with `EMBEDDINGS_URL`',
    ko: '그 서비스의 모델. `EMBEDDINGS_URL`과 함께 씁니다',
    env: 'The model there; needed with EMBEDDINGS_URL.',
    example: 'bge-m3',
  },
  EMBEDDINGS_KEY: {
    en: 'its key, where it wants one',
    ko: '키가 필요한 서비스라면 그 키',
    env: 'Its key, where it wants one. It is a secret.',
  },
  MODEL_URL: {
    en: 'a service with a language model, which writes up to four sentences above the quote',
    ko: '언어 모델 서비스. 인용 위에 네 문장까지 답을 써 줍니다',
    env: "A service with OpenAI's /v1/chat/completions: its model writes up to four sentences above the quote of an answer. Questions and the passages found for them are sent there.",
    example: 'http://localhost:11434/v1',
  },
  MODEL: {
    en: 'the model there; needed with `MODEL_URL`',
    ko: '그 서비스의 모델. `MODEL_URL`과 함께 씁니다',
    env: 'The model there; needed with MODEL_URL.',
    example: 'qwen3:8b',
  },
  MODEL_KEY: {
    en: 'its key, where it wants one',
    ko: '키가 필요한 서비스라면 그 키',
    env: 'Its key, where it wants one. It is a secret.',
  },
  HTTP_PORT: {
    en: "opens Discord's interactions endpoint on this port, at `/interactions`; without a token, the playground sends interactions there",
    ko: '이 포트의 `/interactions`에 Discord의 인터랙션 엔드포인트를 엽니다. 토큰이 없으면 플레이그라운드가 인터랙션을 여기로 보냅니다',
    env: "Opens Discord's interactions endpoint on this port, at /interactions. A proxy in front of it brings TLS. Without a token, the playground sends interactions there.",
    example: '8080',
  },
  DISCORD_PUBLIC_KEY: {
    en: "the application's public key, which tells what is from Discord; needed with `HTTP_PORT` and a token",
    ko: 'Discord에서 온 요청인지 확인하는 애플리케이션의 공개 키. 토큰과 `HTTP_PORT`가 있으면 필요합니다',
    env: 'The Public Key from the page General Information of your application; needed with HTTP_PORT and a token.',
  },
  HEALTH_PORT: {
    en: 'shows `/livez`, `/readyz` and `/metrics` on this port; it may be that of `HTTP_PORT`',
    ko: '이 포트에서 `/livez`, `/readyz`, `/metrics`를 보여 줍니다. `HTTP_PORT`와 같아도 됩니다',
    env: 'Shows /livez, /readyz and /metrics on this port; it may be that of HTTP_PORT.',
    example: '9090',
  },
  HOST: {
    en: 'the address on which `PORT`, `HTTP_PORT` and `HEALTH_PORT` listen: this machine alone, or `0.0.0.0` for every network',
    ko: '`PORT`, `HTTP_PORT`, `HEALTH_PORT`를 여는 주소: 이 컴퓨터에서만, 또는 모든 네트워크라면 `0.0.0.0`',
    env: 'The address on which PORT, HTTP_PORT and HEALTH_PORT listen: this machine alone, or 0.0.0.0 for every network.',
  },
};
