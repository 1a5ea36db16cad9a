/** A small file server on localhost for pages under test. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** An answer made in code instead of read from a file. */
export interface Route {
  body: string;
  headers?: Record<string, string>;
  /** The response is begun and never ended. */
  neverEnds?: boolean;
  /** The response comes in pieces, this long in all, in ms, as over a network. */
  comesIn?: number;
}

/** Of a response that takes its time. */
const PIECES = 8;

async function writeSlowly(response: ServerResponse, body: string, ms: number): Promise<void> {
  const all = Buffer.from(body);
  const size = Math.ceil(all.length / PIECES);
  for (let at = 0; at < all.length; at += size) {
    response.write(all.subarray(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, ms / PIECES));
  }
}

export interface Server {
  /** `http://localhost:PORT`, without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves the files below a folder, and the routes (by path, `/strict`) before them. `{ORIGIN}` in a
 * route's body becomes the server's own origin.
 */
export async function serve(
  folder: string,
  routes: Readonly<Record<string, Route>> = {},
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = routes[pathname];
    if (route) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...route.headers });
      const body = route.body.replaceAll('{ORIGIN}', `http://${request.headers.host}`);
      if (route.comesIn) await writeSlowly(response, body, route.comesIn);
      else response.write(body);
      if (!route.neverEnds) response.end();
      return;
    }
    try {
      // normalize() resolves every `..` against the root, so nothing outside the folder is reached.
      const path = join(folder, normalize(decodeURIComponent(pathname)));
      const body = await readFile(path);
      response.writeHead(200, {
        'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end('not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
