const isPrivate = { name: 'private', description: 'Show the answer to me alone' };
const language = { name: 'language', description: 'The language to read in' };
const unit = {
  name: 'unit',
  description: 'What one day tells',
  choices: { session: 'session', topic: 'topic' },
};
const whichChannel = { name: 'channel', description: 'The channel of the recap (default: here)' };
const whichRecap = { channel: whichChannel, unit };

/** Names and descriptions of what can be typed. In English a name is what the bot knows the thing by. */
export const commands = {
  session: {
    name: 'session',
    description: 'List the sessions, or open one',
    options: {
      name: { name: 'name', description: 'Number or title of the session, or part of it; or a speaker' },
      section: { name: 'section', description: 'The section to open' },
      event: { name: 'event', description: 'Only sessions of this event' },
      year: { name: 'year', description: 'Only sessions of this year' },
      tag: { name: 'tag', description: 'Only sessions with this tag' },
      speaker: { name: 'speaker', description: 'Only sessions of this speaker' },
      private: isPrivate,
      language,
    },
  },
  topic: {
    name: 'topic',
    description: 'Gather every section about a topic',
    options: {
      name: { name: 'name', description: 'Name of the topic, or of a speaker' },
      private: isPrivate,
      language,
    },
  },
  ask: {
    name: 'ask',
    description: 'Ask about what the sessions told',
    options: {
      question: { name: 'question', description: 'What you would like to know, in your own words' },
      private: isPrivate,
    },
  },
  help: {
    name: 'help',
    description: 'See what you can do',
    options: {},
  },
  'Find in sessions': {
    name: 'Find in sessions',
    description: 'See which sections the message is about',
  },
  recap: { name: 'recap', description: 'Daily recaps of the sessions' },
  'recap subscribe': {
    name: 'subscribe',
    description: 'Subscribe a channel to a daily recap, or change it',
    options: {
      channel: { name: 'channel', description: 'Where the recap goes (default: here)' },
      time: { name: 'time', description: 'Time of day, such as 9am (default: 09:00)' },
      timezone: { name: 'timezone', description: 'Time zone, by its city' },
      days: { name: 'days', description: 'Every day, weekdays, mon,thu (default: every day)' },
      unit,
      language,
      mention: { name: 'mention', description: 'A role that each recap mentions' },
      thread: { name: 'thread', description: 'Open a thread for discussion under each recap' },
      repeat: {
        name: 'repeat',
        description: 'When all is told (default: start again)',
        choices: { again: 'start again', stop: 'stop' },
      },
    },
  },
  'recap list': { name: 'list', description: 'See all recaps that are subscribed', options: {} },
  'recap preview': {
    name: 'preview',
    description: 'See the next recap exactly as it will be posted',
    options: whichRecap,
  },
  'recap pause': { name: 'pause', description: 'Pause a recap', options: whichRecap },
  'recap resume': { name: 'resume', description: 'Take up a paused recap again', options: whichRecap },
  'recap unsubscribe': { name: 'unsubscribe', description: 'Unsubscribe a recap', options: whichRecap },
  'recap history': {
    name: 'history',
    description: 'See what was posted and when, or why not',
    options: whichRecap,
  },
  'recap now': {
    name: 'now',
    description: 'See today’s recap, for you alone',
    options: { unit, language },
  },
};
