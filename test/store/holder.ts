import { openStore } from '#store/open.ts';

// Holds a database until it is killed.
const store = await openStore(process.argv[2] ?? '');
await store.setNote('held', 'yes');
process.stdout.write('open\n');
setInterval(() => {}, 60_000);
