/** Which of the bot's shards this process runs: as many as Discord recommends, or those with these numbers. */
export type ShardPlan = 'auto' | { readonly ids: readonly number[]; readonly count: number };

/** Discord has bots with thousands of shards; a larger number is a slip of the hand. */
const MOST_SHARDS = 16_384;

const RANGE = /^(\d{1,5})(?:-(\d{1,5}))?$/;

/** The numbers in a text such as `0-3`, `0,2` or `0-3,8`, sorted; undefined where it is none of these. */
const idsIn = (text: string): readonly number[] | undefined => {
  const ids = new Set<number>();
  for (const part of text.split(',')) {
    const [range, first, last = first] = RANGE.exec(part.trim()) ?? [];
    if (range === undefined || Number(last) < Number(first) || Number(last) >= MOST_SHARDS) return undefined;
    for (let id = Number(first); id <= Number(last); id += 1) ids.add(id);
  }
  return [...ids].sort((one, other) => one - other);
};

/** What is wrong with SHARDS or SHARD_COUNT; the sentence goes on after the variable's name. */
export interface ShardMistake {
  readonly variable: 'SHARDS' | 'SHARD_COUNT';
  readonly mistake: string;
}

/**
 * Reads SHARDS (`auto`, `0-3`, `0,2,5`) and SHARD_COUNT. SHARD_COUNT alone: this process runs all of them.
 * @see https://docs.discord.com/developers/events/gateway#sharding
 */
export const readShardPlan = (
  shards: string | undefined,
  shardCount: string | undefined,
): ShardPlan | ShardMistake => {
  const count = shardCount === undefined ? undefined : Number(shardCount);
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= MOST_SHARDS)) {
    return {
      variable: 'SHARD_COUNT',
      mistake: `must be the number of shards that the bot has in all its processes, from 1 to ${MOST_SHARDS}, for example SHARD_COUNT=16`,
    };
  }
  if (shards === undefined || shards === 'auto') {
    if (count === undefined) return 'auto';
    if (shards === undefined) return { ids: Array.from({ length: count }, (_, id) => id), count };
    return {
      variable: 'SHARD_COUNT',
      mistake: 'is asked from Discord with SHARDS=auto; leave one of the two out',
    };
  }
  const ids = idsIn(shards);
  if (ids === undefined) {
    return {
      variable: 'SHARDS',
      mistake:
        'must be auto, or the numbers of the shards that this process runs, from 0 on, for example SHARDS=0-3',
    };
  }
  if (count === undefined) {
    return {
      variable: 'SHARD_COUNT',
      mistake: `is missing: SHARDS=${shards} needs the number of shards of all processes together, for example SHARD_COUNT=16`,
    };
  }
  const outside = ids.find((id) => id >= count);
  if (outside === undefined) return { ids, count };
  return {
    variable: 'SHARDS',
    mistake: `names the shard ${outside}, but SHARD_COUNT=${count} leaves the numbers 0 to ${count - 1}`,
  };
};

/** True where other processes run the rest of the bot's shards. */
export const isPartOf = (plan: ShardPlan): boolean => plan !== 'auto' && plan.ids.length < plan.count;
