import { once } from 'node:events';
import { repositoryFolder } from '../repository/office-repository.ts';
import { newestRootVersion } from '../repository/repository-files.ts';
import { serveRepository } from '../repository/serve.ts';
import { type Command, officeFolderArgument, optionOr, UsageError } from './command.ts';

const HIGHEST_PORT = 65_535;

/** `serve DIR`: a web server for the repository, until it is stopped. */
export const serve: Command = {
  summary: 'serve the repository over HTTP',
  usage: 'serve DIR [--port 8080] [--host 127.0.0.1]',
  options: { port: { type: 'string' }, host: { type: 'string' } },
  async run(input) {
    const folder = repositoryFolder(officeFolderArgument(input));
    const port = Number(optionOr(input, 'port', '8080'));
    if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
      throw new UsageError(`--port is a number from 0 to ${HIGHEST_PORT}`);
    const host = optionOr(input, 'host', '127.0.0.1');
    newestRootVersion(folder);
    const server = serveRepository(folder);
    server.listen(port, host);
    await once(server, 'listening');
    const address = server.address();
    const actual = typeof address === 'object' ? address?.port : port;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`;
    return { json: { folder, url }, words: [`serving ${folder} at ${url}`] };
  },
};
