// What the worker answers: every tab gets the files of one release, from the device where it has them.
import { Kept } from './kept.js';
import { isHashed } from './release.js';
import { fromServer, type Tabs } from './tabs.js';

/** The part of a fetch event that an answer depends on. */
export interface Asked {
  request: Request;
  clientId: string;
  resultingClientId: string;
}

export class Answers {
  private readonly releases = new Map<string, Kept>();

  constructor(private readonly own: Kept, private readonly tabs: Tabs) {
    this.releases.set(own.id, own);
  }

  /** A page that is gone to is of the release in use. What it does not have comes from the server. */
  async page({ request, resultingClientId }: Asked): Promise<Response> {
    const path = pathOf(request);
    const kept = await this.keptPage(path, request.url).catch(() => undefined);
    if (kept) return kept;
    try {
      const response = await fetch(request);
      await this.tabs.leave(resultingClientId);
      return response;
    } catch {
      return homeInstead(request);
    }
  }

  /** A file is of the release that its tab belongs to, or an error: never of another one. */
  async file({ request, clientId }: Asked): Promise<Response> {
    const path = pathOf(request);
    const release = await this.tabs.releaseOf(clientId);
    if (release === fromServer) return fetch(request);
    const kept = this.keptBy(release);
    try {
      if (!await kept.lists(path).catch(() => false)) return await elsewhere(request, path);
      return await kept.file(path) ?? Response.error();
    } catch {
      return Response.error();
    }
  }

  private async keptPage(path: string, address: string): Promise<Response | undefined> {
    const folder = path === '/' ? '/vi/' : `${path}/`;
    if (await this.own.lists(path)) return this.own.file(path);
    return await this.own.lists(folder) ? Response.redirect(new URL(folder, address).href, 302) : undefined;
  }

  private keptBy(release: string): Kept {
    const kept = this.releases.get(release) ?? new Kept(release);
    this.releases.set(release, kept);
    return kept;
  }
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

/** Not of the tab's release. A name made of the content is right wherever it lies. */
async function elsewhere(request: Request, path: string): Promise<Response> {
  return (isHashed(path) ? await caches.match(path) : undefined) ?? fetch(request);
}

/** No network and no such page here: the home page of the language, which says so (web/ts/offline.ts). */
function homeInstead({ url }: Request): Response {
  const { pathname } = new URL(url);
  const home = pathname.startsWith('/en/') ? '/en/' : '/vi/';
  if (pathname === home) return Response.error();
  return Response.redirect(new URL(`${home}?offline=${encodeURIComponent(pathname)}`, url).href, 302);
}
