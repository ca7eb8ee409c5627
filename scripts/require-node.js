// Plain JavaScript on purpose: it must run on the very Node that is too old for the rest.
const major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  console.error(
    `Lectern needs Node 26 or newer, and this is ${process.version}. Install Node 26 from https://nodejs.org, or run "npm ci" without --omit=dev, which brings it along; then try again.`,
  );
  process.exit(78);
}
