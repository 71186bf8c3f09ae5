import type { BriefingBody } from '@dabiao/contract/briefing';
import { insertAudit } from '@dabiao/store/audit';
import { figuresUsed, sourcesOf } from '@dabiao/store/briefing-data';
import { insertBriefing } from '@dabiao/store/briefings';
import { sha256 } from '@dabiao/store/key';
import type { User } from '@dabiao/store/users';
import { type GatheredBriefing, gatherAsked } from './briefing-request.ts';
import type { BriefingRoom } from './briefing-room.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';

/** Who asks, from where, and in which batch. */
export interface BriefingOrder {
  body: BriefingBody;
  user: User;
  address: string;
  /** Key of the batch it is part of. */
  batch: string | null;
}

/** Makes briefings and keeps them with their data. */
export class BriefingMaker {
  readonly #deps: Deps;
  readonly #config: Config;
  readonly #room: BriefingRoom;

  constructor(deps: Deps, config: Config, room: BriefingRoom) {
    this.#deps = deps;
    this.#config = config;
    this.#room = room;
  }

  /** @throws Problem where there is nothing to be made; see gatherAsked */
  gather(body: BriefingBody, user: User): Promise<GatheredBriefing> {
    return gatherAsked(this.#deps, this.#config, body, user);
  }

  /** Draws what was gathered and keeps it under the key `id`, with its line of the audit. */
  async make(id: string, { data, model }: GatheredBriefing, order: BriefingOrder): Promise<void> {
    const { body, user, address, batch } = order;
    const { bytes: pdf, pages } = await this.#room.draw(model, 'pdf');
    const kept = JSON.stringify(model);
    await this.#room.keep(id, 'json', kept);
    await this.#room.keep(id, 'pdf', pdf);
    const { subject, year } = data;
    const { count, newest } = figuresUsed(data);
    await this.#deps.store.transact(async (trx) => {
      await insertBriefing(trx, {
        id,
        scope: subject.scope,
        scopeValue: subject.value,
        scopeName: subject.name,
        document: subject.scope === 'document' ? subject.value : null,
        year,
        title: model.title,
        lang: model.lang,
        options: JSON.stringify(body),
        dataHash: sha256(kept),
        pdfHash: sha256(pdf),
        bytes: pdf.length,
        pages,
        figures: count,
        dataAt: newest,
        engine: this.#room.engine(),
        batch,
        submission: body.submission ?? null,
        createdBy: user.id,
        label: data.label,
        sources: sourcesOf(data),
      });
      await insertAudit(trx, {
        user: user.name,
        action: 'briefing.add',
        object: id,
        detail: {
          scope: subject.scope,
          value: subject.value,
          year,
          batch,
          submission: body.submission ?? null,
          label: data.label,
        },
        address,
      });
    });
  }
}
