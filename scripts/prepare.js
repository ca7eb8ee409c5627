// Run by npm after an installation. Plain JavaScript on purpose: an older Node must get through it too.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major >= 26) {
  const { bundled } = await import('../src/start/bundled.ts');
  // In a process of its own: it takes 450 MB for three seconds, and a machine without them goes on without a bundle.
  const bundle = () =>
    spawnSync(process.execPath, [fileURLToPath(new URL('./build/bundle.ts', import.meta.url))], {
      stdio: 'inherit',
    });
  // npm runs this for `npm pack` too: bots that start meanwhile must find the bundle that is up to date.
  if (bundled(fileURLToPath(new URL('..', import.meta.url))) === undefined && bundle().status !== 0)
    console.error('The sources could not be bundled: starts will take half a second longer.');
  try {
    await import('./compile-cache.js');
    await import('../src/programs/prepare.ts');
  } catch (error) {
    // The first start does then what was to be done here.
    console.error(`The first start will take longer: ${error}`);
  }
}
