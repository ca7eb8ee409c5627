// Plain JavaScript on purpose: it must run on the very Node that is too old for the rest.
const major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  console.error(
    `Lectern needs Node 26 or newer and this is ${process.version}: run "npm ci" (it brings Node 26 along), then "npm start".`,
  );
  process.exit(78);
}
