// Every language of the page: a file, and a line here. A text that a file lacks is a type error.
export { en } from './en.ts';
export { ja } from './ja.ts';
export { ko } from './ko.ts';
