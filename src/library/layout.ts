/** Where the posts of a folder lie. */
export interface Layout {
  /** The folders that were taken, as paths below the content folder; `.` for all of it. */
  readonly folders: readonly string[];
  /** Why these: the rest of a sentence that begins with the folders. */
  readonly why: string;
  /** True for a file that lies in one of them. */
  readonly holds: (file: string) => boolean;
  /** True where the folder is a repository by its settings: there the number of posts in each place matters. */
  readonly isRepository: boolean;
}

interface Generator {
  readonly name: string;
  /** The file or folder by which its projects are known. */
  readonly setting: RegExp;
  /** Where it keeps posts, the first of these where there are any; the first group is the folder that is named. */
  readonly places: readonly RegExp[];
}

const LANGUAGE = '(?:[a-z]{2}(?:-[A-Za-z]{2,4})?/)?';
const SECTIONS = '(?:posts?|blogs?|articles?|notes?|talks?|sessions?|writing|docs?)';

/** A folder of posts, by its name, within others. */
const sectionsIn = (folders: string): RegExp => new RegExp(`^(${folders}${LANGUAGE}${SECTIONS})/`, 'u');

/** A project of several generators is taken for the first of these. */
const GENERATORS: readonly Generator[] = [
  {
    name: 'Docusaurus',
    setting: /^docusaurus\.config\.[cm]?[jt]s$/u,
    places: [/^(blog|docs|i18n\/[^/]+\/docusaurus-plugin-content-(?:blog|docs)[^/]*)\//u],
  },
  {
    name: 'Astro',
    setting: /^astro\.config\.[cm]?[jt]s$/u,
    places: [sectionsIn('src/(?:content|data|pages)/')],
  },
  { name: 'Hexo', setting: /^_config(?:\.\w+)?\.ya?ml$/u, places: [/^(source\/_posts)\//u] },
  { name: 'Jekyll', setting: /^_config\.(?:ya?ml|toml)$/u, places: [/^((?:.*\/)?_posts)\//u] },
  {
    name: 'Hugo',
    setting: /^(?:(?:hugo|config)\.(?:toml|ya?ml|json)|config\/_default\/[^/]+)$/u,
    places: [sectionsIn('content/'), /^(content)\//u],
  },
  {
    name: 'Eleventy',
    setting: /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/u,
    places: [sectionsIn('(?:src/)?(?:content/)?')],
  },
  { name: 'VitePress', setting: /^\.vitepress$/u, places: [sectionsIn('(?:src/)?')] },
  { name: 'VuePress', setting: /^\.vuepress$/u, places: [sectionsIn(''), /^(_posts)\//u] },
  {
    name: 'Nuxt Content',
    setting: /^nuxt\.config\.[cm]?[jt]s$/u,
    // A number before a name gives the order.
    places: [sectionsIn('content/(?:\\d+\\.)?'), /^(content)\//u],
  },
  {
    name: 'Gatsby',
    setting: /^gatsby-config\.[cm]?[jt]s$/u,
    places: [sectionsIn('(?:src/)?(?:content/|pages/)?'), /^(content)\//u],
  },
  { name: 'Qiita', setting: /^qiita\.config\.json$/u, places: [/^(public)\//u] },
];

/** Places that tell by their names alone what they hold, in a repository without any of those settings. */
const USUAL = [
  '_posts',
  'source/_posts',
  'src/content/blog',
  'src/content/posts',
  'content/posts',
  'content/post',
  'content/blog',
  'articles',
  'posts',
  'blog',
  'docs',
];
const REPOSITORY = /^(?:package\.json|Gemfile|go\.mod|pyproject\.toml|mkdocs\.ya?ml)$/u;
const README = /(?:^|\/)README(?:\.[^/]*)?$/iu;

/** Settings of a generator stand in the folder or one below it. */
function inProject(file: string): { readonly project: string; readonly rest: string }[] {
  const slash = file.indexOf('/');
  const below = slash < 0 ? [] : [{ project: file.slice(0, slash + 1), rest: file.slice(slash + 1) }];
  return [{ project: '', rest: file }, ...below];
}

const SETTING = new RegExp(
  [REPOSITORY, ...GENERATORS.map(({ setting }) => setting)].map(({ source }) => source).join('|'),
  'u',
);

/** True for a file that helps to tell where posts lie. */
export const isSetting = (file: string): boolean => inProject(file).some(({ rest }) => SETTING.test(rest));

function foldersOf(posts: readonly string[], project: string, place: RegExp): string[] {
  const folders = posts.flatMap((file) => {
    const folder = file.startsWith(project) ? place.exec(file.slice(project.length))?.[1] : undefined;
    return folder === undefined ? [] : [project + folder];
  });
  return [...new Set(folders)];
}

const within = (folders: readonly string[]) => (file: string) =>
  folders.some((folder) => file.startsWith(`${folder}/`));

/**
 * Tells where the posts lie: where the generator that the folder's settings name keeps them, else in a place with a
 * usual name, else everywhere. Outside of a repository nothing is left out.
 */
export function layoutOf(posts: readonly string[], settings: readonly string[]): Layout {
  const isRepository = settings.some((file) => REPOSITORY.test(file));
  for (const { name, setting, places } of GENERATORS) {
    for (const { project, rest } of settings.flatMap(inProject).filter((one) => setting.test(one.rest))) {
      const folders = places
        .map((place) => foldersOf(posts, project, place))
        .find((found) => found.length > 0);
      if (folders !== undefined)
        return {
          folders,
          why: `where ${name} keeps posts (${project}${rest})`,
          holds: within(folders),
          isRepository,
        };
    }
  }
  const written = posts.filter((file) => !README.test(file));
  for (const usual of USUAL) {
    const folders = foldersOf(
      written,
      '',
      new RegExp(`^(${usual === '_posts' ? '(?:[^/]+/)*_posts' : usual})/`, 'u'),
    );
    const holds = within(folders);
    if (folders.length === 0) continue;
    const count = written.filter(holds).length;
    const most = isRepository && count >= written.length / 2;
    if (usual.includes('_posts') || most || count === written.length)
      return { folders, why: 'a usual place for posts', holds, isRepository };
  }
  const why = 'no place for posts was recognized in it';
  return { folders: ['.'], why, holds: () => true, isRepository };
}

const IN_USUAL_PLACE = new RegExp(`^(?:(?:[^/]+/)*_posts|${USUAL.join('|')})/`, 'u');

/** True for a file that may come and go without another layout, as long as another post lies beside it. */
export const isAnyOfMany = ({ folders, holds, isRepository }: Layout, file: string): boolean =>
  !isRepository && holds(file) && (folders[0] !== '.' || !IN_USUAL_PLACE.test(file));

/** Says which folders were taken and why; undefined where all of it was. */
export const layoutInWords = (
  { folders, why }: Layout,
  nameOf: (folder: string) => string = (folder) => folder,
): string | undefined =>
  folders[0] === '.' ? undefined : `Posts are taken from ${folders.map(nameOf).join(', ')}: ${why}.`;

/** What is looked for, in words. */
export const LOOKED_FOR = `Markdown files (*.md, *.mdx, *.markdown) in it or in ${USUAL.join(', ')}`;
