// Run by npm after an installation. Plain JavaScript on purpose: an older Node must get through it too.
const major = Number(process.versions.node.split('.')[0]);
if (major >= 26) {
  try {
    await import('./compile-cache.js');
    await import('../src/programs/prepare.ts');
  } catch (error) {
    // The first start does then what was to be done here.
    console.error(`The first start will take longer: ${error}`);
  }
}
