import type { Dialect } from './dialect.ts';

/** Astro and Eleventy: names of their own in the front matter. Their Markdown is plain, their MDX is MDX. */
export const astro: Dialect = {
  name: 'astro',
  marks: /(?!)/u,
  keys: {
    date: [
      'pubdate',
      'pubdatetime',
      'publishedat',
      'published_at',
      'publishedon',
      'datepublished',
      'publish_date',
      'published',
      'created',
      'createdat',
      'created_at',
      'createdon',
    ],
    image: ['heroimage', 'ogimage', 'coverimage', 'cover_image', 'banner'],
    summary: ['excerpt'],
    hiddenIf: ['eleventyexcludefromcollections', 'isdraft'],
  },
};
