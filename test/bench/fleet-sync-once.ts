import { readFileSync } from 'node:fs';
import { createNodeFetch } from '../../electron/trust/fetch-with-node.ts';
import { syncIntoStore } from '../../electron/trust/sync-into-store.ts';

/**
 * One synchronisation of a real terminal in a process that does nothing else, as a terminal runs it.
 * Arguments: store folder, file of the shipped root, URL of the repository. Prints what it took.
 */
const [folder = '', rootFile = '', url = ''] = process.argv.slice(2);
const task = { folder, rootJson: readFileSync(rootFile), now: Math.floor(Date.now() / 1_000) };
const port = createNodeFetch({ repository: new URL(url), stallMs: 20_000 });
let requests = 0;
const before = process.cpuUsage();
const outcome = await syncIntoStore(task, {
  port: {
    ...port,
    fetch: (...request) => {
      requests++;
      return port.fetch(...request);
    },
  },
  tell: () => undefined,
  wallClock: () => Date.now(),
  steadyClock: () => performance.now(),
});
port.close();
if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
const { user, system } = process.cpuUsage(before);
const { changed } = outcome.value;
console.log(JSON.stringify({ changed, requests, cpuMs: (user + system) / 1_000 }));
