import { createServer, type Server } from 'node:http';
import { answerFromRepository } from '../../authority/repository/serve.ts';

/** One line about each answer. */
export type ReportAnswer = (method: string, path: string, status: number) => void;

/** A web server that holds a repository folder and nothing else. */
export function serveRepository(folder: string, report: ReportAnswer = () => {}): Server {
  return createServer((request, response) => {
    answerFromRepository(folder, request, response);
    const { method = '', url = '' } = request;
    response.once('close', () => report(method, url, response.statusCode));
  });
}
