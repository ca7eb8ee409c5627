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
      'published_at',
      'publishedon',
      'datepublished',
      'date_published',
      'publish_date',
      'published',
      'created',
      'createdat',
      'created_at',
      'createdon',
      'createdtime',
      'created_time',
      'date_created',
      'datecreated',
    ],
    from: [
      'publishedat',
      'publishedon',
      'publish_date',
      'publish_at',
      'publishat',
      'publish_on',
      'publishon',
      'scheduled',
      'scheduled_at',
      'scheduledat',
      'embargo',
    ],
    image: ['heroimage', 'ogimage', 'coverimage', 'cover_image', 'banner'],
    summary: ['excerpt'],
    hiddenIf: ['eleventyexcludefromcollections', 'isdraft'],
  },
};
