const isPrivate = { name: 'private', description: 'Show the answer to me alone' };
const language = { name: 'language', description: 'The language to read in' };
const what = {
  name: 'what',
  description: 'What the recap posts (default: daily session)',
  choices: { session: 'daily session', topic: 'daily topic', new: 'new posts', digest: 'digest' },
};
const unit = {
  name: 'what',
  description: 'A session or a topic',
  choices: { session: 'session', topic: 'topic' },
};
const whichChannel = { name: 'channel', description: 'The channel of the recap (default: here)' };
const whichRecap = {
  channel: whichChannel,
  what: { ...what, description: 'What the recap posts' },
};

/** Names and descriptions of what can be typed. In English a name is what the bot knows the thing by. */
export const commands = {
  session: {
    name: 'session',
    description: 'List the sessions, narrow the list, or open one',
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
    description: 'Ask a question about the sessions',
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
  Save: { name: 'Save', description: 'Send the page to your direct messages' },
  gaps: {
    name: 'gaps',
    description: 'See what people asked and did not find',
    options: {
      action: {
        name: 'action',
        description: 'Keep questions, stop and delete them, or delete what was kept so far',
        choices: { start: 'keep questions', stop: 'stop and delete', forget: 'delete everything' },
      },
    },
  },
  recap: { name: 'recap', description: 'Recaps of sessions, every day or as posts appear' },
  'recap subscribe': {
    name: 'subscribe',
    description: 'Subscribe to a recap; without options, a form opens',
    options: {
      channel: { name: 'channel', description: 'Where the recap goes (default: here)' },
      what,
      time: { name: 'time', description: 'Time of day, such as 9am (default: 09:00; new posts: at once)' },
      timezone: { name: 'timezone', description: 'Time zone, by its city or country' },
      days: { name: 'days', description: 'Every day, weekdays, mon,thu (default: every day)' },
      items: { name: 'items', description: 'Sessions in one digest, 2 to 7 (default: 5)' },
      filter: { name: 'filter', description: 'Only about an event, a tag, a speaker or a topic' },
      language,
      mention: { name: 'mention', description: 'A role to mention in each recap' },
      thread: { name: 'thread', description: 'Open a thread for discussion under each recap' },
      tags: { name: 'tags', description: 'Tags of a forum’s posts, by name' },
      repeat: {
        name: 'repeat',
        description: 'When everything has been posted (default: start again)',
        choices: { again: 'start again', stop: 'stop' },
      },
    },
  },
  'recap edit': { name: 'edit', description: 'Change a recap in a form', options: whichRecap },
  'recap list': { name: 'list', description: 'See all subscribed recaps', options: {} },
  'recap preview': {
    name: 'preview',
    description: 'See the next recap exactly as it will be posted',
    options: whichRecap,
  },
  'recap pause': { name: 'pause', description: 'Pause a recap', options: whichRecap },
  'recap resume': { name: 'resume', description: 'Continue a paused recap', options: whichRecap },
  'recap unsubscribe': { name: 'unsubscribe', description: 'Unsubscribe from a recap', options: whichRecap },
  'recap history': {
    name: 'history',
    description: 'See what was posted and when, or why not',
    options: whichRecap,
  },
  'recap now': {
    name: 'now',
    description: 'See today’s recap, for you alone',
    options: { what: unit, language },
  },
};
