// Run by npm after an installation. Plain JavaScript on purpose: an older Node must get through it too.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major >= 26) {
  // In a process of its own: it takes 450 MB for three seconds, and a machine without them goes on without a bundle.
  const script = fileURLToPath(new URL('./build/bundle.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) console.error('The sources could not be bundled: starts will take half a second longer.');
  try {
    await import('./compile-cache.js');
    await import('../src/programs/prepare.ts');
  } catch (error) {
    // The first start does then what was to be done here.
    console.error(`The first start will take longer: ${error}`);
  }
}
