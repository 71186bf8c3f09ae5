import { BriefingRoom } from '../briefing-room.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { BriefingMaker } from '../make-briefing.ts';
import type { App } from '../routes/routes.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where briefings are made and kept. */
    briefings: { room: BriefingRoom; maker: BriefingMaker };
  }
}

/** One room for all routes; its process ends with the application. */
export function installBriefings(app: App, deps: Deps, config: Config): void {
  const room = new BriefingRoom(config);
  app.decorate('briefings', { room, maker: new BriefingMaker(deps, config, room) });
  app.addHook('onClose', async () => room.close());
}
