const PERMISSIONS = '2248473465835073';

/** An interaction in a channel of a guild as Discord sends it, by one of 5,000 people. */
export const guildInteraction = (own: {
  readonly id: string;
  readonly type: number;
  readonly token: string;
  readonly guildId: string;
  readonly channelId: string;
  /** Tells people apart. */
  readonly count: number;
  readonly data: unknown;
}): object => {
  const { id, type, token, guildId, channelId, count, data } = own;
  return {
    id,
    application_id: '1',
    type,
    token,
    version: 1,
    guild_id: guildId,
    channel_id: channelId,
    channel: { id: channelId, type: 0, guild_id: guildId, name: 'talks', permissions: PERMISSIONS },
    guild: { id: guildId, locale: 'ko', features: [] },
    member: {
      user: { id: String(20_000 + (count % 5_000)), username: 'reader', discriminator: '0', avatar: null },
      roles: [],
      permissions: PERMISSIONS,
      joined_at: '2024-01-01T00:00:00.000Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    app_permissions: PERMISSIONS,
    locale: 'ko',
    guild_locale: 'ko',
    context: 0,
    authorizing_integration_owners: { 0: guildId },
    entitlements: [],
    attachment_size_limit: 10_485_760,
    data,
  };
};
