// Every language that the bot speaks: a folder, and a line here. What a folder lacks is a type error.
export { en } from './en/index.ts';
export { ja } from './ja/index.ts';
export { ko } from './ko/index.ts';
