import type { Dialect } from './dialect.ts';

/** Astro and Eleventy: names of their own in the front matter. Their Markdown is plain, their MDX is MDX. */
export const astro: Dialect = {
  name: 'astro',
  marks: /(?!)/uy,
  keys: {
    date: [
      'pubdate',
      'pubdatetime',
      'publishedat',
      'publishedon',
      'datepublished',
      'publishdate',
      'published',
      'created',
      'createdat',
      'createdon',
      'createdtime',
      'datecreated',
    ],
    from: [
      'publishedat',
      'publishedon',
      'publishdate',
      'publishat',
      'publishon',
      'scheduled',
      'scheduledat',
      'embargo',
    ],
    image: ['heroimage', 'ogimage', 'coverimage', 'banner'],
    summary: ['excerpt'],
    hiddenIf: ['eleventyexcludefromcollections', 'isdraft'],
  },
};
