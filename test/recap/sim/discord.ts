import type {
  ForumTags,
  HistoryResult,
  Poster,
  PostOrder,
  PostRefusal,
  PostResult,
} from '#recap/delivery/poster.ts';
import type { SimTime } from './time.ts';

export interface SimMessage {
  readonly id: string;
  readonly channelId: string;
  readonly nonce: string;
  readonly customIds: readonly string[];
  readonly content: string | undefined;
  readonly at: number;
}

/** What the next requests meet, until changed. */
export interface FaultProfile {
  /**
   * `down`: 503, nothing made. `lost`: made, and the answer is lost. `cut`: never reached Discord. `empty`: 200 without a
   * message, nothing made. `late`: given up after 15 s, made after 45 s. `limited`: 429, to be waited for 200 s.
   */
  post: 'fine' | 'down' | 'lost' | 'cut' | 'empty' | 'late' | 'limited';
  /** Milliseconds for which a request waits in the client before its final check, and for a connection after it. */
  queue: number;
  connect: number;
  /** Discord's code for every request to a channel. */
  refusal: number | undefined;
  history: 'fine' | 'down' | 'forbidden';
  /** `limited`: 429, to be waited for half an hour. */
  publish: 'fine' | 'limited' | 'forbidden';
  /** Milliseconds until an answer. */
  latency: number;
}

/** How long Discord remembers a nonce. */
const nonceMemory = 180_000;

/** As much of Discord as a poster sees, in simulated time. */
export class SimDiscord {
  readonly #time: SimTime;
  readonly messages: SimMessage[] = [];
  /** Channels that answer 429. */
  readonly limited = new Set<string>();
  readonly notices: { userId: string; nonce: string }[] = [];
  readonly threads: string[] = [];
  /** Messages that were published to the channels that follow theirs. */
  readonly published: string[] = [];
  /** The tags of every forum. */
  forum: Pick<ForumTags, 'tags' | 'required'> = { tags: [], required: false };
  readonly weather: FaultProfile = {
    post: 'fine',
    queue: 0,
    connect: 0,
    refusal: undefined,
    history: 'fine',
    publish: 'fine',
    latency: 0,
  };
  /** Requests of each kind. */
  readonly requests = { post: 0, history: 0, thread: 0, publish: 0 };

  constructor(time: SimTime) {
    this.#time = time;
  }

  async #answer(): Promise<void> {
    if (this.weather.latency > 0) await this.#time.sleep(this.weather.latency);
  }

  #refused(code: number): PostRefusal {
    return {
      kind: 'refused',
      code,
      status: code < 20_000 ? 404 : code === 50035 ? 400 : 403,
      message: `refused ${code}`,
    };
  }

  #make(order: PostOrder, channelId: string, usesNonce: boolean): SimMessage {
    const now = this.#time.real.epochMilliseconds;
    const there = this.messages.find(
      (message) =>
        usesNonce &&
        message.nonce === order.nonce &&
        message.channelId === channelId &&
        now - message.at < nonceMemory,
    );
    if (there) return there;
    const customIds = order.page.components.flatMap((row) =>
      row.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
    );
    const id = String(this.messages.length + 1);
    const message = { id, channelId, nonce: order.nonce, customIds, content: order.page.content, at: now };
    this.messages.push(message);
    return message;
  }

  /** Waits as a client does; false where the final check says that the request must not leave. */
  async #leaves({ finalCheck }: PostOrder): Promise<boolean> {
    if (this.weather.queue > 0) await this.#time.sleep(this.weather.queue);
    if (!(await finalCheck.allows().catch(() => false))) return false;
    if (this.weather.connect > 0) await this.#time.sleep(this.weather.connect);
    return finalCheck.stillHolds();
  }

  async #post(order: PostOrder, channelId: string, usesNonce: boolean): Promise<PostResult> {
    if (!(await this.#leaves(order))) return { kind: 'held', message: 'not to be sent' };
    this.requests.post += 1;
    const { post, refusal } = this.weather;
    if (post === 'cut') return { kind: 'failed', made: 'no', message: 'ECONNREFUSED' };
    if (refusal !== undefined) return this.#refused(refusal);
    if (post === 'limited' || this.limited.has(order.channelId)) {
      return { kind: 'failed', made: 'no', status: 429, retryAfter: 200_000, message: 'Too Many Requests' };
    }
    if (post === 'down') {
      await this.#answer();
      return { kind: 'failed', made: 'unknown', status: 503, message: 'Service Unavailable' };
    }
    if (post === 'empty') return { kind: 'failed', made: 'unknown', message: 'without a message' };
    if (post === 'late') {
      this.#time.clock.after(45_000, () => this.#make(order, channelId, usesNonce));
      await this.#time.sleep(15_000);
      return { kind: 'failed', made: 'unknown', message: 'This operation was aborted' };
    }
    const message = this.#make(order, channelId, usesNonce);
    await this.#answer();
    if (post === 'lost') return { kind: 'failed', made: 'unknown', message: 'socket hang up' };
    return { kind: 'posted', messageId: message.id, channelId: message.channelId };
  }

  readonly poster: Poster = {
    post: (order) => this.#post(order, order.channelId, true),
    openForumPost: (order) => this.#post(order, `${order.channelId}/${this.messages.length + 1}`, false),
    publish: async ({ messageId }) => {
      this.requests.publish += 1;
      if (this.weather.publish === 'limited') {
        return {
          kind: 'failed',
          made: 'no',
          status: 429,
          retryAfter: 1_800_000,
          message: 'Too Many Requests',
        };
      }
      if (this.weather.publish === 'forbidden') return this.#refused(50013);
      this.published.push(messageId);
      return { kind: 'published' };
    },
    forumTags: async () => ({ kind: 'tags', ...this.forum }),
    openThread: async ({ messageId }) => {
      this.requests.thread += 1;
      if (this.threads.includes(messageId)) return { kind: 'exists' };
      this.threads.push(messageId);
      return { kind: 'opened', threadId: messageId };
    },
    history: async ({ channelId, forum, since }): Promise<HistoryResult> => {
      this.requests.history += 1;
      const { history, refusal } = this.weather;
      if (history === 'forbidden') return this.#refused(50001);
      if (refusal !== undefined) return this.#refused(refusal);
      if (history === 'down') return { kind: 'failed', made: 'no', message: 'ECONNRESET' };
      const mine = this.messages.filter((message) =>
        forum ? message.channelId.startsWith(`${channelId}/`) : message.channelId === channelId,
      );
      const newest = mine.toReversed();
      const recent = newest.filter((message, index) => index < 100 || message.at >= since.epochMilliseconds);
      await this.#answer();
      // Messages as Discord gives them back: without the nonce.
      const messages = recent.map(({ id, channelId: where, customIds }) => ({
        id,
        channelId: where,
        customIds,
      }));
      return { kind: 'read', messages, complete: true };
    },
    directMessage: async ({ userId, nonce }) => {
      this.notices.push({ userId, nonce });
      return { kind: 'posted', messageId: `dm${this.notices.length}`, channelId: `dm-${userId}` };
    },
  };

  /** Messages of a delivery. */
  of(key: string): readonly SimMessage[] {
    return this.messages.filter((message) => message.customIds.some((id) => id.includes(key)));
  }
}
