import type { RecapStrings } from '../model/recap.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const UNIT = { session: 'Session', topic: 'Topic' } as const;

function days(list: readonly number[]): string {
  const text = list.join('');
  if (text === '1234567') return 'every day';
  if (text === '12345') return 'weekdays';
  if (text === '67') return 'weekends';
  return list.map((day) => DAYS[day - 1]).join(', ');
}

export const recap: RecapStrings = {
  recap: 'Recap',
  fresh: { new: 'New', changed: 'Updated' },
  standing: (unit, position, total) => `${UNIT[unit]} ${position} of ${total}`,
  inIt: 'In it',
  unit: UNIT,
  days,
  repeat: { again: 'starts again', stop: 'stops until there is something new' },
  button: {
    session: 'Open session',
    topic: 'Open topic',
    preview: 'Preview',
    pause: 'Pause',
    resume: 'Resume',
    history: 'History',
    unsubscribe: 'Unsubscribe',
    reallyUnsubscribe: 'Yes, unsubscribe',
    keep: 'Keep it',
    list: 'All recaps',
    newer: 'Newer',
    older: 'Older',
  },
  menu: 'Choose a recap to see more',
  list: {
    title: 'Recaps',
    empty: (subscribe) => `There are no recaps yet. ${subscribe} begins one.`,
    count: (count, most) => `${count} of at most ${most}`,
    inDm: 'this DM',
  },
  card: {
    where: 'Channel',
    when: 'Time',
    tells: 'One a day',
    language: 'Language',
    mention: 'Mentions',
    thread: 'Thread',
    yes: 'under each recap',
    afterwards: 'When all is told',
    next: 'Next recaps',
    paused: 'Paused',
    owner: 'Subscribed by',
  },
  state: {
    pausedByPerson: 'It is paused.',
    pausedUnreachable: (why) => `It paused after three days on which it could not be posted: ${why}.`,
    ended: 'It was unsubscribed.',
  },
  done: {
    subscribed: 'Subscribed',
    changed: 'The recap that was there has been changed',
    paused: 'Paused',
    resumed: 'Resumed',
    unsubscribed: 'Unsubscribed',
    unsubscribedText: (subscribe) => `Its history stays. ${subscribe} takes it up again where it stopped.`,
    confirm: 'Unsubscribe?',
    confirmText: 'No more recaps will be posted in this channel.',
    previewBelow: 'The next recap will look like this.',
    nothingToTell: 'There is nothing to tell right now. New posts will be told as they come.',
  },
  history: {
    title: 'Recap history',
    empty: 'Nothing yet.',
    posted: 'Posted',
    look: 'Open',
    from: (first, last) => `${first} to ${last}`,
    pending: 'Being posted.',
    trying: (why) => `Not posted yet, will be tried again: ${why}.`,
    missed: 'The bot was not running while it could have been posted.',
    skipped: 'The clock of the bot’s computer went past it: it was changed, or the computer slept.',
    stopped: 'Not posted, because it was paused or unsubscribed.',
    uncertain: 'Nobody can tell whether it arrived. It was not sent again, so that it is not there twice.',
    failed: (why) => `Not posted: ${why}.`,
    allTold: 'Everything had been told.',
    nothing: 'There was nothing to tell.',
  },
  why: {
    noAccess: 'the bot cannot see the channel',
    noPermission: 'the bot lacks a permission in the channel',
    noChannel: 'the channel is gone',
    noServer: 'the server cannot be found',
    noDm: 'the person takes no DMs from the bot',
    archived: 'the thread is archived or locked',
    refused: (code) => (code === 0 ? 'Discord refused it' : `Discord refused it (code ${code})`),
    unavailable: 'Discord did not answer',
    fault: 'the page could not be made',
  },
  permission: {
    view: 'View Channel',
    send: 'Send Messages',
    sendInThreads: 'Send Messages in Threads',
    embed: 'Embed Links',
    attach: 'Attach Files',
    mention: 'Mention @everyone, @here and All Roles',
    openThreads: 'Create Public Threads',
    history: 'Read Message History',
  },
  problem: {
    title: 'The recap cannot be set up',
    time: (typed) => `“${typed}” is no time of day. For example: \`09:00\`, \`9am\`, \`9:30 pm\``,
    zone: (typed) => `There is no time zone “${typed}”. For example: \`Seoul\`, \`Asia/Seoul\`, \`New York\``,
    days: (typed) => `“${typed}” names no days. For example: \`every day\`, \`weekdays\`, \`mon,thu\``,
    language: (typed) => `There are no posts in “${typed}”. Choose one from the list.`,
    unit: (typed) => `“${typed}” is no unit. Choose \`session\` or \`topic\`.`,
    repeat: (typed) => `“${typed}” cannot be chosen. Choose \`again\` or \`stop\`.`,
    permissions: (channel, missing) =>
      `The bot lacks permissions in ${channel}. Allow them in the channel’s settings and try again.\n${missing.map((name) => `- ${name}`).join('\n')}`,
    cannotMention: (role) =>
      `The bot may not mention ${role}. Let anyone mention the role, or allow the bot to mention all roles.`,
    channelType: 'Recaps cannot go there. Choose a text, announcement or forum channel, or a thread.',
    full: (limit) => `A server may have ${limit} recaps. Unsubscribe one that is not needed first.`,
    mayNot: 'On this server, recaps are set up by people with the *Manage Server* permission.',
    notMember: 'The bot is not a member of this server. Invite it and try again.',
    notHere: 'No recaps are posted in other people’s conversations.',
    noChannelInDm: 'In a DM the recap comes to this DM. Leave out `channel`, `mention` and `thread`.',
    gone: 'That recap is no longer there.',
    none: (subscribe) => `There are no recaps here. ${subscribe} begins one.`,
    several: 'Several recaps fit. Choose one.',
  },
  instead: {
    title: 'Recaps can come to you by DM',
    way: (subscribe, now) =>
      `Your own daily recap: open a DM with the bot and use ${subscribe} there.\nToday’s recap right here, for you alone: ${now}`,
  },
  pausedNotice: (where, why, resume) =>
    `The recap in ${where} could not be posted on three days in a row, so it is paused.\nReason: ${why}.\n\nWhen that is put right, ${resume} in that server takes it up again.`,
  pausedNoticeTitle: 'A recap is paused',
  now: { empty: 'There is nothing to tell yet.' },
};
