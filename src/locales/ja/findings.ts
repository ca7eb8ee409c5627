import type { FindingStrings } from '../model/findings.ts';

export const findings: FindingStrings = {
  'no-title': () => 'タイトルがありません。先頭の2つの「---」の間に「title: …」と書いてください。',
  'no-text': () => '本文がありません。本文を書くか、それまで「draft: true」にしてください。',
  'bad-date': (what) => `日付「${what}」を読み取れません。2018-10-25 10:00:00 +0900 のように書いてください。`,
  'outline-differs': (what) =>
    `原文「${what}」に対応するセクションがありません。原文に加えるか、両方の見出しに同じ {#id} を付けてください。`,
  'missing-image': (what) =>
    `画像「${what}」がコンテンツフォルダーにありません。png、jpg、gif、webpのファイルを置くか、パスを直してください。`,
  'image-format': (what) => `画像「${what}」の形式は表示できません。png、jpg、gif、webpに変えてください。`,
  'unsafe-link': (what) => `リンク「${what}」は表示しません。httpまたはhttpsのアドレスに変えてください。`,
  'no-original': (what) => `翻訳の原文「${what}」がありません。translation_ofを直してください。`,
  'same-number': (what) => `「${what}」にも同じ番号があります。どちらかの番号を変えてください。`,
  'same-id': (what) =>
    `id「${what}」はほかの記事でも使われているため、どちらにも使われません。一方のidを変えてください。`,
  'dead-link': (what) => `リンク「${what}」の行き先がありません。直すか、消してください。`,
  'unknown-author': (what) =>
    `執筆者の一覧に「${what}」がありません。一覧に加えるか、ここに名前を書いてください。`,
  'bad-link': (what) =>
    `アドレス「${what}」にはSITE_URLが必要です。SITE_URLを設定するか、https://で始まるアドレスを書いてください。`,
  'bad-time': () => '発表が始まる前に終わっています。「starts」か「ends」を直してください。',
  'bad-number': () => '番号を読み取れません。数字で書いてください。',
  'duplicate-key': () => 'フロントマターに同じキーが2つあります。1つを消してください。',
  'front-matter': () => 'フロントマターを読み取れません。この行の引用符とインデントを確かめてください。',
  'unknown-tag': () => '何を表すのか分からないため、省きました。表示する内容をMarkdownで書いてください。',
  'empty-section': (what) =>
    `セクション「${what}」に本文がありません。本文を書くか、見出しを消してください。`,
  'long-section': (what) =>
    `セクション「${what}」は1ページより長くなっています。見出しを加えて分けてください。`,
  'level-skipped': (what) => `見出し「${what}」の階層が飛んでいます。1つ下の階層にしてください。`,
  'open-fence': () => 'ここから始まるコードが閉じられていません。最後の行の後に同じ記号を書いてください。',
  encoding: () => 'ファイルがUTF-8ではありません。UTF-8で保存してください。',
  'empty-post': () => 'ファイルが空です。タイトルと本文を書くか、ファイルを消してください。',
  markdown: () => 'Markdownとして読み取れません。深すぎる引用やリストがないか確かめてください。',
  authors: () => '執筆者の一覧を読み取れません。この行のYAMLを直してください。',
};
