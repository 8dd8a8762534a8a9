import * as http from 'node:http';
import * as https from 'node:https';
import { createFetchPort, REQUEST_HEADERS } from './fetch-one.ts';
import type { FetchOptions, FetchPort } from './fetch-port.ts';

/** Bytes of headers; a static server needs a few hundred. */
const MAX_HEADER_BYTES = 16 * 1_024;

/**
 * Fetches with plain Node, for the command line and tests. Certificates are those of Node and of
 * NODE_EXTRA_CA_CERTS; redirects are never followed and nothing is ever inflated.
 */
export function createNodeFetch(options: FetchOptions): FetchPort {
  const library = options.repository.protocol === 'https:' ? https : http;
  const agent = new library.Agent({ keepAlive: true, maxSockets: 4 });
  const port = createFetchPort(options, (address, events) => {
    const request = library.get(address, {
      ...{ agent, headers: REQUEST_HEADERS, maxHeaderSize: MAX_HEADER_BYTES },
    });
    let isOver = false;
    request.on('response', (answer) => {
      answer.on('end', () => {
        isOver = true;
      });
      events.onAnswer(answer);
    });
    request.on('error', events.onError);
    return () => {
      // An answer that is over leaves its connection to the next request.
      if (!isOver) request.destroy();
    };
  });
  return {
    fetch: port.fetch,
    close: () => {
      port.close();
      agent.destroy();
    },
  };
}
